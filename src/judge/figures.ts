import type { CandidateCount } from "../count/count";
import { claimedInterval, SHARE_SCALE } from "../model/claim";
import type { Share } from "../model/share";
import type { Say } from "../words/index";
import { askedOthers, askedShare, askedVotes } from "./asked";
import { type Feasibility, type Interval, solve } from "./feasible";
import { ceilDiv, floorDiv, UNIT, valueAt } from "./lines";
import { countOfCandidate, type Situation, systemOf } from "./situation";
import type { Asked } from "./system";
import { type Finding, type Judged, judged } from "./verdict";
import { missingVotes, perStation, possibleIf } from "./words";

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
  const { say } = situation;
  const who = figure.candidate;
  const finding = (outcome: Finding["outcome"], reason: string, rest: Partial<Finding> = {}) =>
    judged(result, { ...common, outcome, reason, ...rest });
  if (candidates.length === 0 && claimed > 0)
    return finding("contradicted", say.votesOfNobody(claimed));
  const needed = () =>
    say.votesNeeded(
      who,
      inHand,
      claimed,
      required,
      remainder.stations,
      perStation(required, inHand, situation),
    );
  if ("min" in result)
    return required === 0 && (remainder.maxValidVotes === 0 || candidates.length === 0)
      ? finding("confirmed", say.votesExactly(who, claimed))
      : finding("undecided", say.votesCanBe(needed(), missingVotes(situation)), {
          uncoveredVotes: votesRange(result),
        });
  return finding(
    "contradicted",
    required < 0
      ? say.votesInHand(who, inHand, -required, claimed)
      : remainder.stations === 0
        ? say.votesCounted(who, inHand, claimed)
        : say.votesCannotBe(needed(), missingVotes(situation)),
  );
}

function shareFinding(situation: Situation, candidate: CandidateCount, percent: string): Judged {
  const { count, limits, remainder, available, premises, say } = situation;
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
  const print = (share: Share) => say.shareAsClaimed(share, percent);

  const asked = askedShare(code, percent, premises);
  const result = solve(systemOf(situation, { limits, asked: [asked] }));
  if ("min" in result) {
    if (isAlwaysTrue(situation, candidate, percent))
      return judged(result, {
        ...common,
        outcome: "confirmed",
        reason:
          remainder.maxValidVotes === 0
            ? say.shareNow(code, print(candidate.share))
            : say.shareAlways(code, remainder.stations, print(possible.min), print(possible.max)),
      });
    const { min, max } = votesRange(result);
    return judged(result, {
      ...common,
      outcome: "undecided",
      reason: say.sharePossible(
        code,
        print(candidate.share),
        say.claimedInWords(percent),
        possibleIf(min, max, situation),
        needInWords(asked, code, result.max, say),
      ),
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
  const { count, available, remainder, say } = situation;
  const print = (reached: Share) => say.shareOutside(reached, percent);
  if (possible.max.outOf === 0) return say.shareOfNothing(code, percent);
  if (available === 0) return say.shareIsNot(code, print(share), say.claimedInWords(percent));
  // Which side the claim lies on: its interval is above all that is possible, or below.
  const reach = BigInt(possible.max.votes) * SHARE_SCALE;
  const { low, high } = claimedInterval(percent);
  const above = low * BigInt(possible.max.outOf) > reach;
  const least = BigInt(possible.min.votes) * SHARE_SCALE;
  if (!above && least <= high * BigInt(possible.min.outOf))
    return say.shareOfWholeVotes(available, code, say.claimedInWords(percent));
  const outset = above
    ? say.shareAtMost(missingVotes(situation), code, print(possible.max))
    : say.shareAtLeast(missingVotes(situation), code, print(possible.min));
  const claimed = say.claimedInWords(percent, above ? "least" : "most");
  if (needed === undefined) return say.shareNever(outset, claimed);
  const votes = Number(needed);
  const each = perStation(votes, count.validVotes, situation);
  return say.shareNeeds(outset, claimed, remainder.stations, votes, each);
}

/** Whether the share lies in the claimed interval in every completion, whatever the claim's totals. */
function isAlwaysTrue({ count, remainder }: Situation, { votes }: CandidateCount, percent: string) {
  const { low, high } = claimedInterval(percent);
  // The only candidate has every vote, as soon as there is one.
  if (count.candidates.length === 1) return count.validVotes > 0 && high === SHARE_SCALE;
  const outOf = BigInt(count.validVotes + remainder.maxValidVotes);
  const most = BigInt(votes + remainder.maxValidVotes);
  return low * outOf <= BigInt(votes) * SHARE_SCALE && most * SHARE_SCALE <= high * outOf;
}

export const votesRange = ({ min, max }: Interval) => ({
  min: Number(min),
  max: Number(max),
});

/** What part of the missing votes the candidate must or may have, where that is mildest: if all exist. */
function needInWords({ lows, highs }: Asked, code: string, votes: bigint, say: Say): string {
  if (votes === 0n) return "";
  const outOf = Number(votes);
  const least = Number(ceilDiv(valueAt(lows[0]!, votes), UNIT));
  const most = Number(floorDiv(valueAt(highs[0]!, votes), UNIT));
  if (least <= 0 && most >= outOf) return "";
  const part = (count: number) => say.locale.share({ votes: count, outOf });
  return say.shareOfMissing(
    outOf,
    code,
    least > 0 ? part(least) : undefined,
    most < outOf ? part(most) : undefined,
  );
}
