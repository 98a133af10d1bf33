import { type Claim, claimedInterval, figureOf } from "../model/claim";
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
const MOST_CLAIMS = 100;

/**
 * Which pairs of claims cannot both be true, even before any tally: by their figures and the largest
 * published roll alone. Only claims on the same place are compared, and none on part of the stations,
 * since two of those can mean different ones. Of more than a hundred claims none are listed.
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
  const whole = claims.filter(({ scope }) => (scope?.stations ?? Infinity) >= universe.stations);
  return whole.flatMap((first, at) =>
    whole.slice(at + 1).flatMap((second): Exclusion[] => {
      if (placeOf(first) !== placeOf(second)) return [];
      const reason = directly(first, second, say) ?? indirectly([first, second], nothing, say);
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
  return undefined;
}

function indirectly(
  pair: readonly Claim[],
  nothing: ReturnType<typeof nothingInHand>,
  say: Say,
): string | undefined {
  // A claim that contradicts itself says nothing of others.
  if (pair.some((claim) => conflictOf([claim], nothing))) return undefined;
  const conflict = conflictOf(pair, nothing);
  return conflict && say.excludeTogether(conflictInWords(conflict, say, "all"));
}
