import type { Count } from "../count/count";
import type { Share } from "../model/share";
import { countOfCandidate } from "./situation";

/** How far one candidate is ahead of another; below 0 behind. */
export interface Lead {
  readonly winner: string;
  readonly loser: string;
  /** In votes: on the covered stations, and over every completion. */
  readonly votes: { readonly covered: number; readonly min: number; readonly max: number };
  /** In shares of the valid votes; `votes` of a share is the lead, and may be below 0. */
  readonly share: { readonly covered: Share; readonly min: Share; readonly max: Share };
}

/**
 * The lead over all stations is least when all missing votes are for the loser, most when for the
 * winner: m votes of V become (m ± W) / (V + W), which moves away from m / V as W grows.
 */
export function leadOf(winner: string, loser: string, count: Count, missing: number): Lead {
  const covered = countOfCandidate(count, winner).votes - countOfCandidate(count, loser).votes;
  const outOf = count.validVotes + missing;
  const [min, max] = [covered - missing, covered + missing];
  return {
    winner,
    loser,
    votes: { covered, min, max },
    share: {
      covered: { votes: covered, outOf: count.validVotes },
      min: { votes: min, outOf },
      max: { votes: max, outOf },
    },
  };
}

/** The lead of the candidate with the most votes over the second, where there are two. */
export function topLead(count: Count, missing: number): Lead | undefined {
  const [first, second] = count.candidates.toSorted((a, b) => b.votes - a.votes);
  return first && second && leadOf(first.code, second.code, count, missing);
}
