import { type Remainder, votersOfRegions } from "./remainder";
import type { View } from "./within-region";

/** What some of the missing stations can hold. */
export interface Room {
  /** Whether their voters are known, so that few stations can hold less than all together. */
  readonly isKnown: boolean;
  /** The most valid votes at so many of them; more stations never hold fewer. */
  readonly at: (stations: number) => number;
}

/**
 * Without knowledge of the missing stations, one of them may have all voters who are not registered at
 * a covered one. Where the whole election is given, and it is known how many voters each of its missing
 * stations has, alone or, in a register by region, together with others, so many stations have at most
 * the voters of the largest.
 */
export function roomOf({ maxValidVotes }: Remainder, whole: View | undefined): Room {
  const largestFirst = whole && votersOf(whole)?.sort((a, b) => b - a);
  if (!largestFirst)
    return { isKnown: false, at: (stations) => (stations === 0 ? 0 : maxValidVotes) };
  let sum = 0;
  const upTo = [sum, ...largestFirst.map((voters) => (sum += voters))];
  return { isKnown: true, at: (stations) => Math.min(maxValidVotes, upTo[stations] ?? sum) };
}

const votersOf = ({ tallies, count, universe }: View): number[] | undefined =>
  tallies.uncoveredVoters
    ? Array.from(tallies.uncoveredVoters)
    : votersOfRegions(tallies, count, universe);
