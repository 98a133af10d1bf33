import { claimedBallots } from "./limits";
import type { Profile, Spread, Values } from "./profile";
import type { Asking, Look } from "./look";

/**
 * Of a claim that says nothing of candidates: what its total asks of each missing station, beside the
 * covered ones, in what the claim counts.
 */
export interface TotalLook {
  readonly figure: "validVotes" | "ballotsCast" | "invalidVotes";
  readonly needed: { readonly min: number; readonly max: number };
  readonly covered: Spread;
}

/** The first total of the claim that asks for a number; a turnout of nobody knows whom asks for none. */
export function totalLook(
  { claim, premises, count, remainder, among }: Asking,
  profile: Profile,
  /** The missing valid votes with which the claim is possible. */
  possible: Look["possible"],
): TotalLook | undefined {
  const { validVotes, ballotsCast, turnout, turnoutBase, invalidVotes } = claim;
  const { ballots, roll } = premises;
  const lookOf = (
    figure: TotalLook["figure"],
    min: number,
    max: number,
    values: Values,
    inHand: number,
  ): TotalLook => {
    const each = (number: number) =>
      Math.min(Math.max(0, number), remainder.maxValidVotes) / remainder.stations;
    const covered = values.spread(inHand / count.stations);
    return { figure, needed: { min: each(min), max: each(max) }, covered };
  };
  if (validVotes !== undefined)
    return lookOf("validVotes", possible.min, possible.max, profile.validVotes(), count.validVotes);
  // Of some covered stations, nobody knows which, other ballots than valid ones are not added up.
  if (among) return undefined;
  if (ballotsCast !== undefined || (turnout !== undefined && turnoutBase !== undefined)) {
    const by = ballotsCast === undefined ? "turnout" : "ballotsCast";
    const { low, high } = claimedBallots(claim, by, roll);
    // The covered stations have all that can be, if some of them leave it open.
    const most = ballots.most - (profile.stating("ballotsCast") ? 0 : remainder.maxValidVotes);
    return lookOf(
      "ballotsCast",
      Number(low) - most,
      Number(high) - ballots.least,
      profile.ballots(),
      ballots.least,
    );
  }
  const values = profile.invalidVotes();
  if (invalidVotes === undefined || !values) return undefined;
  const inHand = premises.invalidVotes.least;
  return lookOf("invalidVotes", invalidVotes - inHand, invalidVotes - inHand, values, inHand);
}
