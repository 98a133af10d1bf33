import type { Situation } from "../judge/situation";
import type { Outcome } from "../judge/verdict";
import { missingInWords } from "./figures";
import type { Phrases } from "./say";

/** Why somebody is, may be or cannot be the winner, who leads the strongest rival by `lead`. */
export function winnerInWords(
  winner: string,
  rival: string | undefined,
  lead: number,
  outcome: Outcome,
  situation: Situation,
  say: Phrases,
): string {
  const { remainder, available } = situation;
  if (outcome === "confirmed")
    return say.winnerCertain(winner, rival, lead, remainder.maxValidVotes);
  if (outcome === "undecided") return say.winnerOpen(winner, rival!, lead, available);
  const missing = missingInWords(situation, say);
  return rival !== undefined && lead < 0
    ? say.winnerBehind(winner, -lead, rival, missing)
    : say.winnerImpossible(winner, missing);
}
