import { TallyError } from "../model/error";
import type { RowCursor } from "./cursor";

/** Finds columns by name in the header row of one input. */
export class Header {
  readonly width: number;
  readonly #names: readonly string[];
  readonly #source: string;

  /** Takes the first row of the input as its header. */
  constructor(rows: RowCursor, source: string) {
    if (!rows.next())
      throw new TallyError("input-empty", `${source} has no lines. Give a CSV file with a header.`);
    this.width = rows.width;
    this.#names = Array.from({ length: rows.width }, (_, column) => rows.text(column).trim());
    this.#source = source;
  }

  /** Position of a column; undefined when the input does not have it. */
  find(column: string): number | undefined {
    const position = this.#names.indexOf(column);
    if (position === -1) return undefined;
    if (this.#names.includes(column, position + 1))
      throw new TallyError(
        "column-ambiguous",
        `${this.#source} has more than one column named "${column}". ` +
          "Rename the others in the file, so that it is clear which one to read.",
      );
    return position;
  }

  /** Positions of columns that must be there; names all that are missing at once. */
  require(columns: readonly string[]): number[] {
    const missing = columns.filter((column) => this.find(column) === undefined);
    if (missing.length > 0)
      throw new TallyError(
        "column-missing",
        `${this.#source} does not fit the election's layout: it has no column ` +
          `${listed(missing)}. Its first line has ${listed(this.#names)}. ${this.#hint(missing)}`,
      );
    return columns.map((column) => this.find(column)!);
  }

  /** What may be wrong, from what the header looks like. */
  #hint(missing: readonly string[]): string {
    const [only = ""] = this.#names;
    const delimiter = [";", "\t", "|", ","].find((mark) => only.split(mark).length > 2);
    if (this.#names.length === 1 && delimiter !== undefined)
      return `The fields are separated by ${JSON.stringify(delimiter)}: say so in the layout, "delimiter": ${JSON.stringify(delimiter)}.`;
    const guesses = missing.flatMap((column) => {
      const other = this.#names.find((name) => alike(name, column));
      return other === undefined ? [] : [`"${other}" for "${column}"`];
    });
    return guesses.length > 0
      ? `Did the layout mean ${guesses.join(", ")}?`
      : "Is it a file of another election, without a header, or with another delimiter?";
  }
}

/** The name that is the same but for capitals, accents and one letter more or less at the end. */
const alike = (a: string, b: string) => {
  const [x, y] = [a, b].map((name) =>
    name
      .normalize("NFD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .toLowerCase(),
  ) as [string, string];
  return x === y || (Math.abs(x.length - y.length) === 1 && (x.startsWith(y) || y.startsWith(x)));
};

/** Longest list of column names worth reading in a message, and longest name. */
const LIST_LIMIT = 12;
const NAME_LIMIT = 40;

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, LIST_LIMIT)
    .map((name) => `"${name.length > NAME_LIMIT ? `${name.slice(0, NAME_LIMIT)}…` : name}"`);
  const rest = names.length - shown.length;
  return shown.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
