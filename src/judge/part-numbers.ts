import type { Sums } from "./overlap";
import { type Part, partEnd, type PartFigure, partFigure } from "./part";
import type { Judged } from "./verdict";

/** Votes of candidates, of all others, and valid votes: each sheet states them. */
export function numbersOfPart(part: Part): Judged[] {
  return votesOfPart(part).map(({ name, values, claimed, candidate, figure, noun }) => {
    const own = partFigure(figure, noun, claimed, candidate);
    const sums = part.sums(name, values);
    return numberOfPart(part, own, whole(claimed), sums, { part, sums });
  });
}

/** A number of votes that a claim gives, and the votes of each station that make it. */
export interface PartVotes {
  readonly figure: "votes" | "otherVotes" | "validVotes";
  readonly candidate?: string;
  readonly claimed: number;
  /** What it is called in a sentence. */
  readonly noun: string;
  /** What the sums over these are known by. */
  readonly name: string;
  readonly values: () => Int32Array;
}

export function votesOfPart(part: Part): PartVotes[] {
  const { claim, tallies, say } = part;
  const { votes = {}, otherVotes, validVotes } = claim;
  // The votes of others are of those whom this claim does not name.
  const others = `others than ${JSON.stringify(Object.keys(votes).sort())}`;
  return [
    ...Object.entries(votes).map(([code, claimed]) => ({
      figure: "votes" as const,
      candidate: code,
      claimed,
      noun: say.nounVotesFor(code),
      name: `votes ${JSON.stringify([code])}`,
      values: () => part.profile.votesOf([code]),
    })),
    ...(otherVotes === undefined
      ? []
      : [
          {
            figure: "otherVotes" as const,
            claimed: otherVotes,
            noun: say.nounOtherVotes(),
            name: others,
            values: () => part.otherVotes(),
          },
        ]),
    ...(validVotes === undefined
      ? []
      : [
          {
            figure: "validVotes" as const,
            claimed: validVotes,
            noun: say.totalNoun("validVotes"),
            name: "valid votes",
            values: () => tallies.columns.validVotes,
          },
        ]),
  ];
}

/** From `low` to `high`, whole numbers both. */
export interface Claimed {
  readonly low: bigint;
  readonly high: bigint;
}

export const whole = (claimed: number): Claimed => {
  const number = BigInt(claimed);
  return { low: number, high: number };
};

/**
 * A number: between the least and the most that any such stations can have. `atMost` is of the largest
 * that they can have, by the sheets that say so.
 */
export function numberOfPart(
  part: Part,
  figure: PartFigure,
  { low, high }: Claimed,
  leastSums: Sums,
  atMost: { readonly part: Part; readonly sums: Sums },
): Judged {
  const { overlap, say } = part;
  const least = part.least(leastSums, 0n);
  const most = atMost.part.most(atMost.sums, 1n);
  const number = Number(high);
  const measure = figure.proof.figure === "turnout" ? say.totalNoun("ballotsCast") : figure.noun;
  const [fewest, largest] = [Number(least.value), Number(most.value)];
  if (least.value > high) {
    const reason = say.partTooMany(
      part.inWords(),
      least.taken,
      fewest,
      figure.noun,
      fewest - number,
      number,
    );
    const found = { inHand: fewest, required: number - fewest };
    const end = partEnd(least, number, measure, false);
    return part.contradicted(figure, "least", end, reason, found);
  }
  if (most.value < low) {
    const open = atMost.part === part ? "" : ` ${say.partOpen()}`;
    const noun = figure.noun + open;
    const reason = say.partTooFew(atMost.part.inWords(), noun, most.added, largest, number);
    const end = partEnd(most, Number(low), measure + open);
    return atMost.part.contradicted(figure, "most", end, reason);
  }
  if (least.value >= low && most.value <= high) {
    const exact = least.value === most.value;
    const reason = exact ? say.partExact(number, figure.noun) : say.partAlways(figure.noun);
    return part.open(figure, "confirmed", reason);
  }
  const range = say.partRange(overlap.claimed, fewest, largest, figure.noun, number);
  // What the missing stations must add if as many of them as can be are meant, and the largest others.
  const stations = overlap.claimed - overlap.least;
  const covered = Number(leastSums.largest(overlap.least));
  const votes = number - covered;
  // Where sheets leave something open, that may be added at covered stations.
  if (leastSums !== atMost.sums || stations === 0 || votes <= 0)
    return part.open(figure, "undecided", range);
  const needs = say.partNeeds(
    stations,
    overlap.least,
    covered,
    figure.noun,
    votes,
    say.average(votes / stations),
    say.average(Number(leastSums.largest(part.count.stations)) / part.count.stations),
  );
  return part.open(figure, "undecided", `${range} ${needs}`, {
    missing: { stations, covered, votes },
  });
}
