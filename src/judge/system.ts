import type { Line } from "./lines";

/**
 * What a claim, or one figure of it, asks of the missing votes: bounds on all of them, on those of a
 * candidate, on those of the candidates that share one figure, on the lead of one over another, and
 * that one has the most.
 */
export interface System {
  readonly limits: readonly Condition[];
  /** The candidates of whom something is claimed, each once. */
  readonly asked: readonly Asked[];
  /** Codes of all candidates with their votes in hand. */
  readonly inHand: ReadonlyMap<string, number>;
  /** Candidates who together have exactly `low` (and `high`, which is the same number). */
  readonly others?: {
    readonly members: ReadonlySet<string>;
    readonly low: Line;
    readonly high: Line;
  };
  /** Missing votes of the winner less those of the loser. */
  readonly margin?:
    | {
        readonly winner: string;
        readonly loser: string;
        readonly lows: readonly Line[];
        readonly highs: readonly Line[];
      }
    | undefined;
  /** The candidate with the most votes, the margin's winner if there is a margin. */
  readonly winner?: string;
}

/** Missing votes of one candidate: at least every `low`, at most every `high`. */
export interface Asked {
  readonly code: string;
  readonly lows: readonly Line[];
  readonly highs: readonly Line[];
}

/**
 * Why a condition must hold:
 * - `known`: by what is known, or by one of the claim's own totals;
 * - `already`: the votes in hand must not exceed the claim;
 * - `own`: what the claim says in two ways must agree;
 * - `needs`: missing votes of the candidates must fit into the missing ones;
 * - `absorbs`: the claim must leave a place for every missing vote;
 * - `winner`: the candidate must have the most votes.
 */
export type ConditionKind = "known" | "already" | "own" | "needs" | "absorbs" | "winner";

/** A condition `slope · W + intercept ≥ 0`. */
export interface Condition extends Line {
  readonly kind: ConditionKind;
  readonly candidates: readonly string[];
}

// Written out, because a spread takes several times as long, and there are thousands.
export const condition = (
  kind: ConditionKind,
  candidates: readonly string[],
  { slope, intercept, basis }: Line,
): Condition => ({ slope, intercept, basis, kind, candidates });
