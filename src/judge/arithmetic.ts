import type { Claim } from "../model/claim";
import type { Language } from "../model/locale";
import { sayIn } from "../words/index";
import { arithmeticIn } from "./own-arithmetic";

/** Whether two figures of one claim agree with each other. */
export interface ArithmeticCheck {
  readonly check:
    | "votes-sum"
    | "ballots-sum"
    | "share-of-votes"
    | "shares-sum"
    | "winner"
    | "margin"
    | "turnout-base";
  /** Code of the candidate whose share or victory is checked, or who is said to be ahead. */
  readonly candidate?: string;
  readonly agrees: boolean;
  /** One plain sentence with the numbers. */
  readonly text: string;
  /**
   * Of how many voters the turnout is a share: every whole number that prints as it, and the ballots
   * over the turnout as decimal text. Where only valid and invalid votes are stated there may be
   * further ballots: then the voters are at least `min`, and the others are for no blank ballots.
   */
  readonly impliedBase?: { readonly middle: string; readonly min: number; readonly max: number };
}

/**
 * A claim's own arithmetic, before any tally: do its figures agree with each other? A check is there
 * only where the claim states what it needs, always in this order:
 *
 * - `votes-sum`: the votes add up to the valid votes, or to no more where some are not stated;
 * - `ballots-sum`: valid and invalid votes are no more than the ballots cast;
 * - `share-of-votes`, for each candidate: the share is a rounding of the votes;
 * - `shares-sum`: the shares, before rounding, can add up to 100 %;
 * - `winner`: nobody has more than the winner;
 * - `margin`: the lead is that of the votes, or, where those are not stated, can be that of the shares;
 * - `turnout-base`: of how many voters the turnout is a share, and whether the claimed base is one
 *   of them; without a claimed base it only disagrees if no whole number of voters fits.
 *
 * All of it is exact. Percentages are taken at their precision, both ends included: a claim never
 * disagrees with itself because of rounding. Figures that agree need not be true.
 *
 * @param claim one that {@link parseElection} accepts
 * @param candidates the codes of all candidates of the election, in the order of the checks
 * @example
 * ```ts
 * import { arithmetic } from "tallyproof";
 *
 * const claim = {
 *   id: "bulletin-2",
 *   title: "second bulletin",
 *   by: "electoral council",
 *   ballotsCast: 12386669,
 *   turnout: "59.97",
 *   turnoutBase: 21392464,
 * };
 * const [turnout] = arithmetic(claim, ["A", "B"]);
 * turnout?.agrees; // => false
 * turnout?.impliedBase?.middle; // => "20654775.72"
 * ```
 */
export function arithmetic(
  claim: Claim,
  candidates: readonly string[],
  language: Language = "en",
): ArithmeticCheck[] {
  return arithmeticIn(claim, candidates, sayIn(language));
}
