import Papa from "papaparse";
import { TallyError } from "../model/error";
import { parseCount, type RowCursor, type Utf8 } from "./cursor";
import { Utf8Text } from "./utf8";

const MARK = "\uFEFF";

/**
 * The rows of any CSV text, by papaparse. A quote that never ends swallows rows, so that their votes
 * would vanish: at the row with the first broken quote it stops.
 */
export class QuotedRows implements RowCursor {
  readonly counts = undefined;
  line = 1;
  #row = -1;
  #fields: readonly string[] = [];
  readonly #rows: string[][];
  /** Whether the row behind the last one is broken. */
  readonly #isBroken: boolean;
  readonly #utf8 = new Utf8Text();

  constructor(
    text: string,
    private readonly delimiter: string,
    private readonly name: string,
  ) {
    const content = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    const { broken, end } = quotesOf(content, delimiter);
    this.#isBroken = broken !== undefined;
    const sound = content.slice(0, broken ?? end);
    // papaparse takes one away in front; whoever decoded the text has done that.
    const marked = sound.startsWith(MARK) ? MARK + sound : sound;
    try {
      const { data } = Papa.parse<string[]>(marked, {
        header: false,
        dynamicTyping: false,
        delimiter,
        newline: "\n",
        quoteChar: '"',
      });
      this.#rows = data;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const reason = `${name} has more fields than fit into memory.`;
      throw new TallyError("input-too-large", reason, { cause: error });
    }
    // The end of the last line makes one empty row that is not there.
    if (sound.endsWith("\n") || sound === "") this.#rows.pop();
  }

  next(): boolean {
    const fields = this.#rows[this.#row + 1];
    if (this.#row >= 0 && (fields !== undefined || this.#isBroken))
      this.line += this.#fields.reduce((lines, field) => lines + occurrences(field, "\n"), 1);
    if (fields === undefined) {
      if (this.#isBroken) throw brokenQuotes(this.name, this.line);
      return false;
    }
    this.#row++;
    this.#fields = fields;
    return true;
  }

  get swallows(): boolean {
    const delimiters = this.#fields.length - 1;
    return this.#fields.some(
      (field) => field.includes("\n") && occurrences(field, this.delimiter) >= delimiters,
    );
  }

  get strayQuote(): boolean {
    return this.#fields.some((field) => occurrences(field, '"') % 2 === 1);
  }

  get width(): number {
    return this.#fields.length === 1 && this.#fields[0] === "" ? 0 : this.#fields.length;
  }

  text(column: number): string {
    return this.#fields[column] ?? "";
  }

  utf8(column: number): Utf8 {
    return this.#utf8.set(this.text(column));
  }

  count(column: number): number {
    return parseCount(this.text(column));
  }

  /** Every field is there already. */
  expect(): void {}
}

export const brokenQuotes = (name: string, line: number) =>
  new TallyError(
    "quotes-unbalanced",
    `${name}, line ${line}: a quoted field of the row that starts here is not closed properly. ` +
      "Close the quote, or remove it.",
  );

/**
 * Where the first row starts in which a quoted field is not closed, or goes on after its quote. Looked
 * for beforehand: papaparse goes on after such a quote, and takes ever longer with each. And where
 * the text ends when spaces behind a quoted field at its end are left out: papaparse passes over such
 * spaces before a delimiter or a line end, and only there.
 */
function quotesOf(content: string, delimiter: string): { broken?: number; end: number } {
  let row = 0;
  for (let at = 0; at < content.length; at++) {
    if (content[at] === '"') {
      at = content.indexOf('"', at + 1);
      while (at !== -1 && content[at + 1] === '"') at = content.indexOf('"', at + 2);
      if (at === -1) return { broken: row, end: row };
      const end = ++at;
      while (content[at] === " ") at++;
      if (at === content.length) return { end };
    } else while (at < content.length && content[at] !== delimiter && content[at] !== "\n") at++;
    if (content[at] === "\n") row = at + 1;
    else if (at < content.length && content[at] !== delimiter) return { broken: row, end: row };
  }
  return { end: content.length };
}

/** How often a mark is in a text; counted without making an array: a field can be as long as the file. */
export function occurrences(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) found++;
  return found;
}
