import type { Column, Layout } from "../model/election";
import type { StationRegister } from "../model/register";
import type { SheetCounts } from "../model/sheet";
import { ABSENT, SHEET_COUNTS, type SheetCount } from "../model/tallies";
import { ballotsOf, brokenRule, rulesOf, type SheetRules } from "./checks";
import { CentreReader, type Centres } from "./centres";
import { COUNT_MISSING } from "./cursor";
import type { FieldReader } from "./fields";
import { type Found, isOptional } from "./header";
import type { TextSource } from "./text-source";

/** The columns beside candidates and station that a tally file must have. */
export function sheetColumns({ validVotes, regions = [], centre, ...layout }: Layout): Column[] {
  const counts = [validVotes, ...SHEET_COUNTS.map((name) => layout[name])];
  const places = [...(centre?.key ?? []), ...regions];
  const voters = centre && !isOptional(centre.registeredVoters) ? [centre.registeredVoters] : [];
  return [
    ...voters,
    ...counts.filter((column) => column !== undefined).filter((column) => !isOptional(column)),
    ...places.filter((place) => typeof place === "string" || !place.fileName),
  ];
}

/**
 * What a tally sheet says beside the candidates' votes, and the rules that it must keep, whether it
 * stands in one row or in several: its other counts, its regions, its place in the register.
 */
export class SheetReader {
  readonly #fields: FieldReader;
  readonly #register: StationRegister | undefined;
  readonly #rules: SheetRules;
  readonly #validVotes: Found | undefined;
  readonly #counts: readonly {
    readonly name: SheetCount;
    readonly found: Found;
    readonly optional: boolean;
  }[];
  readonly #regions: readonly TextSource[];
  readonly #regionNames: string[] = [];
  readonly #centre: CentreReader | undefined;

  constructor(
    fields: FieldReader,
    layout: Layout,
    register: StationRegister | undefined,
    centres: Centres,
  ) {
    this.#fields = fields;
    this.#register = register;
    this.#rules = rulesOf(layout);
    this.#validVotes = layout.validVotes === undefined ? undefined : fields.find(layout.validVotes);
    this.#counts = SHEET_COUNTS.flatMap((name) => {
      const column = layout[name];
      const found = column === undefined ? undefined : fields.find(column);
      return found ? [{ name, found, optional: isOptional(column!) }] : [];
    });
    this.#centre = layout.centre && new CentreReader(fields, layout.centre, centres);
    this.#regions = (layout.regions ?? []).map((region) => fields.textOf(region));
  }

  /** The current row's station, if it has one that the register does not rule out. */
  station(): string | undefined {
    const station = this.#fields.station();
    const register = this.#register;
    const unknown = register?.complete && !register.byRegion;
    if (station === undefined || !unknown || register.registeredVoters.has(station)) return station;
    return this.#fields.note("station-unknown", {
      station,
      expected: `a station of ${register.source.name}`,
    });
  }

  /** The current row's regions, in an array that the next row reuses. */
  regions(): readonly string[] {
    for (let level = 0; level < this.#regions.length; level++)
      this.#regionNames[level] = this.#regions[level]!.read(this.#fields.rows);
    return this.#regionNames;
  }

  /** The current row's centre, -1 without centres; undefined, and reported, when it cannot be read. */
  centre(station: string): number | undefined {
    return this.#centre ? this.#centre.read(station) : -1;
  }

  /** Reads the current row's own counts into `sheet`; false, and reported, when one cannot be read. */
  readCounts(sheet: Record<keyof SheetCounts, number>, station: string): boolean {
    for (const { name, found, optional } of this.#counts) {
      const value = this.#fields.count(found, station, optional);
      if (value === undefined) return false;
      sheet[name] = value === COUNT_MISSING ? ABSENT : value;
    }
    return true;
  }

  /** Valid votes as the current row states them; undefined, and reported, when they cannot be read. */
  statedValid(station: string): number | undefined {
    return this.#validVotes ? this.#fields.count(this.#validVotes, station) : ABSENT;
  }

  /** Whether the sheet keeps the rules, with the register's voters filled in; reported when not. */
  accepts(sheet: Record<keyof SheetCounts, number>, statedValid: number, station: string): boolean {
    sheet.registeredVoters = this.#registeredVoters(station, sheet.registeredVoters);
    const broken = brokenRule(sheet, statedValid, this.#rules);
    if (broken) this.#fields.note(broken.code, { station, ...broken });
    sheet.ballotsCast = ballotsOf(sheet, this.#rules);
    return !broken;
  }

  /** Of the sheet and the register, the lower: it leaves more room for votes still unseen. */
  #registeredVoters(station: string, stated: number): number {
    const listed = this.#register?.registeredVoters.get(station);
    if (listed === undefined) return stated;
    if (stated === ABSENT) return listed;
    if (stated !== listed)
      this.#fields.note("registered-differs", {
        station,
        expected: `the ${listed} registered voters of ${this.#register!.source.name}`,
        received: `${stated}`,
      });
    return Math.min(stated, listed);
  }
}

/** A sheet on which nothing is counted yet. */
export const emptySheet = (): Record<keyof SheetCounts, number> => ({
  validVotes: 0,
  invalidVotes: ABSENT,
  blankVotes: ABSENT,
  ballotsCast: ABSENT,
  registeredVoters: ABSENT,
});
