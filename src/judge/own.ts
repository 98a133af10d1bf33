import type { Claim } from "../model/claim";
import type { Say } from "../words/index";
import { askedTogether } from "./asked";
import { type Conflict, solve } from "./feasible";
import { limitsOf } from "./limits";
import type { Premises } from "./premises";
import type { Judged } from "./verdict";

/** What the figures of claims on the same stations exclude of each other, with no tally at all. */
export function conflictOf(claims: readonly Claim[], nothing: Premises): Conflict | undefined {
  const limits = claims.flatMap((claim) => limitsOf(claim, nothing));
  const result = solve({ limits, ...askedTogether(claims, nothing) });
  return "min" in result ? undefined : result;
}

/** A claim that contradicts itself, as a finding. */
export function ownContradiction(claim: Claim, nothing: Premises, say: Say): Judged[] {
  const conflict = conflictOf([claim], nothing);
  if (!conflict) return [];
  return [
    {
      finding: {
        figure: "together",
        outcome: "contradicted",
        reason: say.contradictionInWords(
          claim,
          Object.keys(nothing.votes),
          conflict,
          "all",
          say.ownNot,
        ),
      },
      conflict,
    },
  ];
}
