import type { Style } from "./chart";
import { figureOutcome } from "./claims";
import { TEXT } from "./frame";
import { type Axis, pixelOf } from "./layers";
import type { SharesOf } from "./shares-data";
import { plain, shorten, widthOf } from "./text";
import { claimLook } from "./theme";

/** Where it is narrow, what stands beside a mark or bar elsewhere stands above it. */
export const isNarrow = ({ width }: Style) => width < 440;

/** Height of a claim's lane in pixels. */
export const laneOf = (style: Style) => (isNarrow(style) ? 38 : 22);
/** From the middle of a mark to its label. */
export const APART = 11;

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
  return claims.map(({ claim, value, low, high, text, outcome, partial }, lane) => {
    const at = pixelOf(axis, value);
    const rooms = { left: at - APART, right: style.width - 8 - at - APART };
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
      ...(isNarrow(style) ? stacked : inLine)(claim.name, figure, rooms, bold),
      bold,
      elsewhere: bold && outcome !== "contradicted",
    };
  });
}

/** Room on either side of a mark. */
interface Rooms {
  readonly left: number;
  readonly right: number;
}

/**
 * The name to the left of the mark and the figure to the right; both on one side where more of the
 * name fits then, or where else the figure would not.
 */
function inLine(name: string, figure: string, { left, right }: Rooms, bold: boolean) {
  const width = widthOf(figure, TEXT, bold);
  const joined = width + widthOf(": ", TEXT, bold);
  const rooms = {
    apart: right < width ? -Infinity : left,
    right: right - joined,
    left: left - joined,
  };
  const cut = (room: number) => shorten(name, room, TEXT, bold);
  const most = Math.max(...Object.values(rooms));
  const fits = widthOf(plain(name), TEXT, bold) <= rooms.apart;
  if (fits || most === rooms.apart) return { above: "", left: cut(left), right: figure };
  return most === rooms.right
    ? { above: "", left: "", right: `${cut(most)}: ${figure}` }
    : { above: "", left: `${cut(most)}: ${figure}`, right: "" };
}

/** The name above; the figure beside the mark, or above as well where neither side has room for it. */
function stacked(name: string, figure: string, { left, right }: Rooms, bold: boolean) {
  const width = widthOf(figure, TEXT, bold);
  const whole = left + right + 2 * APART;
  const cut = (room: number) => shorten(name, room, TEXT, bold);
  if (width <= right) return { above: cut(whole), left: "", right: figure };
  if (width <= left) return { above: cut(whole), left: figure, right: "" };
  const rest = whole - width - widthOf(": ", TEXT, bold);
  return { above: `${cut(rest)}: ${figure}`, left: "", right: "" };
}
