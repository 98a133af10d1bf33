import { type Count, countBy } from "../count/count";
import type { Universe } from "../model/election";
import { TallyError } from "../model/error";
import { Exact } from "../model/share";
import type { RegionColumn, RegisterUse, Tallies } from "../model/tallies";

/** What is known of the stations without an accepted sheet. */
export interface Remainder {
  /** Stations without an accepted sheet. */
  readonly stations: number;
  /** The most voters that can be registered there. */
  readonly voters: number;
  /** The most valid votes they can hold: one for each voter, or fewer by an assumed turnout. */
  readonly maxValidVotes: number;
  /**
   * What the number of voters rests on: the roll less the voters `registered` at every covered
   * station, or less the `ballots` cast there (which leaves more), or `mixed`; the voters of each
   * uncovered station in a complete `register`; those of each region (`regions`), where a region that
   * is covered as a whole leaves none; `complete` when no station is uncovered.
   */
  readonly basis: "registered" | "mixed" | "ballots" | "register" | "regions" | "complete";
  /** The assumption on turnout at uncovered stations, in percent, if there is one. */
  readonly maxTurnout?: string;
  /** The stations whose registered voters are known, of the covered ones. */
  readonly stationsWithRegistered: number;
}

/** The stations and voters of a place, and what can be missing there. */
export interface PlaceNumbers {
  /** How many stations it has, at most where that is not known; 0 where nothing is counted. */
  readonly stations: number;
  /** Stations with an accepted tally, and how many voters are registered there for certain. */
  readonly covered: number;
  readonly registered: number;
  /** Voters on the roll, in all. */
  readonly roll: number;
  /** The most ballots, and so valid votes, at the uncovered stations. */
  readonly room: number;
  /**
   * What that follows from. `roll`: the roll less the voters registered at covered stations, or, with
   * `maxTurnout`, so many percent of those; `register`: fewer, by a register of the stations or regions;
   * `all`: fewer, as no more can be missing in a region than in all; `complete`: none, as no station is
   * missing.
   */
  readonly roomBy: "roll" | "register" | "all" | "complete";
  readonly maxTurnout?: string;
}

export function placeNumbers(
  { stations: missing, maxValidVotes: room, basis, maxTurnout }: Remainder,
  { stations, registeredVoters: roll }: Universe,
  { stations: covered, atLeastRegistered: registered }: Count,
): PlaceNumbers {
  const numbers = { stations, covered, registered, roll, room };
  if (missing === 0) return { ...numbers, roomBy: "complete" };
  const roomBy =
    room === atMost(roll - registered, maxTurnout)
      ? "roll"
      : ["register", "regions"].includes(basis)
        ? "register"
        : "all";
  return { ...numbers, roomBy, ...(maxTurnout !== undefined && { maxTurnout }) };
}

/** So many percent of the voters, rounded down; all without a percentage. */
const atMost = (voters: number, maxTurnout: string | undefined) =>
  maxTurnout === undefined
    ? voters
    : new Exact(maxTurnout).div(100).times(voters).floor().toNumber();

/**
 * How many valid votes the uncovered stations can hold. By the roll: all voters less those registered
 * at covered stations, who vote there or nowhere. Where a sheet gives no registered voters, its
 * ballots are taken instead: at least so many voters are registered there, so the limit can only be
 * too high, which favours every claim. A register can say it better; the lowest limit counts, since
 * all of them hold (Manski 2003, partial identification).
 *
 * @throws TallyError `universe-exceeded` when the tallies do not fit the universe
 */
export function remainderOf(count: Count, universe: Universe, tallies: Tallies): Remainder {
  const stations = universe.stations - count.stations;
  const byRoll = universe.registeredVoters - count.atLeastRegistered;
  if (stations < 0)
    throw new TallyError(
      "universe-exceeded",
      `The tallies cover ${count.stations} stations, but the election has only ` +
        `${universe.stations}. Correct the universe of the election, or check the station key.`,
    );
  requireRoll(count, universe.registeredVoters);
  const stationsWithRegistered = count.registeredVoters?.stations ?? 0;
  if (stations === 0)
    return { stations, voters: 0, maxValidVotes: 0, basis: "complete", stationsWithRegistered };
  const rollBasis =
    stationsWithRegistered === count.stations
      ? "registered"
      : stationsWithRegistered === 0
        ? "ballots"
        : "mixed";
  let [basis, voters]: [Remainder["basis"], number] = [rollBasis, byRoll];
  for (const [by, limit = Infinity] of [
    ["register", tallies.register?.uncoveredVoters],
    ["regions", votersByRegion(tallies, count, universe)],
  ] as const)
    if (limit < voters) [basis, voters] = [by, limit];
  const { maxTurnout } = universe;
  if (maxTurnout === undefined)
    return { stations, voters, maxValidVotes: voters, basis, stationsWithRegistered };
  const maxValidVotes = atMost(voters, maxTurnout);
  return { stations, voters, maxValidVotes, basis, maxTurnout, stationsWithRegistered };
}

/** Refuses a roll of fewer voters than are registered at the covered stations. */
export function requireRoll(count: Count, registeredVoters: number): void {
  if (registeredVoters < count.atLeastRegistered)
    throw new TallyError(
      "universe-exceeded",
      `The covered stations have at least ${count.atLeastRegistered} registered voters, but the ` +
        `roll has only ${registeredVoters}. Correct the universe of the election.`,
    );
}

function votersByRegion(tallies: Tallies, count: Count, universe: Universe): number | undefined {
  return votersOfRegions(tallies, count, universe)?.reduce((sum, voters) => sum + voters, 0);
}

/**
 * Voters at uncovered stations, region by region, and of all stations of no listed region together;
 * undefined where a region's are not known.
 */
export function votersOfRegions(
  tallies: Tallies,
  count: Count,
  universe: Universe,
): number[] | undefined {
  const byRegion = tallies.register?.byRegion;
  if (!byRegion?.regions.some(({ registeredVoters }) => registeredVoters !== undefined))
    return undefined;
  const inHand = inHandByRegion(tallies, byRegion.column);
  const voters: number[] = [];
  // What is left for stations of no listed region.
  let stations = universe.stations;
  let roll = universe.registeredVoters;
  let elsewhere = count.atLeastRegistered;
  for (const region of byRegion.regions) {
    const { stations: covered = 0, registered = 0 } = inHand.get(region.region) ?? {};
    stations -= region.stations;
    elsewhere -= registered;
    roll -= region.registeredVoters ?? registered;
    if (covered > region.stations) return undefined;
    if (covered === region.stations) continue;
    if (region.registeredVoters === undefined) return undefined;
    if (region.registeredVoters < registered)
      throw new TallyError(
        "universe-exceeded",
        `The covered stations of ${region.region} have at least ${registered} registered voters, but ` +
          `the register gives it ${region.registeredVoters}. Correct the register.`,
      );
    voters.push(region.registeredVoters - registered);
  }
  return stations === 0 ? voters : [...voters, Math.max(0, roll - elsewhere)];
}

/** Covered stations, and voters registered there for certain, by the region's own name. */
function inHandByRegion(tallies: Tallies, column: string) {
  const inHand = new Map<string, { stations: number; registered: number }>();
  for (const { region, count } of countBy(tallies, column)) {
    const own = inHand.get(region.at(-1)!) ?? { stations: 0, registered: 0 };
    own.stations += count.stations;
    own.registered += count.atLeastRegistered;
    inHand.set(region.at(-1)!, own);
  }
  return inHand;
}

/**
 * What a register says of one region. It only knows the region's own name, so it says nothing of one
 * whose name the tallies have in several larger regions, or in another one.
 */
export function registeredRegion(
  register: RegisterUse | undefined,
  { name, paths }: RegionColumn,
  path: readonly string[],
) {
  if (register?.byRegion?.column !== name) return undefined;
  const own = path.at(-1);
  const namesakes = paths.filter((names) => names.at(-1) === own);
  if (namesakes.some((names) => names.some((each, at) => each !== path[at]))) return undefined;
  return register.byRegion.regions.find(({ region }) => region === own);
}
