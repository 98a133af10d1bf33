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
  /** Ballots in hand that are neither valid nor invalid for certain: as stated, or what is left of them. */
  readonly blankVotes: number;
  /** The most ballots, and so valid votes, at the uncovered stations. */
  readonly room: number;
  /**
   * Ballots in hand for certain, and the most in all: where a sheet does not state them, one for each
   * voter who is, or may be, registered there.
   */
  readonly ballots: Span;
  /** Invalid votes in hand for certain, and the most in all, if no missing vote is valid. */
  readonly invalidVotes: Span;
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
  const known = profile.once("known", () => knownOf(tallies));
  const room = remainder.maxValidVotes;
  // Voters of stations that say nothing of their number are among those registered nowhere else, as
  // are those of missing stations.
  const elsewhere = roll - known.registered;
  return {
    ...(region !== undefined && { region }),
    stations: universe.stations,
    covered: count.stations,
    registered: count.atLeastRegistered,
    votes: Object.fromEntries(count.candidates.map(({ code, votes }) => [code, votes])),
    validVotes: count.validVotes,
    blankVotes: known.blank,
    room,
    ...roomBasis(remainder, universe, count),
    ballots: {
      least: count.atLeastBallots,
      most: known.ballots + (known.hasOpen ? elsewhere : room),
    },
    invalidVotes: {
      least: count.invalidVotes?.sum ?? 0,
      most: known.invalid + (known.hasOpenInvalid ? elsewhere - known.inOpen : room),
    },
    roll,
  };
}

/** What stations have at most, if their sheets state their ballots or at least their voters. */
function knownOf({ columns, length }: Tallies) {
  const { validVotes, invalidVotes, blankVotes, ballotsCast, registeredVoters } = columns;
  const known = {
    ballots: 0,
    invalid: 0,
    blank: 0,
    registered: 0,
    /** Whether there are any others, what is in hand of them, and whether it can be more invalid ones. */
    hasOpen: false,
    inOpen: 0,
    hasOpenInvalid: false,
  };
  for (let at = 0; at < length; at++) {
    const valid = validVotes[at]!;
    const stated = Math.max(0, blankVotes?.[at] ?? 0);
    const invalid = invalidVotes?.[at] ?? ABSENT;
    const cast = ballotsCast?.[at] ?? ABSENT;
    const registered = registeredVoters?.[at] ?? ABSENT;
    const most = cast === ABSENT ? registered : cast;
    known.blank += cast === ABSENT || invalid === ABSENT ? stated : cast - valid - invalid;
    if (invalid !== ABSENT) known.invalid += invalid;
    if (most === ABSENT) {
      known.hasOpen = true;
      known.inOpen += valid + stated + Math.max(0, invalid);
      if (invalid === ABSENT) known.hasOpenInvalid = true;
    } else {
      known.ballots += most;
      known.registered += registered === ABSENT ? most : registered;
      if (invalid === ABSENT) known.invalid += most - valid - stated;
    }
  }
  return known;
}

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
