import type { Verification } from "../../verification";
import type { Chart, Style } from "./chart";
import { coverage } from "./claims";
import { specOf, TEXT } from "./frame";
import { type Axis, Layers, pixelOf, ticksBetween } from "./layers";
import { type SharesOf, sharesOf } from "./shares-data";
import { claimLayers, claimLanes, laneOf } from "./shares-lanes";
import { sharesInWords, sharesTitle } from "./shares-words";
import { shorten, widthOf } from "./text";

/** Pixels between candidates, and of the line with a name. */
const GAP = 16;
const HEAD = 21;
/** Height of the lane of what is counted and possible. */
const LANE = 22;
/** Room for the ends of what is possible, left and right of the axis. */
const END = 62;

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
  const { places, height } = placesOf(candidates, laneOf(style));
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

/** A candidate, the top of the line with the name, and the top of the first lane. */
interface Place {
  readonly own: SharesOf;
  readonly head: number;
  readonly lane: number;
}

function placesOf(
  candidates: readonly SharesOf[],
  claimLane: number,
): { places: Place[]; height: number } {
  let top = 0;
  const places = candidates.map((own) => {
    const place = { own, head: top, lane: top + HEAD };
    top += HEAD + LANE + claimLane * own.claims.length + GAP;
    return place;
  });
  return { places, height: top - GAP + 6 };
}

function axisOf(candidates: readonly SharesOf[], { words, width }: Style): Axis {
  const values = candidates.flatMap(({ max, claims }) => [max, ...claims.map(({ high }) => high)]);
  const most = Math.min(100, Math.ceil(Math.max(...values, 1) / 10) * 10);
  return {
    domain: [0, most],
    range: [END, width - 8 - END],
    title: words.ofValidVotes,
    ticks: ticksBetween(0, most, width - 8 - 2 * END, 40),
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

/** Names and counted shares above, and the ends of what is possible beside the bar. */
function textLayers(
  places: readonly Place[],
  layers: Layers,
  axis: Axis,
  { words, locale, width, theme }: Style,
): object[] {
  const right = width - 8;
  const heads = places.map(({ own: { code, name, covered, coveredShare }, head }) => {
    const share = covered === undefined ? "" : words.covered(locale.share(coveredShare));
    const room = right - widthOf(share, TEXT) - 12;
    return { y: head + HEAD / 2, share, name: shorten(`${code} · ${name}`, room, TEXT, true) };
  });
  const ends = places.map(({ own: { possible, min, max }, lane }) => {
    const [least, most] = [locale.share(possible.min), locale.share(possible.max)];
    const fits = widthOf(least, TEXT) + 8 <= pixelOf(axis, min);
    return {
      y: lane + LANE / 2,
      min,
      max,
      least: fits ? least : "",
      most: fits ? most : words.between(least, most),
    };
  });
  return [
    layers.texts(
      heads.map(({ y, name }) => ({ y, label: name })),
      { fontWeight: "bold" },
      0,
    ),
    layers.texts(
      heads.map(({ y, share }) => ({ y, label: share })),
      { align: "right" },
      right,
    ),
    layers.texts(
      ends.map(({ y, min, least }) => ({ x: min, y, label: least })),
      { align: "right", dx: -7, color: theme.muted },
    ),
    layers.texts(
      ends.map(({ y, max, most }) => ({ x: max, y, label: most })),
      { dx: 7, color: theme.muted },
    ),
  ];
}
