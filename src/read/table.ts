import type { Election } from "../model/election";
import { type Issue, type IssueCode, makeIssue } from "../model/issue";
import type { StationRegister } from "../model/register";
import {
  ABSENT,
  type InputSource,
  type RegisterUse,
  type RowCounts,
  SHEET_COUNTS,
  Tallies,
} from "../model/tallies";
import { NumberRows, RegionCoder } from "./columns";

/** A row that passed every check of its own; only valid until the next row is read. */
export interface SheetRow {
  readonly station: string;
  /** Votes in the order of the election's candidates, valid votes, then {@link SHEET_COUNTS}. */
  readonly counts: readonly number[];
  /** From the largest region to the smallest. */
  readonly regions: readonly string[];
  readonly line: number;
}

/**
 * The sheets read so far, one per station. A second copy of a station is counted once when every
 * figure that both give is the same; when one differs, no copy is counted, because nothing tells
 * which is right and the order of rows must not decide.
 */
export class TallyTable {
  rejected = 0;
  skipped = 0;
  readonly sources: InputSource[] = [];
  readonly issues: Issue[] = [];

  readonly #candidates: readonly string[];
  readonly #keyIsPadded: boolean;
  readonly #countNames: readonly string[];
  readonly #rowOf = new Map<string, number>();
  readonly #counts: NumberRows;
  readonly #regions: readonly RegionCoder[];
  readonly #regionCodes: NumberRows;
  readonly #places = new NumberRows(2);
  /** Row -> the further copies of its station. */
  readonly #copies = new Map<number, Copy[]>();
  /** Row -> why its copies cannot all be right. */
  readonly #conflicts = new Map<number, string>();

  constructor({ candidates, layout }: Election) {
    this.#candidates = candidates.map(({ code }) => code);
    this.#keyIsPadded = layout.station.every(({ digits }) => digits !== undefined);
    this.#countNames = [...this.#candidates, "validVotes", ...SHEET_COUNTS];
    this.#counts = new NumberRows(this.#countNames.length);
    this.#regions = (layout.regions ?? []).map((name) => new RegionCoder(name));
    this.#regionCodes = new NumberRows(this.#regions.length);
  }

  add(sheet: SheetRow): void {
    const row = this.#rowOf.get(sheet.station);
    if (row === undefined) {
      this.#rowOf.set(sheet.station, this.#counts.length);
      this.#counts.push(sheet.counts);
      this.#regionCodes.push(this.#codes(sheet.regions));
      this.#places.push([this.sources.length - 1, sheet.line]);
      return;
    }
    const copies = this.#copies.get(row) ?? [];
    copies.push({ source: this.sources.length - 1, line: sheet.line });
    this.#copies.set(row, copies);
    const difference = this.#difference(row, sheet);
    if (difference !== undefined) this.#conflicts.set(row, difference);
    else this.#complete(row, sheet);
  }

  #codes(regions: readonly string[]): number[] {
    const codes: number[] = [];
    let parent = 0;
    let path: readonly string[] = [];
    for (let level = 0; level < this.#regions.length; level++) {
      const coder = this.#regions[level]!;
      parent = coder.code(parent, path, regions[level]!);
      path = coder.paths[parent]!;
      codes.push(parent);
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
    return path.every((name, level) => name === regions[level])
      ? undefined
      : `${path.join(", ")} and ${regions.join(", ")}`;
  }

  /** Fills in what the first copy did not give and this one does. */
  #complete(row: number, { counts }: SheetRow): void {
    for (const [column, count] of counts.entries())
      if (this.#counts.get(row, column) === ABSENT) this.#counts.set(row, column, count);
  }

  /** The tallies of every station without conflict, and what became of all rows. */
  finish(register: StationRegister | undefined): Tallies {
    const stations = [...this.#rowOf.keys()];
    const duplicate = this.#settleCopies(stations);
    const whole = Int32Array.from(stations.keys()).filter((row) => !this.#conflicts.has(row));
    const total = this.#totalRow(whole);
    const kept = total === undefined ? whole : whole.filter((row) => row !== total);
    if (total !== undefined) {
      this.rejected++;
      this.#reportRow("row-total", total, stations[total]!);
    }
    this.#findLookalikes(stations, kept);
    const column = (position: number) => this.#counts.column(position, kept);
    const rows: RowCounts = {
      read: kept.length + this.rejected + duplicate + this.skipped,
      accepted: kept.length,
      rejected: this.rejected,
      duplicate,
      skipped: this.skipped,
    };
    const width = this.#candidates.length;
    const sheetCounts = SHEET_COUNTS.map(
      (name, index) => [name, column(width + 1 + index)] as const,
    );
    return new Tallies(
      {
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
      },
      this.sources,
      rows,
      this.#sortedIssues(),
      register && useOf(register, stations, kept),
    );
  }

  /**
   * The row that is the sum of all others, candidate by candidate. Tiny figures can agree by chance:
   * three rows and a hundred votes must be there.
   */
  #totalRow(rows: Int32Array): number | undefined {
    if (rows.length < 3) return undefined;
    const candidates = this.#candidates.map((_, candidate) => candidate);
    const sums = candidates.map((candidate) =>
      this.#counts.column(candidate, rows).reduce((sum, votes) => sum + votes, 0),
    );
    if (sums.reduce((a, b) => a + b, 0) < 200) return undefined;
    return rows.find((row) =>
      candidates.every((candidate) => 2 * this.#counts.get(row, candidate) === sums[candidate]),
    );
  }

  /** Keys that a spreadsheet may have made two of: with and without zeros in front. */
  #findLookalikes(stations: readonly string[], kept: Int32Array): void {
    // Where every part has its digits, the zeros have been restored.
    if (this.#keyIsPadded) return;
    const seen = new Map<string, string>();
    for (const row of kept) {
      const station = stations[row]!;
      const bare = station.replace(/(^|\/)0+(?=[^/])/g, "$1");
      const other = seen.get(bare);
      if (other === undefined) seen.set(bare, station);
      else this.#reportRow("station-lookalike", row, station, `${other} as well`);
    }
  }

  #reportRow(code: IssueCode, row: number, station: string, received?: string): void {
    const { name } = this.sources[this.#places.get(row, 0)]!;
    const line = this.#places.get(row, 1);
    this.issues.push(makeIssue(code, { source: name, line, station, received }));
  }

  /** Reports every further copy; returns how many are duplicates that agree. */
  #settleCopies(stations: readonly string[]): number {
    let duplicate = 0;
    for (const [row, copies] of this.#copies) {
      const first = { source: this.#places.get(row, 0), line: this.#places.get(row, 1) };
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
        this.rejected += copies.length + 1;
        for (const copy of [first, ...copies]) report(copy, conflict);
      }
    }
    return duplicate;
  }

  /** By input in the order given, then by line, so that the same input gives the same list. */
  #sortedIssues(): Issue[] {
    const order = new Map(this.sources.map(({ name }, index) => [name, index]));
    return this.issues.toSorted(
      (a, b) =>
        (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || (a.line ?? 0) - (b.line ?? 0),
    );
  }
}

function useOf(
  { source, registeredVoters, complete }: StationRegister,
  stations: readonly string[],
  kept: Int32Array,
): RegisterUse {
  let matched = 0;
  for (const row of kept) if (registeredVoters.has(stations[row]!)) matched++;
  return { source, stations: registeredVoters.size, matched, complete };
}

interface Copy {
  readonly source: number;
  readonly line: number;
}
