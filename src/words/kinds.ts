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
