import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import type { StationRegister } from "../model/register";
import type { Tallies } from "../model/tallies";
import { type NamedBytes, nameInputs, type TallyInputs } from "./input";
import { LongRows, OpenSheets } from "./long";
import { forEachRow, openInput } from "./open";
import type { RowReader } from "./row-reader";
import { TallyTable } from "./table";
import { WideRows } from "./wide";

/** How far the reading of all inputs is. */
export interface ReadProgress {
  /** Rows read so far, in all inputs. */
  readonly rows: number;
  /** Bytes read so far, and of all inputs. */
  readonly bytes: number;
  readonly ofBytes: number;
}

/** Rows after which progress is told anew: some hundredths of a second. */
const ROWS_BETWEEN = 16_384;

/** Reads tallies by an election that has been checked; see `readTallies`, which checks it. */
export function readInputs(
  inputs: TallyInputs,
  election: Election,
  register: StationRegister | undefined,
  onProgress?: (progress: ReadProgress) => void,
): Tallies {
  const table = new TallyTable(election);
  const sheets = election.layout.rows ? new OpenSheets(election, table) : undefined;
  const named = nameInputs(inputs);
  refuseRepeated(named);
  const ofBytes = named.reduce((sum, { data }) => sum + data.length, 0);
  let before = 0;
  for (const input of named) {
    const { rows, source } = openInput(input, election.layout, (issue) => table.issues.push(issue));
    table.sources.push(source);
    const reader: RowReader = sheets
      ? new LongRows(sheets, register, rows, source.name)
      : new WideRows(election, table, register, rows, source.name);
    forEachRow(rows, election.layout, source.name, () => {
      table.read++;
      reader.readRow();
      if (onProgress && table.read % ROWS_BETWEEN === 0) {
        const bytes = before + Math.round(rows.done * input.data.length);
        onProgress({ rows: table.read, bytes, ofBytes });
      }
    });
    reader.finish();
    before += input.data.length;
  }
  sheets?.finish();
  const tallies = table.finish(register);
  if (tallies.length === 0) throw noneAccepted(tallies);
  return tallies;
}

/** A file given twice would make every station a duplicate of itself. */
function refuseRepeated(inputs: readonly NamedBytes[]): void {
  const names = new Map<string, string>();
  for (const { name, sha256 } of inputs) {
    const first = names.get(sha256);
    if (first !== undefined)
      throw new TallyError(
        "input-repeated",
        first === name
          ? `${name} is given twice. Name each file once.`
          : `${name} and ${first} are the same file. Leave one of them out.`,
      );
    names.set(sha256, name);
  }
}

function noneAccepted(tallies: Tallies): TallyError {
  const { rows, issues } = tallies;
  const first = issues.find(({ severity }) => severity === "error");
  return new TallyError(
    "rows-none-accepted",
    `None of the ${rows.read} rows could be accepted, so there is nothing to count.` +
      (first ? ` The first problem: ${first.message}` : ""),
  );
}
