import type { StationRegister } from "../model/register";
import { ABSENT, SHEET_COUNTS } from "../model/tallies";
import type { RowCursor } from "./cursor";
import { FieldReader } from "./fields";
import type { Found } from "./header";
import { COUNTS, type OpenSheets, STATED_VALID } from "./open-sheets";
import type { RowReader } from "./row-reader";
import { emptySheet, sheetColumns, SheetReader } from "./sheet-reader";
import type { StationKey } from "./station-key";

const NO_MODES: readonly string[] = [];

/** Reads one input with a row per station and candidate into the open sheets. */
export class LongRows implements RowReader {
  readonly #open: OpenSheets;
  readonly fields: FieldReader;
  readonly #sheets: SheetReader;
  readonly #candidate: Found;
  readonly #votes: Found;
  readonly #sumOver: readonly Found[];
  /** Whether rows have counts of their sheet, beside their own votes. */
  readonly #hasCounts: boolean;
  readonly #sheet = emptySheet();

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
    this.fields = new FieldReader(rows, source, layout, required, (issue) =>
      open.table.issues.push(issue),
    );
    this.#candidate = this.fields.textColumn(candidate)!;
    this.#votes = this.fields.countColumn(votes)!;
    this.#sumOver = sumOver.map((column) => this.fields.textColumn(column)!);
    this.#sheets = new SheetReader(this.fields, layout, register, open.table.centres);
    this.#hasCounts = this.#sheets.hasCounts;
    this.fields.ready();
    open.begin(this.#sheets, this.#candidate.column);
  }

  readRow(): void {
    const { table, parts } = this.#open;
    const fields = this.fields;
    if (fields.skips()) {
      table.skipped++;
      return;
    }
    const key = this.#sheets.station();
    if (key === undefined) {
      if (fields.isHeader) table.skipped++;
      else {
        table.reject(undefined, 0);
        this.#open.unattributed = true;
      }
      return;
    }
    const written = fields.rows.text(this.#candidate.position);
    const value = parts.value(written);
    if (value?.meaning.kind === "ignored") {
      table.skipped++;
      fields.skip(`${this.#candidate.column} ${value.text}`);
      return;
    }
    if (value === undefined && fields.header.repeats(fields.rows) === "same") {
      fields.note("candidate-unknown");
      table.skipped++;
      return;
    }
    const sheet = this.#sheetOf(key);
    const votes = fields.count(this.#votes, key);
    if (value === undefined || votes === undefined) {
      table.reject(key.text, 0);
      this.#break(sheet);
      if (value === undefined)
        fields.note("candidate-unknown", {
          station: key.text,
          field: this.#candidate.column,
          expected: "a candidate of the election",
          received: written.trim().normalize("NFC"),
        });
      return;
    }
    const modes =
      this.#sumOver.length === 0
        ? NO_MODES
        : this.#sumOver.map(({ position }) => fields.rows.text(position).trim());
    this.#open.add(parts.part(value, modes).number, votes, fields.rows.line);
  }

  finish(): void {
    this.fields.finish();
  }

  /** The sheet of the current row, with what the row says of it. */
  #sheetOf(key: StationKey): number {
    const open = this.#open;
    const known = open.find(key);
    if (known !== -1 && !this.#hasCounts) return known;
    const counts = this.#sheet;
    for (const [at, name] of SHEET_COUNTS.entries())
      counts[name] = known === -1 ? ABSENT : open.sheets.get(known, COUNTS + at);
    const readable = this.#sheets.readCounts(counts, key);
    const statedValid = this.#sheets.statedValid(key);
    const centre = this.#sheets.centre(key);
    const { line } = this.fields.rows;
    const sheet = known === -1 ? open.open(key, line, centre ?? -1, this.#sheets.regions()) : known;
    for (const [at, name] of SHEET_COUNTS.entries())
      open.sheets.set(sheet, COUNTS + at, counts[name]);
    if (statedValid !== undefined && statedValid !== ABSENT)
      open.sheets.set(sheet, STATED_VALID, statedValid);
    if (!readable || statedValid === undefined || centre === undefined) this.#break(sheet);
    return sheet;
  }

  #break(sheet: number): void {
    const { broken } = this.#open;
    const { rows, source } = this.fields;
    if (!broken.has(sheet)) broken.set(sheet, { source, line: rows.line });
  }
}
