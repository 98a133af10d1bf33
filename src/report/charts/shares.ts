import type { Verification } from "../../verification";
import type { Chart, Style } from "./chart";
import { coverage } from "./claims";
import { specOf } from "./frame";
import { type Axis, Layers, ticksBetween } from "./layers";
import { type SharesOf, sharesOf } from "./shares-data";
import { claimLanes } from "./shares-lanes";
import { claimLayers } from "./shares-marks";
import { HEAD, headOf, LANE, type Place, textLayers } from "./shares-texts";
import { sharesInWords, sharesTitle } from "./shares-words";

/** Pixels between candidates. */
const GAP = 16;
/** Room for the ends of what is possible, left and right of the axis; or half of an axis label. */
const endOf = (compact: boolean) => (compact ? 14 : 70);
/** Narrower than this, what stands beside a mark or bar elsewhere stands above it. */
const NARROW = 440;

/**
 * Shares on the covered stations, what is possible over all stations, and every claim in a lane of its
 * own. `undefined` where there can be no votes at all.
 */
export function sharesChart(verification: Verification, style: Style): Chart | undefined {
  const { count, remainder } = verification;
  if (count.validVotes + remainder.maxValidVotes === 0) return undefined;
  const candidates = sharesOf(verification, style);
  const title = sharesTitle(verification, candidates, style);
  const description = sharesInWords(verification, candidates, title, style);
  const { places, height, axis, compact } = layoutOf(candidates, style);
  const layers = new Layers(axis, height);
  const lanes = places.flatMap((place) => place.lanes);
  return {
    name: "shares",
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: [
          coverage(verification, style),
          style.words.sharesKey,
          ...(lanes.some(({ low, high }) => low < high) ? [style.words.digitsKey] : []),
          ...(lanes.some(({ elsewhere }) => elsewhere) ? [style.words.elsewhereKey] : []),
        ].join(" "),
        description,
        height,
        layer: [
          ...rangeLayers(places, layers, style),
          ...claimLayers(lanes, layers),
          ...textLayers(places, layers, axis, compact, style),
        ],
      },
      style,
    ),
  };
}

/** Where everything stands: names beside the marks where all of them fit, else above. */
function layoutOf(candidates: readonly SharesOf[], style: Style) {
  const wide = placed(candidates, false, style);
  const isCut = wide.places.some(({ names, lanes }) =>
    [...names.map(({ label }) => label), ...lanes.flatMap(({ left, right }) => [left, right])].some(
      (label) => label.includes("…"),
    ),
  );
  return style.width < NARROW || isCut ? placed(candidates, true, style) : wide;
}

function placed(candidates: readonly SharesOf[], compact: boolean, style: Style) {
  const axis = axisOf(candidates, compact, style);
  let top = 0;
  const places = candidates.map((own): Place => {
    const { names, figures } = headOf(own, compact, style);
    const linesFrom = (labels: readonly string[], from: number) =>
      labels.map((label, line) => ({ label, y: from + HEAD * (line + 0.5) }));
    const below = top + HEAD * names.length;
    const lane = compact ? below + HEAD * figures.length : below;
    const lanes = claimLanes(own, lane + LANE, axis, compact, style);
    const place = {
      own,
      names: linesFrom(names, top),
      figures: linesFrom(figures, compact ? below : top),
      lane,
      lanes,
    };
    top = (lanes.at(-1)?.bottom ?? lane + LANE) + GAP;
    return place;
  });
  return { places, height: top - GAP + 6, axis, compact };
}

function axisOf(
  candidates: readonly SharesOf[],
  compact: boolean,
  { words, width, locale }: Style,
) {
  const end = endOf(compact);
  const values = candidates.flatMap(({ max, claims }) => [max, ...claims.map(({ high }) => high)]);
  const most = Math.min(100, Math.ceil(Math.max(...values, 1) / 10) * 10);
  const axis: Axis = {
    domain: [0, most],
    range: [end, width - 8 - end],
    title: words.ofValidVotes,
    ticks: ticksBetween(0, most, width - 8 - 2 * end, 40),
    label: locale.count,
  };
  return axis;
}

/** Behind the lanes of claims on all stations a band: what lies beside it is not possible. */
function rangeLayers(places: readonly Place[], layers: Layers, style: Style): object[] {
  const bands = places.map(({ own: { code, min, max }, lane, lanes }) => {
    const whole = lanes.filter(({ partial }) => !partial).at(-1);
    return { candidate: code, x: min, x2: max, y: lane, y2: whole?.bottom ?? lane + LANE };
  });
  const bars = places.map(({ own: { code, min, max }, lane }) => ({
    candidate: code,
    x: min,
    x2: max,
    y: lane + LANE / 2 - 4,
    y2: lane + LANE / 2 + 4,
  }));
  const dots = places.flatMap(({ own: { code, covered }, lane }) =>
    covered === undefined ? [] : [{ candidate: code, x: covered, y: lane + LANE / 2 }],
  );
  return [
    layers.areas(bands, { opacity: 0.2 }),
    layers.areas(bars),
    layers.points(dots, { shape: "circle", color: style.theme.text, size: 110 }),
  ];
}
