import type { Count } from "../count/count";
import type { Universe } from "../model/election";
import type { Remainder } from "./remainder";

/** The numbers that every deduction starts from: what is in hand, and what can be missing. */
export interface Premises {
  /** Votes in hand by candidate code. */
  readonly votes: Readonly<Record<string, number>>;
  readonly validVotes: number;
  /** Ballots cast at the covered stations; `most` is absent where the sheets leave it open. */
  readonly ballots: Span;
  readonly invalidVotes: Span;
  /** The most ballots, and so valid votes, at the uncovered stations. */
  readonly room: number;
  /** Voters on the roll, in all. */
  readonly roll: number;
}

/** From `least` to `most`; without `most`, there is no limit but the roll. */
export interface Span {
  readonly least: number;
  readonly most?: number;
}

export function premisesOf(count: Count, remainder: Remainder, universe: Universe): Premises {
  const { stations, validVotes, ballotsCast, invalidVotes, registeredVoters } = count;
  const all = (known: { readonly stations: number } | undefined) => known?.stations === stations;
  // Where sheets do not give their ballots, the voters registered there are the most there can be.
  const mostBallots = all(ballotsCast)
    ? count.atLeastBallots
    : all(registeredVoters)
      ? registeredVoters!.sum
      : undefined;
  const mostInvalid = all(invalidVotes)
    ? invalidVotes!.sum
    : mostBallots === undefined
      ? undefined
      : mostBallots - validVotes;
  return {
    votes: Object.fromEntries(count.candidates.map(({ code, votes }) => [code, votes])),
    validVotes,
    ballots: span(count.atLeastBallots, mostBallots),
    invalidVotes: span(invalidVotes?.sum ?? 0, mostInvalid),
    room: remainder.maxValidVotes,
    roll: universe.registeredVoters,
  };
}

/** What a claim is held against when nothing is counted yet: only the roll limits it. */
export const nothingInHand = (codes: readonly string[], roll: number): Premises => ({
  votes: Object.fromEntries(codes.map((code) => [code, 0])),
  validVotes: 0,
  ballots: { least: 0, most: 0 },
  invalidVotes: { least: 0, most: 0 },
  room: roll,
  roll,
});

const span = (least: number, most: number | undefined): Span =>
  most === undefined ? { least } : { least, most };
