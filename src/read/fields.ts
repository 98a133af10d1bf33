import { type Column, columnName, type StationColumn } from "../model/election";
import { type Issue, type IssueCode, type IssueDetails, makeIssue } from "../model/issue";
import { COUNT_ISSUES, type RowCursor } from "./cursor";
import { Header } from "./header";
import { stationKey } from "./station-key";

/** A column found in the header: where it is and what it is called there. */
export interface Found {
  readonly column: string;
  readonly position: number;
}

/**
 * Takes single fields out of the rows of one input, and reports those that cannot be read. What a
 * tally file and a register have in common is here: the row's width, its station, a count.
 */
export class FieldReader {
  readonly #header: Header;
  readonly #positions: readonly number[];
  readonly #fields: string[] = [];

  /** @param required columns beside the station's that the input must have */
  constructor(
    private readonly rows: RowCursor,
    readonly source: string,
    private readonly report: (issue: Issue) => void,
    private readonly stationColumns: readonly StationColumn[],
    required: readonly string[],
  ) {
    this.#header = new Header(rows, source);
    // All at once, so that one message names everything that is missing.
    const positions = this.#header.require([
      ...stationColumns.map(({ column }) => column),
      ...required,
    ]);
    this.#positions = positions.slice(0, stationColumns.length);
  }

  /** A column of the layout; reports an optional one that the input does not have. */
  find(column: Column): Found | undefined {
    const name = columnName(column);
    const position = this.#header.find(name);
    if (position !== undefined) return { column: name, position };
    this.report(makeIssue("column-absent", { source: this.source, field: name }));
    return undefined;
  }

  /** Reports an issue on the current row; returns undefined, as there is nothing to read. */
  note(code: IssueCode, details: Omit<IssueDetails, "source" | "line"> = {}): undefined {
    this.report(makeIssue(code, { source: this.source, line: this.rows.line, ...details }));
  }

  /** Station key of the current row; undefined, and reported, when the row has none. */
  station(): string | undefined {
    const { rows } = this;
    if (rows.width !== this.#header.width)
      return this.note("row-width", {
        expected: `${this.#header.width} fields`,
        received: `${rows.width}`,
      });
    for (let index = 0; index < this.#positions.length; index++)
      this.#fields[index] = rows.text(this.#positions[index]!);
    const named = stationKey(this.stationColumns, this.#fields);
    return typeof named === "string" ? named : this.note(named.code, named);
  }

  /** A count of the current row; undefined, and reported, when it is not a count. */
  count({ column, position }: Found, station: string): number | undefined {
    const value = this.rows.count(position);
    if (value >= 0) return value;
    return this.note(COUNT_ISSUES[value as keyof typeof COUNT_ISSUES], {
      station,
      field: column,
      expected: "a count in digits",
      received: this.rows.text(position),
    });
  }

  text(position: number): string {
    return this.rows.text(position).trim();
  }

  get line(): number {
    return this.rows.line;
  }

  /** Whether the current row is an empty line. */
  get blank(): boolean {
    return this.rows.width === 0;
  }
}
