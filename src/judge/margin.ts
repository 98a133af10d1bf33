import { claimedInterval, SHARE_SCALE } from "../model/claim";
import { formatCount } from "../model/format";
import { Exact, pointsOf } from "../model/share";
import { askedMargin } from "./asked";
import { solve } from "./feasible";
import { leadOf } from "./lead";
import { type Situation, systemOf } from "./situation";
import { type Judged, judged } from "./verdict";
import { missingStations, missingVotes } from "./words";

/** A claim on how far one candidate is ahead of another: in votes, in points, or both. */
export function marginFinding(situation: Situation): Judged[] {
  const { claim, count, remainder, premises, limits, available } = situation;
  if (!claim.margin) return [];
  const { winner, loser, votes, share } = claim.margin;
  const result = solve(
    systemOf(situation, { limits, margin: askedMargin(claim.margin, premises) }),
  );
  const possible = leadOf(winner, loser, count, available);
  const common = {
    figure: "margin",
    candidate: winner,
    claimed: votes ?? share!,
    inHand: possible.votes.covered,
    available,
  } as const;
  const both = share === undefined ? "" : ` and ${share} points`;
  const figure = votes === undefined ? `${share} points` : `${formatCount(votes)} votes${both}`;
  const range =
    votes === undefined
      ? `from ${pointsOf(possible.share.min)} to ${pointsOf(possible.share.max)} points`
      : `from ${formatCount(possible.votes.min)} to ${formatCount(possible.votes.max)} votes`;
  const lead = `The lead of ${winner} over ${loser} is ${formatCount(possible.votes.covered)} votes so far`;
  if (!("min" in result))
    return [
      judged(result, {
        ...common,
        outcome: "contradicted",
        reason:
          available === 0
            ? `No vote can be missing: ${winner} is ${formatCount(possible.votes.covered)} votes ahead of ${loser} (${pointsOf(possible.share.covered)} points), not ${figure}.`
            : `${lead}. With ${missingVotes(situation)} it can be ${range}, not ${figure}.`,
        ...(result.needed === undefined ? {} : { neededVotes: Number(result.needed) }),
      }),
    ];
  const widest = leadOf(winner, loser, count, remainder.maxValidVotes);
  const certain =
    (votes === undefined || (widest.votes.min === votes && widest.votes.max === votes)) &&
    (share === undefined || isWithin(widest.share.min, share)) &&
    (share === undefined || isWithin(widest.share.max, share));
  return [
    judged(result, {
      ...common,
      outcome: certain ? "confirmed" : "undecided",
      reason: certain
        ? `Whatever ${missingStations(situation)} hold, ${winner} leads ${loser} by ${figure}.`
        : `${lead}; with ${missingVotes(situation)} it can be ${range}, so ${figure} are possible.`,
      ...(certain ? {} : { uncoveredVotes: { min: Number(result.min), max: Number(result.max) } }),
    }),
  ];
}

function isWithin(reached: { readonly votes: number; readonly outOf: number }, share: string) {
  if (reached.outOf === 0) return false;
  const { low, high } = claimedInterval(share);
  const value = new Exact(reached.votes).times(`${SHARE_SCALE}`);
  return (
    value.gte(new Exact(`${low}`).times(reached.outOf)) &&
    value.lte(new Exact(`${high}`).times(reached.outOf))
  );
}
