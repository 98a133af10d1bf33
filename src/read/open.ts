import type { CsvFormat } from "../model/election";
import { TallyError } from "../model/error";
import { type Issue, makeIssue } from "../model/issue";
import type { InputSource } from "../model/tallies";
import { Undecided } from "./byte-encoding";
import type { RowCursor } from "./cursor";
import type { NamedBytes } from "./input";
import { ByteInput, readsBytes, referenceRows } from "./tokenise";

/**
 * Reads an input that is there as a whole, by what `read` does with its rows: from its bytes or, when
 * their encoding shows only in all of them, once more from its text.
 */
export function readWhole<T>(
  { name, data, sha256, bytes }: NamedBytes,
  { delimiter = ",", encoding: named }: CsvFormat,
  report: (issue: Issue) => void,
  read: (rows: RowCursor) => T,
): { readonly result: T; readonly source: InputSource } {
  const ended = (result: T, encoding: string) => {
    if (named === undefined && encoding !== "utf-8")
      report(makeIssue("encoding-assumed", { source: name }));
    return { result, source: { name, sha256, bytes, encoding } };
  };
  if (readsBytes(named) && data.length > 0)
    try {
      const input = new ByteInput(name, delimiter, named, data);
      input.feed(data, true, true);
      return ended(read(input.rows), input.encoding.name);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
    }
  const { rows, encoding } = referenceRows(data, delimiter, name, named);
  return ended(read(rows), encoding);
}

/** Visits the rows below the header; an input without any is refused. */
export function forEachRow(
  rows: RowCursor,
  { header }: CsvFormat,
  name: string,
  visit: () => void,
): void {
  // Without a header, the row that the cursor stands on is the first of them.
  if (header !== "none" && !rows.next()) throw noRows(name);
  do visit();
  while (rows.next());
}

export const noRows = (name: string) =>
  new TallyError("rows-none", `${name} has a header and no rows. Give the file with the tallies.`);
