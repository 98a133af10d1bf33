import type { Count } from "../count/count";
import type { Share } from "../model/share";
import type { Remainder } from "./remainder";

/** What a candidate's result can be, over every completion of the uncovered stations. */
export interface Bounds {
  readonly code: string;
  readonly votes: { readonly min: number; readonly max: number };
  readonly share: { readonly min: Share; readonly max: Share };
}

/**
 * Worst-case bounds: at one end every possible uncovered vote goes to others, at the other to the
 * candidate. No assumption on turnout or preference is made (Manski 2003, partial identification).
 */
export function boundsOf(
  { candidates, validVotes }: Count,
  { maxValidVotes }: Remainder,
): Bounds[] {
  // Shares move monotonically with the uncovered votes, so the ends lie where all of them exist.
  const outOf = validVotes + maxValidVotes;
  return candidates.map(({ code, votes }) => ({
    code,
    votes: { min: votes, max: votes + maxValidVotes },
    share: { min: { votes, outOf }, max: { votes: votes + maxValidVotes, outOf } },
  }));
}

/** The candidate who has the most votes in every completion, if there is one. */
export function certainWinner(
  { candidates }: Count,
  { maxValidVotes }: Remainder,
): string | undefined {
  return candidates.find(({ code, votes }) =>
    candidates.every((other) => other.code === code || votes > other.votes + maxValidVotes),
  )?.code;
}

/** The candidates who can still have the most votes, alone or tied, in the order of the election. */
export function possibleWinners({ candidates }: Count, { maxValidVotes }: Remainder): string[] {
  const most = candidates.reduce((largest, { votes }) => Math.max(largest, votes), 0);
  return candidates.filter(({ votes }) => votes + maxValidVotes >= most).map(({ code }) => code);
}
