import type { CandidateCount } from "../count/count";
import type { Asked } from "../judge/system";
import { ceilDiv, floorDiv, UNIT, valueAt } from "../judge/lines";
import type { Situation } from "../judge/situation";
import type { Outcome } from "../judge/verdict";
import { claimedInterval, SHARE_SCALE } from "../model/claim";
import type { Share } from "../model/share";
import type { Phrases } from "./say";
import { average, claimedInWords, shareOutside } from "./shares";

// Why a claimed number of votes or a share is true, possible or impossible.

/** What can be missing, and why, when the claim itself says less than the roll allows. */
export const missingInWords = ({ available, remainder }: Situation, say: Phrases) =>
  say.missingVotes(available, {
    ownTotals: available < remainder.maxValidVotes,
    ...(remainder.maxTurnout === undefined ? {} : { maxTurnout: remainder.maxTurnout }),
  });

/** A number of votes for each missing station, beside the average of the covered ones. */
const perStation = (
  votes: number,
  covered: number,
  { remainder, count }: Situation,
  say: Phrases,
) =>
  say.perStation(
    average(votes / remainder.stations, say.locale),
    average(covered / count.stations, say.locale),
  );

/** Of a candidate, or of all others, who have `inHand` of the votes claimed. */
export function votesInWords(
  who: string | undefined,
  inHand: number,
  claimed: number,
  outcome: Outcome,
  situation: Situation,
  say: Phrases,
): string {
  const { stations } = situation.remainder;
  const required = claimed - inHand;
  if (outcome === "confirmed") return say.votesExactly(who, claimed);
  if (required < 0) return say.votesInHand(who, inHand, -required, claimed);
  if (outcome === "contradicted" && stations === 0) return say.votesCounted(who, inHand, claimed);
  const each = perStation(required, inHand, situation, say);
  const needed = say.votesNeeded(who, inHand, claimed, required, stations, each);
  const missing = missingInWords(situation, say);
  return outcome === "undecided"
    ? say.votesCanBe(needed, missing)
    : say.votesCannotBe(needed, missing);
}

/** Why no completion gives the share, of all that are possible; with `needed` missing votes one would. */
export function impossibleShare(
  situation: Situation,
  { code, share }: CandidateCount,
  percent: string,
  possible: { readonly min: Share; readonly max: Share },
  needed: bigint | undefined,
  say: Phrases,
): string {
  const { count, available, remainder } = situation;
  const print = (reached: Share) => shareOutside(reached, percent, say);
  if (possible.max.outOf === 0) return say.shareOfNothing(code, percent);
  if (available === 0) return say.shareIsNot(code, print(share), claimedInWords(percent, say));
  // Which side the claim lies on: its interval is above all that is possible, or below.
  const reach = BigInt(possible.max.votes) * SHARE_SCALE;
  const { low, high } = claimedInterval(percent);
  const above = low * BigInt(possible.max.outOf) > reach;
  const least = BigInt(possible.min.votes) * SHARE_SCALE;
  if (!above && least <= high * BigInt(possible.min.outOf))
    return say.shareOfWholeVotes(available, code, claimedInWords(percent, say));
  const outset = above
    ? say.shareAtMost(missingInWords(situation, say), code, print(possible.max))
    : say.shareAtLeast(missingInWords(situation, say), code, print(possible.min));
  const claimed = claimedInWords(percent, say, above ? "least" : "most");
  if (needed === undefined) return say.shareNever(outset, claimed);
  const votes = Number(needed);
  const each = perStation(votes, count.validVotes, situation, say);
  return say.shareNeeds(outset, claimed, remainder.stations, votes, each);
}

/** What part of the missing votes the candidate must or may have, where that is mildest: if all exist. */
export function needInWords(
  { lows, highs }: Asked,
  code: string,
  votes: bigint,
  say: Phrases,
): string {
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
