import {
  ballotsOf,
  claimFault,
  DECIMAL,
  exact,
  type Exactly,
  figureFor,
  percentEnds,
  whole,
} from "./check-claim";
import { isSamePlace, roomFault } from "./check-premises";
import type { StationsPart, StationsProof } from "./proof";

/** What is wrong with a proof on part of the stations, by itself. */
export function stationsFault(proof: StationsProof): string | undefined {
  const { claim, region, stations, covered, overlap, room, roll, side, taken, added } = proof;
  const { votersKnown } = proof;
  const fault = claimFault(claim) ?? roomFault(proof);
  if (fault !== undefined) return fault;
  if (![overlap.least, overlap.most, taken, added].every(whole)) return "its numbers are not whole";
  const meant = claim.scope?.stations;
  if (meant === undefined || meant > stations) return "the claim is not on part of the stations";
  if (!isSamePlace(claim.scope?.region, region)) return "its numbers are not of the claim's region";
  if (side !== "least" && side !== "most") return "it says nothing";
  if (overlap.least !== Math.max(0, meant - (stations - covered)))
    return "another number of the claim's stations is covered at least";
  if (overlap.most !== Math.min(covered, meant))
    return "another number of the claim's stations can be covered";
  if (taken < overlap.least || taken > overlap.most)
    return "so many of the claim's stations cannot be covered";
  if (added > room || (taken === meant && added > 0))
    return "more votes are missing there than can be";
  if (!votersKnown && taken < meant && added < room)
    return "any missing station may hold all that is missing";
  if (!DECIMAL.test(proof.sum)) return "its sum is no number";
  const sum = exact(proof.sum);
  if (taken === 0 && !sum.isZero() && covered > 0 && proof.side === "least")
    return "of no stations nothing is too much";
  const range = rangeOf(proof);
  if (range === undefined) return `the claim does not say what is used of it (${proof.figure})`;
  if (
    sum
      .abs()
      .plus(added)
      .gt(roll * range.each)
  )
    return "its sum is more than the whole roll";
  if (range.counts) {
    if (sum.isNegative() && !sum.isZero()) return "its sum is of fewer than no votes";
    if (side === "least" && taken > overlap.least) return "fewer covered stations have less";
    if (side === "most" && !votersKnown && taken < Math.min(overlap.most, meant - 1))
      return "more covered stations have more";
  }
  const fails =
    side === "least"
      ? sum.minus(range.loss.times(added)).gt(range.high)
      : sum.plus(range.gain.times(added)).lt(range.low);
  return fails ? undefined : "what such stations can have includes what is claimed";
}

/** Between what the sum over all of the claim's stations must lie, and what a missing vote changes. */
export interface Range {
  readonly low: Exactly;
  readonly high: Exactly;
  readonly gain: Exactly;
  readonly loss: Exactly;
  /** Whether no station has less than nothing of it, and how often a ballot counts at most. */
  readonly counts: boolean;
  readonly each: number;
}

export function rangeOf(proof: StationsProof): Range | undefined {
  const { claim, figure, candidate = "", rival, roll, side, parts } = proof;
  const of = (low: Exactly | number, high = low): Range => ({
    low: exact(low.toString()),
    high: exact(high.toString()),
    gain: exact(1),
    loss: exact(0),
    counts: true,
    each: 1,
  });
  /** Of votes (or lead) less the share of the valid votes: missing votes count in both. */
  const weighed = (percent: string | undefined, worst: number): Range | undefined => {
    if (percent === undefined) return undefined;
    const ends = percentEnds(percent);
    return {
      ...of(0),
      gain: exact(1).minus(ends.low),
      loss: ends.high.plus(worst),
      counts: false,
      each: 2,
    };
  };
  const lead = (votes: number): Range => ({ ...of(votes), loss: exact(1), counts: false });
  const { margin } = claim;
  const isMargin = margin?.winner === candidate && margin.loser === rival;
  switch (figure) {
    case "votes": {
      const number = figureFor(claim.votes, candidate);
      return number === undefined ? undefined : of(number);
    }
    case "otherVotes":
    case "validVotes":
    case "invalidVotes":
    case "ballotsCast":
      return claim[figure] === undefined ? undefined : of(claim[figure]);
    case "turnout": {
      const total = ballotsOf(claim, "turnout", roll);
      return total && of(total.low, total.high);
    }
    case "share":
      return weighed(figureFor(claim.shares, candidate), 0);
    case "winner":
      return claim.winner === candidate && rival !== undefined && side === "most"
        ? lead(0)
        : undefined;
    case "marginVotes":
      return isMargin && margin.votes !== undefined ? lead(margin.votes) : undefined;
    case "marginShare":
      return isMargin ? weighed(margin.share, 1) : undefined;
    case "sum":
    case "difference": {
      const [first, second] = parts ?? [];
      if (!first || !second || isSamePart(first, second)) return undefined;
      const numbers = [first, second].map((part) =>
        part.figure === "votes" ? figureFor(claim.votes, part.candidate ?? "") : claim[part.figure],
      );
      const [a, b] = numbers;
      if (a === undefined || b === undefined || second.figure === "validVotes") return undefined;
      const twice = first.figure === "validVotes";
      if (figure === "sum") return { ...of(a + b), gain: exact(twice ? 2 : 1), each: 2 };
      return twice ? of(a - b) : lead(a - b);
    }
  }
  return undefined;
}

const isSamePart = (a: StationsPart, b: StationsPart) =>
  a.figure === b.figure && (a.figure !== "votes" || a.candidate === b.candidate);
