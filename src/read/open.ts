import type { CsvFormat } from "../model/election";
import { TallyError } from "../model/error";
import { type Issue, makeIssue } from "../model/issue";
import type { InputSource } from "../model/tallies";
import type { RowCursor } from "./cursor";
import { decode } from "./decode";
import type { NamedBytes } from "./input";
import { tokenise } from "./tokenise";

/** An input ready to be read row by row, header first. */
export interface OpenInput {
  readonly rows: RowCursor;
  readonly source: InputSource;
}

export function openInput(
  input: NamedBytes,
  { delimiter = ",", encoding: named }: CsvFormat,
  report: (issue: Issue) => void,
): OpenInput {
  const { name, sha256, bytes } = input;
  const { text, encoding } = decode(input.data, name, named);
  if (named === undefined && encoding !== "utf-8")
    report(makeIssue("encoding-assumed", { source: name }));
  return { rows: tokenise(text, delimiter, name), source: { name, sha256, bytes, encoding } };
}

/** Visits the rows below the header; an input without any is refused. */
export function forEachRow(
  rows: RowCursor,
  { header }: CsvFormat,
  name: string,
  visit: () => void,
): void {
  // Without a header, the row that the cursor stands on is the first of them.
  if (header !== "none" && !rows.next())
    throw new TallyError(
      "rows-none",
      `${name} has a header and no rows. Give the file with the tallies in it.`,
    );
  do visit();
  while (rows.next());
}
