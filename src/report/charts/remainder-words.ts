import type { Verification } from "../../verification";
import type { Style } from "./chart";
import { briefly, coverage, namedClaims, notDrawn } from "./claims";
import type { Measure } from "./remainder-data";

/** What contradicts the first contradicted claim that is drawn; else that all fit. */
export function remainderTitle(measures: readonly Measure[], room: number, style: Style): string {
  const { words, locale } = style;
  const first = measures.find(({ outcome }) => outcome === "contradicted");
  if (first?.kind === "excess")
    return words.excessOf(figureInWords(first, style), briefly(first.claim.name));
  if (first)
    return first.room < room
      ? measureInWords(first, style)
      : words.tooMuch(figureInWords(first, style), locale.count(room));
  const beyond = measures.find(({ votes, room: own }) => votes > own);
  return beyond
    ? words.dependsOnRoll(briefly(beyond.claim.name))
    : words.allFit(locale.count(room));
}

/** What the claim needs or has too many of, with the room of its own totals where that decides. */
export function measureInWords(measure: Measure, style: Style): string {
  const { words, locale } = style;
  const isShort = measure.kind === "need" && measure.votes > measure.room;
  const own = isShort ? `; ${words.ownRoom(locale.count(measure.room))}` : "";
  return `${figureInWords(measure, style)}${measure.ownTotals ? own : ""}`;
}

function figureInWords(measure: Measure, { words, locale }: Style): string {
  const { kind, votes, figure, candidate = "", claimed } = measure;
  if (votes === 0) return words.needsNone;
  const text = typeof claimed === "number" ? locale.count(claimed) : locale.decimal(claimed ?? "0");
  const figured = {
    figure,
    candidate: briefly(candidate),
    claimed:
      figure === "share"
        ? `${text} %`
        : figure === "margin"
          ? words.lead(text, typeof claimed === "string")
          : text,
  };
  return words[kind](figured, locale.count(votes));
}

/** What is in hand of it, beside what can be missing, or what the claim gives. */
export function standing(measure: Measure, room: number, { words, locale }: Style): string {
  const { kind, votes, inHand, claim } = measure;
  const hand = words.inHand(locale.count(inHand), claim.claim.scope !== undefined);
  return `${hand}, ${
    kind === "excess"
      ? words.gives(locale.count(inHand - votes))
      : words.canBeMissing(locale.count(room))
  }`;
}

/** All numbers of the chart, claim by claim. */
export function remainderInWords(
  verification: Verification,
  measures: readonly Measure[],
  title: string,
  style: Style,
): string {
  const { words, locale } = style;
  const room = verification.remainder.maxValidVotes;
  return [
    `${title}.`,
    coverage(verification, style),
    room === 0 ? words.noRoom : words.room(locale.count(room)),
    ...measures.map(
      (measure) =>
        `${measure.claim.name}: ${measureInWords(measure, style)} (${words.outcomes[measure.outcome]}); ` +
        `${standing(measure, room, style)}.`,
    ),
    ...notDrawn(
      namedClaims(verification, style),
      measures.map(({ claim }) => claim.claim.id),
      style,
    ),
  ].join(" ");
}
