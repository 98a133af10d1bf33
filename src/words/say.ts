import type { CandidateCount } from "../count/count";
import type { Conflict } from "../judge/feasible";
import type { Lead } from "../judge/lead";
import type { Fact } from "../judge/lines";
import type { Look } from "../judge/look";
import type { PartEnd } from "../judge/part";
import type { Premises } from "../judge/premises";
import type { StationsProof } from "../judge/proof";
import type { Situation } from "../judge/situation";
import type { Asked, Condition } from "../judge/system";
import type { Outcome } from "../judge/verdict";
import type { Claim, ClaimMargin } from "../model/claim";
import type { Locale } from "../model/locale";
import type { Share } from "../model/share";
import type { Which } from "./conditions";
import type { PartNumbers } from "./part";
import type { JudgeWords } from "./judge-en";
import type { TotalFound } from "./totals";

/** The phrases of a language, and how it writes numbers. */
export interface Phrases extends JudgeWords {
  readonly locale: Locale;
}

/**
 * The sentences of verdicts in a language, and how it writes numbers. What a solver found is put into
 * words here, so that who judges has the numbers alone.
 */
export interface Say extends Phrases {
  conditionInWords(condition: Condition, which?: Which): string;
  conflictInWords(conflict: Conflict, which?: Which): string;
  contradictionInWords(
    claim: Claim,
    candidates: readonly string[],
    conflict: Conflict,
    which: Which,
    inWords: (conflict: string) => string,
  ): string;
  factInWords(fact: Fact, claim: Claim, premises: Premises): string;
  lookInWords(look: Omit<Look, "text">): string;
  votesInWords(
    who: string | undefined,
    inHand: number,
    claimed: number,
    outcome: Outcome,
    situation: Situation,
  ): string;
  impossibleShare(
    situation: Situation,
    candidate: CandidateCount,
    percent: string,
    possible: { readonly min: Share; readonly max: Share },
    needed: bigint | undefined,
  ): string;
  needInWords(asked: Asked, code: string, votes: bigint): string;
  totalInWords(total: TotalFound, situation: Situation): string;
  winnerInWords(
    winner: string,
    rival: string | undefined,
    lead: number,
    outcome: Outcome,
    situation: Situation,
  ): string;
  marginInWords(
    margin: ClaimMargin,
    possible: Lead,
    isPossible: boolean,
    situation: Situation,
  ): string;
  marginIsNotInWords(margin: ClaimMargin, possible: Lead): string;
  turnoutInWords(claim: Claim, turnout: string, premises: Premises, always: boolean): string;
  turnoutIsNotInWords(claim: Claim, turnout: string, premises: Premises): string;
  stepsInWords(side: StationsProof["side"], end: PartEnd, numbers: PartNumbers): string[];
  claimedInWords(percent: string, side?: "least" | "most"): string;
  shareAsClaimed(share: Share, percent: string): string;
  average(value: number): string;
}
