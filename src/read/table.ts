import { type Election, regionName } from "../model/election";
import { type Issue, type IssueCode, type IssueDetails, makeIssue } from "../model/issue";
import type { StationRegister } from "../model/register";
import { atLeastBallots, type SheetCounts } from "../model/sheet";
import {
  ABSENT,
  type InputSource,
  type RowCounts,
  SHEET_COUNTS,
  Tallies,
  type TallyColumns,
} from "../model/tallies";
import { Centres } from "./centres";
import { brokenRule, rulesOf, type SheetRules } from "./checks";
import { NumberColumns, RegionCoder } from "./columns";
import { KeyList } from "./key-list";
import { lookalikes } from "./lookalikes";
import { totalRows } from "./total-rows";
import { contested, registerUse, withoutRegion, withoutVotes } from "./whole";

/** A row that passed every check of its own; only valid until the next row is read. */
export interface SheetRow {
  /** The station's key as UTF-8: these bytes, from the one to before the other. */
  readonly station: Uint8Array;
  readonly stationFrom: number;
  readonly stationTo: number;
  /** Votes in the order of the election's candidates, valid votes, then {@link SHEET_COUNTS}. */
  readonly counts: Int32Array;
  /** From the largest region to the smallest; the array is not changed later. */
  readonly regions: readonly string[];
  readonly line: number;
  /** Index of the source, where it is not the one that is being read. */
  readonly source?: number;
  /** How many rows of the input the sheet is made of. */
  readonly rows: number;
  /** Number of its polling centre, or -1. */
  readonly centre: number;
}

/** The columns of a sheet's place. */
export const [SOURCE, LINE, ROWS, CENTRE] = [0, 1, 2, 3] as const;

/**
 * The sheets read so far. A second copy of a station is counted once when every
 * figure that both give is the same; when one differs, no copy is counted, because nothing tells
 * which is right and the order of rows must not decide.
 */
export class TallyTable {
  read = 0;
  rejected = 0;
  duplicate = 0;
  skipped = 0;
  /** Whether a station may be there more than once. */
  mayRepeat = true;
  readonly sourceNames: string[] = [];
  readonly issues: Issue[] = [];

  readonly #candidates: readonly string[];
  readonly #rules: SheetRules;
  readonly #keyIsPadded: boolean;
  readonly #countNames: readonly string[];
  readonly keys = new KeyList();
  readonly counts: NumberColumns;
  readonly regions: readonly RegionCoder[];
  readonly regionCodes: NumberColumns;
  readonly #coded: number[] = [];
  lastRegions: readonly string[] | undefined;
  /** Source, line, rows and centre of each sheet. */
  readonly places = new NumberColumns([0, -1, 1, -1]);
  readonly #place = [0, 0, 0, 0];
  readonly centres = new Centres();
  /** Station -> the most votes that can be read on a rejected row of it. */
  readonly rejectedVotes = new Map<string, number>();
  /** Row -> why its copies cannot all be right. */
  readonly #conflicts = new Map<number, string>();

  constructor({ candidates, layout }: Election) {
    this.#candidates = candidates.map(({ code }) => code);
    this.#rules = rulesOf(layout);
    this.#keyIsPadded = layout.station.every(({ digits }) => digits !== undefined);
    this.#countNames = [...this.#candidates, "validVotes", ...SHEET_COUNTS];
    this.counts = new NumberColumns(this.#countNames.map(() => ABSENT));
    this.regions = (layout.regions ?? []).map((region) => new RegionCoder(regionName(region)));
    this.regionCodes = new NumberColumns(this.regions.map(() => 0));
  }

  /** Accounts for rows that are not counted: whose they are, and the votes that can be read on them. */
  reject(station: string | undefined, votes: number, rows = 1): void {
    this.rejected += rows;
    if (station !== undefined)
      this.rejectedVotes.set(station, Math.max(votes, this.rejectedVotes.get(station) ?? 0));
  }

  get sheets(): number {
    return this.keys.length;
  }

  /** Makes room for so many sheets in all. */
  reserve(sheets: number): void {
    this.keys.reserve(sheets);
    this.counts.reserve(sheets);
    this.regionCodes.reserve(sheets);
    this.places.reserve(sheets);
  }

  /** Takes a sheet; whether it is a further copy of a station shows when all are there. */
  add(sheet: SheetRow): void {
    this.keys.push(sheet.station, sheet.stationFrom, sheet.stationTo);
    this.counts.push(sheet.counts);
    // Most sheets are of the same region as the one before.
    if (sheet.regions !== this.lastRegions) this.codes(sheet.regions);
    this.lastRegions = sheet.regions;
    this.regionCodes.push(this.#coded);
    const place = this.#place;
    place[0] = sheet.source ?? this.sourceNames.length - 1;
    place[1] = sheet.line;
    place[2] = sheet.rows;
    place[3] = sheet.centre;
    this.places.push(place);
  }

  /** Codes of the regions, or of the first of them, in an array that is used again. */
  codes(regions: readonly string[]): readonly number[] {
    const codes = this.#coded;
    let parent = 0;
    let path: readonly string[] = [];
    for (let level = 0; level < regions.length; level++) {
      const coder = this.regions[level]!;
      parent = coder.code(parent, path, regions[level]!);
      path = coder.paths[parent]!;
      codes[level] = parent;
    }
    return codes;
  }

  /** The first figure in which two copies of a station differ, in words. */
  #difference(first: number, copy: number): string | undefined {
    for (const [column, name] of this.#countNames.entries()) {
      const [a, b] = [this.counts.get(first, column), this.counts.get(copy, column)];
      if (a !== ABSENT && b !== ABSENT && a !== b) return `${name} ${a} and ${b}`;
    }
    const [path, other] = [this.#pathOf(first), this.#pathOf(copy)];
    const agrees = (name: string, level: number) =>
      name === other[level] || name === "" || other[level] === "";
    return path.every(agrees) ? undefined : `${path.join(", ")} and ${other.join(", ")}`;
  }

  #pathOf(row: number): readonly string[] {
    const innermost = this.regions.length - 1;
    return innermost < 0
      ? []
      : this.regions[innermost]!.paths[this.regionCodes.get(row, innermost)]!;
  }

  /** Fills in what the first copy did not give and this one does. */
  #complete(row: number, copy: number): void {
    for (const column of this.#countNames.keys())
      if (this.counts.get(row, column) === ABSENT)
        this.counts.set(row, column, this.counts.get(copy, column));
    const other = this.#pathOf(copy);
    const known = this.#pathOf(row).map((name, level) => name || other[level]!);
    for (const [level, code] of this.codes(known).entries()) this.regionCodes.set(row, level, code);
    // Two halves of a sheet may each keep the rules and break them together.
    const broken = brokenRule(this.#sheetAt(row), ABSENT, this.#rules);
    if (broken)
      this.#conflicts.set(row, `${broken.received} where there can be ${broken.expected}`);
  }

  #sheetAt(row: number): SheetCounts {
    const at = (count: number) => this.counts.get(row, this.#candidates.length + count);
    return {
      validVotes: at(0),
      invalidVotes: at(1),
      blankVotes: at(2),
      ballotsCast: at(3),
      registeredVoters: at(4),
    };
  }

  /** The tallies of every station without conflict, and what became of all rows. */
  finish(register: StationRegister | undefined, sources: readonly InputSource[]): Tallies {
    const copies = this.#settleCopies();
    const whole = this.#rowsWithout(copies, this.#conflicts);
    const all = this.#columns(whole);
    const totals = totalRows(all, this.rejected > 0);
    const kept = totals.size === 0 ? whole : whole.filter((_, index) => !totals.has(index));
    for (const total of totals) this.#rejectTotal(whole[total]!);
    const columns = totals.size === 0 ? all : this.#columns(kept);
    this.#reportAll(contested(columns, this.issues, sources));
    this.#reportAll(withoutRegion(columns, sources));
    this.#reportAll(withoutVotes(columns, sources));
    // Where every part of the key has its digits, the zeros have been restored.
    if (!this.#keyIsPadded) this.#reportAll(lookalikes(this.keys, kept, columns, sources));
    if (!this.places.isUsual(CENTRE))
      for (const row of kept)
        this.centres.add(this.places.get(row, CENTRE), atLeastBallots(this.#sheetAt(row)));
    this.#reportAll(this.centres.issues());
    const use = register && registerUse(register, columns);
    this.#reportAll(use?.issues ?? []);
    this.#reportAll(register?.issues ?? []);
    const rows: RowCounts = {
      read: this.read,
      accepted: this.#inputRows(kept),
      rejected: this.rejected,
      duplicate: this.duplicate,
      skipped: this.skipped,
      rejectedVotes: this.#votesOfMissing(columns),
    };
    return new Tallies(
      columns,
      sources,
      rows,
      this.#sortedIssues(),
      use?.use,
      use?.uncoveredVoters,
    );
  }

  /** All rows but those that are keys of the maps. */
  #rowsWithout(
    ...left: readonly { has(row: number): boolean; readonly size: number }[]
  ): Int32Array {
    const rows = new Int32Array(this.keys.length);
    for (let row = 0; row < rows.length; row++) rows[row] = row;
    return left.every(({ size }) => size === 0)
      ? rows
      : rows.filter((row) => !left.some((some) => some.has(row)));
  }

  /** How many rows of the inputs the sheets are made of. */
  #inputRows(kept: Int32Array): number {
    if (this.places.isUsual(ROWS)) return kept.length;
    return kept.reduce((sum, row) => sum + this.places.get(row, ROWS), 0);
  }

  /** The kept rows as columns. */
  #columns(kept: Int32Array): TallyColumns {
    const column = (position: number) => this.counts.column(position, kept);
    const width = this.#candidates.length;
    const given = SHEET_COUNTS.flatMap((name, index) => {
      const position = width + 1 + index;
      const values = this.counts.isUsual(position) ? undefined : column(position);
      return values?.some((value) => value !== ABSENT) ? [[name, values] as const] : [];
    });
    return {
      candidates: this.#candidates,
      stations: this.keys.select(kept),
      votes: this.#candidates.map((_, candidate) => column(candidate)),
      validVotes: column(width),
      ...Object.fromEntries(given),
      regions: this.regions.map(({ name, paths }, level) => ({
        name,
        paths,
        codes: this.regionCodes.column(level, kept),
      })),
      sourceIndex: this.places.column(SOURCE, kept),
      lines: this.places.column(LINE, kept),
    };
  }

  /** One by one: as many arguments as there are issues would not fit on the stack. */
  #reportAll(issues: Iterable<Issue>): void {
    for (const issue of issues) this.issues.push(issue);
  }

  /** Votes on rejected rows of stations that have no accepted one. */
  #votesOfMissing({ stations }: TallyColumns): number {
    if (this.rejectedVotes.size === 0) return 0;
    let votes = 0;
    for (const [station, own] of this.rejectedVotes)
      if (stations.indexOf(station) === -1) votes += own;
    return votes;
  }

  #rejectTotal(row: number): void {
    this.rejected += this.places.get(row, ROWS);
    this.#report("row-total", row);
  }

  #report(code: IssueCode, row: number, details: Partial<IssueDetails> = {}): void {
    const source = this.sourceNames[this.places.get(row, SOURCE)]!;
    const line = this.places.get(row, LINE);
    this.issues.push(makeIssue(code, { source, line, station: this.keys.at(row), ...details }));
  }

  /** Settles which stations are there more than once; returns the rows that are further copies. */
  #settleCopies(): ReadonlySet<number> {
    const further = new Set<number>();
    const expected = "one sheet per station";
    for (const [first, copies] of this.mayRepeat ? this.keys.repeated() : []) {
      // Whichever copy is right, there are at least so many votes.
      const votesOf = (row: number) => this.counts.get(row, this.#candidates.length);
      const votes = copies.reduce((least, row) => Math.min(least, votesOf(row)), votesOf(first));
      for (const copy of copies) {
        further.add(copy);
        const difference = this.#difference(first, copy);
        if (difference !== undefined) this.#conflicts.set(first, difference);
        else this.#complete(first, copy);
      }
      const received = this.#conflicts.get(first);
      if (received === undefined) {
        this.duplicate += copies.reduce((rows, copy) => rows + this.places.get(copy, ROWS), 0);
        const place = `the copy on line ${this.places.get(first, LINE)} of ${
          this.sourceNames[this.places.get(first, SOURCE)]
        }`;
        for (const copy of copies)
          this.#report("duplicate-identical", copy, { expected, received: place });
      } else {
        const rows = [first, ...copies];
        this.reject(
          this.keys.at(first),
          votes,
          rows.reduce((sum, row) => sum + this.places.get(row, ROWS), 0),
        );
        for (const row of rows) this.#report("duplicate-conflicting", row, { expected, received });
      }
    }
    return further;
  }

  /** By input in the order given, then by line, so that the same input gives the same list. */
  #sortedIssues(): Issue[] {
    const last = this.sourceNames.length;
    const order = new Map(this.sourceNames.map((name, index) => [name, index]));
    return this.issues.toSorted(
      (a, b) =>
        (order.get(a.source) ?? last) - (order.get(b.source) ?? last) ||
        (a.line ?? 0) - (b.line ?? 0),
    );
  }
}
