import Papa from "papaparse";
import { TallyError } from "../model/error";
import { parseCount, type RowCursor } from "./cursor";

/** The rows of any CSV text, by papaparse. */
export class QuotedRows implements RowCursor {
  line = 1;
  #row = -1;
  #fields: readonly string[] = [];
  readonly #rows: readonly (readonly string[])[];

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
    const { data, errors } = Papa.parse<string[]>(spaced ? content.slice(0, end) : content, {
      header: false,
      dynamicTyping: false,
      delimiter,
      newline: "\n",
      quoteChar: '"',
    });
    const broken = errors.find(({ type }) => type === "Quotes");
    if (broken) {
      const line = data.slice(0, broken.row).reduce((sum, fields) => sum + linesIn(fields), 1);
      throw new TallyError(
        "quotes-unbalanced",
        `${name}, line ${line}: a quoted field of the row that starts here is not closed properly, so ` +
          "the rows after it cannot be told apart. Close the quote, or remove it, and try again.",
      );
    }
    // The end of the last line makes one empty row that is not there.
    if (content.endsWith("\n") || content === "") data.pop();
    this.#rows = data;
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
      (field) => field.includes("\n") && field.split(this.delimiter).length >= width,
    );
  }

  get strayQuote(): boolean {
    return this.#fields.some((field) => field.includes('"') && field.split('"').length % 2 === 0);
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

/** Lines a row takes up: more than one when a quoted field contains line ends. */
function linesIn(fields: readonly string[]): number {
  let lines = 1;
  for (const field of fields)
    for (let at = field.indexOf("\n"); at !== -1; at = field.indexOf("\n", at + 1)) lines++;
  return lines;
}
