import { type ClaimMargin, claimedInterval, SHARE_SCALE } from "../model/claim";
import { Exact, type Share } from "../model/share";
import { askedMargin, inHandAt } from "./asked";
import { solve } from "./feasible";
import { leadOf } from "./lead";
import { type Situation, systemOf } from "./situation";
import { type Judged, judged, neededIn } from "./verdict";

/** A claim on how far one candidate is ahead of another: in votes, in points, or both. */
export function marginFinding(situation: Situation): Judged[] {
  const { claim, count, remainder, premises, limits, available, say } = situation;
  if (!claim.margin) return [];
  const { winner, loser, votes, share } = claim.margin;
  const result = solve(
    systemOf(situation, { limits, margin: askedMargin(claim.margin, inHandAt(premises)) }),
  );
  const possible = leadOf(winner, loser, count, available);
  const common = {
    figure: "margin",
    candidate: winner,
    claimed: votes ?? share!,
    inHand: possible.votes.covered,
    available,
  } as const;
  if (!("min" in result))
    return [
      judged(result, {
        ...common,
        outcome: "contradicted",
        reason:
          available === 0
            ? say.marginIsNotInWords(claim.margin, possible)
            : votes !== undefined && share !== undefined && isReachable(situation, claim.margin)
              ? say.contradictionInWords(
                  claim,
                  [...situation.inHand.keys()],
                  result,
                  "missing",
                  say.ownNot,
                )
              : say.marginInWords(claim.margin, possible, false, situation),
        ...neededIn(result),
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
        ? say.marginAlways(winner, loser, remainder.stations, say.marginFigure(votes, share))
        : say.marginInWords(claim.margin, possible, true, situation),
      ...(certain ? {} : { uncoveredVotes: { min: Number(result.min), max: Number(result.max) } }),
    }),
  ];
}

function isWithin(reached: Share, share: string) {
  if (reached.outOf === 0) return false;
  const { low, high } = claimedInterval(share);
  const value = new Exact(reached.votes).times(`${SHARE_SCALE}`);
  return (
    value.gte(new Exact(`${low}`).times(reached.outOf)) &&
    value.lte(new Exact(`${high}`).times(reached.outOf))
  );
}

/** Whether the votes and the points claimed are each possible, so that only the two together are not. */
function isReachable(situation: Situation, margin: ClaimMargin): boolean {
  const { premises, limits } = situation;
  const { share: _share, ...votesOnly } = margin;
  const { votes: _votes, ...shareOnly } = margin;
  return [votesOnly, shareOnly].every(
    (own) =>
      "min" in solve(systemOf(situation, { limits, margin: askedMargin(own, inHandAt(premises)) })),
  );
}
