import type { CandidateCount, Count } from "../count/count";
import { type Claim, claimedInterval, SHARE_SCALE } from "../model/claim";
import type { Universe } from "../model/election";
import { type Condition, type Linear, type Part, solve } from "./feasible";
import { type Remainder, remainderOf } from "./remainder";

/** One claim before one count: what every check needs. */
export interface Situation {
  readonly claim: Claim;
  readonly count: Count;
  readonly remainder: Remainder;
  /** Voters on the roll, in all. */
  readonly roll: number;
  /** Limits on the valid votes at uncovered stations by which each figure is judged. */
  readonly limits: readonly Condition[];
  /** The same with all of the claim's own totals, also where they cannot be true. */
  readonly allLimits: readonly Condition[];
  /** The most valid votes at uncovered stations, the claim's own totals included. */
  readonly available: number;
}

export function situationOf(claim: Claim, count: Count, universe: Universe): Situation {
  const remainder = remainderOf(count, universe);
  // A share of no votes is no share: where shares are claimed, there must be a vote.
  const least = claim.shares !== undefined && count.validVotes === 0 ? 1 : 0;
  const known = [limit("non-negative", 1n, -least), limit("room", -1n, remainder.maxValidVotes)];
  const claimed = [...known];
  if (claim.validVotes !== undefined) {
    const rest = claim.validVotes - count.validVotes;
    claimed.push(limit("claimed-valid", -1n, rest), limit("claimed-valid", 1n, -rest));
  }
  if (claim.ballotsCast !== undefined)
    claimed.push(limit("claimed-ballots", -1n, claim.ballotsCast - count.atLeastBallots));
  const ownTotals = solve(claimed, [], false, SHARE_SCALE);
  // Totals that cannot be true say nothing of the other figures: those are then judged without.
  const roll = universe.registeredVoters;
  const base = { claim, count, remainder, roll, allLimits: claimed };
  return "min" in ownTotals
    ? { ...base, limits: claimed, available: Number(ownTotals.max) }
    : { ...base, limits: known, available: remainder.maxValidVotes };
}

const limit = (kind: Condition["kind"], slope: bigint, intercept: number): Condition => ({
  kind,
  slope: slope * SHARE_SCALE,
  intercept: BigInt(intercept) * SHARE_SCALE,
  candidates: [],
});

/** Exactly the claimed votes, less those in hand. */
export function votesPart(candidates: readonly CandidateCount[], claimed: number): Part {
  const inHand = candidates.reduce((sum, { votes }) => sum + votes, 0);
  const missing: Linear = { slope: 0n, intercept: BigInt(claimed - inHand) * SHARE_SCALE };
  return { candidates: candidates.map(({ code }) => code), lows: [missing], highs: [missing] };
}

/** A share within what the claim's digits allow, of the valid votes in hand and uncovered. */
export function sharePart({ code, votes }: CandidateCount, percent: string, count: Count): Part {
  const { low, high } = claimedInterval(percent);
  const uncovered = (share: bigint): Linear => ({
    slope: share,
    intercept: share * BigInt(count.validVotes) - SHARE_SCALE * BigInt(votes),
  });
  return { candidates: [code], lows: [uncovered(low)], highs: [uncovered(high)] };
}

/** The candidate's count; claims only name candidates of the election. */
export const countOfCandidate = ({ candidates }: Count, code: string): CandidateCount =>
  candidates.find((candidate) => candidate.code === code)!;
