import type { CandidateCount } from "../count/count";
import { claimedInterval, figureOf, SHARE_SCALE } from "../model/claim";
import { countOf, formatCount } from "../model/format";
import { formatShare, type Share } from "../model/share";
import { ceilDiv, floorDiv, type Part, solve, valueAt } from "./feasible";
import { countOfCandidate, sharePart, type Situation, votesPart } from "./situation";
import type { Finding } from "./verdict";

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
  const name = figure.candidate ?? "The other candidates";
  const inHand = candidates.reduce((sum, { votes }) => sum + votes, 0);
  const required = claimed - inHand;
  const result = solve(limits, [votesPart(candidates, claimed)], false, SHARE_SCALE);
  const common = { ...figure, claimed, inHand, required, available };
  const perStation =
    remainder.stations === 0
      ? ""
      : ` (${formatCount(required / remainder.stations)} per station, where the covered ones have ` +
        `${formatCount(inHand / situation.count.stations)} on average)`;
  const demand = `${name} would need ${formatCount(required)} more votes from ${countOf(remainder.stations, "uncovered station")}${perStation}`;
  if ("min" in result)
    return required === 0 && remainder.maxValidVotes === 0
      ? {
          ...common,
          outcome: "confirmed",
          reason: `${name} has exactly the claimed ${formatCount(claimed)} votes, and no station is missing.`,
        }
      : {
          ...common,
          outcome: "undecided",
          reason: `${demand}, of at most ${formatCount(available)} valid votes.`,
          uncoveredVotes: votesRange(result),
        };
  return {
    ...common,
    outcome: "contradicted",
    reason:
      required < 0
        ? `${name} already has ${formatCount(-required)} votes more than the claim gives on all stations.`
        : `${demand}, where only ${formatCount(available)} valid votes remain.`,
  };
}

function shareFinding(situation: Situation, candidate: CandidateCount, percent: string): Finding {
  const { count, limits, remainder, available, rest } = situation;
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
        reason: `In every completion ${code} has between ${print(possible.min)} and ${print(possible.max)}.`,
      };
    const { min, max } = votesRange(result);
    return {
      ...common,
      outcome: "undecided",
      reason:
        `${code} has ${print(candidate.share)} of the votes in hand; ${percent} % is possible ` +
        `${rangeInWords(min, max, situation)}.${needInWords(part, code, result.max)}`,
      uncoveredVotes: { min, max },
    };
  }
  // Which side the claim lies on: its interval is above all that is possible, or below.
  const above =
    claimedInterval(percent).low * BigInt(outOf) > BigInt(possible.max.votes) * SHARE_SCALE;
  const reached = above
    ? `With all ${formatCount(available)} votes ${rest}, ${code} reaches ${print(possible.max)}`
    : `With none of the ${formatCount(available)} votes ${rest}, ${code} still has ${print(possible.min)}`;
  const { needed } = result;
  return {
    ...common,
    outcome: "contradicted",
    reason:
      needed === undefined
        ? `${reached}; no number of missing votes gives ${percent} %.`
        : `${reached}; ${percent} % would need at least ${formatCount(Number(needed))} valid votes ` +
          `from ${countOf(remainder.stations, "uncovered station")}.`,
    ...(needed === undefined ? {} : { neededVotes: Number(needed) }),
  };
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

export function rangeInWords(min: number, max: number, { available, rest }: Situation): string {
  if (max === 0) return "only if uncovered stations hold no valid votes";
  if (min === max) return `only with exactly ${formatCount(min)} valid votes at uncovered stations`;
  const most = `${formatCount(max)}${max === available ? ` ${rest}` : ""}`;
  return min === 0
    ? `with any number of missing valid votes, up to all ${most}`
    : `only with at least ${formatCount(min)} missing valid votes, of at most ${most}`;
}

/** What part of the missing votes the candidate must or may have, where that is mildest: if all exist. */
function needInWords({ lows, highs }: Part, code: string, votes: bigint): string {
  if (votes === 0n) return "";
  const outOf = Number(votes);
  const least = Number(ceilDiv(valueAt(lows[0]!, votes), SHARE_SCALE));
  const most = Number(floorDiv(valueAt(highs[0]!, votes), SHARE_SCALE));
  if (least > 0 && most < outOf)
    return ` ${code} would need ${formatShare({ votes: least, outOf })} to ${formatShare({ votes: most, outOf })} of them if all ${formatCount(outOf)} exist.`;
  if (least > 0)
    return ` ${code} would need at least ${formatShare({ votes: least, outOf })} of them if all ${formatCount(outOf)} exist.`;
  return ` ${code} could have at most ${formatShare({ votes: most, outOf })} of them if all ${formatCount(outOf)} exist.`;
}
