import { type Issue, makeIssue } from "../model/issue";
import { readCounts, writeCounts } from "../model/sheet";
import { ABSENT, LARGEST_COUNT, SHEET_COUNTS } from "../model/tallies";
import { resized } from "./arrays";
import type { Named } from "./fields";
import {
  CENTRE,
  COUNTS,
  FIRST_RUN,
  LINE,
  NEXT_RUN,
  type OpenSheets,
  PATH,
  ROW,
  RUN_LINE,
  RUN_SOURCE,
  SOURCE,
  STATED_VALID,
} from "./open-sheets";
import { columnOf, type Part } from "./parts";
import { emptySheet } from "./sheet-reader";

/** Where a row of an input is. */
interface Place {
  readonly source: number;
  readonly line: number;
  readonly votes: number;
}

/** Hands the complete sheets to the table and reports the rows of the others. */
export function settleSheets(open: OpenSheets): void {
  const { table } = open;
  open.endRun();
  // Each station has one sheet, which all of its rows are put on.
  table.mayRepeat = false;
  const clerk = new SheetClerk(open);
  table.reserve(table.sheets + open.sheets.length);
  for (let sheet = 0; ; sheet++) {
    sheet = open.ahead?.(sheet) ?? sheet;
    if (sheet >= open.sheets.length) return;
    const wrong = clerk.read(sheet);
    if (wrong === undefined) {
      table.duplicate += clerk.duplicates;
      table.add(clerk.row);
      continue;
    }
    const station = open.keys.at(sheet)!;
    table.reject(station, clerk.validVotes, clerk.places.length + clerk.duplicates);
    for (const { source, line } of clerk.places)
      table.issues.push(
        makeIssue("station-incomplete", {
          source: table.sourceNames[source]!,
          line,
          station,
          received: wrong,
        }),
      );
  }
}

/** Puts the rows of one sheet after the other together. What it holds is of the sheet that was read last. */
class SheetClerk {
  /** As the table takes it. */
  readonly row = {
    station: new Uint8Array(0) as Uint8Array,
    stationFrom: 0,
    stationTo: 0,
    counts: new Int32Array(0),
    regions: [] as readonly string[],
    line: 0,
    source: 0,
    rows: 0,
    centre: -1,
  };
  /** Rows that say the same as another of the sheet. */
  duplicates = 0;
  /** The sheet's other rows; only filled in when it cannot be counted. */
  places: readonly Place[] = [];

  readonly #open: OpenSheets;
  readonly #candidates: number;
  /** By row of the input. */
  readonly #votes: Int32Array;
  /** By what they count: the candidates, the stated valid votes, `SHEET_COUNTS`. */
  readonly #sums: Float64Array;
  readonly #sheet = emptySheet();
  /** By part: the sheet, from 1, on which it was met last. */
  #met = new Int32Array(64);
  #rows = 0;
  #broken: string | undefined;
  readonly #name: Named;
  #at = 0;

  constructor(open: OpenSheets) {
    this.#open = open;
    this.#candidates = open.election.candidates.length;
    this.#votes = open.votes.all(0);
    this.#sums = new Float64Array(this.#candidates + 1 + SHEET_COUNTS.length);
    this.row.counts = new Int32Array(this.#sums.length);
    const { keys } = open;
    const at = () => this.#at;
    this.#name = {
      get text() {
        return keys.at(at())!;
      },
    };
  }

  get validVotes(): number {
    return this.#sheet.validVotes;
  }

  /** Reads a sheet; returns what is wrong with it, if anything. */
  read(at: number): string | undefined {
    const { sheets, runs, table, readers, broken } = this.#open;
    const sums = this.#sums;
    const candidates = this.#candidates;
    this.#begin(at);
    for (let run = sheets.get(at, FIRST_RUN); run !== ABSENT; run = runs.get(run, NEXT_RUN))
      this.#readRun(run);
    let valid = 0;
    for (let candidate = 0; candidate < candidates; candidate++)
      valid += Math.max(0, sums[candidate]!);
    this.#sheet.validVotes = valid;
    readCounts(sums, candidates + 1, this.#sheet);
    const row = broken.get(at);
    let wrong = row ? `line ${row.line} of ${row.source} cannot be counted` : this.#broken;
    if (wrong === undefined) {
      const missing = this.#missing();
      if (missing !== undefined) wrong = `no row for ${missing}`;
    }
    if (wrong === undefined) {
      const before = table.issues.length;
      const reader = readers[sheets.get(at, SOURCE)]!;
      if (!reader.accepts(this.#sheet, sums[candidates]!, this.#name))
        wrong = ruleIn(table.issues.splice(before));
    }
    if (wrong === undefined) this.#write(at);
    else this.places = this.#placesOf(at);
    return wrong;
  }

  #begin(at: number): void {
    const { sheets } = this.#open;
    this.#at = at;
    this.duplicates = 0;
    this.#rows = 0;
    this.#broken = undefined;
    const sums = this.#sums;
    // A loop of our own is quicker for so few.
    for (let place = 0; place < sums.length; place++) sums[place] = ABSENT;
    const own = this.#candidates;
    sums[own] = sheets.get(at, STATED_VALID);
    for (let count = 0; count < SHEET_COUNTS.length; count++)
      sums[own + 1 + count] = sheets.get(at, COUNTS + count);
  }

  #endOf(run: number): number {
    const { runs, votes } = this.#open;
    return run + 1 < runs.length ? runs.get(run + 1, ROW) : votes.length;
  }

  #partsOf(run: number): readonly number[] {
    return this.#open.paths.all[this.#open.runs.get(run, PATH)]!.parts;
  }

  #readRun(run: number): void {
    const { runs, parts } = this.#open;
    const start = runs.get(run, ROW);
    const end = this.#endOf(run);
    const path = this.#partsOf(run);
    for (let row = start; row < end; row++) {
      const part = parts.all[path[row - start]!]!;
      const votes = this.#votes[row]!;
      if (part.number >= this.#met.length) this.#met = resized(this.#met, 2 * (part.number + 1));
      if (this.#met[part.number] === this.#at + 1) {
        this.#meetAgain(run, row, part, votes);
        continue;
      }
      this.#met[part.number] = this.#at + 1;
      this.#rows++;
      this.#add(columnOf(part, this.#candidates), votes);
    }
  }

  #add(place: number, votes: number): void {
    const sum = Math.max(0, this.#sums[place]!) + votes;
    this.#sums[place] = sum;
    if (sum > LARGEST_COUNT)
      this.#broken ??= `more ${place < this.#candidates ? "votes" : "ballots"} than any station holds`;
  }

  /** A row whose part was on the sheet before. */
  #meetAgain(run: number, row: number, { number, label }: Part, votes: number): void {
    const { runs, table, candidateColumns } = this.#open;
    const first = this.#placesOf(this.#at, number)[0]!;
    const same = first.votes === votes;
    const [value] = label;
    table.issues.push(
      makeIssue(same ? "duplicate-identical" : "duplicate-conflicting", {
        source: table.sourceNames[runs.get(run, RUN_SOURCE)]!,
        line: runs.get(run, RUN_LINE) + row - runs.get(run, ROW),
        station: this.#name.text,
        field: candidateColumns[runs.get(run, RUN_SOURCE)],
        expected: `one row for ${label.join(", ")}`,
        received: `${first.votes} on line ${first.line} and ${votes} here`,
      }),
    );
    this.duplicates++;
    if (!same) this.#broken ??= `two rows for ${value} that differ`;
  }

  /** The places of the sheet's rows, each part's first; or those of one part. */
  #placesOf(at: number, only?: number): Place[] {
    const { sheets, runs } = this.#open;
    const seen = new Set<number>();
    const places: Place[] = [];
    for (let run = sheets.get(at, FIRST_RUN); run !== ABSENT; run = runs.get(run, NEXT_RUN)) {
      const start = runs.get(run, ROW);
      const end = this.#endOf(run);
      const path = this.#partsOf(run);
      for (let row = start; row < end; row++) {
        const part = path[row - start]!;
        if (seen.has(part) || (only !== undefined && part !== only)) continue;
        seen.add(part);
        places.push({
          source: runs.get(run, RUN_SOURCE),
          line: runs.get(run, RUN_LINE) + row - start,
          votes: this.#votes[row]!,
        });
      }
    }
    return places;
  }

  /** The first candidate without a row, where that matters. */
  #missing(): string | undefined {
    const { layout, unattributed, election } = this.#open;
    const absent = this.#sums.indexOf(ABSENT);
    if (absent === -1 || absent >= this.#candidates) return undefined;
    // A station of which only the voters are listed has no tally, whatever absent candidates mean.
    if (this.#sums.subarray(0, this.#candidates).every((votes) => votes === ABSENT))
      return "any candidate";
    return layout.absentIsZero && !unattributed ? undefined : election.candidates[absent]!.code;
  }

  #write(at: number): void {
    const { sheets, keys, regions } = this.#open;
    const { row } = this;
    for (let candidate = 0; candidate < this.#candidates; candidate++)
      row.counts[candidate] = Math.max(0, this.#sums[candidate]!);
    writeCounts(this.#sheet, row.counts, this.#candidates);
    row.station = keys.bytes;
    row.stationFrom = keys.startOf(at);
    row.stationTo = keys.endOf(at);
    row.regions = regions[at]!;
    row.line = sheets.get(at, LINE);
    row.source = sheets.get(at, SOURCE);
    row.rows = this.#rows;
    row.centre = sheets.get(at, CENTRE);
  }
}

/** The rule that a whole sheet broke, from the issue that the check made. */
const ruleIn = ([issue]: readonly Issue[]) =>
  `${issue!.code}: expected ${issue!.expected}, found ${issue!.received}`;
