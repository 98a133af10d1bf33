import type { CandidateCount, Count } from "../count/count";
import type { Claim } from "../model/claim";
import type { Say } from "../words/index";
import { solve } from "./feasible";
import { knownLimits, limitsOf } from "./limits";
import type { Place } from "./place";
import { type Premises, premisesOf } from "./premises";
import type { Remainder } from "./remainder";
import type { Condition, System } from "./system";

/** One claim before one count: what every check needs. */
export interface Situation {
  readonly claim: Claim;
  readonly count: Count;
  readonly remainder: Remainder;
  /** In what language findings are written. */
  readonly say: Say;
  /** Whether it is known how many stations there are. */
  readonly knowsStations: boolean;
  /** Whether it is known how many voters are registered at all of them. */
  readonly knowsVoters: boolean;
  readonly premises: Premises;
  /** Votes in hand by candidate code. */
  readonly inHand: ReadonlyMap<string, number>;
  /** Limits on the valid votes at uncovered stations by which each figure is judged. */
  readonly limits: readonly Condition[];
  /** The same with all of the claim's own totals, also where they cannot be true. */
  readonly allLimits: readonly Condition[];
  /** The most valid votes at uncovered stations, the claim's own totals included. */
  readonly available: number;
}

export function situationOf(claim: Claim, place: Place): Situation {
  const { remainder } = place;
  const { count, say, knowsStations, knowsVoters } = place.view;
  const premises = premisesOf(place, claim.scope?.region);
  const known = knownLimits(claim, premises);
  const claimed = limitsOf(claim, premises);
  const inHand = new Map(Object.entries(premises.votes));
  const base = {
    claim,
    count,
    remainder,
    say,
    knowsStations,
    knowsVoters,
    premises,
    inHand,
    allLimits: claimed,
  };
  // Totals that cannot be true say nothing of the other figures: those are then judged without.
  const ownTotals = solve(systemOf(base, { limits: claimed }));
  return "min" in ownTotals
    ? { ...base, limits: claimed, available: Number(ownTotals.max) }
    : { ...base, limits: known, available: remainder.maxValidVotes };
}

/** A system of some of the claim's figures. */
export const systemOf = (
  { inHand }: Pick<Situation, "inHand">,
  parts: Partial<System> & Pick<System, "limits">,
): System => ({ asked: [], inHand, ...parts });

/** The candidate's count; claims only name candidates of the election. */
export const countOfCandidate = ({ candidates }: Count, code: string): CandidateCount =>
  candidates.find((candidate) => candidate.code === code)!;

/** Who has the most votes but for one candidate; undefined where there is nobody else. */
export function strongestRival({ candidates }: Count, code: string): CandidateCount | undefined {
  const [first] = candidates
    .filter((candidate) => candidate.code !== code)
    .toSorted((a, b) => b.votes - a.votes);
  return first;
}
