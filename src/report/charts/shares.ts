import type { Verification } from "../../verification";
import type { Chart, Style } from "./chart";
import { coverage } from "./claims";
import { specOf } from "./frame";
import { type Axis, Layers, ticksBetween } from "./layers";
import { type SharesOf, sharesOf } from "./shares-data";
import { claimLanes, isNarrow, laneOf } from "./shares-lanes";
import { claimLayers } from "./shares-marks";
import { HEAD, LANE, type Place, textLayers } from "./shares-texts";
import { sharesInWords, sharesTitle } from "./shares-words";

/** Pixels between candidates. */
const GAP = 16;
/** Room for the ends of what is possible, left and right of the axis; or half of an axis label. */
const endOf = (style: Style) => (isNarrow(style) ? 14 : 70);

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
  const { places, height } = placesOf(candidates, style);
  const axis = axisOf(candidates, style);
  const layers = new Layers(axis, height);
  const lanes = places.flatMap(({ own, lane }) => claimLanes(own, lane + LANE, axis, style));
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
          ...(lanes.some(({ elsewhere }) => elsewhere) ? [style.words.elsewhereKey] : []),
        ].join(" "),
        description,
        height,
        layer: [
          ...rangeLayers(places, layers, style),
          ...claimLayers(lanes, layers),
          ...textLayers(places, layers, axis, style),
        ],
      },
      style,
    ),
  };
}

function placesOf(
  candidates: readonly SharesOf[],
  style: Style,
): { places: Place[]; height: number } {
  let top = 0;
  const places = candidates.map((own) => {
    const head = isNarrow(style) ? 2 * HEAD : HEAD;
    const place = { own, head: top, lane: top + head };
    top += head + LANE + laneOf(style) * own.claims.length + GAP;
    return place;
  });
  return { places, height: top - GAP + 6 };
}

function axisOf(candidates: readonly SharesOf[], style: Style): Axis {
  const { words, width } = style;
  const end = endOf(style);
  const values = candidates.flatMap(({ max, claims }) => [max, ...claims.map(({ high }) => high)]);
  const most = Math.min(100, Math.ceil(Math.max(...values, 1) / 10) * 10);
  return {
    domain: [0, most],
    range: [end, width - 8 - end],
    title: words.ofValidVotes,
    ticks: ticksBetween(0, most, width - 8 - 2 * end, 40),
  };
}

/** Behind the lanes of claims on all stations a band: what lies beside it is not possible. */
function rangeLayers(places: readonly Place[], layers: Layers, style: Style): object[] {
  const bands = places.map(({ own: { code, min, max, claims }, lane }) => {
    const whole = claims.filter(({ partial }) => !partial).length;
    return { candidate: code, x: min, x2: max, y: lane, y2: lane + LANE + laneOf(style) * whole };
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
