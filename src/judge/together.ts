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
  const { allLimits, available, count } = situation;
  const parts = partsOf(situation);
  const named = new Set(parts.flatMap(({ candidates }) => candidates));
  const everyone = count.candidates.every(({ code }) => named.has(code));
  const result = solve(allLimits, parts, everyone, SHARE_SCALE);
  if ("min" in result) {
    const { min, max } = votesRange(result);
    const confirmed = findings.every(({ outcome }) => outcome === "confirmed");
    return {
      figure: "together",
      outcome: confirmed ? "confirmed" : "undecided",
      available,
      reason: confirmed
        ? "Every figure is true whatever the missing stations hold."
        : `${figuresInWords(findings, situation)} together are possible ${rangeInWords(min, max, situation)}.`,
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

const NAMES: Partial<Record<FigureKind, string>> = {
  invalidVotes: "the invalid votes",
  otherVotes: "the others' votes",
  winner: "the winner",
};

function figuresInWords(findings: readonly Finding[], situation: Situation): string {
  const apart = (figure: FigureKind) =>
    !JOINT.includes(figure) || (figure === "otherVotes" && !othersStandApart(situation));
  const joint = findings.filter(({ figure }) => !apart(figure)).length;
  const alone = findings.flatMap(({ figure }) => (apart(figure) ? [figure] : []));
  if (alone.length > 0)
    return `All figures but ${alone.map((figure) => NAMES[figure] ?? figure).join(" and ")}, judged alone,`;
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
    const lows = own.flatMap((part) => part.lows);
    const highs = own.flatMap((part) => part.highs);
    return [{ candidates: [candidate.code], lows, highs }];
  });
  return claim.otherVotes !== undefined && othersStandApart(situation)
    ? [...single, votesPart(otherCandidates(situation), claim.otherVotes)]
    : single;
}

/** Whether the others' votes are a part of their own: there are others, and none has its own share. */
function othersStandApart(situation: Situation): boolean {
  const others = otherCandidates(situation);
  const shares = situation.claim.shares;
  return others.length > 0 && others.every(({ code }) => figureOf(shares, code) === undefined);
}

/** A condition as a clause; the number is the uncovered valid votes that it asks for or allows. */
function inWords({ kind, slope, intercept, candidates }: Condition): string {
  if (kind === "whole") return "no whole numbers of votes give all the shares";
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
  }[kind];
  return `${cause} ${bound}`;
}
