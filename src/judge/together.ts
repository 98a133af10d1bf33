import { askedTogether } from "./asked";
import { solve } from "./feasible";
import { votesRange } from "./figures";
import type { Situation } from "./situation";
import { type Judged, judged, neededIn } from "./verdict";

/**
 * All figures of the claim at once: each may be possible alone, and still no completion give them
 * all. Only worth saying when no figure is contradicted by itself.
 */
export function togetherFinding(
  situation: Situation,
  alone: readonly Judged[],
): Judged | undefined {
  const findings = alone.map(({ finding }) => finding);
  if (findings.length < 2 || findings.some(({ outcome }) => outcome === "contradicted"))
    return undefined;
  const { allLimits, available, claim, premises, say } = situation;
  const result = solve({ limits: allLimits, ...askedTogether([claim], premises) });
  if ("min" in result) {
    const { min, max } = votesRange(result);
    const confirmed = findings.every(({ outcome }) => outcome === "confirmed");
    return judged(result, {
      figure: "together",
      outcome: confirmed ? "confirmed" : "undecided",
      available,
      reason: confirmed
        ? say.togetherCertain()
        : say.togetherPossible(
            findings.length,
            say.possibleIf({ min, max, available, missing: situation.remainder.stations }),
          ),
      uncoveredVotes: { min, max },
    });
  }
  return judged(result, {
    figure: "together",
    outcome: "contradicted",
    available,
    reason: say.contradictionInWords(
      claim,
      [...situation.inHand.keys()],
      result,
      "missing",
      say.togetherNot,
    ),
    ...neededIn(result),
  });
}
