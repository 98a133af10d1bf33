import type { CandidateRows, Election } from "../model/election";
import { TallyError } from "../model/error";
import { type Issue, makeIssue } from "../model/issue";
import type { StationRegister } from "../model/register";
import type { SheetCounts } from "../model/sheet";
import { ABSENT, LARGEST_COUNT, SHEET_COUNTS } from "../model/tallies";
import type { RowCursor } from "./cursor";
import { FieldReader } from "./fields";
import type { Found } from "./header";
import type { RowReader } from "./row-reader";
import { emptySheet, sheetColumns, SheetReader } from "./sheet-reader";
import type { TallyTable } from "./table";

/** What a value of the candidate column stands for. */
type Meaning =
  | { readonly kind: "candidate"; readonly candidate: number }
  | { readonly kind: "count"; readonly name: keyof SheetCounts }
  | { readonly kind: "ignored" };

/** A station's sheet as its rows come in. */
interface OpenSheet {
  readonly source: number;
  readonly line: number;
  readonly reader: SheetReader;
  readonly regions: readonly string[];
  readonly centre: number;
  readonly votes: (number | undefined)[];
  readonly sheet: Record<keyof SheetCounts, number>;
  statedValid: number;
  /** What has been read: value and mode -> votes and line. */
  readonly parts: Map<string, { readonly votes: number; readonly place: Place }>;
  /** Rows that count if the sheet does. */
  readonly rows: Place[];
  duplicates: number;
  /** Why the sheet cannot be counted. */
  broken: string | undefined;
}

interface Place {
  readonly source: string;
  readonly line: number;
}

/**
 * Collects the sheets of tables with a row per station and candidate, over all inputs. A sheet is
 * complete when no more rows can come, and counts only as a whole: a candidate's row that is missing
 * or cannot be read is not a zero.
 */
export class OpenSheets {
  readonly #sheets = new Map<string, OpenSheet>();
  readonly #meanings: ReadonlyMap<string, Meaning>;
  readonly layout: CandidateRows;
  /** Whether a row was rejected without telling its station: it may be any absent candidate's. */
  unattributed = false;

  constructor(
    readonly election: Election,
    readonly table: TallyTable,
  ) {
    this.layout = election.layout.rows!;
    this.#meanings = meaningsOf(election);
  }

  meaning(value: string): Meaning | undefined {
    return this.#meanings.get(value);
  }

  get(station: string): OpenSheet | undefined {
    return this.#sheets.get(station);
  }

  open(station: string, sheet: OpenSheet): OpenSheet {
    this.#sheets.set(station, sheet);
    return sheet;
  }

  /** Hands the complete sheets to the table and reports the rows of the others. */
  finish(): void {
    const { table } = this;
    for (const [station, open] of this.#sheets) {
      const missing = this.#missing(open);
      const why = open.broken ?? (missing && `no row for ${missing}`);
      const { reader, sheet, votes } = open;
      // By candidate and not by what is there: a list with holes would move the votes of others.
      const counted = this.election.candidates.map((_, candidate) => votes[candidate] ?? 0);
      sheet.validVotes = counted.reduce((sum, own) => sum + own, 0);
      const before = table.issues.length;
      if (why === undefined && reader.accepts(sheet, open.statedValid, station)) {
        table.duplicate += open.duplicates;
        table.add({
          station,
          counts: [...counted, sheet.validVotes, ...SHEET_COUNTS.map((name) => sheet[name])],
          regions: open.regions,
          line: open.line,
          source: open.source,
          rows: open.rows.length,
          centre: open.centre,
        });
        continue;
      }
      table.reject(station, sheet.validVotes, open.rows.length + open.duplicates);
      const reason = why ?? ruleIn(table.issues.splice(before));
      for (const place of open.rows)
        table.issues.push(makeIssue("station-incomplete", { ...place, station, received: reason }));
    }
  }

  /** The first candidate without a row, where that matters. */
  #missing({ votes }: OpenSheet): string | undefined {
    // A station of which only the voters are listed has no tally, whatever absent candidates mean.
    if (!votes.some((own) => own !== undefined)) return "any candidate";
    if (this.layout.absentIsZero && !this.unattributed) return undefined;
    const candidate = this.election.candidates.findIndex((_, at) => votes[at] === undefined);
    return this.election.candidates[candidate]?.code;
  }
}

/** The rule that a whole sheet broke, from the issue that the check made. */
const ruleIn = ([issue]: readonly Issue[]) =>
  `${issue!.code}: expected ${issue!.expected}, found ${issue!.received}`;

/** Reads one input's rows into the open sheets. */
export class LongRows implements RowReader {
  readonly #open: OpenSheets;
  readonly #fields: FieldReader;
  readonly #sheets: SheetReader;
  readonly #candidate: Found;
  readonly #votes: Found;
  readonly #sumOver: readonly Found[];

  constructor(
    open: OpenSheets,
    register: StationRegister | undefined,
    rows: RowCursor,
    source: string,
  ) {
    const { layout } = open.election;
    const { candidate, votes, sumOver = [] } = open.layout;
    const required = [candidate, votes, ...sumOver, ...sheetColumns(layout)];
    this.#open = open;
    this.#fields = new FieldReader(rows, source, layout, required, (issue) =>
      open.table.issues.push(issue),
    );
    this.#candidate = this.#fields.find(candidate)!;
    this.#votes = this.#fields.find(votes)!;
    this.#sumOver = sumOver.map((column) => this.#fields.find(column)!);
    this.#sheets = new SheetReader(this.#fields, layout, register, open.table.centres);
  }

  readRow(): void {
    const { table } = this.#open;
    const fields = this.#fields;
    if (fields.skips()) {
      table.skipped++;
      return;
    }
    const station = this.#sheets.station();
    if (station === undefined) {
      if (fields.isHeader) table.skipped++;
      else {
        table.reject(undefined, 0);
        this.#open.unattributed = true;
      }
      return;
    }
    const value = fields.rows.text(this.#candidate.position).trim().normalize("NFC");
    const meaning = this.#open.meaning(value);
    if (meaning?.kind === "ignored") {
      table.skipped++;
      fields.skip(`${this.#candidate.column} ${value}`);
      return;
    }
    if (meaning === undefined && this.#fields.header.repeats(fields.rows) === "same") {
      fields.note("candidate-unknown");
      table.skipped++;
      return;
    }
    const sheet = this.#sheetOf(station);
    const votes = fields.count(this.#votes, station);
    if (meaning === undefined || votes === undefined) {
      table.reject(station, 0);
      sheet.broken ??= `line ${fields.rows.line} of ${fields.source} cannot be counted`;
      if (meaning === undefined)
        fields.note("candidate-unknown", {
          station,
          field: this.#candidate.column,
          expected: "a candidate of the election",
          received: value,
        });
      return;
    }
    this.#count(station, sheet, value, meaning, votes);
  }

  finish(): void {
    this.#fields.finish();
  }

  #sheetOf(station: string): OpenSheet {
    const own = this.#open.get(station);
    const sheet = own?.sheet ?? emptySheet();
    const line = this.#fields.rows.line;
    const readable = this.#sheets.readCounts(sheet, station);
    const statedValid = this.#sheets.statedValid(station);
    const centre = this.#sheets.centre(station);
    const fresh =
      own ??
      this.#open.open(station, {
        source: this.#open.table.sources.length - 1,
        line,
        reader: this.#sheets,
        regions: [...this.#sheets.regions()],
        centre: centre ?? -1,
        votes: [],
        sheet,
        statedValid: ABSENT,
        parts: new Map(),
        rows: [],
        duplicates: 0,
        broken: undefined,
      });
    if (statedValid !== undefined && statedValid !== ABSENT) fresh.statedValid = statedValid;
    if (!readable || statedValid === undefined || centre === undefined)
      fresh.broken ??= `line ${line} of ${this.#fields.source} cannot be counted`;
    return fresh;
  }

  /** Adds a row's votes to the sheet, once per value and mode. */
  #count(station: string, sheet: OpenSheet, value: string, meaning: Meaning, votes: number): void {
    const fields = this.#fields;
    const place = { source: fields.source, line: fields.rows.line };
    const modes = this.#sumOver.map(({ position }) => fields.rows.text(position).trim());
    const part = JSON.stringify([value, ...modes]);
    const first = sheet.parts.get(part);
    if (first !== undefined) {
      const same = first.votes === votes;
      fields.note(same ? "duplicate-identical" : "duplicate-conflicting", {
        station,
        field: this.#candidate.column,
        expected: `one row for ${[value, ...modes].join(", ")}`,
        received: `${first.votes} on line ${first.place.line} and ${votes} here`,
      });
      sheet.duplicates++;
      if (!same) sheet.broken ??= `two rows for ${value} that differ`;
      return;
    }
    sheet.parts.set(part, { votes, place });
    sheet.rows.push(place);
    if (meaning.kind === "candidate") {
      const sum = (sheet.votes[meaning.candidate] ?? 0) + votes;
      sheet.votes[meaning.candidate] = sum;
      if (sum > LARGEST_COUNT) sheet.broken ??= "more votes than any station holds";
    } else if (meaning.kind === "count") {
      if (meaning.name === "validVotes") sheet.statedValid = Math.max(0, sheet.statedValid) + votes;
      else sheet.sheet[meaning.name] = Math.max(0, sheet.sheet[meaning.name]) + votes;
      const sum = Math.max(sheet.statedValid, sheet.sheet[meaning.name]);
      if (sum > LARGEST_COUNT) sheet.broken ??= "more ballots than any station holds";
    }
  }
}

const COUNTED = ["validVotes", ...SHEET_COUNTS] as const;

/** Every value of the candidate column that the layout explains; none may mean two things. */
function meaningsOf({ candidates, layout }: Election): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const add = (values: readonly string[], meaning: Meaning) => {
    for (const value of values.map((text) => text.trim().normalize("NFC"))) {
      if (meanings.has(value))
        throw new TallyError(
          "election-invalid",
          `The layout gives the value "${value}" of the candidate column two meanings.`,
        );
      meanings.set(value, meaning);
    }
  };
  for (const [candidate, { code }] of candidates.entries()) {
    const values = layout.candidates[code];
    add(Array.isArray(values) ? values : [String(values)], { kind: "candidate", candidate });
  }
  for (const name of COUNTED) add(layout.rows?.[name] ?? [], { kind: "count", name });
  add(layout.rows?.ignored ?? [], { kind: "ignored" });
  return meanings;
}
