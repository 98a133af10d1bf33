import type { Estimate } from "../../estimate/estimate";
import { claimedInterval, SHARE_SCALE } from "../../model/claim";
import { electionIn } from "../../model/texts";
import type { EstimateOutputOptions } from "../estimate/outputs";
import { largestOf } from "../estimate/largest";
import { tippingLine } from "../estimate/report";
import { type EstimateLanguage, estimateIn } from "../../words/estimate";
import type { Chart, ChartOptions, Style } from "./chart";
import { LINE, specOf, TEXT } from "./frame";
import { styleOf } from "./index";
import { type Axis, Layers, ticksBetween } from "./layers";
import { briefly } from "./claims";
import { lines, shorten, widthOf } from "./text";
import { claimShape, RANGE_COLOR } from "./theme";

const BAR = 16;
const GAP = 16;
const MARGIN = 24;

/**
 * The charts of an estimate: for each large candidate the envelope over the assumptions within what is possible
 * at all, with what each claim says (`envelope`), and the share that each claim would need on the missing
 * stations, beside the covered ones and beside 0 to 100 % (`tipping`, where there are claims).
 *
 * @throws TallyError `usage-invalid` for a language, theme or width that there is not
 * @example
 * ```ts
 * import { estimate, estimateCharts, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,1,1,500,300,2,200,100,0,0,0,0,0,0,0,0\nE,M,P,1,2,500,100,0,70,30,0,0,0,0,0,0,0,0\n";
 * const made = estimate(readTallies(csv, venezuela2024).tallies, venezuela2024.universe);
 * estimateCharts(made).map(({ name }) => name); // => ["envelope"]
 * ```
 */
export function estimateCharts(
  made: Estimate,
  { election: described, ...options }: ChartOptions & EstimateOutputOptions = {},
): Chart[] {
  const style = styleOf(options);
  const { language = "en" } = options;
  const words = estimateIn(language);
  const election = described && electionIn(described, language);
  const nameOf = (id: string) => {
    const claim = election?.claims.find((each) => each.id === id);
    return briefly(claim ? `${claim.by}: ${claim.title}` : id);
  };
  const tipping = tippingChart(made, nameOf, words, style);
  return [envelopeChart(made, nameOf, words, style), ...(tipping ? [tipping] : [])];
}

type Naming = (id: string) => string;

function envelopeChart(
  made: Estimate,
  nameOf: Naming,
  words: EstimateLanguage,
  style: Style,
): Chart {
  const claims = made.tipping.map(({ claim }) => claim);
  let top = 0;
  const rows = largestOf(made, 2).map((index) => {
    const { code, low, high, lowWithError, highWithError } = made.envelope[index]!;
    const { share } = made.bounds[index]!;
    const bounds = [share.min, share.max].map(({ votes, outOf }) =>
      outOf === 0 ? 0 : (100 * votes) / outOf,
    );
    const figure = `${words.leastMost()} ${words.to(words.percent(low), words.percent(high))}`;
    const named = made.claims
      .filter(({ candidate }) => candidate === code)
      .map(({ claim, claimed }) => ({
        claim,
        claimed,
        x: middleOf(claimed),
        color: style.theme.text,
        shape: claimShape(claims.indexOf(claim)),
      }));
    const said = [
      [code, figure] as const,
      ...named.map(
        ({ claim, claimed }) => [nameOf(claim), `${words.locale.decimal(claimed)} %`] as const,
      ),
    ];
    // A long name gives way, its figure never.
    const texts = said.map(
      ([name, own]) =>
        `${shorten(name, style.width - 26 - widthOf(`: ${own}`, TEXT), TEXT)}: ${own}`,
    );
    const y = top + LINE * texts.length + 4;
    const row = {
      code,
      low,
      high,
      said,
      texts,
      top,
      named,
      bounds,
      ends: [100 * lowWithError, 100 * highWithError],
      y,
      y2: y + BAR,
    };
    top = y + BAR + GAP;
    return row;
  });
  const height = Math.max(40, top - GAP + 8);
  const axis = percentAxis(words.ofValidVotes(), 0, 100, style);
  const layers = new Layers(axis, height);
  const [first] = rows;
  const title = first
    ? words.envelopeTitle(
        first.code,
        words.to(words.percent(first.low), words.percent(first.high)),
        words.to(words.percent(first.bounds[0]! / 100), words.percent(first.bounds[1]! / 100)),
        made.assumptions.length,
      )
    : words.envelope();
  const description = [
    `${title}.`,
    words.lead(made.coverage.kind, made.coverage.stations, made.coverage.allStations),
    ...rows.flatMap(({ said }) => said.map(([name, own]) => `${name}: ${own}.`)),
  ].join(" ");
  return {
    name: "envelope",
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: words.envelopeChartKey(),
        description,
        height,
        layer: [
          layers.areas(
            rows.map(({ bounds: [x, x2], y, y2 }) => ({ x, x2, y, y2 })),
            { opacity: 0.35 },
          ),
          layers.areas(
            rows.map(({ ends: [x, x2], y, y2 }) => ({
              x: x! - 0.15,
              x2: x2! + 0.15,
              y: y - 2,
              y2: y2 + 2,
            })),
            { color: style.theme.text },
          ),
          layers.points(
            rows.flatMap(({ named, y, y2 }) =>
              named.map(({ x, color, shape }) => ({ x, y: (y + y2) / 2, color, shape })),
            ),
          ),
          layers.texts(
            rows.flatMap(({ texts, top: from }) =>
              texts.map((label, at) => ({ label, y: from + LINE * (at + 0.5) })),
            ),
            {},
            16,
          ),
          // A mark before each claim's line says which one it is.
          layers.points(
            rows.flatMap(({ named, top: from }) =>
              named.map(({ color, shape }, at) => ({
                x: ((6 - axis.range[0]) / (axis.range[1] - axis.range[0])) * 100,
                y: from + LINE * (at + 1.5),
                color,
                shape,
              })),
            ),
            { clip: false },
          ),
        ],
      },
      style,
    ),
  };
}

const middleOf = (claimed: string) => {
  const { low, high } = claimedInterval(claimed);
  return Number(((low + high) * 50n * 1000n) / SHARE_SCALE) / 1000;
};

function percentAxis(title: string, low: number, high: number, { width, locale }: Style): Axis {
  const range = [MARGIN, width - 8 - MARGIN] as const;
  return {
    domain: [low, high],
    range,
    title,
    ticks: ticksBetween(low, high, range[1] - range[0], 48),
    label: locale.count,
  };
}

function tippingChart(
  made: Estimate,
  nameOf: Naming,
  words: EstimateLanguage,
  style: Style,
): Chart | undefined {
  const asked = made.tipping.flatMap(({ claim, figures }) => {
    const [most] = figures;
    return most ? [{ claim, most }] : [];
  });
  if (asked.length === 0) return undefined;
  let top = 0;
  const rows = asked.map(({ claim, most }) => {
    const texts = [nameOf(claim), ...lines(tippingLine(most, words), style.width - 8, TEXT)];
    const y = top + LINE * texts.length + 10;
    const row = { texts, top, y, covered: 100 * most.covered, needed: 100 * most.needed };
    top = y + GAP + 8;
    return row;
  });
  const height = top;
  const needs = rows.map(({ needed }) => needed);
  const axis = percentAxis(
    words.ofMissing(),
    Math.min(0, ...needs),
    Math.max(100, ...needs),
    style,
  );
  const layers = new Layers(axis, height);
  // A figure that holds already asks for nothing; one that asks for no share makes the claim impossible.
  const impossible = asked.filter(({ most }) => !most.holds && !most.possible).length;
  const title = words.tippingTitle(impossible, asked.length);
  const description = [
    `${title}.`,
    ...rows.map(({ texts }) => `${texts[0]}: ${texts.slice(1).join(" ")}`),
  ].join(" ");
  return {
    name: "tipping",
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: words.tippingChartKey(),
        description,
        height,
        layer: [
          layers.areas(
            rows.map(({ y }) => ({ x: 0, x2: 100, y: y - BAR / 2, y2: y + BAR / 2 })),
            { opacity: 0.35 },
          ),
          layers.spans(
            rows.map(({ covered, needed, y }) => ({ x: covered, x2: needed, y })),
            { strokeWidth: 2, color: style.theme.muted },
          ),
          layers.points(
            rows.map(({ covered, y }) => ({ x: covered, y })),
            { shape: "circle", color: RANGE_COLOR },
          ),
          layers.points(
            rows.map(({ needed, y }) => ({ x: needed, y })),
            { shape: "diamond", size: 130, color: style.theme.text },
          ),
          layers.texts(
            rows.map(({ texts, top: from }) => ({ label: texts[0], y: from + LINE / 2 })),
            { fontWeight: "bold" },
            0,
          ),
          layers.texts(
            rows.flatMap(({ texts, top: from }) =>
              texts.slice(1).map((label, at) => ({ label, y: from + LINE * (at + 1.5) })),
            ),
            {},
            0,
          ),
        ],
      },
      style,
    ),
  };
}
