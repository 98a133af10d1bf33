import type { Language, Locale } from "../../model/locale";
import type { Theme } from "./theme";
import type { Words } from "./words";

/** A Vega-Lite specification as plain JSON: its data is in it, and nothing is loaded. */
export type VegaLiteSpec = { readonly $schema: string } & Readonly<Record<string, unknown>>;

/** One chart of a verification, for Vega-Lite 5 or later. */
export interface Chart {
  readonly name: "shares" | "remainder" | "regions" | "cumulative";
  /** What the chart shows, as a finding in one sentence. */
  readonly title: string;
  /** Its numbers in words, for who does not see it. */
  readonly description: string;
  readonly spec: VegaLiteSpec;
}

/** How {@link charts} draws. */
export interface ChartOptions {
  /** Language of all words and numbers; English unless given. */
  readonly language?: Language;
  /** What it is shown on; the background is transparent. `light` unless given. */
  readonly theme?: "light" | "dark";
  /**
   * Width in pixels, 320 to 1600. Text keeps its size, so a chart for a phone is best made 360 wide;
   * the default, 480, can be read when shrunk to 360, too.
   */
  readonly width?: number;
}

/** What every chart is drawn with. */
export interface Style {
  readonly words: Words;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly width: number;
}
