import { showing } from "../../model/display";
import { TallyError } from "../../model/error";
import { visible } from "../../model/format";
import { LOCALES } from "../../model/locale";
import { electionIn } from "../../model/texts";
import type { Tallies } from "../../model/tallies";
import type { Verification } from "../../verification";
import { svgOf } from "../svg";
import { WORDS } from "./catalog";
import type { Chart, ChartOptions, Style } from "./chart";
import { cumulativeChart } from "./cumulative";
import { regionsChart } from "./regions";
import { remainderChart } from "./remainder";
import { sharesChart } from "./shares";
import { THEMES } from "./theme";

export type { Chart, ChartOptions, VegaLiteSpec } from "./chart";

/**
 * The charts of a verification, as Vega-Lite specifications with their data in them: what each claim
 * says beside what is possible (`shares`), how many missing votes it needs beside how many there can be
 * (`remainder`), the two leaders by region (`regions`, where the verification was made `by` one, or a
 * register has regions), and as station after station is added (`cumulative`, only with the tallies).
 * A chart without anything to show is left out.
 *
 * Shares are in percent of the valid votes. The same verification gives the same charts on every
 * machine. `svgOf` of `tallyproof/node` draws one; anything that takes Vega-Lite 5 or later does.
 *
 * @throws TallyError `usage-invalid` for a language, theme or width that there is not
 * @example
 * ```ts
 * import { charts, readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const verification = verify(venezuela2024, readTallies(csv, venezuela2024).tallies);
 * const [shares, remainder] = charts(verification);
 * shares?.title; // => "The tallies neither confirm nor exclude any of the 5 claims"
 * remainder?.title; // => "No claim needs more than the 21,391,964 votes that can be missing"
 * ```
 */
export function charts(made: Verification, tallies?: Tallies, options: ChartOptions = {}): Chart[] {
  const style = styleOf(options);
  const { language } = style.locale;
  const verification = { ...made, election: electionIn(made.election, language) };
  const drawn = [
    sharesChart(verification, style),
    remainderChart(verification, style),
    regionsChart(verification, tallies, style),
    tallies && cumulativeChart(verification, tallies, style),
  ];
  return drawn.filter((chart) => chart !== undefined).map(showingItself);
}

/**
 * In a notebook: drawn by Vega-Lite where it does that; else as a picture, where what draws one is
 * installed; in words where neither is shown.
 */
const showingItself = (chart: Chart) =>
  showing(chart, async () => ({
    "application/vnd.vegalite.v5+json": chart.spec,
    ...(await pictureOf(chart)),
    // The title is its first sentence.
    "text/plain": visible(chart.description),
  }));

async function pictureOf(chart: Chart): Promise<{ readonly "image/svg+xml"?: string }> {
  return svgOf(chart).then(
    (svg) => ({ "image/svg+xml": svg }),
    () => ({}),
  );
}

const WIDTH = { least: 320, usual: 480, most: 1600 };

export function styleOf(options: ChartOptions): Style {
  const { language = "en", theme = "light", titled = true, width = WIDTH.usual } = options;
  if (!Object.hasOwn(WORDS, language))
    throw invalid(`There are no charts in the language ${JSON.stringify(language)}`, WORDS);
  if (!Object.hasOwn(THEMES, theme))
    throw invalid(`There is no theme ${JSON.stringify(theme)}`, THEMES);
  if (!(width >= WIDTH.least && width <= WIDTH.most))
    throw new TallyError(
      "usage-invalid",
      `A chart cannot be ${String(width)} pixels wide; give from ${WIDTH.least} to ${WIDTH.most}.`,
    );
  return {
    words: WORDS[language],
    locale: LOCALES[language],
    theme: THEMES[theme],
    titled,
    width: Math.round(width),
  };
}

const invalid = (problem: string, known: object) =>
  new TallyError("usage-invalid", `${problem}; give one of ${Object.keys(known).join(", ")}.`);
