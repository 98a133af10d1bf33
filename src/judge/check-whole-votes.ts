import type { Claim } from "../model/claim";
import { figureFor, percentEnds } from "./check-claim";
import type { Premises } from "./premises";

/** Whether whole numbers of so many missing votes make the claimed figures. */
export function wholeVotesDo(
  claim: Claim,
  { votes, validVotes }: Premises,
  missing: number,
): boolean {
  const { margin, otherVotes, winner } = claim;
  const valid = validVotes + missing;
  const within = (percent: string | undefined, low: number, high: number) => {
    if (percent === undefined) return [low, high] as const;
    const ends = percentEnds(percent);
    return [
      Math.max(low, ends.low.times(valid).ceil().toNumber()),
      Math.min(high, ends.high.times(valid).floor().toNumber()),
    ] as const;
  };
  if (margin) {
    // Of a margin, that there is such a whole lead; what else it asks is left out.
    const lead = margin.votes;
    const [low, high] = within(margin.share, lead ?? -valid, lead ?? valid);
    if (low > high) return false;
  }
  const spans = Object.keys(votes).map((code) => {
    const inHand = votes[code]!;
    const number = figureFor(claim.votes, code);
    const [low, high] = within(
      figureFor(claim.shares, code),
      number ?? inHand,
      number ?? inHand + missing,
    );
    return { code, low: Math.max(low, inHand), high, other: number === undefined };
  });
  if (spans.some(({ low, high }) => low > high)) return false;
  const sum = (of: typeof spans, end: "low" | "high") =>
    of.reduce((total, span) => total + span[end], 0);
  const reaches = (of: typeof spans, total: number) =>
    sum(of, "low") <= total && sum(of, "high") >= total;
  const fits = (of: typeof spans) => {
    if (of.some(({ low, high }) => low > high)) return false;
    if (otherVotes === undefined) return reaches(of, valid);
    const others = of.filter(({ other }) => other);
    const named = of.filter(({ other }) => !other);
    return reaches(others, otherVotes) && reaches(named, valid - otherVotes);
  };
  const own = spans.find(({ code }) => code === winner);
  if (own === undefined) return fits(spans);
  // The more the winner has the more others may have: the most is what those beside it leave.
  const beside = spans.filter(
    (span) => span !== own && (otherVotes === undefined || span.other === own.other),
  );
  const total = otherVotes === undefined ? valid : own.other ? otherVotes : valid - otherVotes;
  const most = Math.min(own.high, total - sum(beside, "low"));
  return fits(
    spans.map((span) =>
      span === own
        ? { ...span, low: Math.max(span.low, most), high: most }
        : { ...span, high: Math.min(span.high, most) },
    ),
  );
}
