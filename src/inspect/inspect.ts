import { TallyError } from "../model/error";
import { decode } from "../read/decode";
import { type AnyInput, nameInputs } from "../read/input";
import { tokenise } from "../read/tokenise";
import { type ColumnProfile, profileColumns } from "./columns";
import { draftElection } from "./draft";
import { guessDelimiter, guessHeaderLine, guessThousands, withoutThousands } from "./format";
import { guessRoles, type Roles } from "./roles";

/**
 * What an unknown CSV seems to hold. Everything in it is a proposal with its reason; reading
 * tallies never uses it.
 */
export interface Inspection {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly delimiter: "," | ";" | "\t" | "|";
  /** Line on which the header seems to stand. */
  readonly headerLine: number;
  /** Rows below the header, empty lines left out. */
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  readonly roles: Roles;
  /** Observations for a reader, in plain sentences. */
  readonly notes: readonly string[];
  /** An election to save, edit and verify with; what is not known says EDIT. */
  readonly draft: object;
}

/**
 * Looks at an unknown CSV of tallies: its encoding, delimiter and header, what each column holds,
 * which columns seem to name a station and which to be candidates, and drafts an election for it.
 *
 * It proposes and explains; nothing is decided for `readTallies`. The guesses rest on the rows'
 * arithmetic (columns that add up to another one) before names.
 *
 * @throws TallyError as `readTallies` does for what is no text, and `rows-none`
 * @example
 * ```ts
 * import { inspect } from "tallyproof";
 *
 * const { delimiter, roles } = inspect("Mesa;Alba;Boro;Total\n1;120;80;200\n2;60;90;150\n");
 * delimiter; // => ";"
 * roles.station; // => ["Mesa"]
 * roles.candidates; // => ["Alba", "Boro"]
 * roles.validVotes; // => "Total"
 * ```
 */
export function inspect(input: AnyInput): Inspection {
  const { name, data, bytes } = nameInputs(input)[0]!;
  const wide = data[0] === 0xff && data[1] === 0xfe ? "utf-16le" : undefined;
  const { text, encoding } = decode(data, name, wide);
  const delimiter = guessDelimiter(text);
  const table: { line: number; fields: string[] }[] = [];
  const rows = tokenise(text, delimiter, name);
  while (rows.next())
    if (rows.width > 0) {
      const fields = Array.from({ length: rows.width }, (_, column) => rows.text(column));
      table.push({ line: rows.line, fields });
    }
  const at = guessHeaderLine(table.map(({ fields }) => fields));
  const header = table[at];
  const written = table.slice(at + 1).map(({ fields }) => fields);
  const thousands = guessThousands(written);
  const body = thousands === undefined ? written : withoutThousands(written, thousands);
  if (header === undefined || body.length === 0)
    throw new TallyError(
      "rows-none",
      `${name} has no rows below a header, so nothing can be seen.`,
    );

  const columns = profileColumns(header.fields, body);
  const { roles, notes } = guessRoles(columns, body);
  if (thousands !== undefined)
    notes.unshift(`Numbers are written with ${JSON.stringify(thousands)} between thousands.`);
  for (const { line, fields } of table.slice(0, at))
    notes.push(`Above the header, line ${line}: ${fields.join(" ").trim().slice(0, 200)}`);
  const format = { encoding: wide, delimiter, headerLine: header.line, thousands };
  return {
    name,
    bytes,
    encoding,
    delimiter,
    headerLine: header.line,
    rows: body.length,
    columns,
    roles,
    notes,
    draft: draftElection(name, columns, roles, body, format),
  };
}
