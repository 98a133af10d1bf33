/** Why a condition on the missing votes must hold; see the catalogue of each language. */
export type Cause =
  | "negative"
  | "room"
  | "valid"
  | "ballots"
  | "ballots-fit"
  | "ballots-reach"
  | "invalid"
  | "invalid-least"
  | "turnout"
  | "already"
  | "own"
  | "needs"
  | "absorbs"
  | "winner";

/** Numbers of missing votes with which something is possible, of those that can be missing. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly available: number;
  /** Missing stations. */
  readonly missing: number;
}

/** What is enumerated for rounded percentages. */
export type RoundingWays = "three" | "two" | "pair" | "largest";

/** A number in a sum, below 0 where it is taken off. */
export interface Term {
  readonly noun: TermNoun;
  readonly value: number;
}

export type TermNoun =
  | "votes-claimed"
  | "valid-claimed"
  | "lead-claimed"
  | "ballots-claimed"
  | "turnout-ballots"
  | "invalid-claimed"
  | "in-hand"
  | "first-in-hand"
  | "second-in-hand"
  | "valid-in-hand"
  | "ballots-in-hand"
  | "ballots-possible"
  | "blank-in-hand"
  | "invalid-in-hand"
  | "invalid-possible"
  | "room";

/** What the most missing votes follow from. */
export type RoomBy = "roll" | "register" | "all" | "complete";
