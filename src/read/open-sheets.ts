import type { CandidateRows, Election } from "../model/election";
import { ABSENT, SHEET_COUNTS } from "../model/tallies";
import { sameBytes } from "./arrays";
import { NumberColumns } from "./columns";
import { KeyList } from "./key-list";
import { type PartPath, PartPaths } from "./part-paths";
import { Parts } from "./parts";
import type { SheetReader } from "./sheet-reader";
import type { StationKey } from "./station-key";
import type { TallyTable } from "./table";

/** What is kept of each sheet, beside its rows; its own counts come last. */
export const [SOURCE, LINE, CENTRE, STATED_VALID, FIRST_RUN, LAST_RUN, COUNTS] = [
  0, 1, 2, 3, 4, 5, 6,
] as const;
export const NEW_SHEET = [0, 0, -1, ABSENT, -1, -1, ...SHEET_COUNTS.map(() => ABSENT)];
/** Of each run of rows of one sheet: its first row, its line and source, the sheet's next run, its parts. */
export const [ROW, RUN_LINE, RUN_SOURCE, NEXT_RUN, PATH] = [0, 1, 2, 3, 4] as const;

/** A station key as UTF-8, and its hash, if it is known. */
type KeyBytes = Pick<StationKey, "bytes" | "length"> & { readonly hash?: number };

export interface BrokenRow {
  /** Name of the source. */
  readonly source: string;
  readonly line: number;
}

/**
 * Collects the sheets of tables with a row per station and candidate, over all inputs. A sheet is
 * complete when no more rows can come, and counts only as a whole: a candidate's row that is missing
 * or cannot be read is not a zero.
 *
 * Rows are kept as their votes, in the order in which they come; those of a sheet mostly stand together,
 * so a sheet is a few runs of rows, each with the parts that its rows are.
 */
export class OpenSheets {
  readonly parts: Parts;
  readonly layout: CandidateRows;
  readonly keys = new KeyList();
  readonly sheets = new NumberColumns(NEW_SHEET);
  readonly regions: (readonly string[])[] = [];
  /** By row. */
  readonly votes = new NumberColumns([0]);
  readonly runs = new NumberColumns([0, 0, 0, ABSENT, 0]);
  readonly paths = new PartPaths();
  /** Sheet -> the first of its rows that cannot be counted. */
  readonly broken = new Map<number, BrokenRow>();
  /** By source. */
  readonly readers: SheetReader[] = [];
  readonly candidateColumns: string[] = [];
  /** Settles sheets from one on that need no second look; returns the first that does. */
  ahead: ((sheet: number) => number) | undefined;
  /** Whether a row was rejected without telling its station: it may be any absent candidate's. */
  unattributed = false;

  #sheet = -1;
  readonly #last = new Uint8Array(64);
  #lastLength = -1;
  #lastRun = -1;
  #nextLine = -1;
  /** The parts of the rows that were added last, as long as they follow each other. */
  path: PartPath;
  readonly #votes = [0];
  readonly #run = [0, 0, 0, ABSENT, 0];
  readonly #sheetRow = [...NEW_SHEET];

  constructor(
    readonly election: Election,
    readonly table: TallyTable,
  ) {
    this.layout = election.layout.rows!;
    this.parts = new Parts(election);
    this.path = this.paths.none;
  }

  /** Makes room for so many times what is there. */
  reserve(times: number): void {
    for (const list of [this.keys, this.sheets, this.votes, this.runs])
      list.reserve(Math.ceil(times * list.length));
  }

  /** The sheet of a station; -1 when none has been opened. */
  find(key: KeyBytes): number {
    const { bytes, length } = key;
    if (length === this.#lastLength && sameBytes(bytes, 0, this.#last, 0, length))
      return this.#sheet;
    const sheet = this.keys.find(bytes, 0, length);
    if (sheet !== -1) this.#turnTo(sheet, key);
    return sheet;
  }

  /** Opens the sheet of a station that has none. */
  open(key: KeyBytes, line: number, centre: number, regions: readonly string[]): number {
    const sheet = this.keys.push(key.bytes, 0, key.length, key.hash);
    const source = this.readers.length - 1;
    const row = this.#sheetRow;
    row[SOURCE] = source;
    row[LINE] = line;
    row[CENTRE] = centre;
    this.sheets.push(row);
    this.regions.push(regions);
    this.#turnTo(sheet, key);
    return sheet;
  }

  #turnTo(sheet: number, { bytes, length }: KeyBytes): void {
    this.endRun();
    this.#sheet = sheet;
    this.#lastLength = length <= this.#last.length ? length : -1;
    for (let at = 0; at < this.#lastLength; at++) this.#last[at] = bytes[at]!;
  }

  /** Adds a row to the sheet that was found or opened last. */
  add(part: number, votes: number, line: number): void {
    this.place(part, line, this.votes.length);
    this.#votes[0] = votes;
    this.votes.push(this.#votes);
  }

  /** Adds the row at a place in {@link votes}, which its votes are put into by who calls it. */
  place(part: number, line: number, row: number): void {
    if (this.#lastRun === -1 || line !== this.#nextLine) this.#startRun(line, row);
    let path = this.paths.follow(this.path, part);
    if (path === undefined) {
      this.#startRun(line, row);
      path = this.paths.follow(this.path, part)!;
    }
    this.path = path;
    this.#nextLine = line + 1;
  }

  /** Adds the first rows of a sheet, whose parts are those of a path. */
  placeAll(path: PartPath, line: number, row: number): void {
    this.#startRun(line, row);
    this.path = path;
    this.#nextLine = line + path.parts.length;
  }

  #startRun(line: number, row: number): void {
    this.endRun();
    const run = this.runs.length;
    const values = this.#run;
    values[ROW] = row;
    values[RUN_LINE] = line;
    values[RUN_SOURCE] = this.readers.length - 1;
    this.runs.push(values);
    this.#chain(this.#sheet, run, run);
    this.#lastRun = run;
  }

  /** The next row begins a run. */
  endRun(): void {
    if (this.#lastRun !== -1) this.runs.set(this.#lastRun, PATH, this.path.number);
    this.#lastRun = -1;
    this.path = this.paths.none;
  }

  /** Puts runs that follow each other behind those of the sheet. */
  #chain(sheet: number, first: number, last: number): void {
    const before = this.sheets.get(sheet, LAST_RUN);
    if (before === -1) this.sheets.set(sheet, FIRST_RUN, first);
    else this.runs.set(before, NEXT_RUN, first);
    this.sheets.set(sheet, LAST_RUN, last);
  }

  /** Another input begins. */
  begin(reader: SheetReader, candidateColumn: string): void {
    this.readers.push(reader);
    this.candidateColumns.push(candidateColumn);
    this.forget();
  }

  /** The next row begins a run, whatever was found or opened last. */
  forget(): void {
    this.endRun();
    this.#lastLength = -1;
  }
}
