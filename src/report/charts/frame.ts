import type { Style, VegaLiteSpec } from "./chart";
import { lines } from "./text";

/** Size of text in pixels. */
export const TEXT = 13;
const TITLE = 16;

/** Lines of text stand so far apart. */
const TITLE_LINE = 21;
export const LINE = 18;

const FONT = "Helvetica, Arial, DejaVu Sans, sans-serif";
const AXIS_HEIGHT = 48;

/** What stands around the layers of a chart. */
export interface Frame {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly height: number;
  /** Room for the labels of a vertical axis. */
  readonly left?: number;
  /** Whether each layer has a vertical scale of its own. */
  readonly ownScales?: boolean;
  readonly layer: readonly object[];
}

/**
 * The specification. All sizes are fixed, and text is broken and cut beforehand: so nothing moves with
 * the fonts of the place that draws it, and labels are not cut once more.
 */
export function specOf(frame: Frame, style: Style): VegaLiteSpec {
  const { theme, width, locale, titled } = style;
  const title = titled ? lines(frame.title, width - 8, TITLE, true) : [];
  const subtitle = lines(frame.subtitle, width - 8, TEXT);
  const left = frame.left ?? 0;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: frame.description,
    background: "transparent",
    autosize: { type: "none" },
    padding: {
      left: 4 + left,
      right: 4,
      top: (titled ? 18 : 10) + title.length * TITLE_LINE + subtitle.length * LINE,
      bottom: AXIS_HEIGHT,
    },
    width: width - 8 - left,
    height: frame.height,
    title: {
      ...(titled
        ? { text: title, subtitle, subtitlePadding: 7 }
        : { text: subtitle, ...KEY, color: theme.muted }),
      anchor: "start",
      frame: "group",
      offset: 8,
      dx: 0 - left,
    },
    ...(frame.ownScales ? { resolve: { scale: { y: "independent" } } } : {}),
    layer: frame.layer,
    config: {
      aria: false,
      mark: { aria: false },
      font: FONT,
      view: { stroke: null },
      title: {
        fontSize: TITLE,
        lineHeight: TITLE_LINE,
        fontWeight: "bold",
        color: theme.text,
        subtitleFontSize: TEXT,
        subtitleLineHeight: LINE,
        subtitleColor: theme.muted,
        limit: 0,
      },
      axis: {
        labelFontSize: TEXT,
        titleFontSize: TEXT,
        titleFontWeight: "normal",
        labelColor: theme.muted,
        titleColor: theme.muted,
        domainColor: theme.axis,
        tickColor: theme.axis,
        tickSize: 4,
        grid: false,
        labelLimit: 0,
        labelFlush: false,
        titleLimit: 0,
        ticks: false,
        domain: false,
        labelPadding: 6,
        titlePadding: 6,
      },
      text: { fontSize: TEXT, color: theme.text, limit: 0 },
      locale: { number: numbersOf(locale.decimal("1000.5")) },
    },
  };
}

/** What a chart without a title has in its place. */
const KEY = { fontSize: TEXT, lineHeight: LINE, fontWeight: "normal" };

/** Vega's description of how numbers are written, from one that is written so. */
const numbersOf = (example: string) => ({
  decimal: example.at(-2)!,
  thousands: example.at(1)!,
  grouping: [3],
  currency: ["", ""],
});
