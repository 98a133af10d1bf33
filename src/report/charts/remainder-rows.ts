import type { Style } from "./chart";
import { LINE } from "./frame";
import type { Layers } from "./layers";
import type { Measure } from "./remainder-data";
import { OUTCOME_COLORS } from "./theme";

/** A claim where it is drawn, in pixels from the top: its name and measure in lines, and its bar. */
export interface MeasureRow {
  readonly measure: Measure;
  readonly top: number;
  readonly names: readonly string[];
  readonly said: readonly string[];
  readonly standsAt: readonly string[];
  readonly bar: { readonly y: number; readonly y2: number };
}

/** Above and below a coloured bar its track can be seen; the limit stands out on both sides. */
const INSET = 4;
const LIMIT = 3;

/**
 * For each claim the votes in hand from zero on, then those that can be missing, up to the limit; over
 * them in colour what the claim needs, or has too many of. Of part of the stations nobody knows how
 * many can be missing.
 */
export function barLayers(
  rows: readonly MeasureRow[],
  room: number,
  layers: Layers,
  { theme }: Style,
): object[] {
  const hands = rows.map(({ measure: { claim, inHand }, bar }) => ({
    claim: claim.claim.id,
    x: 0,
    x2: inHand,
    ...bar,
  }));
  const tracks = rows
    .filter(({ measure: { claim } }) => claim.claim.scope === undefined)
    .map(({ measure: { claim, inHand }, bar }) => ({
      claim: claim.claim.id,
      x: inHand,
      x2: inHand + room,
      ...bar,
    }));
  const bars = rows.map(({ measure: { claim, kind, votes, inHand, outcome }, bar }) => ({
    claim: claim.claim.id,
    x: kind === "need" ? inHand : inHand - votes,
    x2: kind === "need" ? inHand + votes : inHand,
    y: bar.y + INSET,
    y2: bar.y2 - INSET,
    color: OUTCOME_COLORS[outcome],
  }));
  return [
    layers.areas(hands, { opacity: 0.7 }),
    layers.areas(tracks, { opacity: 0.3 }),
    layers.walls(
      tracks.map(({ claim, x2, y, y2 }) => ({ claim, x: x2, y: y - LIMIT, y2: y2 + LIMIT })),
      { color: theme.text, strokeWidth: 2 },
    ),
    layers.areas(bars),
    // A claim that needs none has no bar to be seen.
    layers.points(
      bars
        .filter(({ x, x2 }) => x === x2)
        .map(({ claim, x, y, y2, color }) => ({ claim, x, y: (y + y2) / 2, color })),
      { shape: "circle" },
    ),
  ];
}

/** The name of each claim, what it needs in words, and what is in hand. */
export function textLayers(
  rows: readonly MeasureRow[],
  layers: Layers,
  { theme }: Style,
): object[] {
  const linesOf = (kind: "names" | "said" | "standsAt") =>
    rows.flatMap((row) => {
      const above = {
        names: 0,
        said: row.names.length,
        standsAt: row.names.length + row.said.length,
      };
      return row[kind].map((label, line) => ({
        claim: row.measure.claim.claim.id,
        y: row.top + LINE * (above[kind] + line + 0.5),
        label,
      }));
    });
  return [
    layers.texts(linesOf("names"), { fontWeight: "bold" }, 0),
    layers.texts(linesOf("said"), {}, 0),
    layers.texts(linesOf("standsAt"), { color: theme.muted }, 0),
  ];
}
