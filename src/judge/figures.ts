import type { CandidateCount } from "../count/count";
import { claimedInterval, SHARE_SCALE } from "../model/claim";
import { countOf, formatCount } from "../model/format";
import { formatShare, type Share } from "../model/share";
import { askedOthers, askedShare, askedVotes } from "./asked";
import { type Feasibility, type Interval, solve } from "./feasible";
import { ceilDiv, floorDiv, UNIT, valueAt } from "./lines";
import { countOfCandidate, type Situation, systemOf } from "./situation";
import type { Asked } from "./system";
import { type Finding, type Judged, judged } from "./verdict";
import {
  claimedInWords,
  missingStations,
  missingVotes,
  outsideInWords,
  perStation,
  rangeInWords,
} from "./words";

/** Every claimed number of votes and share, judged by itself. */
export function figureFindings(situation: Situation): Judged[] {
  const { claim, count, premises, limits } = situation;
  const votes = Object.entries(claim.votes ?? {}).map(([code, claimed]) =>
    votesFinding(
      situation,
      [countOfCandidate(count, code)],
      claimed,
      { figure: "votes", candidate: code },
      solve(systemOf(situation, { limits, asked: [askedVotes(code, claimed, premises)] })),
    ),
  );
  const shares = Object.entries(claim.shares ?? {}).map(([code, percent]) =>
    shareFinding(situation, countOfCandidate(count, code), percent),
  );
  return [...votes, ...othersFinding(situation), ...shares];
}

function othersFinding(situation: Situation): Judged[] {
  const { claim, count, premises, limits } = situation;
  if (claim.otherVotes === undefined) return [];
  const others = askedOthers(claim, claim.otherVotes, premises);
  const candidates = count.candidates.filter(({ code }) => others.members.has(code));
  const result = solve(systemOf(situation, { limits, others }));
  return [votesFinding(situation, candidates, claim.otherVotes, { figure: "otherVotes" }, result)];
}

function votesFinding(
  situation: Situation,
  candidates: readonly CandidateCount[],
  claimed: number,
  figure: Pick<Finding, "figure" | "candidate">,
  result: Feasibility,
): Judged {
  const { remainder, available } = situation;
  const inHand = candidates.reduce((sum, { votes }) => sum + votes, 0);
  const required = claimed - inHand;
  const common = { ...figure, claimed, inHand, required, available };
  const [name, has, needs] = figure.candidate
    ? [figure.candidate, "has", "needs"]
    : ["The other candidates", "have", "need"];
  if (candidates.length === 0 && claimed > 0)
    return judged(result, {
      ...common,
      outcome: "contradicted",
      reason: `The claim gives ${formatCount(claimed)} votes to others than those it names, and there are none.`,
    });
  const complete = remainder.stations === 0;
  const progress = `${name} ${has} ${formatCount(inHand)} of the ${formatCount(claimed)} votes claimed`;
  const demand = complete
    ? ""
    : `${progress} and ${needs} ${formatCount(required)} more from ${missingStations(situation)} ` +
      `(${perStation(required, inHand, situation)})`;
  if ("min" in result)
    return required === 0 && remainder.maxValidVotes === 0
      ? judged(result, {
          ...common,
          outcome: "confirmed",
          reason: `No vote can be missing: ${name} ${has} exactly the ${formatCount(claimed)} claimed.`,
        })
      : judged(result, {
          ...common,
          outcome: "undecided",
          reason: `${demand}, of ${missingVotes(situation)}.`,
          uncoveredVotes: votesRange(result),
        });
  return judged(result, {
    ...common,
    outcome: "contradicted",
    reason:
      required < 0
        ? `${name} already ${has} ${formatCount(inHand)} votes, ${formatCount(-required)} more than ` +
          `the ${formatCount(claimed)} claimed for all stations.`
        : complete
          ? `All stations are counted: ${name} ${has} ${formatCount(inHand)} votes, not ${formatCount(claimed)}.`
          : `${demand}, more than ${missingVotes(situation)}.`,
  });
}

function shareFinding(situation: Situation, candidate: CandidateCount, percent: string): Judged {
  const { count, limits, remainder, available, premises } = situation;
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

  const asked = askedShare(code, percent, premises);
  const result = solve(systemOf(situation, { limits, asked: [asked] }));
  if ("min" in result) {
    if (isAlwaysTrue(situation, candidate, percent))
      return judged(result, {
        ...common,
        outcome: "confirmed",
        reason:
          remainder.maxValidVotes === 0
            ? `No vote can be missing: ${code} has ${print(candidate.share)}.`
            : `Whatever ${missingStations(situation)} hold, ${code} has between ` +
              `${print(possible.min)} and ${print(possible.max)}.`,
      });
    const { min, max } = votesRange(result);
    return judged(result, {
      ...common,
      outcome: "undecided",
      reason:
        `${code} has ${print(candidate.share)} so far. ${claimedInWords(percent)} is possible ` +
        `${rangeInWords(min, max, situation)}.${needInWords(asked, code, result.max)}`,
      uncoveredVotes: { min, max },
    });
  }
  const { needed } = result;
  return judged(result, {
    ...common,
    outcome: "contradicted",
    reason: impossibleShare(situation, candidate, percent, possible, needed),
    ...(needed === undefined ? {} : { neededVotes: Number(needed) }),
  });
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

export const votesRange = ({ min, max }: Interval) => ({
  min: Number(min),
  max: Number(max),
});

/** What part of the missing votes the candidate must or may have, where that is mildest: if all exist. */
function needInWords({ lows, highs }: Asked, code: string, votes: bigint): string {
  if (votes === 0n) return "";
  const outOf = Number(votes);
  const least = Number(ceilDiv(valueAt(lows[0]!, votes), UNIT));
  const most = Number(floorDiv(valueAt(highs[0]!, votes), UNIT));
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
