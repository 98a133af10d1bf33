import Papa from "papaparse";
import { TallyError } from "../model/error";
import { parseCount, type RowCursor } from "./cursor";

/** The rows of any CSV text, by papaparse. */
export class QuotedRows implements RowCursor {
  line = 1;
  #row = -1;
  #fields: readonly string[] = [];
  readonly #rows: string[][];

  constructor(
    text: string,
    private readonly delimiter: string,
    name: string,
  ) {
    const content = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    // papaparse passes over spaces after a quote before a delimiter or a line end; here, at the end.
    let end = content.length;
    while (content[end - 1] === " ") end--;
    const spaced = content[end - 1] === '"';
    const broken = brokenRow(content, delimiter);
    if (broken !== undefined)
      throw new TallyError(
        "quotes-unbalanced",
        `${name}, line ${linesBefore(content, broken)}: a quoted field of the row that starts here is not ` +
          "closed properly, so the rows after it cannot be told apart. Close the quote, or remove it, " +
          "and try again.",
      );
    try {
      const { data } = Papa.parse<string[]>(spaced ? content.slice(0, end) : content, {
        header: false,
        dynamicTyping: false,
        delimiter,
        newline: "\n",
        quoteChar: '"',
      });
      this.#rows = data;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const reason = `${name} has more fields than fit into memory. Is it a table of tallies?`;
      throw new TallyError("input-too-large", reason, { cause: error });
    }
    // The end of the last line makes one empty row that is not there.
    if (content.endsWith("\n") || content === "") this.#rows.pop();
  }

  get done(): number {
    return (this.#row + 1) / this.#rows.length;
  }

  next(): boolean {
    const fields = this.#rows[this.#row + 1];
    if (fields === undefined) return false;
    if (this.#row >= 0) this.line += linesIn(this.#fields);
    this.#row++;
    this.#fields = fields;
    return true;
  }

  get swallows(): boolean {
    const width = this.#fields.length;
    return this.#fields.some(
      (field) => field.includes("\n") && occursAtLeast(field, this.delimiter, width - 1),
    );
  }

  get strayQuote(): boolean {
    return this.#fields.some((field) => field.includes('"') && isOdd(field));
  }

  get width(): number {
    return this.#fields.length === 1 && this.#fields[0] === "" ? 0 : this.#fields.length;
  }

  text(column: number): string {
    return this.#fields[column] ?? "";
  }

  count(column: number): number {
    const field = this.text(column);
    return parseCount(field, 0, field.length);
  }
}

/**
 * Where the first row starts in which a quoted field is not closed, or goes on after its quote. Looked
 * for beforehand: papaparse goes on after such a quote, and takes ever longer with each.
 */
function brokenRow(content: string, delimiter: string): number | undefined {
  let row = 0;
  for (let at = 0; at < content.length; at++) {
    if (content[at] === '"') {
      at = content.indexOf('"', at + 1);
      while (at !== -1 && content[at + 1] === '"') at = content.indexOf('"', at + 2);
      if (at === -1) return row;
      do at++;
      while (content[at] === " ");
    } else while (at < content.length && content[at] !== delimiter && content[at] !== "\n") at++;
    if (content[at] === "\n") row = at + 1;
    else if (at < content.length && content[at] !== delimiter) return row;
  }
  return undefined;
}

const linesBefore = (content: string, end: number) => {
  let line = 1;
  for (let at = content.indexOf("\n"); at !== -1 && at < end; at = content.indexOf("\n", at + 1))
    line++;
  return line;
};

/** Counted without making an array: a field can be as long as the file. */
function occursAtLeast(text: string, mark: string, times: number): boolean {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1 && found < times; at = text.indexOf(mark, at + 1))
    found++;
  return found >= times;
}

function isOdd(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** Lines a row takes up: more than one when a quoted field contains line ends. */
function linesIn(fields: readonly string[]): number {
  let lines = 1;
  for (const field of fields)
    for (let at = field.indexOf("\n"); at !== -1; at = field.indexOf("\n", at + 1)) lines++;
  return lines;
}
