import type { Share } from "../../model/share";
import type { Style } from "./chart";
import type { Way } from "./cumulative-data";
import { TEXT } from "./frame";
import { type Axis, Layers, ticksBetween } from "./layers";
import { shorten, widthOf } from "./text";
import { CANDIDATE_COLORS } from "./theme";

/** Pixels of the key above, of a panel, and between two. */
const KEY = 24;
const PANEL = 120;
const GAP = 22;
/** Room for the names at the right end. */
export const NAMES = 104;
/** Room for the numbers at the left, above which the key begins. */
export const LEFT = 34;
/** Length of a line in the key, and from it to its text. */
const SAMPLE = 22;

/** What is drawn of one candidate. */
interface Drawn {
  readonly code: string;
  readonly share: Share;
  readonly final: number;
  readonly ways: readonly Way[];
}

/** The same with where it is drawn: shares of `domain` on pixels of `range`. */
export interface Panel extends Drawn {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** A panel for each candidate, all of the same number of points around the final share. */
export function panelsOf(drawn: readonly Drawn[]): { panels: Panel[]; height: number } {
  const far = drawn.flatMap(({ final, ways }) =>
    ways.flatMap(({ steps }) => steps.map(({ share }) => Math.abs(share - final))),
  );
  const reach = Math.min(50, Math.max(1.5, 1.1 * Math.max(...far)));
  const panels = drawn.map((own, rank): Panel => {
    const low = Math.max(0, Math.min(own.final - reach, 100 - 2 * reach));
    const y = KEY + rank * (PANEL + GAP);
    return { ...own, domain: [low, low + 2 * reach], range: [y + PANEL, y] };
  });
  return { panels, height: panels.at(-1)!.range[0] + 8 };
}

const LINES = {
  file: { strokeWidth: 2.5 },
  random: { strokeWidth: 1.25, strokeDash: [3, 2] },
} as const;

export function panelLayers(
  { code, share, final, ways, domain, range }: Panel,
  rank: number,
  steady: number,
  axis: Axis,
  style: Style,
): object[] {
  const { locale, theme } = style;
  const layers = new Layers(axis, range[0], { domain, range });
  const ticks = ticksBetween(...domain, PANEL, 30);
  const color = CANDIDATE_COLORS[rank]!;
  const [, length] = axis.domain;
  const end = axis.range[1] + 8;
  // Where the order of the file has come close to the end for good: what the title says.
  const band = {
    x: Math.min(steady, length),
    x2: length,
    y: Math.max(domain[0], final - 1),
    y2: Math.min(domain[1], final + 1),
  };
  return [
    layers.spans(
      ticks.map((y) => ({ x: 0, x2: length, y })),
      { color: theme.grid, opacity: theme.gridOpacity, strokeWidth: 1 },
    ),
    layers.texts(
      ticks.map((y) => ({ y, label: locale.count(y) })),
      { align: "right", color: theme.muted },
      -6,
    ),
    layers.areas([band], { color, opacity: 0.3 }),
    ...ways.map(({ candidate, order, steps }) =>
      layers.path(
        steps.map((step) => ({ candidate, order, x: step.stations, y: step.share })),
        { color: order === "file" ? color : theme.text, ...LINES[order] },
      ),
    ),
    layers.texts(
      [{ y: final, label: shorten(code, NAMES - 16, TEXT, true) }],
      { fontWeight: "bold", dy: -8 },
      end,
    ),
    layers.texts([{ y: final, label: locale.share(share) }], { dy: 8 }, end),
  ];
}

/** What the two kinds of lines are, beside a piece of each. */
export function keyLayers(height: number, axis: Axis, { words, theme }: Style): object[] {
  const layers = new Layers(axis, height);
  const perPixel = axis.domain[1] / axis.range[1];
  const y = KEY / 2 - 6;
  const second = SAMPLE + 6 + widthOf(words.orders.file, TEXT) + 16;
  return (["file", "random"] as const).flatMap((order) => {
    const from = (order === "file" ? 0 : second) - LEFT;
    return [
      layers.spans([{ x: from * perPixel, x2: (from + SAMPLE) * perPixel, y }], {
        color: theme.text,
        ...LINES[order],
      }),
      layers.texts([{ y, label: words.orders[order] }], {}, from + SAMPLE + 6),
    ];
  });
}
