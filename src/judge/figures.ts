import type { CandidateCount } from "../count/count";
import { claimedInterval, figureOf, SHARE_SCALE } from "../model/claim";
import { countOf, formatCount } from "../model/format";
import { formatShare, type Share } from "../model/share";
import { ceilDiv, floorDiv, type Part, solve, valueAt } from "./feasible";
import { countOfCandidate, sharePart, type Situation, votesPart } from "./situation";
import type { Finding } from "./verdict";
import {
  claimedInWords,
  missingStations,
  missingVotes,
  outsideInWords,
  perStation,
  rangeInWords,
} from "./words";

/** Every claimed figure of a candidate, judged by itself. */
export function figureFindings(situation: Situation): Finding[] {
  const { claim, count } = situation;
  const votes = Object.entries(claim.votes ?? {}).map(([code, claimed]) =>
    votesFinding(situation, [countOfCandidate(count, code)], claimed, {
      figure: "votes",
      candidate: code,
    }),
  );
  const others =
    claim.otherVotes === undefined
      ? []
      : [
          votesFinding(situation, otherCandidates(situation), claim.otherVotes, {
            figure: "otherVotes",
          }),
        ];
  const shares = Object.entries(claim.shares ?? {}).map(([code, percent]) =>
    shareFinding(situation, countOfCandidate(count, code), percent),
  );
  return [...votes, ...others, ...shares];
}

/** The candidates that `otherVotes` stands for. */
export const otherCandidates = ({ claim, count }: Situation): CandidateCount[] =>
  count.candidates.filter(({ code }) => figureOf(claim.votes, code) === undefined);

function votesFinding(
  situation: Situation,
  candidates: readonly CandidateCount[],
  claimed: number,
  figure: Pick<Finding, "figure" | "candidate">,
): Finding {
  const { remainder, limits, available } = situation;
  const inHand = candidates.reduce((sum, { votes }) => sum + votes, 0);
  const required = claimed - inHand;
  const result = solve(limits, [votesPart(candidates, claimed)], false, SHARE_SCALE);
  const common = { ...figure, claimed, inHand, required, available };
  const [name, has, needs] = figure.candidate
    ? [figure.candidate, "has", "needs"]
    : ["The other candidates", "have", "need"];
  if (candidates.length === 0 && claimed > 0)
    return {
      ...common,
      outcome: "contradicted",
      reason: `The claim gives ${formatCount(claimed)} votes to others than those it names, and there are none.`,
    };
  const complete = remainder.stations === 0;
  const progress = `${name} ${has} ${formatCount(inHand)} of the ${formatCount(claimed)} votes claimed`;
  const demand = complete
    ? ""
    : `${progress} and ${needs} ${formatCount(required)} more from ${missingStations(situation)} ` +
      `(${perStation(required, inHand, situation)})`;
  if ("min" in result)
    return required === 0 && remainder.maxValidVotes === 0
      ? {
          ...common,
          outcome: "confirmed",
          reason: `No vote can be missing: ${name} ${has} exactly the ${formatCount(claimed)} claimed.`,
        }
      : {
          ...common,
          outcome: "undecided",
          reason: `${demand}, of ${missingVotes(situation)}.`,
          uncoveredVotes: votesRange(result),
        };
  return {
    ...common,
    outcome: "contradicted",
    reason:
      required < 0
        ? `${name} already ${has} ${formatCount(inHand)} votes, ${formatCount(-required)} more than ` +
          `the ${formatCount(claimed)} claimed for all stations.`
        : complete
          ? `All stations are counted: ${name} ${has} ${formatCount(inHand)} votes, not ${formatCount(claimed)}.`
          : `${demand}, more than ${missingVotes(situation)}.`,
  };
}

function shareFinding(situation: Situation, candidate: CandidateCount, percent: string): Finding {
  const { count, limits, remainder, available } = situation;
  const { code, votes } = candidate;
  const outOf = count.validVotes + available;
  const possible = { min: { votes, outOf }, max: { votes: votes + available, outOf } };
  const common = {
    figure: "share",
    candidate: code,
    claimed: percent,
    inHand: votes,
    available,
    possible,
  } as const;
  const digits = Math.max(2, percent.split(".")[1]?.length ?? 0);
  const print = (share: Share) => formatShare(share, digits);

  const part = sharePart(candidate, percent, count);
  const result = solve(limits, [part], false, SHARE_SCALE);
  if ("min" in result) {
    if (isAlwaysTrue(situation, candidate, percent))
      return {
        ...common,
        outcome: "confirmed",
        reason:
          remainder.maxValidVotes === 0
            ? `No vote can be missing: ${code} has ${print(candidate.share)}.`
            : `Whatever ${missingStations(situation)} hold, ${code} has between ` +
              `${print(possible.min)} and ${print(possible.max)}.`,
      };
    const { min, max } = votesRange(result);
    return {
      ...common,
      outcome: "undecided",
      reason:
        `${code} has ${print(candidate.share)} so far. ${claimedInWords(percent)} is possible ` +
        `${rangeInWords(min, max, situation)}.${needInWords(part, code, result.max)}`,
      uncoveredVotes: { min, max },
    };
  }
  const { needed } = result;
  return {
    ...common,
    outcome: "contradicted",
    reason: impossibleShare(situation, candidate, percent, possible, needed),
    ...(needed === undefined ? {} : { neededVotes: Number(needed) }),
  };
}

function impossibleShare(
  situation: Situation,
  { code, share }: CandidateCount,
  percent: string,
  possible: { readonly min: Share; readonly max: Share },
  needed: bigint | undefined,
): string {
  const { count, available } = situation;
  const print = (reached: Share) => outsideInWords(reached, percent);
  if (possible.max.outOf === 0)
    return `There are no valid votes, so ${code} has no share of them, and not ${percent} %.`;
  if (available === 0)
    return `No vote can be missing: ${code} has ${print(share)}, not ${claimedInWords(percent)}.`;
  // Which side the claim lies on: its interval is above all that is possible, or below.
  const reach = BigInt(possible.max.votes) * SHARE_SCALE;
  const { low, high } = claimedInterval(percent);
  const above = low * BigInt(possible.max.outOf) > reach;
  const least = BigInt(possible.min.votes) * SHARE_SCALE;
  if (!above && least <= high * BigInt(possible.min.outOf))
    return `No whole number of missing votes, up to ${formatCount(available)}, gives ${code} ${claimedInWords(percent)}.`;
  const outset = above
    ? `Even if ${missingVotes(situation)} were for ${code}, that would make ${print(possible.max)}.`
    : `Even if none of ${missingVotes(situation)} were for ${code}, that would leave ${print(possible.min)}.`;
  const claimed = claimedInWords(percent, above ? "least" : "most");
  if (needed === undefined) return `${outset} No number of missing votes makes it ${claimed}.`;
  const votes = Number(needed);
  return (
    `${outset} For ${claimed} ${missingStations(situation)} would need at least ` +
    `${countOf(votes, "valid vote")} (${perStation(votes, count.validVotes, situation)}).`
  );
}

/** Whether the share lies in the claimed interval in every completion, whatever the claim's totals. */
function isAlwaysTrue({ count, remainder }: Situation, { votes }: CandidateCount, percent: string) {
  const { low, high } = claimedInterval(percent);
  const outOf = BigInt(count.validVotes + remainder.maxValidVotes);
  const most = BigInt(votes + remainder.maxValidVotes);
  return low * outOf <= BigInt(votes) * SHARE_SCALE && most * SHARE_SCALE <= high * outOf;
}

export const votesRange = ({ min, max }: { min: bigint; max: bigint }) => ({
  min: Number(min),
  max: Number(max),
});

/** What part of the missing votes the candidate must or may have, where that is mildest: if all exist. */
function needInWords({ lows, highs }: Part, code: string, votes: bigint): string {
  if (votes === 0n) return "";
  const outOf = Number(votes);
  const least = Number(ceilDiv(valueAt(lows[0]!, votes), SHARE_SCALE));
  const most = Number(floorDiv(valueAt(highs[0]!, votes), SHARE_SCALE));
  const part = (count: number) => formatShare({ votes: count, outOf });
  if (least <= 0 && most >= outOf) return "";
  const asked =
    least > 0 && most < outOf
      ? `${part(least)} to ${part(most)}`
      : least > 0
        ? `at least ${part(least)}`
        : `at most ${part(most)}`;
  return ` Were there ${formatCount(outOf)}, ${asked} of them would have to be for ${code}.`;
}
