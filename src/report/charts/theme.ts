/** Colours of text and lines on one background. */
export interface Theme {
  readonly text: string;
  readonly muted: string;
  /** Of axes and their ticks. */
  readonly axis: string;
  readonly grid: string;
  readonly gridOpacity: number;
}

const CURRENT = "currentColor";
const SLATE = "#7b8794";

/**
 * Text has a contrast of at least 4.5 : 1 on `#ffffff`, or on `#15181c`; or it is of the colour that text
 * has where the picture stands.
 */
export const THEMES = {
  light: { text: "#1b1f24", muted: "#4d5661", axis: "#8a939d", grid: "#dde1e6", gridOpacity: 1 },
  dark: { text: "#e8ebee", muted: "#a9b2bc", axis: "#7b8590", grid: "#343b44", gridOpacity: 1 },
  page: { text: CURRENT, muted: CURRENT, axis: SLATE, grid: CURRENT, gridOpacity: 0.15 },
} as const satisfies Readonly<Record<string, Theme>>;

// Marks are of middle brightness: at least 3 : 1 on both backgrounds. Each colour means one thing in all
// charts: blue and purple are candidates, red, green and ochre are outcomes, slate is what is counted or
// possible. Hues after Okabe and Ito (Color Universal Design, 2008); words or shapes say the same.
const BLUE = "#0072b2";
const PURPLE = "#cc79a7";
const RED = "#d03a4b";
const GREEN = "#12966f";
const OCHRE = "#a67c00";

/** What is counted or possible, beside what is claimed. */
export const RANGE_COLOR = SLATE;

/** The first and the second candidate. */
export const CANDIDATE_COLORS = [BLUE, PURPLE] as const;

export const OUTCOME_COLORS = {
  contradicted: RED,
  confirmed: GREEN,
  undecided: OCHRE,
} as const;

const CLAIM_SHAPES = [
  "diamond",
  "square",
  "triangle-up",
  "cross",
  "triangle-down",
  "triangle-left",
] as const;

/** Shape of a claim by its place in the election; its name stands beside it, too. */
export const claimShape = (index: number) => CLAIM_SHAPES[index % CLAIM_SHAPES.length]!;
