import type { Style } from "./chart";
import { TEXT } from "./frame";
import { type Axis, type Layers, pixelOf } from "./layers";
import type { SharesOf } from "./shares-data";
import type { Lane, Line } from "./shares-lanes";
import { lines, shorten, twoLines, widthOf } from "./text";

/** Height of a line with a name, and of the lane of what is counted and possible, in pixels. */
export const HEAD = 21;
export const LANE = 22;

/** A candidate, what stands above, the top of the first lane, and the lanes of the claims. */
export interface Place {
  readonly own: SharesOf;
  readonly names: readonly Line[];
  /** On the right beside the name, or below it where there is no room. */
  readonly figures: readonly Line[];
  readonly lane: number;
  readonly lanes: readonly Lane[];
}

/** The name of a candidate with the counted share, and below it, where compact, all that is possible. */
export function headOf({ code, name, ...own }: SharesOf, compact: boolean, style: Style) {
  const { words, locale, width } = style;
  const room = width - 8;
  const { covered, coveredShare, possible } = own;
  const share = covered === undefined ? "" : words.covered(locale.share(coveredShare));
  const title = `${code} · ${name}`;
  if (!compact)
    return {
      names: [shorten(title, room - widthOf(share, TEXT) - 12, TEXT, true)],
      figures: [share],
    };
  const between = isSettled(own, style)
    ? ""
    : words.possible(locale.share(possible.min), locale.share(possible.max));
  return {
    names: twoLines(title, room, TEXT, true),
    figures: lines([share, between].filter((text) => text !== "").join(", "), room, TEXT),
  };
}

/** Whether nothing but the counted share is possible, as printed: it is said once then. */
const isSettled = (
  { covered, coveredShare, possible }: Pick<SharesOf, "covered" | "coveredShare" | "possible">,
  { locale }: Style,
) =>
  covered !== undefined &&
  [possible.min, possible.max].every((share) => locale.share(share) === locale.share(coveredShare));

/** Names and counted shares above; what is possible beside the bar, or above it, too. */
export function textLayers(
  places: readonly Place[],
  layers: Layers,
  axis: Axis,
  compact: boolean,
  style: Style,
): object[] {
  const names = places.flatMap((place) => place.names);
  const figures = places.flatMap((place) => place.figures);
  return [
    layers.texts(names, { fontWeight: "bold" }, 0),
    ...(compact
      ? [layers.texts(figures, {}, 0)]
      : [
          layers.texts(figures, { align: "right" }, style.width - 8),
          ...endLayers(places, layers, axis, style),
        ]),
  ];
}

/** The ends of what is possible beside the bar; both on the right where the left has no room. */
function endLayers(places: readonly Place[], layers: Layers, axis: Axis, style: Style): object[] {
  const { words, locale, theme } = style;
  const open = places.filter(({ own }) => !isSettled(own, style));
  const ends = open.map(({ own: { possible, min, max }, lane }) => {
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
      ends.map(({ y, min, least }) => ({ x: min, y, label: least })),
      { align: "right", dx: -7, color: theme.muted },
    ),
    layers.texts(
      ends.map(({ y, max, most }) => ({ x: max, y, label: most })),
      { dx: 7, color: theme.muted },
    ),
  ];
}
