import { figureOf, SHARE_SCALE } from "../model/claim";
import { formatCount } from "../model/format";
import { ceilDiv, type Condition, floorDiv, type Part, solve } from "./feasible";
import { otherCandidates, rangeInWords, votesRange } from "./figures";
import { sharePart, type Situation, votesPart } from "./situation";
import type { Finding } from "./verdict";

/**
 * All figures of the claim at once: each may be possible alone, and still no completion give them
 * all. Only worth saying when no figure is contradicted by itself.
 */
export function togetherFinding(
  situation: Situation,
  findings: readonly Finding[],
): Finding | undefined {
  if (findings.length < 2 || findings.some(({ outcome }) => outcome === "contradicted"))
    return undefined;
  const { limits, available, count } = situation;
  const parts = partsOf(situation);
  const named = new Set(parts.flatMap(({ candidates }) => candidates));
  const everyone = count.candidates.every(({ code }) => named.has(code));
  const result = solve(limits, parts, everyone, SHARE_SCALE);
  if ("min" in result) {
    const { min, max } = votesRange(result);
    const confirmed = findings.every(({ outcome }) => outcome === "confirmed");
    return {
      figure: "together",
      outcome: confirmed ? "confirmed" : "undecided",
      available,
      reason: confirmed
        ? "Every figure holds in every completion of the uncovered stations."
        : `All figures together are possible ${rangeInWords(min, max, situation)}.`,
      uncoveredVotes: { min, max },
    };
  }
  const { above, below } = result;
  return {
    figure: "together",
    outcome: "contradicted",
    available,
    reason: below
      ? `Each figure is possible alone, but not together: ${inWords(above)}, and ${inWords(below)}.`
      : `Each figure is possible alone, but not together: ${inWords(above)}.`,
    ...(result.needed === undefined ? {} : { neededVotes: Number(result.needed) }),
  };
}

/** The claim's figures by candidate; the candidates that share one figure are one part. */
function partsOf(situation: Situation): Part[] {
  const { claim, count } = situation;
  const single = count.candidates.flatMap((candidate): Part[] => {
    const votes = figureOf(claim.votes, candidate.code);
    const share = figureOf(claim.shares, candidate.code);
    const own = [
      ...(votes === undefined ? [] : [votesPart([candidate], votes)]),
      ...(share === undefined ? [] : [sharePart(candidate, share, count)]),
    ];
    if (own.length === 0) return [];
    const { lows, highs } = {
      lows: own.flatMap((part) => part.lows),
      highs: own.flatMap((part) => part.highs),
    };
    return [{ candidates: [candidate.code], lows, highs }];
  });
  const named = new Set(single.flatMap(({ candidates }) => candidates));
  const others = otherCandidates(situation).filter(({ code }) => !named.has(code));
  // A candidate with a share of its own cannot be told apart within the others' votes.
  const together =
    claim.otherVotes === undefined || others.length !== otherCandidates(situation).length
      ? []
      : [votesPart(others, claim.otherVotes)];
  return [...single, ...together];
}

/** A condition as a clause; the number is the uncovered valid votes that it asks for or allows. */
function inWords({ kind, slope, intercept, candidates }: Condition): string {
  const who = candidates.length === 0 ? "the claim" : candidates.join(", ");
  const bound =
    slope === 0n
      ? "no number of uncovered valid votes will do"
      : slope > 0n
        ? `at least ${formatCount(Number(ceilDiv(-intercept, slope)))} uncovered valid votes are needed`
        : `at most ${formatCount(Number(floorDiv(intercept, -slope)))} uncovered valid votes are possible`;
  const cause = {
    "non-negative": "since there are no negative votes",
    room: "since no more voters are left",
    "claimed-valid": "by the claim's own valid votes",
    "claimed-ballots": "by the claim's own ballots cast",
    already: `for what ${who} already has not to exceed the claim`,
    own: `for the claimed votes and share of ${who} to agree`,
    needs: `for ${who} to get the votes still missing to the claim`,
    absorbs: `for all uncovered votes to find a place in the claim`,
    whole: "since votes are whole numbers",
  }[kind];
  return `${cause} ${bound}`;
}
