import type { Column, CsvFormat } from "../model/election";
import { TallyError } from "../model/error";
import type { RowCursor } from "./cursor";

/** A column found in the header: where it is, and what to call it in an issue. */
export interface Found {
  readonly column: string;
  /** From 0. */
  readonly position: number;
}

/** Header names are compared without regard to how spaces, line ends and accents are encoded. */
const normalise = (name: string) => name.normalize("NFC").replace(/\s+/g, " ").trim();

/** The column's names in the layout; none when it is given by position. */
const namesOf = (column: Column): readonly string[] =>
  typeof column === "string"
    ? [column]
    : typeof column.column === "string"
      ? [column.column]
      : (column.column ?? []);

export const isOptional = (column: Column) =>
  typeof column !== "string" && column.optional === true;

/** What to call a column of the layout that is not in the file. */
export const columnName = (column: Column) =>
  namesOf(column).join(" or ") ||
  (typeof column !== "string" && column.position !== undefined ? `column ${column.position}` : "");

/** Finds the columns of the layout in one input. */
export class Header {
  /** Fields that each row must have. */
  readonly width: number;
  readonly #names: readonly string[];
  readonly #source: string;

  /** Moves the rows to the header, so that the next row is the first below it. */
  constructor(rows: RowCursor, { header = 1 }: CsvFormat, source: string) {
    this.#source = source;
    const line = header === "none" ? 1 : header;
    do {
      if (!rows.next())
        throw new TallyError(
          "input-empty",
          line === 1
            ? `${source} has no lines. Give a CSV file with a header.`
            : `${source} ends before line ${line}, where the layout says the header is.`,
        );
      if (rows.swallows || rows.line > line) throw swallowed(source, rows.line);
    } while (rows.line < line);
    this.width = rows.width;
    if (this.width > MOST_COLUMNS)
      throw new TallyError(
        "input-too-large",
        `${source} has ${this.width} columns, more than ${MOST_COLUMNS}.`,
      );
    this.#names =
      header === "none"
        ? []
        : Array.from({ length: rows.width }, (_, position) => normalise(rows.text(position)));
  }

  /** Whether a row is the header once more, the same or with its columns in another order. */
  repeats(rows: RowCursor): "same" | "other order" | undefined {
    if (this.#names.length === 0 || rows.width !== this.width) return undefined;
    const fields = this.#names.map((_, at) => normalise(rows.text(at)));
    if (fields.every((field, at) => field === this.#names[at])) return "same";
    const sorted = (names: readonly string[]) => names.toSorted().join("\n");
    return sorted(fields) === sorted(this.#names) ? "other order" : undefined;
  }

  /** The column, or undefined when the input does not have it. */
  find(column: Column): Found | undefined {
    const position = typeof column === "string" ? undefined : column.position;
    if (position !== undefined)
      return position > this.width
        ? undefined
        : { column: this.#names[position - 1] || `column ${position}`, position: position - 1 };
    const wanted = namesOf(column).map(normalise);
    const found = this.#names.flatMap((name, at) =>
      wanted.includes(name) ? [{ column: name, position: at }] : [],
    );
    if (found.length > 1)
      throw new TallyError(
        "column-ambiguous",
        `${this.#source} has more than one column ${listed(wanted)}, at the positions ` +
          `${positions(found)}. Say in the layout which one to ` +
          `read, for instance { "position": ${found[0]!.position + 1} }.`,
      );
    return found[0];
  }

  /** Throws unless all of the columns are there; one message names every missing one. */
  require(columns: readonly Column[]): void {
    const missing = columns.filter((column) => this.find(column) === undefined);
    if (missing.length === 0) return;
    const has =
      this.#names.length === 0
        ? `It has ${this.width} columns and no header.`
        : `Its header has ${listed(this.#names)}.`;
    throw new TallyError(
      "column-missing",
      `${this.#source} does not fit the election's layout: it has no column ` +
        `${listed(missing.map(columnName))}. ${has} ${this.#hint(missing)}`,
    );
  }

  /** What may be wrong, from what the header looks like. */
  #hint(missing: readonly Column[]): string {
    const [only = ""] = this.#names;
    const delimiter = [";", "\t", "|", ","].find((mark) => only.split(mark).length > 2);
    if (this.#names.length === 1 && delimiter !== undefined) {
      const written = JSON.stringify(delimiter);
      return `The fields are separated by ${written}: say so in the layout, "delimiter": ${written}.`;
    }
    const guesses = missing.flatMap(namesOf).flatMap((column) => {
      const other = this.#names.find((name) => alike(name, column));
      return other === undefined ? [] : [`${listed([other])} for "${column}"`];
    });
    return guesses.length > 0
      ? `Did the layout mean ${guesses.join(", ")}?`
      : "Is it of another election, with its header on another line, or with another delimiter?";
  }
}

const positions = (found: readonly Found[]) => {
  const shown = found.slice(0, LIST_LIMIT).map(({ position }) => position + 1);
  const rest = found.length - shown.length;
  return shown.join(" and ") + (rest > 0 ? ` and ${rest} more` : "");
};

const swallowed = (source: string, line: number) =>
  new TallyError(
    "quotes-unbalanced",
    `${source}, line ${line}: a quoted field at the header runs over several lines, as a stray quote ` +
      "makes it. Close the quote or remove it; if lines above the header belong to it, correct `header`.",
  );

/** Whether names are the same but for capitals, accents and one letter more or less at the end. */
function alike(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) =>
    name
      .normalize("NFD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .toLowerCase(),
  ) as [string, string];
  return x === y || (Math.abs(x.length - y.length) === 1 && (x.startsWith(y) || y.startsWith(x)));
}

/** Columns beyond which a file is no table of tallies. */
const MOST_COLUMNS = 2 ** 20;

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
