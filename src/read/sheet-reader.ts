import type { Column, Layout } from "../model/election";
import type { StationRegister } from "../model/register";
import type { SheetCounts } from "../model/sheet";
import { ABSENT, SHEET_COUNTS, type SheetCount } from "../model/tallies";
import { ballotsOf, brokenRule, rulesOf, type SheetRules } from "./checks";
import { CentreReader, type Centres } from "./centres";
import { COUNT_MISSING } from "./cursor";
import type { FieldReader, Named } from "./fields";
import { type Found, isOptional } from "./header";
import type { StationKey } from "./station-key";
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

/** A column of one of the sheet's own counts. */
interface OwnCount {
  readonly found: Found;
  readonly optional: boolean;
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
  readonly #invalidVotes: OwnCount | undefined;
  readonly #blankVotes: OwnCount | undefined;
  readonly #ballotsCast: OwnCount | undefined;
  readonly #registeredVoters: OwnCount | undefined;
  readonly #regions: readonly TextSource[];
  #regionNames: readonly string[] = [];
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
    this.#validVotes =
      layout.validVotes === undefined ? undefined : fields.countColumn(layout.validVotes);
    const own = (name: SheetCount): OwnCount | undefined => {
      const column = layout[name];
      const found = column === undefined ? undefined : fields.countColumn(column);
      return found && { found, optional: isOptional(column!) };
    };
    this.#invalidVotes = own("invalidVotes");
    this.#blankVotes = own("blankVotes");
    this.#ballotsCast = own("ballotsCast");
    this.#registeredVoters = own("registeredVoters");
    this.#centre = layout.centre && new CentreReader(fields, layout.centre, centres);
    this.#regions = (layout.regions ?? []).map((region) => fields.textOf(region));
  }

  /** Whether the rows say anything of the sheet but its regions. */
  get hasCounts(): boolean {
    return [
      this.#validVotes,
      this.#invalidVotes,
      this.#blankVotes,
      this.#ballotsCast,
      this.#registeredVoters,
      this.#centre,
    ].some((column) => column !== undefined);
  }

  /** The current row's station, if it has one that the register does not rule out. */
  station(): StationKey | undefined {
    const station = this.#fields.station();
    const register = this.#register;
    const unknown = register?.complete && !register.byRegion;
    if (station === undefined || !unknown || register.registeredVoters.has(station.text))
      return station;
    return this.#fields.note("station-unknown", {
      station: station.text,
      expected: `a station of ${register.source.name}`,
    });
  }

  /** The current row's regions; the same array as long as they are the same. */
  regions(): readonly string[] {
    const names = this.#regions.map((region) => region.read(this.#fields.rows));
    if (names.some((name, level) => name !== this.#regionNames[level])) this.#regionNames = names;
    return this.#regionNames;
  }

  /** The current row's centre, -1 without centres; undefined, and reported, when it cannot be read. */
  centre(station: Named): number | undefined {
    return this.#centre ? this.#centre.read(station) : -1;
  }

  /** Reads the current row's own counts into `sheet`; false, and reported, when one cannot be read. */
  readCounts(sheet: Record<keyof SheetCounts, number>, station: Named): boolean {
    // One by one and by name, because this is done for every row.
    let count = this.#count(this.#invalidVotes, sheet.invalidVotes, station);
    if (count === undefined) return false;
    sheet.invalidVotes = count;
    count = this.#count(this.#blankVotes, sheet.blankVotes, station);
    if (count === undefined) return false;
    sheet.blankVotes = count;
    count = this.#count(this.#ballotsCast, sheet.ballotsCast, station);
    if (count === undefined) return false;
    sheet.ballotsCast = count;
    count = this.#count(this.#registeredVoters, sheet.registeredVoters, station);
    if (count === undefined) return false;
    sheet.registeredVoters = count;
    return true;
  }

  /** A count of the current row; as it was where the layout has no column for it. */
  #count(own: OwnCount | undefined, otherwise: number, station: Named): number | undefined {
    if (own === undefined) return otherwise;
    const value = this.#fields.count(own.found, station, own.optional);
    return value === COUNT_MISSING ? ABSENT : value;
  }

  /** Valid votes as the current row states them; undefined, and reported, when they cannot be read. */
  statedValid(station: Named): number | undefined {
    return this.#validVotes ? this.#fields.count(this.#validVotes, station) : ABSENT;
  }

  /**
   * The same, and {@link accepts}, for a row in which nothing is unusual, by its counts: false, and
   * not reported, when something is wrong with it.
   */
  takesPlain(sheet: Record<keyof SheetCounts, number>, found: Int32Array): boolean {
    sheet.invalidVotes = plainCount(this.#invalidVotes, found);
    sheet.blankVotes = plainCount(this.#blankVotes, found);
    sheet.ballotsCast = plainCount(this.#ballotsCast, found);
    sheet.registeredVoters = plainCount(this.#registeredVoters, found);
    const { invalidVotes, blankVotes, ballotsCast, registeredVoters } = sheet;
    // One that is missing may be optional, or another word for it.
    if (Math.min(invalidVotes, blankVotes, ballotsCast, registeredVoters) < ABSENT) return false;
    const statedValid = this.#validVotes ? found[this.#validVotes.position]! : ABSENT;
    if (this.#validVotes && statedValid < 0) return false;
    if (brokenRule(sheet, statedValid, this.#rules) !== undefined) return false;
    sheet.ballotsCast = ballotsOf(sheet, this.#rules);
    return true;
  }

  /** Whether the sheet keeps the rules, with the register's voters filled in; reported when not. */
  accepts(sheet: Record<keyof SheetCounts, number>, statedValid: number, station: Named): boolean {
    sheet.registeredVoters = this.#knownVoters(station, sheet.registeredVoters);
    const broken = brokenRule(sheet, statedValid, this.#rules);
    if (broken) this.#fields.note(broken.code, { station: station.text, ...broken });
    sheet.ballotsCast = ballotsOf(sheet, this.#rules);
    return !broken;
  }

  /** Of the sheet and the register, the lower: it leaves more room for votes still unseen. */
  #knownVoters(station: Named, stated: number): number {
    const listed = this.#register?.registeredVoters.get(station.text);
    if (listed === undefined) return stated;
    if (stated === ABSENT) return listed;
    if (stated !== listed)
      this.#fields.note("registered-differs", {
        station: station.text,
        expected: `the ${listed} registered voters of ${this.#register!.source.name}`,
        received: `${stated}`,
      });
    return Math.min(stated, listed);
  }
}

/** A count of a plain row: absent without a column, and below that when the field is no count. */
function plainCount(own: OwnCount | undefined, found: Int32Array): number {
  if (own === undefined) return ABSENT;
  const value = found[own.found.position]!;
  return value < 0 ? ABSENT - 1 : value;
}

/** A sheet on which nothing is counted yet. */
export const emptySheet = (): Record<keyof SheetCounts, number> => ({
  validVotes: 0,
  invalidVotes: ABSENT,
  blankVotes: ABSENT,
  ballotsCast: ABSENT,
  registeredVoters: ABSENT,
});
