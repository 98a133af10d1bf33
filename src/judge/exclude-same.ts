import { type Claim, type ClaimMargin, claimedInterval, figureOf } from "../model/claim";
import type { Say } from "../words/index";
import { conflictOf } from "./own";
import type { Premises } from "./premises";

// Claims on the same stations.

/** A figure that the two give differently. */
export function differently(first: Claim, second: Claim, say: Say): string | undefined {
  if (first.winner !== undefined && second.winner !== undefined && first.winner !== second.winner)
    return say.excludeWinners(first.winner, second.winner);
  for (const [code, own] of Object.entries(first.shares ?? {})) {
    const other = figureOf(second.shares, code);
    if (other === undefined) continue;
    const [a, b] = [claimedInterval(own), claimedInterval(other)];
    if (a.low > b.high || b.low > a.high) {
      const [least, most] =
        a.low > b.high ? (["least", "most"] as const) : (["most", "least"] as const);
      return say.excludeShares(
        code,
        say.claimedInWords(own, least),
        say.claimedInWords(other, most),
      );
    }
  }
  for (const [code, own] of Object.entries(first.votes ?? {})) {
    const other = figureOf(second.votes, code);
    if (other !== undefined && other !== own) return say.excludeVotes(code, own, other);
  }
  for (const figure of ["validVotes", "invalidVotes", "ballotsCast"] as const) {
    const [own, other] = [first[figure], second[figure]];
    if (own !== undefined && other !== undefined && own !== other)
      return say.excludeTotals(say.totalNoun(figure), own, other);
  }
  const names = (claim: Claim) =>
    Object.keys(claim.votes ?? {})
      .sort()
      .join("\n");
  const [own, other] = [first.otherVotes, second.otherVotes];
  if (own !== undefined && other !== undefined && own !== other && names(first) === names(second))
    return say.excludeTotals(say.nounOtherVotes(), own, other);
  if (
    first.turnout !== undefined &&
    second.turnout !== undefined &&
    first.turnoutBase !== undefined &&
    first.turnoutBase === second.turnoutBase &&
    areApart(first.turnout, second.turnout)
  )
    return say.excludeTurnouts(first.turnout, second.turnout);
  return marginsApart(first, second, say) ?? marginsApart(second, first, say);
}

/** What they say together, where no figure differs. */
export function together(
  first: Claim,
  second: Claim,
  nothing: Premises,
  say: Say,
): string | undefined {
  // Both bounds of each candidate; and then the figures that only one of the two gives, as one claim.
  const conflict =
    conflictOf([first, second], nothing) ??
    (hasMore(first) && hasMore(second)
      ? (conflictOf([asOne(first, second)], nothing) ?? conflictOf([asOne(second, first)], nothing))
      : undefined);
  return conflict && say.excludeTogether(say.conflictInWords(conflict, "all"));
}

/** Whether a claim says more than votes and shares, which may only conflict when read as one claim. */
const hasMore = ({ validVotes, invalidVotes, ballotsCast, turnout, winner, margin }: Claim) =>
  [validVotes, invalidVotes, ballotsCast, turnout, winner, margin].some(
    (figure) => figure !== undefined,
  );

/** What two claims say together; where both give a figure, the first one's. */
function asOne(first: Claim, second: Claim): Claim {
  const merged = {
    ...second,
    ...first,
    votes: { ...second.votes, ...first.votes },
    shares: { ...second.shares, ...first.shares },
  };
  // The others' votes are of those whom a claim does not name; a margin goes with its own winner.
  const { otherVotes: _, margin, winner, turnout: _turnout, turnoutBase: _base, ...rest } = merged;
  // Nor is a turnout one of the other claim's voters.
  const { turnout, turnoutBase } = first.turnout === undefined ? second : first;
  return {
    ...rest,
    ...(turnout === undefined ? {} : { turnout }),
    ...(turnoutBase === undefined ? {} : { turnoutBase }),
    ...(winner === undefined ? {} : { winner }),
    ...(margin && (winner ?? margin.winner) === margin.winner ? { margin } : {}),
  };
}

/** Leads of the same two, or of one over who is said to have won. */
function marginsApart(first: Claim, second: Claim, say: Say): string | undefined {
  const { margin: own } = first;
  if (own === undefined) return undefined;
  const isAhead =
    (own.votes ?? 0) > 0 || (own.share !== undefined && claimedInterval(own.share).low > 0n);
  const lead = (of: ClaimMargin) =>
    say.leadsBy(of.winner, of.loser, say.marginFigure(of.votes, of.share));
  if (isAhead && second.winner === own.loser)
    return say.excludeBy(lead(own), say.winsMost(second.winner));
  const { margin: other } = second;
  if (other === undefined) return undefined;
  const reversed = own.winner === other.loser && own.loser === other.winner;
  const same = own.winner === other.winner && own.loser === other.loser;
  const votesDiffer =
    own.votes !== undefined && other.votes !== undefined && own.votes !== other.votes;
  const pointsDiffer =
    own.share !== undefined && other.share !== undefined && areApart(own.share, other.share);
  return (reversed && isAhead) || (same && (votesDiffer || pointsDiffer))
    ? say.excludeBy(lead(own), lead(other))
    : undefined;
}

function areApart(first: string, second: string): boolean {
  const [a, b] = [claimedInterval(first), claimedInterval(second)];
  return a.low > b.high || b.low > a.high;
}
