import type { CandidateCount } from "../count/count";
import { claimedInterval, SHARE_SCALE } from "../model/claim";
import type { Share } from "../model/share";
import { askedOthers, askedShare, askedVotes, inHandAt } from "./asked";
import { type Feasibility, type Interval, solve } from "./feasible";
import { countOfCandidate, type Situation, systemOf } from "./situation";
import { type Finding, type Judged, judged, neededIn } from "./verdict";

/** Every claimed number of votes and share, judged by itself. */
export function figureFindings(situation: Situation): Judged[] {
  const { claim, count, premises, limits } = situation;
  const votes = Object.entries(claim.votes ?? {}).map(([code, claimed]) =>
    votesFinding(
      situation,
      [countOfCandidate(count, code)],
      claimed,
      { figure: "votes", candidate: code },
      solve(
        systemOf(situation, { limits, asked: [askedVotes(code, claimed, inHandAt(premises))] }),
      ),
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
  const isPossible = "min" in result && (candidates.length > 0 || claimed === 0);
  const outcome = !isPossible
    ? "contradicted"
    : required === 0 && (remainder.maxValidVotes === 0 || candidates.length === 0)
      ? "confirmed"
      : "undecided";
  const { say } = situation;
  const reason =
    candidates.length === 0 && claimed > 0
      ? say.votesOfNobody(claimed)
      : say.votesInWords(figure.candidate, inHand, claimed, outcome, situation);
  return judged(result, {
    ...common,
    outcome,
    reason,
    ...(outcome === "undecided" && "min" in result ? { uncoveredVotes: votesRange(result) } : {}),
  });
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

  const asked = askedShare(code, percent, inHandAt(premises));
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
        say.possibleIf({ min, max, available, missing: remainder.stations }),
        say.needInWords(asked, code, result.max),
      ),
      uncoveredVotes: { min, max },
    });
  }
  const { needed } = result;
  return judged(result, {
    ...common,
    outcome: "contradicted",
    reason: say.impossibleShare(situation, candidate, percent, possible, needed),
    ...neededIn(result),
  });
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
