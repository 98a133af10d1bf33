import { figureOf, SHARE_SCALE } from "../model/claim";
import { countOf } from "../model/format";
import { ceilDiv, type Condition, floorDiv, type Part, solve } from "./feasible";
import { otherCandidates, votesRange } from "./figures";
import { sharePart, type Situation, votesPart } from "./situation";
import type { Finding, FigureKind } from "./verdict";
import { rangeInWords } from "./words";

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
        : `${figuresInWords(findings)} together are possible ${rangeInWords(min, max, situation)}.`,
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

/** The figures that are judged together; the others stand alone, so the sentence must not claim them. */
const JOINT: readonly FigureKind[] = ["votes", "share", "otherVotes", "validVotes", "ballotsCast"];

function figuresInWords(findings: readonly Finding[]): string {
  const joint = findings.filter(({ figure }) => JOINT.includes(figure)).length;
  if (joint < findings.length) return `The claim's votes and shares (not its other figures)`;
  return joint === 2 ? "Both figures" : `All ${joint} figures`;
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
  const most = slope < 0n ? floorDiv(intercept, -slope) : undefined;
  const bound =
    slope === 0n || (most !== undefined && most < 0n)
      ? "no number of missing votes will do"
      : most === undefined
        ? `at least ${countOf(Number(ceilDiv(-intercept, slope)), "missing vote")} would be needed`
        : `there could be at most ${countOf(Number(most), "missing vote")}`;
  const cause = {
    "non-negative": "since there are no negative votes",
    room: "since no more voters are left",
    "claimed-valid": "by the claim's own valid votes",
    "claimed-ballots": "by the claim's own ballots cast",
    already: `for what ${who} already has not to exceed the claim`,
    own: `for the claimed votes and share of ${who} to agree`,
    needs: `for ${who} to get what the claim gives them`,
    absorbs: "since the claim gives all candidates less than all the votes,",
    whole: "since votes are whole numbers",
  }[kind];
  return `${cause} ${bound}`;
}
