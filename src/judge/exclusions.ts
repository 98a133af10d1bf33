import type { Claim } from "../model/claim";
import type { Election } from "../model/election";
import type { Language } from "../model/locale";
import { type Say, sayIn } from "../words/index";
import { outside, within } from "./exclude-parts";
import { differently, together } from "./exclude-same";
import { conflictOf } from "./own";
import { nothingInHand } from "./premises";

/** Two claims of which at most one is true, whatever the tallies say. */
export interface Exclusion {
  /** Ids of the two claims, in the election's order. */
  readonly claims: readonly [string, string];
  /** One sentence. */
  readonly reason: string;
}

/** Claims beyond which only figures that both give are compared: more would take too long. */
export const MOST_CLAIMS = 30;

/**
 * Which pairs of claims cannot both be true, even before any tally: by their figures and the largest
 * published roll alone. Claims on the same place are compared in full, up to thirty claims; of more only
 * the figures that both give. Of a claim on part of the stations, or on a region, at least as many votes
 * are in every place that it lies in. Of two that need not share a station, only that both have room on
 * the roll.
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
export function exclusions(election: Election, language: Language = "en"): Exclusion[] {
  const { claims } = election;
  const reasonOf = comparison(election, sayIn(language));
  return claims.flatMap((first, at) =>
    claims.slice(at + 1).flatMap((second): Exclusion[] => {
      const reason = reasonOf(first, second);
      return reason === undefined ? [] : [{ claims: [first.id, second.id], reason }];
    }),
  );
}

function comparison({ candidates, universe, claims }: Election, say: Say) {
  const rolls = [universe, ...(universe.otherRolls ?? [])];
  const roll = Math.max(...rolls.map(({ registeredVoters }) => registeredVoters));
  const nothing = nothingInHand(
    candidates.map(({ code }) => code),
    roll,
  );
  const isDeep = claims.length <= MOST_CLAIMS;
  const known = new Map<Claim, boolean>();
  /** A claim that contradicts itself says nothing of others. */
  const isNonsense = (claim: Claim) => {
    if (!known.has(claim)) known.set(claim, conflictOf([claim], nothing) !== undefined);
    return known.get(claim)!;
  };
  const isWhole = ({ scope }: Claim) =>
    scope?.stations === undefined ||
    (scope.region === undefined && scope.stations >= universe.stations);

  return (first: Claim, second: Claim): string | undefined => {
    const [a, b] = [first, second].map(({ scope }) => scope?.region ?? []) as [string[], string[]];
    const [aInB, bInA] = [isWhole(second) && liesIn(a, b), isWhole(first) && liesIn(b, a)];
    if (aInB && bInA)
      return (
        differently(first, second, say) ??
        (isDeep && !isNonsense(first) && !isNonsense(second)
          ? together(first, second, nothing, say)
          : undefined)
      );
    if (isNonsense(first) || isNonsense(second)) return undefined;
    if (aInB) return within(first, second, true, isDeep, nothing, say);
    if (bInA) return within(second, first, false, isDeep, nothing, say);
    return outside(first, second, !liesIn(a, b) && !liesIn(b, a), nothing, say);
  };
}

/** Whether a region is the other one, or lies in it. */
const liesIn = (region: readonly string[], other: readonly string[]) =>
  other.every((name, level) => region[level] === name);
