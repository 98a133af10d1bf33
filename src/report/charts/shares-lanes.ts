import type { Style } from "./chart";
import { figureOutcome } from "./claims";
import { TEXT } from "./frame";
import { type Axis, type Layers, pixelOf } from "./layers";
import type { SharesOf } from "./shares-data";
import { plain, shorten, widthOf } from "./text";
import { claimLook } from "./theme";

/** Height of a lane in pixels: where it is narrow, the name of the claim stands above the mark. */
export const laneOf = ({ width }: Style) => (width < NARROW ? 38 : 22);
const NARROW = 440;
/** From the top of a lane to the name above. */
const NAME = 10;
/** From the middle of a mark to its label. */
const APART = 11;

/** A claim's figure for a candidate, where it is drawn, with the text to either side of the mark. */
export interface Lane {
  readonly candidate: string;
  readonly claim: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Pixels from the top of the chart: of the lane, and of its mark. */
  readonly top: number;
  readonly y: number;
  readonly partial: boolean;
  /** The name above, where it stands there. */
  readonly above: string;
  readonly color: string;
  readonly shape: string;
  readonly left: string;
  readonly right: string;
  /** Whether the claim is contradicted ... */
  readonly bold: boolean;
  /** ... and by another figure than this. */
  readonly elsewhere: boolean;
}

/** A lane for each claim from `top` down. */
export function claimLanes(
  { claims, code }: SharesOf,
  top: number,
  axis: Axis,
  style: Style,
): Lane[] {
  const height = laneOf(style);
  const narrow = style.width < NARROW;
  return claims.map(({ claim, value, low, high, text, outcome, partial }, lane) => {
    const at = pixelOf(axis, value);
    const whole = style.width - 8;
    const bold = claim.verdict.outcome === "contradicted";
    const figure = `${text} ${figureOutcome(outcome, claim.verdict.outcome, style)}`;
    return {
      candidate: code,
      claim: claim.claim.id,
      value,
      low,
      high,
      top: top + height * lane,
      y: top + height * (lane + 1) - 11,
      partial,
      ...claimLook(claim.index),
      above: narrow ? shorten(claim.name, whole, TEXT, bold) : "",
      ...(narrow
        ? onOneSide(figure, at - APART, whole - at - APART, bold)
        : labelled(claim.name, figure, at - APART, whole - at - APART, bold)),
      bold,
      elsewhere: bold && outcome !== "contradicted",
    };
  });
}

/**
 * The name to the left of the mark and the figure to the right; both on one side where more of the
 * name fits then, or where else the figure would not.
 */
function labelled(name: string, figure: string, left: number, right: number, bold: boolean) {
  const width = widthOf(figure, TEXT, bold);
  const joined = width + widthOf(": ", TEXT, bold);
  const rooms = {
    apart: right < width ? -Infinity : left,
    right: right - joined,
    left: left - joined,
  };
  const cut = (room: number) => shorten(name, room, TEXT, bold);
  if (widthOf(plain(name), TEXT, bold) <= rooms.apart) return { left: cut(left), right: figure };
  const most = Math.max(...Object.values(rooms));
  if (most === rooms.apart) return { left: cut(left), right: figure };
  return most === rooms.right
    ? { left: "", right: `${cut(most)}: ${figure}` }
    : { left: `${cut(most)}: ${figure}`, right: "" };
}

/** The figure to the right of the mark, or to the left where only there is room. */
function onOneSide(figure: string, left: number, right: number, bold: boolean) {
  const isRight = widthOf(figure, TEXT, bold) <= right || right >= left;
  return isRight ? { left: "", right: figure } : { left: figure, right: "" };
}

/** What the claim's digits stand for as a line, its figure as a mark, hollow for part of the stations. */
export function claimLayers(lanes: readonly Lane[], layers: Layers): object[] {
  const intervals = lanes.map(({ claim, candidate, low, high, y, color }) => ({
    claim,
    candidate,
    x: low,
    x2: high,
    y,
    color,
  }));
  const marks = (partial: boolean) =>
    lanes
      .filter((lane) => lane.partial === partial)
      .map(({ claim, candidate, value, y, color, shape }) => ({
        claim,
        candidate,
        x: value,
        y,
        color,
        shape,
      }));
  const labels = (["left", "right"] as const).flatMap((side) =>
    [true, false].map((bold) =>
      layers.texts(
        lanes
          .filter((lane) => lane[side] !== "" && lane.bold === bold)
          .map(({ claim, candidate, value, y, [side]: label }) => ({
            claim,
            candidate,
            x: value,
            y,
            label,
          })),
        {
          align: side === "right" ? "left" : "right",
          dx: side === "right" ? APART : -APART,
          fontWeight: bold ? "bold" : "normal",
        },
      ),
    ),
  );
  const names = [true, false].map((bold) =>
    layers.texts(
      lanes
        .filter((lane) => lane.above !== "" && lane.bold === bold)
        .map(({ claim, candidate, top, above }) => ({
          claim,
          candidate,
          y: top + NAME,
          label: above,
        })),
      { fontWeight: bold ? "bold" : "normal" },
      0,
    ),
  );
  return [
    layers.spans(intervals, { strokeWidth: 4 }),
    layers.points(marks(false)),
    layers.points(marks(true), { filled: false, strokeWidth: 2 }),
    ...labels,
    ...names,
  ];
}
