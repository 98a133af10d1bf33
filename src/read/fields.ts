import type {
  Column,
  CsvFormat,
  SkipRule,
  StationColumn,
  TextColumn,
  Values,
} from "../model/election";
import { TallyError } from "../model/error";
import { type Issue, type IssueCode, type IssueDetails, makeIssue } from "../model/issue";
import { COUNT_ISSUES, COUNT_MISSING, parseCount, type RowCursor } from "./cursor";
import { columnName, type Found, Header } from "./header";
import { SkippedRows } from "./skipped";
import { StationKey } from "./station-key";
import { TextSource } from "./text-source";

/** Issues that a header in the middle of the file raises. */
const UNREADABLE: ReadonlySet<IssueCode> = new Set([
  "station-malformed",
  "count-malformed",
  "candidate-unknown",
]);

/** What a count belongs to; a text only when it must be told. */
export interface Named {
  readonly text: string;
}

/** What the layouts of tallies and of registers have in common. */
export interface FieldLayout extends CsvFormat {
  readonly station?: readonly StationColumn[];
  readonly skip?: readonly SkipRule[];
  readonly values?: Values;
}

/**
 * Takes single fields out of the rows of one input, and reports those that cannot be read: which
 * rows are skipped, a row's width, its station, its counts. What a tally file and a register have in
 * common is here.
 */
export class FieldReader {
  readonly header: Header;
  readonly #layout: FieldLayout;
  readonly #station: readonly TextSource[];
  readonly #texts: TextSource[] = [];
  readonly skipped: SkippedRows;
  readonly blank: SkippedRows;
  /** Of the current row, once it has been read. */
  readonly key: StationKey;
  readonly #counts: number[] = [];
  readonly #textColumns: number[] = [];
  readonly #plainCounts: boolean;
  /** Whether the row that was just refused is the header once more. */
  isHeader = false;
  /** Whether rows neither are skipped by rule nor leave values for those below. */
  #plain = true;
  #takesPlain = false;

  /** @param required columns that the input must have, beside the station's and the skip rules' */
  constructor(
    readonly rows: RowCursor,
    readonly source: string,
    layout: FieldLayout,
    required: readonly Column[],
    private readonly report: (issue: Issue) => void,
  ) {
    const { station = [], skip = [], values } = layout;
    this.#layout = layout;
    this.header = new Header(rows, layout, source);
    // All at once, so that one message names everything that is missing.
    const texts = [...station, ...skip].filter(({ fileName }) => !fileName);
    this.header.require([...texts, ...required]);
    this.#station = station.map((column) => this.textOf(column));
    this.key = new StationKey(station, this.#station);
    this.skipped = new SkippedRows(skip, this.header, source);
    this.blank = new SkippedRows([], this.header, source);
    if (skip.length > 0) this.#plain = false;
    this.#plainCounts = values?.thousands === undefined && values?.missing === undefined;
  }

  /**
   * Tells the rows what will be asked of them, when everything has been found. The texts of a key are
   * left out: hardly one repeats.
   */
  ready(): void {
    const { width } = this.header;
    const sources = [...this.#texts, ...this.skipped.sources];
    const positions = sources
      .filter((text) => !this.#station.includes(text))
      .flatMap(({ position }) => (position === undefined ? [] : [position]));
    const texts = [...positions, ...this.#textColumns];
    const keys = this.#station.flatMap(({ position }) =>
      position === undefined ? [] : [position],
    );
    const counts = this.#counts;
    const extra = this.#layout.trailingDelimiter ? 1 : 0;
    this.rows.expect({ width: width + extra, counts, texts, keys });
    this.#takesPlain = this.#plain && extra === 0;
  }

  /** Whether a row in which nothing is unusual is one that has neither to be skipped nor remembered. */
  get takesPlain(): boolean {
    return this.#takesPlain;
  }

  /** A column of texts that are taken as they are. */
  textColumn(column: Column): Found | undefined {
    const found = this.find(column);
    if (found) this.#textColumns.push(found.position);
    return found;
  }

  /** A column of counts. */
  countColumn(column: Column): Found | undefined {
    const found = this.find(column);
    if (found) this.#counts.push(found.position);
    return found;
  }

  /** A column of the layout; reports an optional one that the input does not have. */
  find(column: Column): Found | undefined {
    const found = this.header.find(column);
    if (!found)
      this.report(makeIssue("column-absent", { source: this.source, field: columnName(column) }));
    return found;
  }

  textOf(column: string | TextColumn): TextSource {
    const source = new TextSource(column, this.header, this.source);
    this.#texts.push(source);
    if (typeof column !== "string" && column.fillDown) this.#plain = false;
    return source;
  }

  /** Reports an issue on the current row; returns undefined, as there is nothing to read. */
  note(code: IssueCode, details: Omit<IssueDetails, "source" | "line"> = {}): undefined {
    const repeated = UNREADABLE.has(code) ? this.header.repeats(this.rows) : undefined;
    if (repeated === "other order")
      throw new TallyError(
        "column-ambiguous",
        `${this.source} has a second header on line ${this.rows.line}, with its columns in another ` +
          "order: two files put together. Give them as two files.",
      );
    if (repeated === "same") {
      this.report(makeIssue("header-repeated", { source: this.source, line: this.rows.line }));
      this.isHeader = true;
      return;
    }
    this.report(makeIssue(code, { source: this.source, line: this.rows.line, ...details }));
  }

  /** Whether the current row is skipped by rule, which is then noted; call it once for every row. */
  skips(): boolean {
    this.isHeader = false;
    const { rows } = this;
    if (rows.width === 0) {
      this.blank.add("empty line", rows.line);
      return true;
    }
    // A row that swallowed others is not skipped: what it swallowed may be no such row.
    if (rows.swallows) return false;
    if (this.#plain) return false;
    const reason = this.skipped.reason(rows);
    if (reason === undefined) {
      const known = this.#widthIsRight();
      for (const text of this.#texts) text.remember(rows, known);
      this.skipped.remember(rows, known);
      return false;
    }
    this.skipped.add(reason, rows.line);
    return true;
  }

  /** Skips the current row for a reason that only its reader knows. */
  skip(reason: string): void {
    this.skipped.add(reason, this.rows.line);
  }

  /** Reports the rows that were skipped. */
  finish(): void {
    for (const { count, line, lines } of this.blank.summary())
      this.report(
        makeIssue("row-blank", { source: this.source, line, received: `${count} (line ${lines})` }),
      );
    for (const { reason, count, line, lines } of this.skipped.summary())
      this.report(
        makeIssue("row-skipped", {
          source: this.source,
          line,
          expected: reason,
          received: `${count} (line ${lines})`,
        }),
      );
  }

  /** Station key of the current row; undefined, and reported, when the row has none. */
  station(): StationKey | undefined {
    if (!this.hasRightWidth()) return undefined;
    const wrong = this.key.read(this.rows);
    return wrong === undefined
      ? this.key
      : this.note(wrong.code, { ...wrong, field: this.#station[wrong.part]!.name });
  }

  /** Whether the current row has as many fields as the header; reported when it has not. */
  hasRightWidth(): boolean {
    const { width } = this.header;
    const { rows } = this;
    if (rows.swallows) {
      this.note("row-swallowed");
      return false;
    }
    if (rows.strayQuote) this.note("quote-stray");
    if (this.#widthIsRight()) return true;
    this.note("row-width", { expected: `${width} fields`, received: `${rows.width}` });
    return false;
  }

  #widthIsRight(): boolean {
    const { rows } = this;
    const { width } = this.header;
    if (!this.#layout.trailingDelimiter) return rows.width === width;
    // A row without the trailing delimiter but with an empty end has lost a field instead.
    return rows.width === width
      ? rows.text(width - 1) !== ""
      : rows.width === width + 1 && rows.text(width) === "";
  }

  /**
   * A count of the current row. `undefined`, and reported, when it is not a count; where `optional`,
   * a missing one is `COUNT_MISSING` and not reported.
   */
  count({ column, position }: Found, station: Named, optional = false): number | undefined {
    let value = this.rows.count(position);
    if (value >= 0) return value;
    let reason: string | undefined;
    if (!this.#plainCounts) ({ value, reason } = this.#writtenCount(this.rows.text(position)));
    if (value >= 0 || (optional && value === COUNT_MISSING)) return value;
    return this.note(COUNT_ISSUES[value as keyof typeof COUNT_ISSUES], {
      station: station.text,
      field: column,
      expected: "a count in digits",
      received: this.rows.text(position) + (reason === undefined ? "" : ` (${reason})`),
    });
  }

  /** A field as a count, or why it is none, without a report. */
  peek({ position }: Found): number {
    const value = this.rows.count(position);
    return value >= 0 || this.#plainCounts
      ? value
      : this.#writtenCount(this.rows.text(position)).value;
  }

  /** A field by the layout's way of writing counts: words for missing, separators of thousands. */
  #writtenCount(text: string): { value: number; reason?: string } {
    const { missing = {}, thousands } = this.#layout.values!;
    const word = text.trim();
    if (Object.hasOwn(missing, word)) return { value: COUNT_MISSING, reason: missing[word]! };
    if (thousands === undefined || !text.includes(thousands)) return { value: parseCount(text) };
    const [first = "", ...groups] = text.split(thousands);
    const wellFormed =
      /^[1-9][0-9]{0,2}$/.test(first) && groups.every((part) => /^[0-9]{3}$/.test(part));
    const digits = wellFormed ? first + groups.join("") : text;
    return { value: parseCount(digits) };
  }
}
