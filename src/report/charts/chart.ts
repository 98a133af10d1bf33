import type { Language, Locale } from "../../model/locale";
import type { Theme } from "./theme";
import type { Words } from "./words";

/** A Vega-Lite specification as plain JSON: its data is in it, and nothing is loaded. */
export type VegaLiteSpec = { readonly $schema: string } & Readonly<Record<string, unknown>>;

/** One chart of a verification, for Vega-Lite 5 or later. */
export interface Chart {
  readonly name:
    | "shares"
    | "remainder"
    | "regions"
    | "cumulative"
    | "envelope"
    | "tipping"
    | `${"fingerprint" | "digits" | "centres"}-${number}`;
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
  /**
   * What it is shown on; the background is transparent. `page` takes the colour that text has where an
   * SVG stands, so that one picture fits a page that is light or dark. `light` unless given.
   */
  readonly theme?: "light" | "dark" | "page";
  /** Whether the title stands in the picture, too; it does unless this is false. */
  readonly titled?: boolean;
  /**
   * Width in pixels, 320 to 1600; 480 unless given. Text keeps its size, so a chart for a phone is best
   * made 360 wide.
   */
  readonly width?: number;
}

/** What every chart is drawn with. */
export interface Style {
  readonly words: Words;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly titled: boolean;
  readonly width: number;
}
