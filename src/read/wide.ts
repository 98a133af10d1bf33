import type { Column, Election } from "../model/election";
import type { StationRegister } from "../model/register";
import { writeCounts } from "../model/sheet";
import { ABSENT, SHEET_COUNTS } from "../model/tallies";
import type { RowCursor } from "./cursor";
import { FieldReader } from "./fields";
import { type Found, isOptional } from "./header";
import type { RowReader } from "./row-reader";
import { emptySheet, sheetColumns, SheetReader } from "./sheet-reader";
import type { StationKey } from "./station-key";
import type { TallyTable } from "./table";

/** Reads tables with one row per station and one column per candidate. */
export class WideRows implements RowReader {
  readonly #table: TallyTable;
  readonly fields: FieldReader;
  readonly #sheets: SheetReader;
  /** An optional candidate's column that the input lacks: nobody could vote for the candidate. */
  readonly #candidates: readonly (Found | undefined)[];
  // The two records are filled anew for each row: a new one per row takes a third of the time.
  readonly #row = {
    station: new Uint8Array(0) as Uint8Array,
    stationFrom: 0,
    stationTo: 0,
    counts: new Int32Array(0),
    regions: [] as readonly string[],
    line: 0,
    rows: 1,
    centre: -1,
  };
  readonly #sheet = emptySheet();
  /** By candidate, the column; -1 for an optional one that the input lacks. */
  readonly #positions: Int32Array;
  /** Whether a row in which nothing is unusual needs no more than its counts, key and regions. */
  readonly #takesPlain: boolean;
  /** Of the current row, if it has one. */
  #station: StationKey | undefined;

  constructor(
    election: Election,
    table: TallyTable,
    register: StationRegister | undefined,
    rows: RowCursor,
    source: string,
  ) {
    const { layout } = election;
    const columns = election.candidates.map(({ code }) => layout.candidates[code] as Column);
    const required = [...columns.filter((column) => !isOptional(column)), ...sheetColumns(layout)];
    this.#table = table;
    this.fields = new FieldReader(rows, source, layout, required, (issue) =>
      table.issues.push(issue),
    );
    this.#row.counts = new Int32Array(columns.length + 1 + SHEET_COUNTS.length);
    this.#candidates = columns.map((column) => this.fields.countColumn(column));
    this.#sheets = new SheetReader(this.fields, layout, register, table.centres);
    this.fields.ready();
    this.#positions = Int32Array.from(this.#candidates, (found) => found?.position ?? -1);
    this.#takesPlain = this.fields.takesPlain && register === undefined && !layout.centre;
  }

  readRow(): void {
    if (this.#takesPlain && this.#readPlain()) return;
    if (this.fields.skips()) {
      this.#table.skipped++;
      return;
    }
    if (this.#readSheet()) return;
    if (this.fields.isHeader) this.#table.skipped++;
    else this.#table.reject(this.#station?.text, this.#readableVotes());
  }

  /**
   * Takes the current row if nothing is wrong with it, as with nearly all; else leaves it to be read
   * count by count, which says what is wrong.
   */
  #readPlain(): boolean {
    const { rows, key } = this.fields;
    const { counts: found } = rows;
    if (found === undefined) return false;
    const { counts } = this.#row;
    const positions = this.#positions;
    const candidates = this.#candidates.length;
    let validVotes = 0;
    for (let at = 0; at < candidates; at++) {
      const position = positions[at]!;
      const value = position < 0 ? 0 : found[position]!;
      if (value < 0) return false;
      counts[at] = value;
      validVotes += value;
    }
    const sheet = this.#sheet;
    sheet.validVotes = validVotes;
    if (!this.#sheets.takesPlain(sheet, found) || key.read(rows) !== undefined) return false;
    this.#add(key, -1);
    return true;
  }

  /** The votes on the current row that can be read, whatever is wrong with the rest of it. */
  #readableVotes(): number {
    const { rows, header } = this.fields;
    // In a row of another width the columns are not where the header says.
    if (rows.width !== header.width) return 0;
    return this.#candidates.reduce(
      (sum, found) => sum + (found ? Math.max(0, this.fields.peek(found)) : 0),
      0,
    );
  }

  finish(): void {
    this.fields.finish();
  }

  /** Adds the current row's sheet to the table; false, and reported, when it cannot be counted. */
  #readSheet(): boolean {
    const station = this.#sheets.station();
    this.#station = station;
    if (station === undefined) return false;
    const { counts } = this.#row;
    let validVotes = 0;
    for (let candidate = 0; candidate < this.#candidates.length; candidate++) {
      const found = this.#candidates[candidate];
      const value = found === undefined ? 0 : this.fields.count(found, station);
      if (value === undefined) return false;
      counts[candidate] = value;
      validVotes += value;
    }
    const statedValid = this.#sheets.statedValid(station);
    if (statedValid === undefined) return false;
    const sheet = this.#sheet;
    sheet.validVotes = validVotes;
    sheet.ballotsCast = ABSENT;
    sheet.registeredVoters = ABSENT;
    if (!this.#sheets.readCounts(sheet, station)) return false;
    if (!this.#sheets.accepts(sheet, statedValid, station)) return false;

    const centre = this.#sheets.centre(station);
    if (centre === undefined) return false;
    this.#add(station, centre);
    return true;
  }

  /** Adds the sheet as it was read, with the candidates' counts in the row already. */
  #add(station: StationKey, centre: number): void {
    const row = this.#row;
    writeCounts(this.#sheet, row.counts, this.#candidates.length);
    row.station = station.bytes;
    row.stationTo = station.length;
    row.regions = this.#sheets.regions();
    row.centre = centre;
    row.line = this.fields.rows.line;
    this.#table.add(row);
  }
}
