import { TallyError } from "../model/error";
import type { Share } from "../model/share";
import { SHEET_COUNTS, type SheetCount, type Tallies } from "../model/tallies";
import { certainCounts } from "./certain";
import { Groups, type KnownSum } from "./groups";

/** One candidate's votes over a set of stations, and the share of the valid votes. */
export interface CandidateCount {
  readonly code: string;
  readonly votes: number;
  readonly share: Share;
}

/** Totals over a set of stations; every figure is a count of votes, ballots, voters or stations. */
export interface Count {
  readonly stations: number;
  readonly candidates: readonly CandidateCount[];
  readonly validVotes: number;
  /** Present when at least one sheet gives it. */
  readonly invalidVotes?: KnownSum;
  readonly blankVotes?: KnownSum;
  readonly ballotsCast?: KnownSum;
  readonly registeredVoters?: KnownSum;
  /** Ballots cast for certain: as stated on the sheet, else as its votes add up to. */
  readonly atLeastBallots: number;
  /** Voters registered for certain: as stated, else one for each ballot cast. */
  readonly atLeastRegistered: number;
}

/** The count of one region; `region` is its path from the largest region down. */
export interface RegionCount {
  readonly region: readonly string[];
  readonly count: Count;
}

/**
 * Totals and exact shares over all accepted stations.
 *
 * @throws TallyError `universe-exceeded` if a total leaves the exact integers (2^53 − 1)
 * @example
 * ```ts
 * import { count, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n" +
 *   "E,M,P,10101001,2,500,100,0,70,30,0,0,0,0,0,0,0,0\n";
 * const totals = count(readTallies(csv, venezuela2024).tallies);
 * totals.candidates[0]; // => { code: "EG", votes: 270, share: { votes: 270, outOf: 400 } }
 * ```
 */
export function count(tallies: Tallies): Count {
  return countGroups(tallies, Groups.one(tallies.length))[0]!;
}

/**
 * Totals and shares by a region column of the layout, sorted by name. Regions of the same name in different larger regions are counted apart; the counts add up
 * to {@link count}.
 *
 * @param region name of the region column, e.g. `"EDO"`
 * @throws TallyError `region-unknown`
 * @example
 * ```ts
 * import { countBy, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E1,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n" +
 *   "E2,M,P,20101001,1,500,100,0,70,30,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * countBy(tallies, "EDO").map(({ region, count }) => [...region, count.validVotes]); // => [["E1", 300], ["E2", 100]]
 * ```
 */
export function countBy(tallies: Tallies, region: string): RegionCount[] {
  return countWith(tallies, region).regions!;
}

/** The count of all stations, and of each region if they are asked for: both at once take half of the time. */
export function countWith(
  tallies: Tallies,
  region?: string,
): { readonly total: Count; readonly regions?: RegionCount[] } {
  if (region === undefined) return { total: count(tallies) };
  const column = tallies.columns.regions.find(({ name }) => name === region);
  if (!column)
    throw new TallyError(
      "region-unknown",
      `The layout has no region column "${region}". It has: ` +
        `${tallies.columns.regions.map(({ name }) => name).join(", ") || "none"}.`,
    );
  const [total, ...groups] = countGroups(tallies, Groups.of(column.codes, column.paths.length));
  const regions = groups
    .map((group, code) => ({ region: column.paths[code]!, count: group }))
    .filter(({ count: { stations } }) => stations > 0)
    .sort((a, b) => comparePaths(a.region, b.region));
  return { total: total!, regions };
}

/** By code units, largest region first: the same order on every machine, whatever its language. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  const level = a.findIndex((name, at) => name !== b[at]);
  return level === -1 ? 0 : a[level]! < b[level]! ? -1 : 1;
}

/** The count of all stations, and then one per group. */
function countGroups(tallies: Tallies, groups: Groups): Count[] {
  const { columns } = tallies;
  /** Some columns are asked for twice. */
  const known = new Map<Int32Array, KnownSum[]>();
  const sumsOf = (values: Int32Array) => {
    const sums = known.get(values) ?? groups.sums(values);
    known.set(values, sums);
    return sums;
  };
  const sumOf = (values: Int32Array) => sumsOf(values).map(({ sum }) => sum);
  const valid = groups.sums(columns.validVotes);
  const validVotes = valid.map(({ sum }) => sum);
  const votes = columns.votes.map(sumOf);
  if (votes.reduce((all, sums) => all + sums[0]!, 0) !== validVotes[0])
    throw new Error("votes differ");
  const given = SHEET_COUNTS.flatMap((name) => {
    const values = columns[name];
    return values ? [{ name, sums: sumsOf(values) }] : [];
  });
  const certain = certainCounts(tallies);
  const leastBallots = sumOf(certain.ballots);
  const leastRegistered = sumOf(certain.registered);

  return valid.map(({ stations }, group) => ({
    stations,
    candidates: columns.candidates.map((code, candidate) => ({
      code,
      votes: votes[candidate]![group]!,
      share: { votes: votes[candidate]![group]!, outOf: validVotes[group]! },
    })),
    validVotes: validVotes[group]!,
    ...Object.fromEntries(
      given
        .filter(({ sums }) => sums[group]!.stations > 0)
        .map(({ name, sums }): [SheetCount, KnownSum] => [name, sums[group]!]),
    ),
    atLeastBallots: leastBallots[group]!,
    atLeastRegistered: leastRegistered[group]!,
  }));
}
