import { type Claim, type ClaimMargin, claimedInterval, figureOf } from "../model/claim";
import type { Election } from "../model/election";
import type { Language } from "../model/locale";
import { type Say, sayIn } from "../words/index";
import { conflictInWords } from "./condition-words";
import { conflictOf } from "./own";
import { nothingInHand } from "./premises";
import { claimedInWords } from "./words";

/** Two claims of which at most one is true, whatever the tallies say. */
export interface Exclusion {
  /** Ids of the two claims, in the election's order. */
  readonly claims: readonly [string, string];
  /** One sentence. */
  readonly reason: string;
}

/** Claims beyond which pairs are not looked at: there would be too many. */
export const MOST_CLAIMS = 30;

/**
 * Which pairs of claims cannot both be true, even before any tally: by their figures and the largest
 * published roll alone. Only claims on the same place are compared, and none on part of the stations,
 * since two of those can mean different ones. Of more than thirty claims none are listed.
 *
 * @param language of the reasons
 * @example
 * ```ts
 * import { exclusions } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const [first] = exclusions(venezuela2024);
 * first?.claims; // => ["official-52", "opposition-65-30"]
 * first?.reason; // => "NM has 52 % (51.5 % or more) by the one, 30 % (30.5 % or less) by the other."
 * ```
 */
export function exclusions(
  { candidates, universe, claims }: Election,
  language: Language = "en",
): Exclusion[] {
  const say = sayIn(language);
  if (claims.length > MOST_CLAIMS) return [];
  const rolls = [universe, ...(universe.otherRolls ?? [])];
  const roll = Math.max(...rolls.map(({ registeredVoters }) => registeredVoters));
  const nothing = nothingInHand(
    candidates.map(({ code }) => code),
    roll,
  );
  const known = new Map<Claim, boolean>();
  const isNonsense = (claim: Claim) => {
    if (!known.has(claim)) known.set(claim, conflictOf([claim], nothing) !== undefined);
    return known.get(claim)!;
  };
  const whole = claims.filter(({ scope }) => (scope?.stations ?? Infinity) >= universe.stations);
  return whole.flatMap((first, at) =>
    whole.slice(at + 1).flatMap((second): Exclusion[] => {
      if (placeOf(first) !== placeOf(second)) return [];
      const reason =
        directly(first, second, say) ??
        // A claim that contradicts itself says nothing of others.
        (isNonsense(first) || isNonsense(second)
          ? undefined
          : indirectly(first, second, nothing, say));
      return reason === undefined ? [] : [{ claims: [first.id, second.id], reason }];
    }),
  );
}

const placeOf = ({ scope }: Claim) => JSON.stringify(scope?.region ?? []);

/** A figure that the two give differently. */
function directly(first: Claim, second: Claim, say: Say): string | undefined {
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
        claimedInWords(own, say, least),
        claimedInWords(other, say, most),
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

function indirectly(
  first: Claim,
  second: Claim,
  nothing: ReturnType<typeof nothingInHand>,
  say: Say,
): string | undefined {
  // Both bounds of each candidate; and then the figures that only one of the two gives, as one claim.
  const conflict =
    conflictOf([first, second], nothing) ??
    (hasMore(first) && hasMore(second)
      ? (conflictOf([asOne(first, second)], nothing) ?? conflictOf([asOne(second, first)], nothing))
      : undefined);
  return conflict && say.excludeTogether(conflictInWords(conflict, say, "all"));
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
