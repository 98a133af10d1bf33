import type { Lead } from "../judge/lead";
import type { Situation } from "../judge/situation";
import type { ClaimMargin } from "../model/claim";
import { missingInWords } from "./figures";
import type { Phrases } from "./say";
import { pointsOutside } from "./shares";

/** How far ahead somebody can be, beside what is claimed. */
export function marginInWords(
  { winner, loser, votes, share }: ClaimMargin,
  possible: Lead,
  isPossible: boolean,
  situation: Situation,
  say: Phrases,
): string {
  const { count, points } = say.locale;
  const [min, max] = (["min", "max"] as const).map((end) =>
    votes === undefined ? points(possible.share[end]) : count(possible.votes[end]),
  ) as [string, string];
  return say.margin(
    winner,
    loser,
    possible.votes.covered,
    missingInWords(situation, say),
    votes === undefined ? "points" : "votes",
    min,
    max,
    say.marginFigure(votes, share),
    isPossible,
  );
}

/** Where no vote can be missing: with as many decimals as show that it is not what is claimed. */
export function marginIsNotInWords(
  { winner, loser, votes, share }: ClaimMargin,
  { votes: { covered }, share: { covered: ratio } }: Lead,
  say: Phrases,
): string {
  const points = share === undefined ? say.locale.points(ratio) : pointsOutside(ratio, share, say);
  return say.marginIsNot(winner, loser, covered, points, say.marginFigure(votes, share));
}
