import type { Style } from "./chart";
import { LINE, TEXT } from "./frame";
import type { Layers } from "./layers";
import type { Measure } from "./remainder-data";
import { shorten } from "./text";
import { OUTCOME_COLORS, RANGE_COLOR } from "./theme";

/** A claim where it is drawn, in pixels from the top: its name, its measure in lines, and its bar. */
export interface MeasureRow {
  readonly measure: Measure;
  readonly top: number;
  readonly lines: readonly string[];
  readonly bar: { readonly y: number; readonly y2: number };
}

/** Above and below a bar its track can be seen. */
const INSET = 4;

/** A bar from zero for each claim, on a track of all votes that can be missing. */
export function barLayers(rows: readonly MeasureRow[], layers: Layers): object[] {
  const tracks = rows.map(({ measure: { claim, room }, bar }) => ({
    claim: claim.claim.id,
    x: 0,
    x2: room,
    ...bar,
  }));
  const bars = rows.map(({ measure: { claim, kind, votes, outcome }, bar: { y, y2 } }) => ({
    claim: claim.claim.id,
    x: kind === "need" ? 0 : -votes,
    x2: kind === "need" ? votes : 0,
    y: y + INSET,
    y2: y2 - INSET,
    color: OUTCOME_COLORS[outcome],
  }));
  return [
    layers.areas(tracks, { opacity: 0.35 }),
    layers.walls(
      tracks.flatMap(({ claim, x, x2, y, y2 }) => [x, x2].map((end) => ({ claim, x: end, y, y2 }))),
      { color: RANGE_COLOR, strokeWidth: 2 },
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

/** The name of each claim, and what it needs in words. */
export function textLayers(
  rows: readonly MeasureRow[],
  layers: Layers,
  { width }: Style,
): object[] {
  return [
    layers.texts(
      rows.map(({ measure: { claim }, top }) => ({
        claim: claim.claim.id,
        y: top + LINE / 2,
        label: shorten(claim.name, width - 8, TEXT, true),
      })),
      { fontWeight: "bold" },
      0,
    ),
    layers.texts(
      rows.flatMap(({ measure: { claim }, top, lines }) =>
        lines.map((label, line) => ({
          claim: claim.claim.id,
          y: top + LINE * (line + 1.5),
          label,
        })),
      ),
      {},
      0,
    ),
  ];
}
