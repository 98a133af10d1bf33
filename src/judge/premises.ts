import type { Place } from "./place";
import type { Open } from "./profile";
import { type PlaceNumbers, placeNumbers } from "./remainder";
import { stating } from "./stating";

/** The numbers that every deduction starts from: what is in hand, and what can be missing. */
export interface Premises extends PlaceNumbers {
  /** The region that they are of, if not of the whole election. */
  readonly region?: readonly string[];
  /** Votes in hand by candidate code. */
  readonly votes: Readonly<Record<string, number>>;
  readonly validVotes: number;
  /** Ballots in hand that are neither valid nor invalid for certain: as stated, or what is left of them. */
  readonly blankVotes: number;
  /**
   * Ballots in hand for certain, and the most in all: where a sheet does not state them, one for each
   * voter who is, or may be, registered there.
   */
  readonly ballots: Span;
  /** Invalid votes in hand for certain, and the most in all, if no missing vote is valid. */
  readonly invalidVotes: Span;
}

/** From `least` to `most`. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

export function premisesOf(place: Place, region: readonly string[] | undefined): Premises {
  const { count, universe, profile } = place.view;
  const [ballots, invalid] = [stating(place, "ballotsCast"), stating(place, "invalidVotes")];
  // What is left open of invalid votes can hold no valid ones nor blank ones that are in hand.
  const others = neither(place) - neither(invalid);
  return {
    ...(region !== undefined && { region }),
    ...placeNumbers(place.remainder, universe, count),
    votes: Object.fromEntries(count.candidates.map(({ code, votes }) => [code, votes])),
    validVotes: count.validVotes,
    blankVotes: profile.blankVotes(count),
    ballots: { least: count.atLeastBallots, most: mostOf(ballots, "ballotsCast") },
    invalidVotes: {
      least: count.invalidVotes?.sum ?? 0,
      most: mostOf(invalid, "invalidVotes") - others,
    },
  };
}

/** What the stations have at most that say it, and all that can be at the others. */
const mostOf = ({ view, remainder }: Place, figure: Open) =>
  view.profile.mostInAll(figure, view.count) + remainder.maxValidVotes;

/** Ballots in hand that are not invalid for certain. */
const neither = ({ view: { count, profile } }: Place) =>
  count.validVotes + profile.blankVotes(count);

/** What a claim is held against when nothing is counted yet: only the roll limits it. */
export const nothingInHand = (codes: readonly string[], roll: number): Premises => ({
  stations: 0,
  covered: 0,
  registered: 0,
  votes: Object.fromEntries(codes.map((code) => [code, 0])),
  validVotes: 0,
  blankVotes: 0,
  room: roll,
  roomBy: "roll",
  ballots: { least: 0, most: roll },
  invalidVotes: { least: 0, most: roll },
  roll,
});
