import type { Known } from "./known";
import { type PlaceNumbers, placeNumbers, type Remainder } from "./remainder";
import type { View } from "./within-region";

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

export function premisesOf(
  { count, universe, profile }: View,
  remainder: Remainder,
  region: readonly string[] | undefined,
): Premises {
  const numbers = placeNumbers(remainder, universe, count);
  const { roll, room } = numbers;
  const known = profile.known(count);
  return {
    ...(region !== undefined && { region }),
    ...numbers,
    votes: Object.fromEntries(count.candidates.map(({ code, votes }) => [code, votes])),
    validVotes: count.validVotes,
    blankVotes: known.blank,
    ballots: { least: count.atLeastBallots, most: ballotsAtMost(known, roll, room) },
    invalidVotes: {
      least: count.invalidVotes?.sum ?? 0,
      most: known.invalid + (known.openInvalid ? roll - known.registered - known.inOpen : room),
    },
  };
}

/** Ballots at most, of stations that state them or not, and of `room` more. */
export const ballotsAtMost = ({ ballots, registered, open }: Known, roll: number, room: number) =>
  // Voters of stations that say nothing of their number are among those registered nowhere else, as
  // are those of missing stations.
  ballots + (open ? roll - registered : room);

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
