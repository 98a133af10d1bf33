import type { Style } from "./chart";
import { TEXT } from "./frame";
import { type Axis, type Layers, pixelOf } from "./layers";
import type { SharesOf } from "./shares-data";
import { isNarrow } from "./shares-lanes";
import { shorten, widthOf } from "./text";

/** Height of a line with a name, and of the lane of what is counted and possible, in pixels. */
export const HEAD = 21;
export const LANE = 22;

/** A candidate, the top of the line with the name, and the top of the first lane. */
export interface Place {
  readonly own: SharesOf;
  readonly head: number;
  readonly lane: number;
}

/** Names and counted shares above; what is possible beside the bar, or above it, too. */
export function textLayers(
  places: readonly Place[],
  layers: Layers,
  axis: Axis,
  style: Style,
): object[] {
  const { words, locale, width, theme } = style;
  const right = width - 8;
  const heads = places.map(({ own: { code, name, covered, coveredShare }, head }) => {
    const share = covered === undefined ? "" : words.covered(locale.share(coveredShare));
    const room = right - widthOf(share, TEXT) - 12;
    return { y: head + HEAD / 2, share, name: shorten(`${code} · ${name}`, room, TEXT, true) };
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
    ...(isNarrow(style)
      ? [
          layers.texts(
            places.map(({ own: { possible }, head }) => ({
              y: head + 1.5 * HEAD,
              label: words.possible(locale.share(possible.min), locale.share(possible.max)),
            })),
            { color: theme.muted },
            0,
          ),
        ]
      : endLayers(places, layers, axis, style)),
  ];
}

/** The ends of what is possible beside the bar; both on the right where the left has no room. */
function endLayers(
  places: readonly Place[],
  layers: Layers,
  axis: Axis,
  { words, locale, theme }: Style,
): object[] {
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
      ends.map(({ y, min, least }) => ({ x: min, y, label: least })),
      { align: "right", dx: -7, color: theme.muted },
    ),
    layers.texts(
      ends.map(({ y, max, most }) => ({ x: max, y, label: most })),
      { dx: 7, color: theme.muted },
    ),
  ];
}
