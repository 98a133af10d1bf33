/** Colours of text and lines on one background. */
export interface Theme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly gridOpacity: number;
}

const CURRENT = "currentColor";

/**
 * Text has a contrast of at least 4.5 : 1 on `#ffffff`, or on `#15181c`; or it is of the colour that text
 * has where the picture stands.
 */
export const THEMES = {
  light: { text: "#1b1f24", muted: "#4d5661", grid: "#dde1e6", gridOpacity: 1 },
  dark: { text: "#e8ebee", muted: "#a9b2bc", grid: "#343b44", gridOpacity: 1 },
  page: { text: CURRENT, muted: CURRENT, grid: CURRENT, gridOpacity: 0.15 },
} as const satisfies Readonly<Record<string, Theme>>;

// Marks are of middle brightness: at least 3 : 1 on both backgrounds. The hues are those of Okabe and
// Ito (Color Universal Design, 2008), which the colour-blind can tell apart, made lighter or darker.
const BLUE = "#2e7fc4";
const VERMILION = "#d55e00";
const GREEN = "#12966f";
const PURPLE = "#b9639a";
const OCHRE = "#a67c00";
const SLATE = "#7b8794";

/** What is counted or possible, beside what is claimed. */
export const RANGE_COLOR = SLATE;

/** The first and the second candidate. */
export const CANDIDATE_COLORS = [BLUE, VERMILION] as const;

export const OUTCOME_COLORS = {
  contradicted: VERMILION,
  confirmed: GREEN,
  undecided: BLUE,
} as const;

const CLAIM_COLORS = [VERMILION, BLUE, GREEN, PURPLE, OCHRE];
const CLAIM_SHAPES = [
  "diamond",
  "square",
  "triangle-up",
  "cross",
  "triangle-down",
  "triangle-left",
];

/** Colour and shape of a claim by its place in the election: thirty pairs before one is used again. */
export const claimLook = (index: number) => ({
  color: CLAIM_COLORS[index % CLAIM_COLORS.length]!,
  shape: CLAIM_SHAPES[index % CLAIM_SHAPES.length]!,
});
