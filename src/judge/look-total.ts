import { claimedBallots } from "./limits";
import { SHARE_SCALE } from "../model/claim";
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
  asking: Asking,
  profile: Profile,
  /** The missing valid votes with which the claim is possible. */
  { min, max }: Look["possible"],
): TotalLook | undefined {
  const { claim, premises, count, remainder, among } = asking;
  const { ballots, invalidVotes, roll } = premises;
  if (claim.validVotes !== undefined)
    return {
      figure: "validVotes",
      needed: { min: min / remainder.stations, max: max / remainder.stations },
      covered: profile.validVotes().spread(count.validVotes / count.stations),
    };
  // Of some covered stations, nobody knows which, other ballots than valid ones are not added up.
  if (among) return undefined;
  const by =
    claim.ballotsCast !== undefined
      ? "ballotsCast"
      : claim.turnoutBase !== undefined
        ? "turnout"
        : undefined;
  if (by !== undefined && (by === "ballotsCast" || claim.turnout !== undefined)) {
    const { low, high } = claimedBallots(claim, by, roll);
    const claimed = { min: Number(low / SHARE_SCALE), max: Number(high / SHARE_SCALE) };
    return lookOfTotal(asking, "ballotsCast", claimed, ballots, profile.ballots());
  }
  const values = profile.invalidVotes();
  return claim.invalidVotes === undefined || values === undefined
    ? undefined
    : lookOfTotal(asking, "invalidVotes", both(claim.invalidVotes), invalidVotes, values);
}

const both = (claimed: number) => ({ min: claimed, max: claimed });

/** What is claimed less what is in hand, of which sheets may leave some open. */
function lookOfTotal(
  { remainder, count }: Asking,
  figure: TotalLook["figure"],
  claimed: { readonly min: number; readonly max: number },
  inHand: { readonly least: number; readonly most: number },
  values: Values,
): TotalLook {
  const { stations, maxValidVotes } = remainder;
  const each = (number: number) => Math.min(Math.max(0, number), maxValidVotes) / stations;
  return {
    figure,
    needed: { min: each(claimed.min - inHand.most), max: each(claimed.max - inHand.least) },
    covered: values.spread(inHand.least / count.stations),
  };
}
