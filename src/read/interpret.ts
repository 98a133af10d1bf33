import { columnName, type Election, isOptional } from "../model/election";
import { type Issue } from "../model/issue";
import type { StationRegister } from "../model/register";
import type { SheetCounts } from "../model/sheet";
import { ABSENT, SHEET_COUNTS, type SheetCount } from "../model/tallies";
import { brokenRule } from "./checks";
import type { RowCursor } from "./cursor";
import { FieldReader, type Found } from "./fields";
import type { SheetRow, TallyTable } from "./table";

/**
 * Reads the rows of one input into the table, by the election's layout. Whatever tokenised the
 * input, the rules stand here and in what this calls, once.
 */
export class Interpreter {
  readonly #fields: FieldReader;
  readonly #candidates: readonly Found[];
  readonly #validVotes: Found | undefined;
  readonly #counts: readonly { readonly name: SheetCount; readonly found: Found }[];
  readonly #regions: readonly Found[];
  // The two records are filled anew for each row: a new one per row takes a third of the time.
  readonly #row = { station: "", counts: [] as number[], regions: [] as string[], line: 0 };
  readonly #counted: Record<keyof SheetCounts, number> = {
    validVotes: 0,
    invalidVotes: ABSENT,
    blankVotes: ABSENT,
    ballotsCast: ABSENT,
    registeredVoters: ABSENT,
  };

  constructor(
    election: Election,
    private readonly table: TallyTable,
    private readonly register: StationRegister | undefined,
    rows: RowCursor,
    source: string,
  ) {
    const { layout } = election;
    const candidates = election.candidates.map(({ code }) => layout.candidates[code]!);
    const regions = layout.regions ?? [];
    const needed = [layout.validVotes, ...SHEET_COUNTS.map((name) => layout[name])]
      .filter((column) => column !== undefined)
      .filter((column) => !isOptional(column))
      .map(columnName);
    const report = (issue: Issue) => void table.issues.push(issue);
    const fields = new FieldReader(rows, source, report, layout.station, [
      ...candidates,
      ...needed,
      ...regions,
    ]);
    this.#fields = fields;
    this.#candidates = candidates.map((column) => fields.find(column)!);
    this.#validVotes = layout.validVotes === undefined ? undefined : fields.find(layout.validVotes);
    this.#counts = SHEET_COUNTS.flatMap((name) => {
      const found = layout[name] && fields.find(layout[name]);
      return found ? [{ name, found }] : [];
    });
    this.#regions = regions.map((column) => fields.find(column)!);
  }

  /** Reads the current row: into the table, or into an issue and a count of where it went instead. */
  readRow(): void {
    if (this.#fields.blank) {
      this.table.skipped++;
      this.#fields.note("row-blank");
      return;
    }
    const sheet = this.#sheet();
    if (sheet === undefined) this.table.rejected++;
    else this.table.add(sheet);
  }

  #sheet(): SheetRow | undefined {
    const fields = this.#fields;
    const station = fields.station();
    if (station === undefined) return undefined;
    if (this.register?.complete && !this.register.registeredVoters.has(station))
      return fields.note("station-unknown", {
        station,
        expected: `a station of ${this.register.source.name}`,
      });

    const { counts, regions } = this.#row;
    let validVotes = 0;
    for (let candidate = 0; candidate < this.#candidates.length; candidate++) {
      const value = fields.count(this.#candidates[candidate]!, station);
      if (value === undefined) return undefined;
      counts[candidate] = value;
      validVotes += value;
    }
    let statedValid = ABSENT;
    if (this.#validVotes) {
      const value = fields.count(this.#validVotes, station);
      if (value === undefined) return undefined;
      statedValid = value;
    }
    const sheet = this.#counted;
    sheet.validVotes = validVotes;
    sheet.registeredVoters = ABSENT;
    for (const { name, found } of this.#counts) {
      const value = fields.count(found, station);
      if (value === undefined) return undefined;
      sheet[name] = value;
    }
    sheet.registeredVoters = this.#registeredVoters(station, sheet.registeredVoters);
    const broken = brokenRule(sheet, statedValid);
    if (broken) return fields.note(broken.code, { station, ...broken });

    let next = this.#candidates.length;
    counts[next++] = validVotes;
    for (const name of SHEET_COUNTS) counts[next++] = sheet[name];
    for (let level = 0; level < this.#regions.length; level++)
      regions[level] = fields.text(this.#regions[level]!.position);
    this.#row.station = station;
    this.#row.line = fields.line;
    return this.#row;
  }

  /** Of the sheet and the register, the lower: it leaves more room for votes still unseen. */
  #registeredVoters(station: string, registeredVoters: number): number {
    const listed = this.register?.registeredVoters.get(station);
    if (listed === undefined) return registeredVoters;
    if (registeredVoters === ABSENT) return listed;
    if (registeredVoters !== listed)
      this.#fields.note("registered-differs", {
        station,
        expected: `the ${listed} registered voters of ${this.register!.source.name}`,
        received: `${registeredVoters}`,
      });
    return Math.min(registeredVoters, listed);
  }
}
