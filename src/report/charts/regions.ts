import type { Tallies } from "../../model/tallies";
import type { Verification } from "../../verification";
import type { Chart, Style } from "./chart";
import { specOf, TEXT } from "./frame";
import { type Axis, Layers, pixelOf, type Row, ticksBetween } from "./layers";
import { leaders } from "./leaders";
import { type RegionRow, regionsOf } from "./regions-data";
import { regionsInWords, regionsKey, regionsTitle } from "./regions-words";
import { shorten, widthOf } from "./text";
import { CANDIDATE_COLORS, RANGE_COLOR } from "./theme";

const ROW = 20;
/** Above the rows stand the names of what is drawn. */
const TOP = 20;
const CANDIDATE_SHAPES = ["circle", "diamond"];

/**
 * The two leaders' shares region by region, the largest lead first, and how many of the region's
 * stations have a tally where a register says; without shares, that alone. `undefined` without regions.
 */
export function regionsChart(
  verification: Verification,
  tallies: Tallies | undefined,
  style: Style,
): Chart | undefined {
  const regions = regionsOf(verification, tallies);
  if (regions === undefined) return undefined;
  const { rows, all } = regions;
  const { words, theme, width } = style;
  const withShares = rows.some(({ shares }) => shares.length > 0);
  const withCoverage = rows.some(({ coverage }) => coverage !== undefined);
  const title = regionsTitle(verification, all, style);
  const description = regionsInWords(verification, regions, title, style);
  const height = TOP + ROW * rows.length;
  const right = width - 8;
  const names = rows.map(({ region }) => shorten(region, 0.42 * width, TEXT));
  const left = Math.max(...names.map((name) => widthOf(name, TEXT))) + 14;
  const end = withCoverage
    ? right - Math.max(58, widthOf(words.coverageHeader, TEXT) + 8)
    : right - 10;
  const values = withShares ? rows.flatMap(({ shares }) => shares) : rows.map(percentCovered);
  const most = Math.min(100, Math.ceil((Math.max(...values, 1) + 1) / 10) * 10);
  const axis = {
    domain: [0, most] as const,
    range: [left, end] as const,
    title: withShares ? words.ofCountedVotes : words.ofStationsCovered,
    ticks: ticksBetween(0, most, end - left, 40),
    label: style.locale.count,
  };
  const layers = new Layers(axis, height);
  const yOf = (index: number) => TOP + ROW * (index + 0.5);
  const dots = withShares ? shareDots(rows, yOf) : coverageDots(rows, yOf);
  return {
    name: "regions",
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: regionsKey(regions, style),
        description,
        height,
        layer: [
          // Below the names of the candidates, so that no line goes through them.
          layers.walls(
            axis.ticks.map((x) => ({ x, y: TOP, y2: height })),
            { color: theme.grid, opacity: theme.gridOpacity, strokeWidth: 1 },
          ),
          ...(withShares
            ? [layers.spans(linksOf(rows, yOf), { strokeWidth: 2, opacity: 0.5 })]
            : []),
          layers.points(dots),
          ...(withShares ? headers(verification, rows, layers, axis) : []),
          layers.texts(
            names.map((label, index) => ({ y: yOf(index), label })),
            {},
            0,
          ),
          ...(withCoverage
            ? [
                layers.texts(
                  [
                    { y: TOP / 2, label: words.coverageHeader },
                    ...rows.map((row, index) => ({
                      y: yOf(index),
                      label: coverageText(row, style),
                    })),
                  ],
                  { align: "right", color: theme.muted },
                  right,
                ),
              ]
            : []),
        ],
      },
      style,
    ),
  };
}

const percentCovered = ({ coverage }: RegionRow) =>
  coverage === undefined ? 0 : (100 * coverage.covered) / coverage.stations;

const coverageText = ({ coverage }: RegionRow, { locale }: Style) =>
  coverage === undefined
    ? ""
    : locale.share({ votes: coverage.covered, outOf: coverage.stations }, 0);

function shareDots(rows: readonly RegionRow[], yOf: (index: number) => number): Row[] {
  return rows.flatMap(({ region, shares }, index) =>
    shares.map((x, rank) => ({
      region,
      x,
      y: yOf(index),
      color: CANDIDATE_COLORS[rank],
      shape: CANDIDATE_SHAPES[rank],
    })),
  );
}

function coverageDots(rows: readonly RegionRow[], yOf: (index: number) => number): Row[] {
  return rows.map((row, index) => ({
    region: row.region,
    x: percentCovered(row),
    y: yOf(index),
    color: RANGE_COLOR,
    shape: "circle",
  }));
}

const linksOf = (rows: readonly RegionRow[], yOf: (index: number) => number): Row[] =>
  rows.flatMap(({ shares: [x, x2] }, index) =>
    x2 === undefined ? [] : [{ x, x2, y: yOf(index) }],
  );

/** The codes above the dots of the first row, each on its own side where there is room. */
function headers(
  { count }: Verification,
  [first]: readonly RegionRow[],
  layers: Layers,
  axis: Axis,
): object[] {
  const { shares } = first!;
  return leaders(count).flatMap((index, rank) => {
    const share = shares[rank];
    if (share === undefined) return [];
    const label = shorten(count.candidates[index]!.code, 70, TEXT, true);
    const isRight = share > (shares[1 - rank] ?? -1) || (rank === 0 && shares[0] === shares[1]);
    const fits = pixelOf(axis, share) - 6 + widthOf(label, TEXT, true) <= axis.range[1] + 10;
    const mark = isRight && fits ? { align: "left", dx: -6 } : { align: "right", dx: 6 };
    return [layers.texts([{ x: share, y: TOP / 2, label }], { fontWeight: "bold", ...mark })];
  });
}
