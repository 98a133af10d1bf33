import {
  type Claim,
  type ClaimMargin,
  claimedInterval,
  figureOf,
  SHARE_SCALE,
} from "../model/claim";
import { type Line, line } from "./lines";
import type { Premises } from "./premises";
import type { Asked, System } from "./system";

/** Exactly the claimed votes, less those in hand. */
export function askedVotes(code: string, claimed: number, { votes }: Premises): Asked {
  const { low, high } = exactly("votes", [code], claimed - votes[code]!);
  return { code, lows: [low], highs: [high] };
}

/** A share within what the claim's digits allow, of the valid votes in hand and missing. */
export function askedShare(code: string, percent: string, premises: Premises): Asked {
  const { low, high } = claimedInterval(percent);
  const bound = (share: bigint, kind: "share-least" | "share-most") =>
    line(share, share * BigInt(premises.validVotes) - SHARE_SCALE * BigInt(premises.votes[code]!), {
      kind,
      candidates: [code],
    });
  return { code, lows: [bound(low, "share-least")], highs: [bound(high, "share-most")] };
}

/** The votes of all candidates that the claim does not name, together. */
export function askedOthers(
  claim: Claim,
  otherVotes: number,
  { votes }: Premises,
): NonNullable<System["others"]> {
  const members = Object.keys(votes).filter((code) => figureOf(claim.votes, code) === undefined);
  const inHand = members.reduce((sum, code) => sum + votes[code]!, 0);
  return { members: new Set(members), ...exactly("other-votes", members, otherVotes - inHand) };
}

/** The lead of one candidate over another, in votes or in points of the valid votes. */
export function askedMargin(
  { winner, loser, votes, share }: ClaimMargin,
  premises: Premises,
): NonNullable<System["margin"]> {
  const candidates = [winner, loser];
  const lead = premises.votes[winner]! - premises.votes[loser]!;
  const exact = votes === undefined ? [] : [exactly("margin-votes", candidates, votes - lead)];
  const bound = (points: bigint, kind: "margin-least" | "margin-most") =>
    line(points, points * BigInt(premises.validVotes) - SHARE_SCALE * BigInt(lead), {
      kind,
      candidates,
    });
  const points = share === undefined ? undefined : claimedInterval(share);
  return {
    winner,
    loser,
    lows: [...exact.map(({ low }) => low), ...(points ? [bound(points.low, "margin-least")] : [])],
    highs: [
      ...exact.map(({ high }) => high),
      ...(points ? [bound(points.high, "margin-most")] : []),
    ],
  };
}

/** That the winner of a margin has the most votes of all, as another bound on its lead. */
function withWinner(margin: NonNullable<System["margin"]>, { votes }: Premises) {
  const { winner, loser, lows } = margin;
  const behind = SHARE_SCALE * BigInt(votes[loser]! - votes[winner]!);
  const lead = line(0n, behind, { kind: "winner", candidates: [winner, loser] });
  return { ...margin, lows: [...lows, lead] };
}

/**
 * All that a claim says of candidates, to be judged together; or several claims on the same stations,
 * of whose winners, margins and others' votes the first counts.
 */
export function askedTogether(
  claims: readonly Claim[],
  premises: Premises,
): Omit<System, "limits"> {
  const asked = Object.keys(premises.votes).flatMap((code): Asked[] => {
    const own = claims.flatMap(({ votes, shares }) => {
      const [number, percent] = [figureOf(votes, code), figureOf(shares, code)];
      return [
        ...(number === undefined ? [] : [askedVotes(code, number, premises)]),
        ...(percent === undefined ? [] : [askedShare(code, percent, premises)]),
      ];
    });
    if (own.length === 0) return [];
    return [
      { code, lows: own.flatMap(({ lows }) => lows), highs: own.flatMap(({ highs }) => highs) },
    ];
  });
  const winner = claims.find((claim) => claim.winner !== undefined)?.winner;
  const lead = claims.find(({ margin }) => margin && margin.winner === (winner ?? margin.winner));
  const margin = lead?.margin && askedMargin(lead.margin, premises);
  const rest = claims.find(({ otherVotes }) => otherVotes !== undefined);
  const others = rest && askedOthers(rest, rest.otherVotes!, premises);
  // A margin across the others' figure would tie the two in a knot; the figure is then left out,
  // which favours the claim.
  const crossing =
    margin && others && others.members.has(margin.winner) !== others.members.has(margin.loser);
  return {
    asked,
    inHand: new Map(Object.entries(premises.votes)),
    ...(margin ? { margin: winner === undefined ? margin : withWinner(margin, premises) } : {}),
    ...(others && !crossing ? { others } : {}),
    ...(winner === undefined ? {} : { winner }),
  };
}

/** That the missing votes of the candidates are exactly so many. */
function exactly(
  kind: "votes" | "other-votes" | "margin-votes",
  candidates: readonly string[],
  missing: number,
): { readonly low: Line; readonly high: Line } {
  const number = SHARE_SCALE * BigInt(missing);
  return {
    low: line(0n, number, { kind, candidates }),
    high: line(0n, number, { kind, candidates }, -1n),
  };
}
