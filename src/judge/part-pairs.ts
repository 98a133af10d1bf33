import { type Part, partEnd } from "./part";
import { type PartVotes, votesOfPart } from "./part-numbers";
import { together } from "./profile";
import type { StationsProof } from "./proof";
import type { Judged } from "./verdict";

/**
 * Two numbers of votes of one claim are of the same stations, so what they add up to, and the
 * difference between them, must be possible there as well. The first pair that is not.
 */
export function pairOfPart(part: Part): Judged[] {
  const figures = votesOfPart(part);
  // Valid votes first: a difference to them is the votes of others, of which missing ones take nothing.
  figures.sort((a, b) => Number(b.figure === "validVotes") - Number(a.figure === "validVotes"));
  for (const [at, first] of figures.entries())
    for (const second of figures.slice(at + 1))
      for (const sign of [1, -1] as const) {
        const found = pairFinding(part, first, second, sign);
        if (found) return [found];
      }
  return [];
}

function pairFinding(
  part: Part,
  first: PartVotes,
  second: PartVotes,
  sign: 1 | -1,
): Judged | undefined {
  const { overlap, count, mostRoom, say } = part;
  const claimed = first.claimed + sign * second.claimed;
  const { gain, loss } = effectOf(first.figure, sign);
  // The k largest of n values sum to at least k/n of all: where that will do, no station is looked at.
  const inHand = ({ name, values }: PartVotes) =>
    Number(part.sums(name, values).largest(count.stations));
  const average = (overlap.least * (inHand(first) + sign * inHand(second))) / count.stations;
  if (claimed <= average + gain * mostRoom && claimed >= average - loss * mostRoom)
    return undefined;
  const sums = part.sums(`pair ${JSON.stringify([first.name, sign, second.name])}`, () =>
    together(first.values(), sign, second.values()),
  );
  const least = part.least(sums, BigInt(loss));
  const most = part.most(sums, BigInt(gain));
  const side =
    least.value > BigInt(claimed) ? "least" : most.value < BigInt(claimed) ? "most" : undefined;
  if (side === undefined) return undefined;
  const end = side === "least" ? least : most;
  const reason = say.partPair(
    part.inWords(),
    first.noun,
    second.noun,
    sign,
    claimed,
    side,
    Number(end.value),
  );
  const figure = {
    finding: { figure: "together" },
    proof: {
      figure: sign === 1 ? "sum" : "difference",
      parts: [partOf(first), partOf(second)],
    },
    noun: "",
  } as const;
  const counts = side === "least" ? loss > 0 : gain > 0;
  const measure = say.measurePair(first.noun, second.noun, sign);
  return part.contradicted(figure, side, partEnd(end, claimed, measure, counts), reason);
}

/** The most that one missing vote adds to the sum or difference, and the most that it takes away. */
const effectOf = (first: PartVotes["figure"], sign: 1 | -1) =>
  sign === 1
    ? { gain: first === "validVotes" ? 2 : 1, loss: 0 }
    : { gain: 1, loss: first === "validVotes" ? 0 : 1 };

const partOf = ({ figure, candidate }: PartVotes): NonNullable<StationsProof["parts"]>[0] => ({
  figure,
  ...(candidate !== undefined && { candidate }),
});
