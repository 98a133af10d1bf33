import type { Count } from "../count/count";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import { type Remainder, votersOfRegions } from "./remainder";

/** What some of the missing stations can hold. */
export interface Room {
  /** Whether their voters are known, so that few stations can hold less than all together. */
  readonly isKnown: boolean;
  /** The most valid votes at so many of them; more stations never hold fewer. */
  readonly at: (stations: number) => number;
}

/**
 * Of which missing stations it is known how many voters they have, alone or, in a register by region,
 * together with others. Undefined where all that can be missing may be so at one station.
 */
export function knownVoters(
  tallies: Tallies,
  count: Count,
  universe: Universe,
): readonly number[] | undefined {
  const voters = tallies.uncoveredVoters
    ? Array.from(tallies.uncoveredVoters)
    : votersOfRegions(tallies, count, universe);
  return voters?.sort((a, b) => b - a);
}

/**
 * Without knowledge of the missing stations, one of them may have all voters who are not registered at
 * a covered one. With it, so many stations have at most the voters of the largest.
 */
export function roomOf(
  { maxValidVotes }: Remainder,
  largestFirst: readonly number[] | undefined,
): Room {
  if (!largestFirst)
    return { isKnown: false, at: (stations) => (stations === 0 ? 0 : maxValidVotes) };
  let sum = 0;
  const upTo = [sum, ...largestFirst.map((voters) => (sum += voters))];
  return { isKnown: true, at: (stations) => Math.min(maxValidVotes, upTo[stations] ?? sum) };
}
