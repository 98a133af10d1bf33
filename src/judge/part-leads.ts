import { claimedInterval, SHARE_SCALE } from "../model/claim";
import { Exact } from "../model/share";
import { type Extreme, type Fraction, fractionOf, leastOf, mostOf, weighedSums } from "./overlap";
import { type Part, partEnd, type PartFigure, partFigure } from "./part";
import type { Judged } from "./verdict";

export const sharesOfPart = (part: Part): Judged[] =>
  Object.entries(part.claim.shares ?? {}).map(([code, percent]) => {
    const { count, say } = part;
    const { share, votes } = count.candidates.find((candidate) => candidate.code === code)!;
    const noun = say.nounShare(say.claimedInWords(percent), code);
    const figure = partFigure("share", noun, percent, code);
    const sums = { votes, outOf: share.outOf };
    return shareOfPart(
      part,
      figure,
      percent,
      () => part.votesOf(code),
      sums,
      code,
      say.nounVotesFor(code),
    );
  });

/**
 * A share: votes − share · valid votes, summed over the claim's stations, must reach 0 from the right
 * side for both ends of the claimed interval. The missing votes help it as much as they can: they are
 * all for or all against the candidate, and of a lead against it by `worst` each.
 */
function shareOfPart(
  part: Part,
  figure: PartFigure,
  percent: string,
  votes: () => Int32Array,
  totals: { readonly votes: number; readonly outOf: number },
  who: string,
  measure: string,
  worst = 0n,
): Judged {
  const { say, overlap, count, tallies } = part;
  const { validVotes } = tallies.columns;
  const { low, high } = claimedInterval(percent);
  const [atLow, atHigh] = [fractionOf(low, SHARE_SCALE), fractionOf(high, SHARE_SCALE)];
  const loss = ({ share, scale }: Fraction) => share + worst * scale;
  const gain = ({ share, scale }: Fraction) => scale - share;
  const sums = (at: Fraction) =>
    part.once(`${JSON.stringify(figure.proof)} less ${at.share}/${at.scale}`, () =>
      weighedSums(votes(), validVotes, at),
    );
  const most = (at: Fraction) => mostOf(sums(at), overlap, gain(at), part.room);
  const least = (at: Fraction) => leastOf(sums(at), overlap, loss(at), part.room);
  // The k smallest of n values sum to at most k/n of all, the k largest to at least that. What the
  // totals leave open so, no station need be looked at for.
  const [stations, room] = [BigInt(count.stations), BigInt(part.mostRoom)];
  const average = ({ scale, share }: Fraction) =>
    BigInt(overlap.least) * (scale * BigInt(totals.votes) - share * BigInt(totals.outOf));
  const contradicted = (side: "least" | "most", extreme: Extreme, { share, scale }: Fraction) => {
    const claimed = say.claimedInWords(percent, side === "most" ? "least" : "most");
    const reason = say.partShareNot(part.inWords(), who, side, claimed);
    const printed = say.locale.decimal(new Exact(`${share}`).div(`${scale}`).toFixed());
    const measured = say.measureShare(measure, printed);
    return part.contradicted(figure, side, partEnd(extreme, 0, measured, true, scale), reason);
  };
  if (average(atLow) + gain(atLow) * room * stations < 0n) {
    const end = most(atLow);
    if (end.value < 0n) return contradicted("most", end, atLow);
  }
  if (average(atHigh) - loss(atHigh) * room * stations > 0n) {
    const end = least(atHigh);
    if (end.value > 0n) return contradicted("least", end, atHigh);
  }
  const always =
    average(atLow) - loss(atLow) * room * stations >= 0n &&
    average(atHigh) + gain(atHigh) * room * stations <= 0n &&
    least(atLow).value >= 0n &&
    most(atHigh).value <= 0n &&
    // Stations without a vote have no share, so there must be one whichever they are.
    part.sums("valid votes", () => validVotes).smallest(overlap.least) > 0n;
  return always
    ? part.open(figure, "confirmed", say.partAlways(figure.noun))
    : part.open(figure, "undecided", say.partPossible(figure.noun, overlap.claimed));
}

const leadSums = (part: Part, winner: string, loser: string) =>
  part.sums(`lead ${JSON.stringify([winner, loser])}`, () => part.lead(winner, loser));

export function winnerOfPart(part: Part): Judged[] {
  const { claim, overlap, say, room } = part;
  const code = claim.winner;
  if (code === undefined) return [];
  const figure = (rival?: string): PartFigure => ({
    finding: { figure: "winner", candidate: code },
    proof: { figure: "winner", candidate: code, ...(rival === undefined ? {} : { rival }) },
    noun: "",
  });
  const spans = part.tallies.columns.candidates
    .filter((rival) => rival !== code)
    .map((rival) => {
      const sums = leadSums(part, code, rival);
      return {
        rival,
        least: leastOf(sums, overlap, 1n, room),
        most: mostOf(sums, overlap, 1n, room),
      };
    });
  const beaten = spans.find(({ most }) => most.value < 0n);
  if (beaten) {
    const measure = say.measureLead(code, beaten.rival);
    const reason = say.partWinnerNot(part.inWords(), code);
    return [
      part.contradicted(figure(beaten.rival), "most", partEnd(beaten.most, 0, measure), reason),
    ];
  }
  return spans.every(({ least }) => least.value > 0n)
    ? [part.open(figure(), "confirmed", say.partWinnerAlways(code))]
    : [part.open(figure(), "undecided", say.partWinnerOpen(code, overlap.claimed))];
}

export function marginOfPart(part: Part): Judged[] {
  const { claim, overlap, say, room, count } = part;
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
    const sums = leadSums(part, winner, loser);
    const least = leastOf(sums, overlap, 1n, room);
    const most = mostOf(sums, overlap, 1n, room);
    const [low, high] = [Number(least.value), Number(most.value)];
    const reason = say.partLead(overlap.claimed, winner, loser, low, high, votes);
    const rest = { available: part.mostRoom };
    found.push(
      low > votes
        ? part.contradicted(figure, "least", partEnd(least, votes, measure), reason, rest)
        : high < votes
          ? part.contradicted(figure, "most", partEnd(most, votes, measure), reason, rest)
          : part.open(figure, low === high ? "confirmed" : "undecided", reason, rest),
    );
  }
  if (share !== undefined) {
    const of = (code: string) => count.candidates.find((each) => each.code === code)!.votes;
    const figure = figureOf("marginShare", say.nounLead(winner, loser, share), share);
    const totals = { votes: of(winner) - of(loser), outOf: count.validVotes };
    const lead = () => part.lead(winner, loser);
    found.push(shareOfPart(part, figure, share, lead, totals, winner, measure, 1n));
  }
  return found;
}
