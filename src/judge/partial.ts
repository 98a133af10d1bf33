import { ownContradiction } from "./own";
import type { Part } from "./part";
import { marginOfPart, sharesOfPart, winnerOfPart } from "./part-leads";
import { numbersOfPart } from "./part-numbers";
import { pairOfPart } from "./part-pairs";
import { totalsOfPart } from "./part-totals";
import type { Judged } from "./verdict";

/**
 * Judges a claim on part of the stations, of which nobody says which ones: each figure against every
 * choice of so many stations, and everything that the uncovered ones among them can add.
 *
 * The least and the most of a single figure are exact. Not every number between them need be reached,
 * and several figures need not be reached by the same stations: of those, only every two numbers of
 * votes are tried together. What is left open so is undecided.
 */
export function partialFindings(part: Part): Judged[] {
  const { claim, say } = part;
  const alone = [
    ...numbersOfPart(part),
    ...sharesOfPart(part),
    ...totalsOfPart(part),
    ...winnerOfPart(part),
    ...marginOfPart(part),
  ];
  const found = [...alone, ...ownContradiction(claim, part.nothing, say)];
  const isContradicted = found.some(({ finding }) => finding.outcome === "contradicted");
  return isContradicted ? found : [...found, ...pairOfPart(part)];
}
