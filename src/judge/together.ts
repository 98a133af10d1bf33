import { askedTogether } from "./asked";
import { conflictInWords } from "./condition-words";
import { solve } from "./feasible";
import { votesRange } from "./figures";
import type { Situation } from "./situation";
import { type Judged, judged } from "./verdict";
import { rangeInWords } from "./words";

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
  const { allLimits, available, claim, premises } = situation;
  const result = solve({ limits: allLimits, ...askedTogether([claim], premises) });
  if ("min" in result) {
    const { min, max } = votesRange(result);
    const confirmed = findings.every(({ outcome }) => outcome === "confirmed");
    const figures = findings.length === 2 ? "Both figures" : `All ${findings.length} figures`;
    return judged(result, {
      figure: "together",
      outcome: confirmed ? "confirmed" : "undecided",
      available,
      reason: confirmed
        ? "Every figure is true whatever the missing stations hold."
        : `${figures} together are possible ${rangeInWords(min, max, situation)}.`,
      uncoveredVotes: { min, max },
    });
  }
  return judged(result, {
    figure: "together",
    outcome: "contradicted",
    available,
    reason: `Each figure is possible alone, but not together: ${conflictInWords(result)}.`,
    ...(result.needed === undefined ? {} : { neededVotes: Number(result.needed) }),
  });
}
