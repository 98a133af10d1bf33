import { FINGERPRINT_STEP, type FingerprintCell } from "../../forensics/data";
import type { Forensics } from "../../forensics/forensics";
import { binomialChance } from "../../statistics/binomial";
import { type ForensicsLanguage, forensicsIn } from "../../words/forensics";
import type { Chart, ChartOptions, Style } from "./chart";
import { specOf } from "./frame";
import { styleOf } from "./index";
import { Layers, ticksBetween, type Upright } from "./layers";
import { plain } from "./text";
import { CANDIDATE_COLORS, RANGE_COLOR } from "./theme";

const HEIGHT = 220;
const LEFT = 44;

/**
 * The charts of forensic findings, for each candidate: the fingerprint of turnout and share, the last
 * digits, and the p-values of centres, both with the band in which chance alone keeps them.
 *
 * @throws TallyError `usage-invalid` for a language, theme or width that there is not
 * @example
 * ```ts
 * import { forensicCharts, forensics, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const found = forensics(readTallies(csv, venezuela2024).tallies, { simulations: 20 });
 * forensicCharts(found)[0]?.name; // => "fingerprint-1"
 * ```
 */
export function forensicCharts(found: Forensics, options: ChartOptions = {}): Chart[] {
  const style = styleOf(options);
  const words = forensicsIn(options.language ?? "en");
  const { fingerprints, lastDigits, centres } = found.data;
  return [
    ...fingerprints.map((one, at) => fingerprint(one.candidate, one.cells, at, words, style)),
    ...lastDigits.map(({ candidate, counts }, at) => digits(candidate, counts, at, words, style)),
    ...centres
      .filter(({ counts }) => sum(counts) > 0)
      .map(({ candidate, counts }, at) => centreBars(candidate, counts, at, words, style)),
  ];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const colorOf = (at: number) => CANDIDATE_COLORS[at % CANDIDATE_COLORS.length]!;

function fingerprint(
  candidate: string,
  cells: readonly FingerprintCell[],
  at: number,
  words: ForensicsLanguage,
  style: Style,
): Chart {
  // Room for half of the last number.
  const right = style.width - 8 - LEFT - 14;
  const height = Math.min(right, 420);
  const layers = new Layers(
    {
      domain: [0, 100],
      range: [0, right],
      title: words.turnoutAxis(),
      ticks: ticksBetween(0, 100, right, 40),
      label: style.locale.count,
    },
    height,
    uprightTo(100, height, style),
  );
  const most = Math.max(1, ...cells.map(({ stations }) => stations));
  const top = cells.find(({ stations }) => stations === most);
  const title = words.fingerprintTitle(plain(candidate));
  // Ten steps of darkness: a layer for each, since a layer has one opacity.
  const steps = Array.from({ length: 10 }, (_, step) =>
    cells.filter(({ stations }) => Math.ceil(10 * Math.sqrt(stations / most)) === step + 1),
  );
  const all = sum(cells.map(({ stations }) => stations));
  const near = (percent: number) => words.locale.count(percent + FINGERPRINT_STEP / 2);
  const description = [
    `${title}.`,
    words.fingerprintWords(all, near(top?.turnoutPercent ?? 0), near(top?.sharePercent ?? 0)),
    words.fingerprintKey(),
  ].join(" ");
  return {
    name: `fingerprint-${at + 1}`,
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: words.fingerprintKey(),
        description,
        height,
        left: LEFT,
        layer: steps.flatMap((own, step) =>
          own.length === 0
            ? []
            : [
                layers.areas(
                  own.map(({ turnoutPercent: x, sharePercent: y, stations }) => ({
                    x,
                    x2: x + FINGERPRINT_STEP,
                    y,
                    y2: y + FINGERPRINT_STEP,
                    stations,
                  })),
                  { color: colorOf(at), opacity: (step + 1) / 10 },
                ),
              ],
        ),
      },
      style,
    ),
  };
}

function digits(
  candidate: string,
  counts: readonly number[],
  at: number,
  words: ForensicsLanguage,
  style: Style,
): Chart {
  const [low, high] = bandOf(sum(counts), counts.length);
  const outside = counts.filter((count) => count < low || count > high).length;
  return bars(`digits-${at + 1}`, counts, [low, high], colorOf(at), style, words, {
    title: words.digitsTitle(plain(candidate), outside),
    key: words.digitsKey(),
    axis: words.digitAxis(),
    labelOf: (place) => place,
    center: true,
  });
}

function centreBars(
  candidate: string,
  counts: readonly number[],
  at: number,
  words: ForensicsLanguage,
  style: Style,
): Chart {
  const expected = sum(counts) / counts.length;
  return bars(
    `centres-${at + 1}`,
    counts,
    bandOf(sum(counts), counts.length),
    colorOf(at),
    style,
    words,
    {
      title: words.centresTitle(
        plain(candidate),
        counts[0]!,
        words.locale.decimal(expected.toFixed(0)),
      ),
      key: words.centresKey(),
      axis: words.centresAxis(),
      labelOf: (place) => 5 * place,
      center: false,
    },
  );
}

interface BarWords {
  readonly title: string;
  readonly key: string;
  readonly axis: string;
  readonly labelOf: (place: number) => number;
  /** Whether a bar stands over its number, or between two. */
  readonly center: boolean;
}

function bars(
  name: Chart["name"],
  counts: readonly number[],
  [low, high]: readonly [number, number],
  color: string,
  style: Style,
  words: ForensicsLanguage,
  { title, key, axis, labelOf, center }: BarWords,
): Chart {
  // Room for half of the last number.
  const right = style.width - 8 - LEFT - 14;
  const step = labelOf(1);
  const from = center ? -step / 2 : 0;
  const to = from + step * counts.length;
  const most = Math.max(high, ...counts) * 1.05;
  const layers = new Layers(
    {
      domain: [from, to],
      range: [0, right],
      title: axis,
      ticks: center ? counts.map((_, at) => at) : ticksBetween(from, to, right, 40),
      label: style.locale.count,
    },
    HEIGHT,
    uprightTo(most, HEIGHT, style),
  );
  const values = counts.map((count, at) => {
    const x = from + at * step;
    return { x: x + 0.1 * step, x2: x + 0.9 * step, y: 0, y2: count };
  });
  const description = [
    `${title}.`,
    words.bars(
      counts.map((count) => words.locale.count(count)),
      words.locale.count(low),
      words.locale.count(high),
    ),
  ].join(" ");
  return {
    name,
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: key,
        description,
        height: HEIGHT,
        left: LEFT,
        layer: [
          layers.areas(values, { color, opacity: 0.85 }),
          layers.areas([{ x: from, x2: to, y: low, y2: high }], {
            color: RANGE_COLOR,
            opacity: 0.45,
          }),
        ],
      },
      style,
    ),
  };
}

/** The counts between which one of so many equal classes stays 19 times in 20. */
function bandOf(n: number, classes: number): [number, number] {
  let [low, high] = [0, n];
  const p = 1 / classes;
  for (let below = 0; low < n; low++) {
    below += binomialChance(low, n, p);
    if (below > 0.025) break;
  }
  for (let above = 0; high > 0; high--) {
    above += binomialChance(high, n, p);
    if (above > 0.025) break;
  }
  return [low, high];
}

/** From 0 at the bottom to `most` at the top, with an axis. */
const uprightTo = (most: number, height: number, style: Style): Upright => ({
  domain: [0, most],
  range: [height, 0],
  marks: { ticks: ticksBetween(0, most, height, 40), label: style.locale.count },
});
