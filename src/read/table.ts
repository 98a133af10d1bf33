import { type Election, regionName } from "../model/election";
import { type Issue, makeIssue } from "../model/issue";
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
import { NumberRows, RegionCoder } from "./columns";
import {
  contested,
  lookalikes,
  registerUse,
  totalRows,
  withoutRegion,
  withoutVotes,
} from "./whole";

/** A row that passed every check of its own; only valid until the next row is read. */
export interface SheetRow {
  readonly station: string;
  /** Votes in the order of the election's candidates, valid votes, then {@link SHEET_COUNTS}. */
  readonly counts: readonly number[];
  /** From the largest region to the smallest. */
  readonly regions: readonly string[];
  readonly line: number;
  /** Index of the source, where it is not the one that is being read. */
  readonly source?: number;
  /** How many rows of the input the sheet is made of. */
  readonly rows: number;
  /** Number of its polling centre, or -1. */
  readonly centre: number;
}

/**
 * The sheets read so far, one per station. A second copy of a station is counted once when every
 * figure that both give is the same; when one differs, no copy is counted, because nothing tells
 * which is right and the order of rows must not decide.
 */
export class TallyTable {
  read = 0;
  rejected = 0;
  duplicate = 0;
  skipped = 0;
  readonly sources: InputSource[] = [];
  readonly issues: Issue[] = [];

  readonly #candidates: readonly string[];
  readonly #rules: SheetRules;
  readonly #keyIsPadded: boolean;
  readonly #countNames: readonly string[];
  readonly #rowOf = new Map<string, number>();
  readonly #counts: NumberRows;
  readonly #regions: readonly RegionCoder[];
  readonly #regionCodes: NumberRows;
  readonly #coded: number[] = [];
  /** Source, line, rows and centre of each sheet. */
  readonly #places = new NumberRows(4);
  readonly #place = [0, 0, 0, 0];
  readonly centres = new Centres();
  /** Station -> the most votes that can be read on a rejected row of it. */
  readonly #rejectedVotes = new Map<string, number>();
  /** Row -> the further copies of its station. */
  readonly #copies = new Map<number, Copy[]>();
  /** Row -> why its copies cannot all be right. */
  readonly #conflicts = new Map<number, string>();

  constructor({ candidates, layout }: Election) {
    this.#candidates = candidates.map(({ code }) => code);
    this.#rules = rulesOf(layout);
    this.#keyIsPadded = layout.station.every(({ digits }) => digits !== undefined);
    this.#countNames = [...this.#candidates, "validVotes", ...SHEET_COUNTS];
    this.#counts = new NumberRows(this.#countNames.length);
    this.#regions = (layout.regions ?? []).map((region) => new RegionCoder(regionName(region)));
    this.#regionCodes = new NumberRows(this.#regions.length);
  }

  /** Accounts for rows that are not counted: whose they are, and the votes that can be read on them. */
  reject(station: string | undefined, votes: number, rows = 1): void {
    this.rejected += rows;
    if (station !== undefined)
      this.#rejectedVotes.set(station, Math.max(votes, this.#rejectedVotes.get(station) ?? 0));
  }

  add(sheet: SheetRow): void {
    const row = this.#rowOf.get(sheet.station);
    if (row === undefined) {
      this.#rowOf.set(sheet.station, this.#counts.length);
      this.#counts.push(sheet.counts);
      this.#regionCodes.push(this.#codes(sheet.regions));
      const place = this.#place;
      place[0] = sheet.source ?? this.sources.length - 1;
      place[1] = sheet.line;
      place[2] = sheet.rows;
      place[3] = sheet.centre;
      this.#places.push(place);
      return;
    }
    const copies = this.#copies.get(row) ?? [];
    const votes = sheet.counts[this.#candidates.length]!;
    copies.push({ source: this.sources.length - 1, line: sheet.line, votes });
    this.#copies.set(row, copies);
    const difference = this.#difference(row, sheet);
    if (difference !== undefined) this.#conflicts.set(row, difference);
    else this.#complete(row, sheet);
  }

  /** Codes of the regions, in an array that the next sheet reuses. */
  #codes(regions: readonly string[]): readonly number[] {
    const codes = this.#coded;
    let parent = 0;
    let path: readonly string[] = [];
    for (let level = 0; level < this.#regions.length; level++) {
      const coder = this.#regions[level]!;
      parent = coder.code(parent, path, regions[level]!);
      path = coder.paths[parent]!;
      codes[level] = parent;
    }
    return codes;
  }

  /** The first figure in which a further copy of a station differs, in words. */
  #difference(row: number, { counts, regions }: SheetRow): string | undefined {
    for (const [column, name] of this.#countNames.entries()) {
      const [first, second] = [this.#counts.get(row, column), counts[column]!];
      if (first !== ABSENT && second !== ABSENT && first !== second)
        return `${name} ${first} and ${second}`;
    }
    const innermost = this.#regions.length - 1;
    if (innermost < 0) return undefined;
    const path = this.#regions[innermost]!.paths[this.#regionCodes.get(row, innermost)]!;
    const agrees = (name: string, level: number) =>
      name === regions[level] || name === "" || regions[level] === "";
    return path.every(agrees) ? undefined : `${path.join(", ")} and ${regions.join(", ")}`;
  }

  /** Fills in what the first copy did not give and this one does. */
  #complete(row: number, { counts, regions }: SheetRow): void {
    for (const [column, count] of counts.entries())
      if (this.#counts.get(row, column) === ABSENT) this.#counts.set(row, column, count);
    const known = this.#regions.map(
      ({ paths }, level) => paths[this.#regionCodes.get(row, level)]!.at(-1) || regions[level]!,
    );
    for (const [level, code] of this.#codes(known).entries())
      this.#regionCodes.set(row, level, code);
    // Two halves of a sheet may each keep the rules and break them together.
    const broken = brokenRule(this.#sheetAt(row), ABSENT, this.#rules);
    if (broken)
      this.#conflicts.set(row, `${broken.received} where there can be ${broken.expected}`);
  }

  #sheetAt(row: number): SheetCounts {
    const [validVotes, invalidVotes, blankVotes, ballotsCast, registeredVoters] = [
      0, 1, 2, 3, 4,
    ].map((count) => this.#counts.get(row, this.#candidates.length + count)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return { validVotes, invalidVotes, blankVotes, ballotsCast, registeredVoters };
  }

  /** The tallies of every station without conflict, and what became of all rows. */
  finish(register: StationRegister | undefined): Tallies {
    const stations = [...this.#rowOf.keys()];
    this.duplicate += this.#settleCopies(stations);
    const whole = Int32Array.from(stations.keys()).filter((row) => !this.#conflicts.has(row));
    const all = this.#columns(stations, whole);
    const totals = totalRows(all, this.rejected > 0);
    const kept = totals.size === 0 ? whole : whole.filter((_, index) => !totals.has(index));
    for (const total of totals) this.#rejectTotal(whole[total]!, stations);
    const columns = totals.size === 0 ? all : this.#columns(stations, kept);
    this.#reportAll(contested(columns, this.issues, this.sources));
    this.#reportAll(withoutRegion(columns, this.sources));
    this.#reportAll(withoutVotes(columns, this.sources));
    // Where every part of the key has its digits, the zeros have been restored.
    if (!this.#keyIsPadded) this.#reportAll(lookalikes(columns, this.sources));
    for (const row of kept) {
      const centre = this.#places.get(row, 3);
      if (centre >= 0) this.centres.add(centre, atLeastBallots(this.#sheetAt(row)));
    }
    this.#reportAll(this.centres.issues());
    const use = register && registerUse(register, columns);
    this.#reportAll(use?.issues ?? []);
    this.#reportAll(register?.issues ?? []);
    const rows: RowCounts = {
      read: this.read,
      accepted: this.#places.column(2, kept).reduce((sum, rows) => sum + rows, 0),
      rejected: this.rejected,
      duplicate: this.duplicate,
      skipped: this.skipped,
      rejectedVotes: this.#votesOfMissing(columns),
    };
    return new Tallies(columns, this.sources, rows, this.#sortedIssues(), use?.use);
  }

  /** The kept rows as columns. */
  #columns(stations: readonly string[], kept: Int32Array): TallyColumns {
    const column = (position: number) => this.#counts.column(position, kept);
    const width = this.#candidates.length;
    const sheetCounts = SHEET_COUNTS.map(
      (name, index) => [name, column(width + 1 + index)] as const,
    );
    return {
      candidates: this.#candidates,
      stations:
        kept.length === stations.length ? stations : Array.from(kept, (row) => stations[row]!),
      votes: this.#candidates.map((_, candidate) => column(candidate)),
      validVotes: column(width),
      ...Object.fromEntries(
        sheetCounts.filter(([, values]) => values.some((value) => value !== ABSENT)),
      ),
      regions: this.#regions.map(({ name, paths }, level) => ({
        name,
        paths,
        codes: this.#regionCodes.column(level, kept),
      })),
      sourceIndex: this.#places.column(0, kept),
      lines: this.#places.column(1, kept),
    };
  }

  /** One by one: as many arguments as there are issues would not fit on the stack. */
  #reportAll(issues: Iterable<Issue>): void {
    for (const issue of issues) this.issues.push(issue);
  }

  /** Votes on rejected rows of stations that have no accepted one. */
  #votesOfMissing({ stations }: TallyColumns): number {
    if (this.#rejectedVotes.size === 0) return 0;
    const covered = new Set(stations);
    let votes = 0;
    for (const [station, own] of this.#rejectedVotes) if (!covered.has(station)) votes += own;
    return votes;
  }

  #rejectTotal(row: number, stations: readonly string[]): void {
    this.rejected += this.#places.get(row, 2);
    const { name } = this.sources[this.#places.get(row, 0)]!;
    const details = { source: name, line: this.#places.get(row, 1), station: stations[row]! };
    this.issues.push(makeIssue("row-total", details));
  }

  /** Reports every further copy; returns how many are duplicates that agree. */
  #settleCopies(stations: readonly string[]): number {
    let duplicate = 0;
    for (const [row, copies] of this.#copies) {
      const first = {
        source: this.#places.get(row, 0),
        line: this.#places.get(row, 1),
        votes: this.#counts.get(row, this.#candidates.length),
      };
      const conflict = this.#conflicts.get(row);
      const report = ({ source, line }: Copy, received: string) =>
        this.issues.push(
          makeIssue(conflict === undefined ? "duplicate-identical" : "duplicate-conflicting", {
            source: this.sources[source]!.name,
            line,
            station: stations[row]!,
            expected: "one sheet per station",
            received,
          }),
        );
      if (conflict === undefined) {
        duplicate += copies.length;
        const received = `the copy on line ${first.line} of ${this.sources[first.source]!.name}`;
        for (const copy of copies) report(copy, received);
      } else {
        // Whichever copy is right, there are at least so many votes.
        const votes = copies.reduce((least, copy) => Math.min(least, copy.votes), first.votes);
        this.reject(stations[row], votes, copies.length + this.#places.get(row, 2));
        for (const copy of [first, ...copies]) report(copy, conflict);
      }
    }
    return duplicate;
  }

  /** By input in the order given, then by line, so that the same input gives the same list. */
  #sortedIssues(): Issue[] {
    const last = this.sources.length;
    const order = new Map(this.sources.map(({ name }, index) => [name, index]));
    return this.issues.toSorted(
      (a, b) =>
        (order.get(a.source) ?? last) - (order.get(b.source) ?? last) ||
        (a.line ?? 0) - (b.line ?? 0),
    );
  }
}

interface Copy {
  readonly source: number;
  readonly line: number;
  readonly votes: number;
}
