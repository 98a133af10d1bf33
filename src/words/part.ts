import type { Overlap } from "../judge/overlap";
import type { PartEnd } from "../judge/part";
import type { StationsProof } from "../judge/proof";
import { type KnownRoom, roomInWords } from "./facts";
import type { Phrases } from "./say";

/** Of a claim on part of the stations: how many there are, and what can be missing. */
export interface PartNumbers extends KnownRoom {
  readonly overlap: Overlap;
  readonly stations: number;
  readonly covered: number;
}

/** How to work out an end that rules a figure out, for a reader. */
export function stepsInWords(
  side: StationsProof["side"],
  { taken, sum, added, value, claimed, measure, counts }: PartEnd,
  numbers: PartNumbers,
  say: Phrases,
): string[] {
  const { overlap, stations, covered } = numbers;
  const { decimal } = say.locale;
  return [
    say.stepOverlap(overlap.claimed, stations, covered, overlap.least),
    ...(taken > 0 ? [say.stepSum(side, taken, measure, decimal(sum))] : []),
    ...(added > 0 && counts ? [say.stepRoom(added, roomInWords(numbers, say))] : []),
    say.stepEnd(side, decimal(value), decimal(claimed)),
  ];
}
