import type { Overlap } from "../judge/overlap";
import type { PartEnd } from "../judge/part";
import type { StationsPart, StationsProof } from "../judge/proof";
import { type Claim, claimedInterval, figureOf, SHARE_SCALE } from "../model/claim";
import { Exact } from "../model/share";
import { type KnownRoom, roomInWords } from "./facts";
import type { Phrases } from "./say";

/** Of a claim on part of the stations: how many there are, what can be missing, and what is claimed. */
export interface PartNumbers extends KnownRoom, Pick<StationsProof, "claim" | "figure" | "parts"> {
  readonly overlap: Overlap;
  readonly stations: number;
  readonly covered: number;
}

/** How to work out an end that rules a figure out, for a reader with a pocket calculator. */
export function stepsInWords(
  side: StationsProof["side"],
  end: PartEnd,
  numbers: PartNumbers,
  say: Phrases,
): string[] {
  const { taken, sum, added, value, measure, counts } = end;
  const { overlap, stations, covered } = numbers;
  const { decimal } = say.locale;
  const claimed = claimedInWords(side, end, numbers, say);
  const moves = added > 0 && counts;
  const room = added < numbers.room ? say.stepLargest(overlap.claimed - taken) : undefined;
  return [
    say.stepOverlap(overlap.claimed, stations, covered, overlap.least),
    ...(taken > 0 ? [say.stepSum(side, taken, measure, decimal(sum))] : []),
    ...(moves ? [say.stepRoom(added, room ?? roomInWords(numbers, say))] : []),
    say.stepEnd(side, `${moves ? addedUp(end, say) : ""}${decimal(value)}`, claimed),
  ];
}

/** The sum, and as often as votes can be missing what each of them adds or takes away. */
function addedUp({ sum, added, value }: PartEnd, { locale: { decimal, count } }: Phrases): string {
  const each = new Exact(value).minus(sum).div(added);
  const times = each.abs().eq(1) ? "" : `${decimal(each.abs().toFixed())} × `;
  return `${decimal(sum)} ${each.isNegative() ? "−" : "+"} ${times}${count(added)} = `;
}

/** The number that is claimed, and how it follows from what the claim says where it does not say it. */
function claimedInWords(
  side: StationsProof["side"],
  { claimed }: PartEnd,
  { claim, figure, parts, roll }: PartNumbers,
  say: Phrases,
): string {
  const { decimal, count } = say.locale;
  if (parts) {
    const [a, b] = parts.map((part) => count(numberOf(part, claim)));
    return `${a} ${figure === "sum" ? "+" : "−"} ${b} = ${decimal(claimed)}`;
  }
  if (figure !== "turnout") return decimal(claimed);
  const { low, high } = claimedInterval(claim.turnout!);
  const percent = new Exact(`${side === "least" ? high : low}`).div(`${SHARE_SCALE}`).times(100);
  // Ballots are whole: the nearest number of them on the side of the claim.
  const voters = claim.turnoutBase ?? roll;
  return `${decimal(claimed)} (${decimal(percent.toFixed())} % × ${count(voters)})`;
}

const numberOf = ({ figure, candidate }: StationsPart, claim: Claim): number =>
  figure === "votes" ? figureOf(claim.votes, candidate!)! : claim[figure]!;
