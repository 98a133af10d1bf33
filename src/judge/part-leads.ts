import { claimedInterval, SHARE_SCALE } from "../model/claim";
import { Exact } from "../model/share";
import type { Whose } from "./asked";
import { type Extreme, type Fraction, fractionOf } from "./overlap";
import { type Part, partEnd, type PartFigure, partFigure } from "./part";
import { countOfCandidate } from "./situation";
import type { Judged } from "./verdict";

export const sharesOfPart = (part: Part): Judged[] =>
  Object.entries(part.claim.shares ?? {}).map(([code, percent]) => {
    const { say } = part;
    const noun = say.nounShare(say.claimedInWords(percent), code);
    const figure = partFigure("share", noun, percent, code);
    return shareOfPart(part, figure, percent, [code], say.nounVotesFor(code));
  });

/**
 * A share: votes − share · valid votes, summed over the claim's stations, must reach 0 from the right
 * side for both ends of the claimed interval. The missing votes help it as much as they can: they are
 * all for or all against the candidate.
 */
function shareOfPart(
  part: Part,
  figure: PartFigure,
  percent: string,
  whose: Whose,
  measure: string,
): Judged {
  const { say, overlap, count } = part;
  const { low, high } = claimedInterval(percent);
  const [atLow, atHigh] = [fractionOf(low, SHARE_SCALE), fractionOf(high, SHARE_SCALE)];
  // A missing vote against a lead is one for the rival.
  const loss = ({ share, scale }: Fraction) => (whose.length > 1 ? share + scale : share);
  const gain = ({ share, scale }: Fraction) => scale - share;
  const most = (at: Fraction) => part.most(part.weighed(whose, at), gain(at));
  const least = (at: Fraction) => part.least(part.weighed(whose, at), loss(at));
  const contradicted = (side: "least" | "most", extreme: Extreme, { share, scale }: Fraction) => {
    const claimed = say.claimedInWords(percent, side === "most" ? "least" : "most");
    const reason = say.partShareNot(part.inWords(), whose[0], side, claimed);
    const printed = say.locale.decimal(new Exact(`${share}`).div(`${scale}`).toFixed());
    const measured = say.measureShare(measure, printed);
    return part.contradicted(figure, side, partEnd(extreme, 0, measured, true, scale), reason);
  };
  // The k largest of n values sum to at least k/n of all, the k smallest to at most that. What the
  // totals leave open so, no station need be looked at for.
  const [own = 0, against = 0] = whose.map((code) => countOfCandidate(count, code).votes);
  const room = BigInt(part.mostRoom) * BigInt(count.stations);
  const average = ({ share, scale }: Fraction) =>
    BigInt(overlap.least) * (scale * BigInt(own - against) - share * BigInt(count.validVotes));
  const possible = part.open(figure, "undecided", say.partPossible(figure.noun, overlap.claimed));
  if (average(atLow) + gain(atLow) * room < 0n) {
    const highest = most(atLow);
    if (highest.value < 0n) return contradicted("most", highest, atLow);
  }
  if (average(atHigh) - loss(atHigh) * room > 0n) {
    const lowest = least(atHigh);
    if (lowest.value > 0n) return contradicted("least", lowest, atHigh);
  }
  const always =
    average(atLow) >= loss(atLow) * room &&
    least(atLow).value >= 0n &&
    most(atHigh).value <= 0n &&
    // Stations without a vote have no share, so there must be one whichever they are.
    part.validVotes().smallest(overlap.least) > 0n;
  return always ? part.open(figure, "confirmed", say.partAlways(figure.noun)) : possible;
}

export function winnerOfPart(part: Part): Judged[] {
  const { claim, overlap, say } = part;
  const code = claim.winner;
  if (code === undefined) return [];
  const figure = (rival?: string): PartFigure => ({
    finding: { figure: "winner", candidate: code },
    proof: { figure: "winner", candidate: code, ...(rival !== undefined && { rival }) },
    noun: "",
  });
  const rivals = part.tallies.columns.candidates.filter((rival) => rival !== code);
  const most = (rival: string) => part.most(part.weighed([code, rival]), 1n);
  const beaten = rivals.find((rival) => most(rival).value < 0n);
  if (beaten !== undefined) {
    const end = partEnd(most(beaten), 0, say.measureLead(code, beaten));
    const reason = say.partWinnerNot(part.inWords(), code);
    return [part.contradicted(figure(beaten), "most", end, reason)];
  }
  return rivals.every((rival) => part.least(part.weighed([code, rival]), 1n).value > 0n)
    ? [part.open(figure(), "confirmed", say.partWinnerAlways(code))]
    : [part.open(figure(), "undecided", say.partWinnerOpen(code, overlap.claimed))];
}

export function marginOfPart(part: Part): Judged[] {
  const { claim, overlap, say } = part;
  if (claim.margin === undefined) return [];
  const { winner, loser, votes, share } = claim.margin;
  const figureOf = (
    figure: "marginVotes" | "marginShare",
    noun: string,
    claimed: number | string,
  ): PartFigure => ({
    finding: { figure: "margin", candidate: winner, claimed },
    proof: { figure, candidate: winner, rival: loser },
    noun,
  });
  const measure = say.measureLead(winner, loser);
  const found: Judged[] = [];
  if (votes !== undefined) {
    const figure = figureOf("marginVotes", "", votes);
    const sums = part.weighed([winner, loser]);
    const least = part.least(sums, 1n);
    const most = part.most(sums, 1n);
    const [low, high] = [Number(least.value), Number(most.value)];
    const reason = say.partLead(overlap.claimed, winner, loser, low, high, votes);
    found.push(
      low > votes
        ? part.contradicted(figure, "least", partEnd(least, votes, measure), reason)
        : high < votes
          ? part.contradicted(figure, "most", partEnd(most, votes, measure), reason)
          : part.open(figure, low === high ? "confirmed" : "undecided", reason),
    );
  }
  if (share !== undefined) {
    const figure = figureOf("marginShare", say.nounLead(winner, loser, share), share);
    found.push(shareOfPart(part, figure, share, [winner, loser], measure));
  }
  return found;
}
