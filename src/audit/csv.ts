import { TallyError } from "../model/error";
import { visible } from "../model/format";
import { tokenise } from "../read/tokenise";

/** A row as CSV with a line feed: the same bytes everywhere, since lists of an audit are hashed. */
export const csvRow = (cells: readonly (string | number)[]) =>
  `${cells.map((cell) => quoted(String(cell))).join(",")}\n`;

/** Column of a candidate's votes: no code can be taken for another column. */
export const votesColumn = (code: string) => `votes ${code}`;

const quoted = (text: string) =>
  /[",\r\n]|^\s|\s$|^$/.test(text) && text !== "" ? `"${text.replaceAll('"', '""')}"` : text;

/** A row of a table with a header: its line, and its cells by the column's name. */
export interface CsvRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows of a small table, such as a spreadsheet saves it: commas, semicolons or tabs. */
export function csvRows(text: string, name: string): { columns: string[]; rows: CsvRow[] } {
  const plain = text.replace(/^\uFEFF/, "");
  const first = plain.slice(0, plain.search(/[\r\n]|$/));
  const delimiter = [",", ";", "\t"].reduce((best, each) =>
    first.split(each).length > first.split(best).length ? each : best,
  );
  const cursor = tokenise(plain, delimiter, name);
  let columns: string[] | undefined;
  const rows: CsvRow[] = [];
  while (cursor.next()) {
    const cells = Array.from({ length: cursor.width }, (_, at) => cursor.text(at));
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (columns === undefined) columns = cells.map((cell) => cell.trim());
    else
      rows.push({
        line: cursor.line,
        cells: new Map(columns.map((column, at) => [column, cells[at] ?? ""])),
      });
  }
  if (columns === undefined || rows.length === 0)
    throw new TallyError("rows-none", `${visible(name)} has no row below its header.`);
  return { columns, rows };
}
