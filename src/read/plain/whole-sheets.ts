import { ABSENT, SHEET_COUNTS } from "../../model/tallies";
import { appendSheets } from "./append";
import { ballotsOf, brokenRule, rulesOf, type SheetRules } from "../checks";
import {
  COUNTS,
  FIRST_RUN,
  LAST_RUN,
  LINE as OPENED_ON,
  type OpenSheets,
  PATH,
  ROW,
  SOURCE as OPENED_IN,
  STATED_VALID,
} from "../open-sheets";
import { columnOf } from "../parts";
import { emptySheet } from "../sheet-reader";
import { LINE, ROWS, SOURCE } from "../table";

/** Sheets that are put into the table at once, at most. */
const MOST = 1024;

/** How the rows of a path are counted, one for one. */
interface Plan {
  /** By row, the column. */
  readonly columns: Int32Array;
  /** By what is stated beside the candidates, its row, or -1. */
  readonly statedValid: number;
  readonly invalidVotes: number;
  readonly blankVotes: number;
  readonly ballotsCast: number;
  readonly registeredVoters: number;
}

/**
 * Settles sheets of which all rows stand together, with all candidates and each once, and which keep
 * the rules: nearly all. The others are left to who looks at their rows one by one.
 */
export class WholeSheets {
  readonly #open: OpenSheets;
  readonly #candidates: number;
  readonly #rules: SheetRules;
  readonly #sheet = emptySheet();
  readonly #plans: (Plan | null)[] = [];
  /** Whether rows state nothing of a sheet but their own votes. */
  readonly #isBare: boolean;
  readonly #firstRuns: Int32Array;
  readonly #lastRuns: Int32Array;
  readonly #openedOn: Int32Array;
  readonly #openedIn: Int32Array | undefined;
  readonly #rows: Int32Array;
  readonly #paths: Int32Array;
  readonly #votes: Int32Array;
  /** What is to be put into the table: its counts, and the source, line and rows of each sheet. */
  readonly #counts: Int32Array[];
  readonly #codes: Int32Array[];
  readonly #places: Int32Array[] = [];

  constructor(open: OpenSheets) {
    const { sheets, runs, table, election } = open;
    this.#open = open;
    this.#candidates = election.candidates.length;
    this.#rules = rulesOf(election.layout);
    const own = [STATED_VALID, ...SHEET_COUNTS.map((_, count) => COUNTS + count)];
    this.#isBare = own.every((column) => sheets.isUsual(column));
    this.#firstRuns = sheets.all(FIRST_RUN);
    this.#lastRuns = sheets.all(LAST_RUN);
    this.#openedOn = sheets.all(OPENED_ON);
    this.#openedIn = sheets.isUsual(OPENED_IN) ? undefined : sheets.all(OPENED_IN);
    this.#rows = runs.all(ROW);
    this.#paths = runs.all(PATH);
    this.#votes = open.votes.all(0);
    const columns = (number: number) => Array.from({ length: number }, () => new Int32Array(MOST));
    this.#counts = columns(this.#candidates + 1 + SHEET_COUNTS.length);
    this.#codes = columns(table.regions.length);
    for (const column of [SOURCE, LINE, ROWS]) this.#places[column] = new Int32Array(MOST);
  }

  /** Settles sheets from one on; returns the first that must be looked at. */
  settle(sheet: number): number {
    const { length } = this.#open.sheets;
    if (!this.#isBare) return sheet;
    for (;;) {
      const from = sheet;
      while (sheet < length && sheet - from < MOST && this.#read(sheet, sheet - from)) sheet++;
      if (sheet > from) this.#put(from, sheet);
      if (sheet - from < MOST) return sheet;
    }
  }

  /** Reads a sheet into a row of what is to be put into the table; false where it must be looked at. */
  #read(at: number, row: number): boolean {
    const run = this.#firstRuns[at]!;
    if (run === ABSENT || run !== this.#lastRuns[at] || this.#open.broken.has(at)) return false;
    const path = this.#paths[run]!;
    const plan = (this.#plans[path] ??= this.#planOf(path));
    if (plan === null) return false;
    const votes = this.#votes;
    const candidates = this.#candidates;
    const start = this.#rows[run]!;
    const { columns } = plan;
    let validVotes = 0;
    for (let part = 0; part < columns.length; part++) {
      const column = columns[part]!;
      const value = votes[start + part]!;
      this.#counts[column]![row] = value;
      if (column < candidates) validVotes += value;
    }
    const sheet = this.#sheet;
    sheet.validVotes = validVotes;
    sheet.invalidVotes = valueAt(votes, start, plan.invalidVotes);
    sheet.blankVotes = valueAt(votes, start, plan.blankVotes);
    sheet.ballotsCast = valueAt(votes, start, plan.ballotsCast);
    sheet.registeredVoters = valueAt(votes, start, plan.registeredVoters);
    const statedValid = valueAt(votes, start, plan.statedValid);
    if (brokenRule(sheet, statedValid, this.#rules) !== undefined) return false;
    sheet.ballotsCast = ballotsOf(sheet, this.#rules);
    this.#counts[candidates]![row] = validVotes;
    this.#counts[candidates + 1]![row] = sheet.invalidVotes;
    this.#counts[candidates + 2]![row] = sheet.blankVotes;
    this.#counts[candidates + 3]![row] = sheet.ballotsCast;
    this.#counts[candidates + 4]![row] = sheet.registeredVoters;
    this.#places[ROWS]![row] = columns.length;
    return true;
  }

  #planOf(path: number): Plan | null {
    const { parts, paths } = this.#open;
    const columns = Int32Array.from(paths.all[path]!.parts, (part) =>
      columnOf(parts.all[part]!, this.#candidates),
    );
    const found = new Set(columns);
    for (let candidate = 0; candidate < this.#candidates; candidate++)
      if (!found.has(candidate)) return null;
    if (found.size < columns.length) return null;
    const [statedValid, invalidVotes, blankVotes, ballotsCast, registeredVoters] = [
      0, 1, 2, 3, 4,
    ].map((own) => columns.indexOf(this.#candidates + own)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return { columns, statedValid, invalidVotes, blankVotes, ballotsCast, registeredVoters };
  }

  #put(from: number, to: number): void {
    const { table, keys, regions } = this.#open;
    const length = to - from;
    let last: readonly string[] | undefined;
    let codes: readonly number[] = [];
    for (let row = 0; row < length; row++) {
      const own = regions[from + row]!;
      if (own !== last) codes = table.codes(own);
      last = own;
      for (let level = 0; level < codes.length; level++) this.#codes[level]![row] = codes[level]!;
    }
    const places = [...this.#places];
    places[LINE] = this.#openedOn.subarray(from, to);
    places[SOURCE] = this.#openedIn?.subarray(from, to) as Int32Array;
    appendSheets(table, length, {
      counts: this.#counts.map((column, at) => {
        const values = column.subarray(0, length);
        const isStated = at <= this.#candidates || values.some((value) => value !== ABSENT);
        return isStated ? values : undefined;
      }),
      keys: {
        bytes: keys.bytes,
        start: keys.startOf(from),
        ends: keys.ends.subarray(from, to),
        hashes: keys.hashes.subarray(from, to),
      },
      regionCodes: this.#codes,
      places,
    });
  }
}

const valueAt = (votes: Int32Array, start: number, part: number) =>
  part === -1 ? ABSENT : votes[start + part]!;
