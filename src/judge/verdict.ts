import type { Share } from "../model/share";
import type { Conflict, Feasibility } from "./feasible";
import type { Look } from "./look";
import type { Proof, StationsProof } from "./proof";

/**
 * `confirmed`: true in every completion of the uncovered stations; `contradicted`: true in none;
 * `undecided`: true in some, or not judged, as its reason says.
 */
export type Outcome = "confirmed" | "contradicted" | "undecided";

/** A figure of a claim; `together` stands for all of its figures at once. */
export type FigureKind =
  | "votes"
  | "share"
  | "otherVotes"
  | "validVotes"
  | "invalidVotes"
  | "ballotsCast"
  | "turnout"
  | "winner"
  | "margin"
  | "together";

/**
 * What the tallies say of one figure of a claim. All counts are of votes; numbers that do not apply
 * are absent.
 */
export interface Finding {
  readonly figure: FigureKind;
  /** Candidate whose votes, share or victory is claimed. */
  readonly candidate?: string;
  /** The figure as published; a share as decimal text in percent. */
  readonly claimed?: number | string;
  readonly outcome: Outcome;
  /** One plain sentence with the numbers that decide. */
  readonly reason: string;
  /** Counted on the covered stations. */
  readonly inHand?: number;
  /** Claimed less in hand: what uncovered stations must add; below 0 the excess already in hand. */
  readonly required?: number;
  /** Of a claim on part of the stations: how many of them there are, and how many can be covered. */
  readonly overlap?: { readonly claimed: number; readonly least: number; readonly most: number };
  /**
   * Of votes on part of the stations, where nothing is decided: what the missing stations would have to
   * add if as many of them as can be are meant, beside the covered stations with the most.
   */
  readonly missing?: {
    readonly stations: number;
    readonly covered: number;
    readonly votes: number;
  };
  /** The most that uncovered stations can add. */
  readonly available?: number;
  /** Share in the completion that is worst and best for the candidate. */
  readonly possible?: { readonly min: Share; readonly max: Share };
  /** Valid votes at uncovered stations with which the figure is true. */
  readonly uncoveredVotes?: { readonly min: number; readonly max: number };
  /**
   * The fewest valid votes at uncovered stations with which it could be true, were there room for
   * them; votes that are whole may need some more.
   */
  readonly neededVotes?: number;
}

/** A claim judged against the tallies, by deduction only; conditional on the tallies being authentic. */
export interface Verdict {
  /** Id of the claim. */
  readonly claim: string;
  readonly outcome: Outcome;
  /** The finding that decides, in one sentence. */
  readonly reason: string;
  readonly findings: readonly Finding[];
  /** Of a contradicted claim: why, in numbers that `checkProof` and a reader can check. */
  readonly proof?: Proof;
  /** Of an undecided claim: what the uncovered stations would have to be, beside the covered ones. */
  readonly look?: Look;
  /** The same under each published number of voters, lowest first, where there are several. */
  readonly rolls?: readonly RollVerdict[];
}

/**
 * A claim under one of the published rolls. Where another roll implies the outcome, nothing more was
 * worked out: what is decided under a number of voters is decided under every smaller one. A proof for
 * the largest roll holds for all.
 */
export interface RollVerdict {
  readonly registeredVoters: number;
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly proof?: Proof;
}

/** A finding with what rules it out, if anything does. */
export interface Judged {
  readonly finding: Finding;
  readonly conflict?: Conflict;
  readonly stations?: StationsProof;
}

export const judged = (result: Feasibility, finding: Finding): Judged =>
  "min" in result ? { finding } : { finding, conflict: result };

/** The fewest missing votes that what rules a claim out allows, where it allows any. */
export const neededIn = ({ needed }: Conflict) =>
  needed === undefined ? {} : { neededVotes: Number(needed) };
