import type { Situation } from "../judge/situation";
import type { Outcome } from "../judge/verdict";
import type { Phrases } from "./say";

/** A claimed total, what is in hand of it, and what it can be at most. */
export interface TotalFound {
  readonly figure: "validVotes" | "ballotsCast" | "invalidVotes";
  readonly claimed: number;
  readonly inHand: number;
  readonly required: number;
  readonly available: number;
  readonly outcome: Outcome;
}

/** Why a total is true, possible or impossible. */
export function totalInWords(
  { figure, claimed, inHand, required, available, outcome }: TotalFound,
  { count, premises: { room }, remainder: { stations } }: Situation,
  say: Phrases,
): string {
  const noun = say.totalNoun(figure);
  if (required < 0) return say.totalInHand(noun, inHand, -required, claimed);
  if (outcome === "confirmed") return say.totalExact(noun, claimed);
  const isPossible = outcome === "undecided";
  // What a sheet leaves open may be there as well as at a missing station.
  const known = figure === "validVotes" || (count[figure]?.stations ?? 0) === count.stations;
  if (isPossible && !known) return say.totalOpen(noun, claimed);
  return isPossible || (known && stations > 0)
    ? say.totalLeaves(noun, required, stations, room, isPossible)
    : say.totalTooLarge(noun, available, claimed);
}
