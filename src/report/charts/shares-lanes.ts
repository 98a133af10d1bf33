import type { Style } from "./chart";
import { figureOutcome } from "./claims";
import { TEXT } from "./frame";
import { type Axis, pixelOf } from "./layers";
import type { SharesOf } from "./shares-data";
import { plain, shorten, twoLines, widthOf } from "./text";
import { claimShape, OUTCOME_COLORS } from "./theme";

/** Height of a mark's lane in pixels, and of a line with a name above it. */
const MARK = 22;
const NAME = 16;
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
  readonly bottom: number;
  /** The name above in lines, where it stands there. */
  readonly above: readonly Line[];
  readonly color: string;
  readonly shape: string;
  readonly left: string;
  readonly right: string;
  /** Whether the claim is decided. */
  readonly bold: boolean;
  /** Whether the claim is contradicted by another figure than this. */
  readonly elsewhere: boolean;
}

/** Text and the pixels from the top of the chart to its middle. */
export type Line = { readonly label: string; readonly y: number };

/** A lane for each claim from `top` down; `compact` where names stand above the marks. */
export function claimLanes(
  { claims, code }: SharesOf,
  top: number,
  axis: Axis,
  compact: boolean,
  style: Style,
): Lane[] {
  let bottom = top;
  return claims.map(({ claim, value, low, high, text, outcome, partial }) => {
    const at = pixelOf(axis, value);
    const rooms = { left: at - APART, right: style.width - 8 - at - APART };
    const decided = claim.verdict.outcome;
    const bold = decided !== "undecided";
    const figure = `${text} ${figureOutcome(outcome, decided, style)}`;
    const { names, left, right } = (compact ? stacked : inLine)(claim.name, figure, rooms, bold);
    const lane = bottom;
    bottom += NAME * names.length + MARK;
    return {
      candidate: code,
      claim: claim.claim.id,
      value,
      low,
      high,
      top: lane,
      bottom,
      y: bottom - MARK / 2,
      partial,
      color: OUTCOME_COLORS[decided],
      shape: claimShape(claim.index),
      above: names.map((label, line) => ({ label, y: lane + 10 + NAME * line })),
      left,
      right,
      bold,
      elsewhere: decided === "contradicted" && outcome !== "contradicted",
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
  if (fits || most === rooms.apart) return { names: [], left: cut(left), right: figure };
  return most === rooms.right
    ? { names: [], left: "", right: `${cut(most)}: ${figure}` }
    : { names: [], left: `${cut(most)}: ${figure}`, right: "" };
}

/** The name above; the figure beside the mark, or above as well where neither side has room for it. */
function stacked(name: string, figure: string, { left, right }: Rooms, bold: boolean) {
  const width = widthOf(figure, TEXT, bold);
  const names = twoLines(name, left + right + 2 * APART, TEXT, bold);
  if (width <= right) return { names, left: "", right: figure };
  if (width <= left) return { names, left: figure, right: "" };
  return { names: [...names, figure], left: "", right: "" };
}
