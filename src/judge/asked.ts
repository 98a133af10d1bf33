import {
  type Claim,
  type ClaimMargin,
  claimedInterval,
  figureOf,
  SHARE_SCALE,
} from "../model/claim";
import { line } from "./lines";
import type { Premises } from "./premises";
import type { Asked, System } from "./system";

/** One candidate's votes, or the lead of the first over the second. */
export type Whose = readonly [code: string, ...rival: string[]];

/**
 * Votes or a lead that are in hand, less so much of each valid vote, in units of 1 / SHARE_SCALE. Where
 * nobody says at which stations, from the least to the most.
 */
export type InHand = (
  whose: Whose,
  share?: bigint,
) => { readonly least: bigint; readonly most: bigint };

/** At all covered stations. */
export const inHandAt =
  ({ votes, validVotes }: Premises): InHand =>
  ([code, rival], share = 0n) => {
    const own = votes[code]! - (rival === undefined ? 0 : votes[rival]!);
    const sum = SHARE_SCALE * BigInt(own) - share * BigInt(validVotes);
    return { least: sum, most: sum };
  };

type Bounds = Pick<Asked, "lows" | "highs">;

/** Exactly so many votes, or a lead of so many, less what is in hand. */
function exactly(
  kind: "votes" | "margin-votes",
  candidates: Whose,
  claimed: number,
  inHand: InHand,
): Bounds {
  const { least, most } = inHand(candidates);
  const number = SHARE_SCALE * BigInt(claimed);
  return {
    lows: [line(0n, number - most, { kind, candidates })],
    highs: [line(0n, number - least, { kind, candidates }, -1n)],
  };
}

/** A share, or a lead in points, within what the claim's digits allow, of valid votes in hand and missing. */
function within(
  kind: "share" | "margin",
  candidates: Whose,
  percent: string,
  inHand: InHand,
): Bounds {
  const { low, high } = claimedInterval(percent);
  return {
    lows: [line(low, -inHand(candidates, low).most, { kind: `${kind}-least`, candidates })],
    highs: [line(high, -inHand(candidates, high).least, { kind: `${kind}-most`, candidates })],
  };
}

export const askedVotes = (code: string, claimed: number, inHand: InHand): Asked => ({
  code,
  ...exactly("votes", [code], claimed, inHand),
});

export const askedShare = (code: string, percent: string, inHand: InHand): Asked => ({
  code,
  ...within("share", [code], percent, inHand),
});

/** The votes of all candidates that the claim does not name, together. */
export function askedOthers(
  claim: Claim,
  otherVotes: number,
  { votes }: Premises,
): NonNullable<System["others"]> {
  const members = Object.keys(votes).filter((code) => figureOf(claim.votes, code) === undefined);
  const inHand = members.reduce((sum, code) => sum + votes[code]!, 0);
  const missing = SHARE_SCALE * BigInt(otherVotes - inHand);
  const fact = { kind: "other-votes", candidates: members } as const;
  return {
    members: new Set(members),
    low: line(0n, missing, fact),
    high: line(0n, missing, fact, -1n),
  };
}

/** The lead of one candidate over another, in votes or in points of the valid votes. */
export function askedMargin(
  { winner, loser, votes, share }: ClaimMargin,
  inHand: InHand,
): NonNullable<System["margin"]> {
  const pair = [winner, loser] as const;
  const all = [
    ...(votes === undefined ? [] : [exactly("margin-votes", pair, votes, inHand)]),
    ...(share === undefined ? [] : [within("margin", pair, share, inHand)]),
  ];
  return { winner, loser, ...joined(all) };
}

const joined = (bounds: readonly Bounds[]): Bounds => ({
  lows: bounds.flatMap(({ lows }) => lows),
  highs: bounds.flatMap(({ highs }) => highs),
});

/** That the one is not behind the other. */
export const notBehind = (winner: string, loser: string, inHand: InHand) =>
  line(0n, -inHand([winner, loser]).most, { kind: "winner", candidates: [winner, loser] });

/**
 * All that a claim says of candidates, to be judged together; or several claims on the same stations,
 * of whose winners, margins and others' votes the first counts.
 */
export function askedTogether(
  claims: readonly Claim[],
  premises: Premises,
  inHand = inHandAt(premises),
): Omit<System, "limits"> {
  const codes = Object.keys(premises.votes);
  const asked = codes.flatMap((code): Asked[] => {
    const own = claims.flatMap(({ votes, shares }) => {
      const [number, percent] = [figureOf(votes, code), figureOf(shares, code)];
      return [
        ...(number === undefined ? [] : [askedVotes(code, number, inHand)]),
        ...(percent === undefined ? [] : [askedShare(code, percent, inHand)]),
      ];
    });
    return own.length === 0 ? [] : [{ code, ...joined(own) }];
  });
  const winner = claims.find((claim) => claim.winner !== undefined)?.winner;
  const lead = claims.find(({ margin }) => margin && margin.winner === (winner ?? margin.winner));
  const margin = lead?.margin && askedMargin(lead.margin, inHand);
  const rest = claims.find(({ otherVotes }) => otherVotes !== undefined);
  const others = rest && askedOthers(rest, rest.otherVotes!, premises);
  // A margin across the others' figure would tie the two in a knot; the figure is then left out,
  // which favours the claim.
  const crossing =
    margin && others && others.members.has(margin.winner) !== others.members.has(margin.loser);
  // That the winner of a margin has the most votes of all is another bound on its lead.
  const ahead = margin && winner !== undefined && notBehind(winner, margin.loser, inHand);
  return {
    asked,
    inHand: new Map(Object.entries(premises.votes)),
    ...(margin ? { margin: ahead ? { ...margin, lows: [...margin.lows, ahead] } : margin } : {}),
    ...(others && !crossing ? { others } : {}),
    ...(winner !== undefined && { winner }),
  };
}
