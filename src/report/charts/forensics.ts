import { FINGERPRINT_STEP, type FingerprintCell } from "../../forensics/data";
import type { Forensics } from "../../forensics/forensics";
import { binomialChance } from "../../statistics/binomial";
import { type ForensicsLanguage, forensicsIn } from "../../words/forensics";
import type { Chart, ChartOptions, Style } from "./chart";
import { specOf } from "./frame";
import { styleOf } from "./index";
import { Layers, ticksBetween, type Upright } from "./layers";
import { plain } from "./text";
import { CANDIDATE_COLORS } from "./theme";

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
      .map(({ candidate, counts }, at) => centreClasses(candidate, counts, at, words, style)),
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
    uprightOn([0, 100], height, style),
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
  const band = bandOf(counts);
  const title = words.digitsTitle(plain(candidate), counts.filter(isOutside(band)).length);
  const frame = {
    name: `digits-${at + 1}`,
    title,
    key: words.digitsKey(),
    axis: words.digitAxis(),
  } as const;
  return classes(frame, counts, band, { from: 0, step: 1, ticks: 1 }, at, words, style);
}

function centreClasses(
  candidate: string,
  counts: readonly number[],
  at: number,
  words: ForensicsLanguage,
  style: Style,
): Chart {
  const expected = words.locale.decimal((sum(counts) / counts.length).toFixed(0));
  const frame = {
    name: `centres-${at + 1}`,
    title: words.centresTitle(plain(candidate), counts[0]!, expected),
    key: words.centresKey(),
    axis: words.centresAxis(),
  } as const;
  const step = 100 / counts.length;
  const place = { from: step / 2, step, ticks: 20 };
  return classes(frame, counts, bandOf(counts), place, at, words, style);
}

interface Frame {
  readonly name: Chart["name"];
  readonly title: string;
  readonly key: string;
  readonly axis: string;
}

/** Where on the axis the first class stands, how far the next one is, and how far a tick from the next. */
interface Place {
  readonly from: number;
  readonly step: number;
  readonly ticks: number;
}

type Band = readonly [low: number, high: number];

const isOutside =
  ([low, high]: Band) =>
  (count: number) =>
    count < low || count > high;

/**
 * How many there are of each class, beside the band of chance. Dots need no zero, so the scale shows what
 * bars would hide: whether they are within. Those that are not have another shape, and their number.
 */
function classes(
  { name, title, key, axis }: Frame,
  counts: readonly number[],
  band: Band,
  { from, step, ticks }: Place,
  at: number,
  words: ForensicsLanguage,
  style: Style,
): Chart {
  // Room for half of the last number.
  const right = style.width - 8 - LEFT - 14;
  const [low, high] = band;
  const [first, last] = [from - step / 2, from + step * (counts.length - 0.5)];
  const layers = new Layers(
    {
      domain: [first, last],
      range: [0, right],
      title: axis,
      ticks: Array.from({ length: Math.floor(last / ticks) + 1 }, (_, tick) => tick * ticks),
      label: style.locale.count,
    },
    HEIGHT,
    uprightAround(Math.min(low, ...counts), Math.max(high, ...counts), HEIGHT, style),
  );
  const outside = isOutside(band);
  const dots = counts.map((count, index) => ({ x: from + index * step, y: count, count }));
  const color = colorOf(at);
  const numbers = (own: typeof dots, mark: object) =>
    layers.texts(
      own.map((dot) => ({ ...dot, label: style.locale.count(dot.count) })),
      { align: "center", fontWeight: "bold", ...mark },
    );
  const description = [
    `${title}.`,
    words.classes(
      counts.map(style.locale.count),
      style.locale.count(low),
      style.locale.count(high),
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
          layers.areas([{ x: first, x2: last, y: low, y2: high }], { opacity: 0.35 }),
          layers.points(
            dots.filter(({ count }) => !outside(count)),
            { shape: "circle", color },
          ),
          layers.points(
            dots.filter(({ count }) => outside(count)),
            { shape: "diamond", size: 160, color },
          ),
          numbers(
            dots.filter(({ count }) => count < low),
            { dy: 13 },
          ),
          numbers(
            dots.filter(({ count }) => count > high),
            { dy: -13 },
          ),
        ],
      },
      style,
    ),
  };
}

/** The counts between which one of so many equal classes stays 19 times in 20. */
function bandOf(counts: readonly number[]): Band {
  const n = sum(counts);
  let [low, high] = [0, n];
  const p = 1 / counts.length;
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

/** From `least` at the bottom to `most` at the top, with some air and an axis. */
function uprightAround(least: number, most: number, height: number, style: Style): Upright {
  const air = 0.12 * (most - least) || 1;
  const domain = [Math.max(0, least - air), most + air] as const;
  return uprightOn(domain, height, style);
}

const uprightOn = (domain: Upright["domain"], height: number, style: Style): Upright => ({
  domain,
  range: [height, 0],
  marks: { ticks: ticksBetween(...domain, height, 40), label: style.locale.count },
});
