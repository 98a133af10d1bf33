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
import type { SheetRow, TallyTable } from "./table";

/** Reads tables with one row per station and one column per candidate. */
export class WideRows implements RowReader {
  readonly #table: TallyTable;
  readonly #fields: FieldReader;
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
    this.#fields = new FieldReader(rows, source, layout, required, (issue) =>
      table.issues.push(issue),
    );
    this.#row.counts = new Int32Array(columns.length + 1 + SHEET_COUNTS.length);
    this.#candidates = columns.map((column) => this.#fields.countColumn(column));
    this.#sheets = new SheetReader(this.#fields, layout, register, table.centres);
    this.#fields.ready();
  }

  readRow(): void {
    if (this.#fields.skips()) {
      this.#table.skipped++;
      return;
    }
    const row = this.#readSheet();
    if (row !== undefined) this.#table.add(row);
    else if (this.#fields.isHeader) this.#table.skipped++;
    else {
      this.#table.reject(this.#station?.text, this.#readableVotes());
    }
  }

  /** The votes on the current row that can be read, whatever is wrong with the rest of it. */
  #readableVotes(): number {
    const { rows, header } = this.#fields;
    // In a row of another width the columns are not where the header says.
    if (rows.width !== header.width) return 0;
    return this.#candidates.reduce(
      (sum, found) => sum + (found ? Math.max(0, this.#fields.peek(found)) : 0),
      0,
    );
  }

  finish(): void {
    this.#fields.finish();
  }

  #readSheet(): SheetRow | undefined {
    const station = this.#sheets.station();
    this.#station = station;
    if (station === undefined) return undefined;
    const { counts } = this.#row;
    let validVotes = 0;
    for (let candidate = 0; candidate < this.#candidates.length; candidate++) {
      const found = this.#candidates[candidate];
      const value = found === undefined ? 0 : this.#fields.count(found, station);
      if (value === undefined) return undefined;
      counts[candidate] = value;
      validVotes += value;
    }
    const statedValid = this.#sheets.statedValid(station);
    if (statedValid === undefined) return undefined;
    const sheet = this.#sheet;
    sheet.validVotes = validVotes;
    sheet.ballotsCast = ABSENT;
    sheet.registeredVoters = ABSENT;
    if (!this.#sheets.readCounts(sheet, station)) return undefined;
    if (!this.#sheets.accepts(sheet, statedValid, station)) return undefined;

    const centre = this.#sheets.centre(station);
    if (centre === undefined) return undefined;
    writeCounts(sheet, counts, this.#candidates.length);
    this.#row.station = station.bytes;
    this.#row.stationTo = station.length;
    this.#row.regions = this.#sheets.regions();
    this.#row.centre = centre;
    this.#row.line = this.#fields.rows.line;
    return this.#row;
  }
}
