import { ABSENT, type Tallies } from "../model/tallies";
import { type Remainder, type RoomBasis, roomBasis } from "./remainder";
import type { View } from "./within-region";

/** The numbers that every deduction starts from: what is in hand, and what can be missing. */
export interface Premises extends RoomBasis {
  /** The region that they are of, if not of the whole election, and how many stations it has at most. */
  readonly region?: readonly string[];
  readonly stations: number;
  /** Stations with an accepted tally, and how many voters are registered there for certain. */
  readonly covered: number;
  readonly registered: number;
  /** Votes in hand by candidate code. */
  readonly votes: Readonly<Record<string, number>>;
  readonly validVotes: number;
  /** Ballots cast at the covered stations: as stated, else between what is certain and the voters there. */
  readonly ballots: Span;
  readonly invalidVotes: Span;
  /** The most ballots, and so valid votes, at the uncovered stations. */
  readonly room: number;
  /**
   * The most ballots in all: at covered stations that state them, and of every voter who is not
   * registered there.
   */
  readonly allBallots: number;
  /** Voters on the roll, in all. */
  readonly roll: number;
}

/** From `least` to `most`. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

export function premisesOf(
  { tallies, count, universe, profile }: View,
  remainder: Remainder,
  region: readonly string[] | undefined,
): Premises {
  const roll = universe.registeredVoters;
  const most = profile.once("most", () => mostOf(tallies));
  // Voters of stations that say nothing of their number are among those registered nowhere else.
  const unknown = most.unknown ? Math.max(0, roll - most.registered) : 0;
  return {
    ...(region !== undefined && { region }),
    stations: universe.stations,
    covered: count.stations,
    registered: count.atLeastRegistered,
    votes: Object.fromEntries(count.candidates.map(({ code, votes }) => [code, votes])),
    validVotes: count.validVotes,
    ballots: { least: count.atLeastBallots, most: Math.min(roll, most.ballots + unknown) },
    invalidVotes: {
      least: count.invalidVotes?.sum ?? 0,
      most: most.invalid + (most.openInvalid ? Math.max(0, unknown - most.taken) : 0),
    },
    room: remainder.maxValidVotes,
    ...roomBasis(remainder, universe, count),
    allBallots: most.ballots + Math.max(0, roll - most.registered),
    roll,
  };
}

/** The most ballots and invalid votes at stations that state them, or at least their voters. */
function mostOf({ columns, length }: Tallies) {
  const { validVotes, invalidVotes, blankVotes, ballotsCast, registeredVoters } = columns;
  const most = {
    ballots: 0,
    invalid: 0,
    registered: 0,
    /** Of stations whose ballots are open: that there are any, what is known of them, and what is not. */
    unknown: false,
    taken: 0,
    openInvalid: false,
  };
  for (let at = 0; at < length; at++) {
    const valid = validVotes[at]!;
    const blank = Math.max(0, blankVotes?.[at] ?? 0);
    const invalid = invalidVotes?.[at] ?? ABSENT;
    const cast = ballotsCast?.[at] ?? ABSENT;
    const registered = registeredVoters?.[at] ?? ABSENT;
    const ballots = cast === ABSENT ? registered : cast;
    if (invalid !== ABSENT) most.invalid += invalid;
    if (ballots === ABSENT) {
      most.unknown = true;
      most.taken += valid + blank + Math.max(0, invalid);
      if (invalid === ABSENT) most.openInvalid = true;
    } else {
      most.ballots += ballots;
      most.registered += registered === ABSENT ? ballots : registered;
      if (invalid === ABSENT) most.invalid += Math.max(0, ballots - valid - blank);
    }
  }
  return most;
}

/** What a claim is held against when nothing is counted yet: only the roll limits it. */
export const nothingInHand = (codes: readonly string[], roll: number): Premises => ({
  stations: 0,
  covered: 0,
  registered: 0,
  votes: Object.fromEntries(codes.map((code) => [code, 0])),
  validVotes: 0,
  ballots: { least: 0, most: 0 },
  invalidVotes: { least: 0, most: 0 },
  room: roll,
  roomBy: "roll",
  allBallots: roll,
  roll,
});
