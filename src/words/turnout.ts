import { claimedBallots } from "../judge/limits";
import type { Premises } from "../judge/premises";
import type { Claim } from "../model/claim";
import type { Phrases } from "./say";
import { claimedInWords, shareAsClaimed } from "./shares";

/** Why a turnout is impossible: by what is in hand, by what can be at most, or by the claim's ballots. */
export function turnoutIsNotInWords(
  claim: Claim,
  turnout: string,
  { ballots: { least, most }, roll }: Premises,
  say: Phrases,
): string {
  const { low, high } = claimedBallots(claim, "turnout", roll);
  const [side, ballots] =
    BigInt(least) > high
      ? (["already", least] as const)
      : BigInt(most) < low
        ? (["most", most] as const)
        : (["claimed", claim.ballotsCast ?? least] as const);
  const voters = claim.turnoutBase ?? roll;
  const share = shareAsClaimed({ votes: ballots, outOf: voters }, turnout, say);
  return say.turnoutIsNot(side, ballots, share, voters, claimedInWords(turnout, say));
}

/** What a turnout that is possible asks for. */
export function turnoutInWords(
  { turnoutBase: voters }: Claim,
  turnout: string,
  { ballots: { least } }: Premises,
  always: boolean,
  say: Phrases,
): string {
  if (voters === undefined) return say.turnoutOfSome(turnout);
  const share = shareAsClaimed({ votes: least, outOf: voters }, turnout, say);
  return say.turnoutOf(turnout, voters, always, least, share);
}
