import Papa from "papaparse";
import { TallyError } from "../model/error";
import { parseCount, type RowCursor } from "./cursor";

/**
 * CSV text to rows, by papaparse. Line ends may be LF, CRLF or CR, mixed; a line end inside a
 * quoted field is read as LF.
 *
 * A quote that never ends swallows rows, so that their votes would vanish: broken quotes are
 * refused, with the line of the first.
 */
export function tokenise(text: string, delimiter: string, name: string): RowCursor {
  return new ParsedRows(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text, delimiter, name);
}

/** Characters parsed at a time: a row's strings then die young, which halves the time. */
const BLOCK = 1 << 18;

class ParsedRows implements RowCursor {
  line = 1;
  #fields: readonly string[] = [];
  #rows: readonly (readonly string[])[] = [];
  #next = 0;
  #nextLine = 1;
  #start = 0;
  /** Without quotes every line end ends a row, so the text can be parsed in blocks. */
  readonly #block: number;

  constructor(
    private readonly content: string,
    private readonly delimiter: string,
    private readonly name: string,
  ) {
    this.#block = content.includes('"') ? content.length : BLOCK;
  }

  next(): boolean {
    if (this.#next === this.#rows.length && !this.#parseBlock()) return false;
    this.#fields = this.#rows[this.#next++]!;
    this.line = this.#nextLine;
    this.#nextLine += linesIn(this.#fields, this.#block === BLOCK);
    return true;
  }

  #parseBlock(): boolean {
    const start = this.#start;
    if (start >= this.content.length) return false;
    const lastBreak = this.content.indexOf("\n", start + this.#block);
    this.#start = lastBreak === -1 ? this.content.length : lastBreak + 1;
    const { data, errors } = Papa.parse<string[]>(this.content.slice(start, this.#start), {
      header: false,
      dynamicTyping: false,
      delimiter: this.delimiter,
      newline: "\n",
      quoteChar: '"',
    });
    const broken = errors.find(({ type }) => type === "Quotes");
    if (broken) {
      const before = data.slice(0, broken.row);
      const line = before.reduce((sum, fields) => sum + linesIn(fields, false), 1);
      throw new TallyError(
        "quotes-unbalanced",
        `${this.name}, line ${line}: a quoted field that starts on this line is not closed ` +
          "properly, so the rows after it cannot be told apart. Close the quote, or remove it, and " +
          "try again.",
      );
    }
    // The line end at the end of a block makes one empty row that is not there.
    if (this.content[this.#start - 1] === "\n") data.pop();
    this.#rows = data;
    this.#next = 0;
    return true;
  }

  get width(): number {
    return this.#fields.length === 1 && this.#fields[0] === "" ? 0 : this.#fields.length;
  }

  text(column: number): string {
    return this.#fields[column] ?? "";
  }

  count(column: number): number {
    return parseCount(this.#fields[column] ?? "");
  }
}

/** Lines a row takes up: more than one when a quoted field contains line ends. */
function linesIn(fields: readonly string[], unquoted: boolean): number {
  let lines = 1;
  if (unquoted) return lines;
  for (const field of fields)
    for (let at = field.indexOf("\n"); at !== -1; at = field.indexOf("\n", at + 1)) lines++;
  return lines;
}
