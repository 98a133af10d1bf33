import type { Tallies } from "../../model/tallies";
import type { Verification } from "../../verification";
import type { Chart, Style } from "./chart";
import { briefly, coverage } from "./claims";
import { type Way, waysOf } from "./cumulative-data";
import { keyLayers, LEFT, NAMES, type Panel, panelLayers, panelsOf } from "./cumulative-panels";
import { specOf } from "./frame";
import { leaders } from "./leaders";
import { ticksBetween } from "./layers";
import { countAxis } from "./numbers";
import { percentOf } from "./shares-data";

/**
 * The two leaders' share as station after station is added, in the order of the file and in a random
 * one: whether a part of the stations shows the whole. Each has a panel that is fitted to its share, of
 * the same height in points. `undefined` for less than two stations.
 */
export function cumulativeChart(
  verification: Verification,
  tallies: Tallies,
  style: Style,
): Chart | undefined {
  const { count } = verification;
  if (tallies.length < 2 || count.validVotes === 0) return undefined;
  const { words, locale, width } = style;
  const places = leaders(count);
  const ways = waysOf(tallies, places);
  const top = places.map((index) => {
    const { code, share } = count.candidates[index]!;
    const own = ways.filter(({ candidate }) => candidate === code);
    return { code, share, final: percentOf(share), ways: own };
  });
  const { panels, height } = panelsOf(top);
  const pixels = width - 8 - LEFT - NAMES;
  const axis = {
    domain: [0, tallies.length] as const,
    range: [0, pixels] as const,
    ticks: ticksBetween(0, tallies.length, pixels, 60),
    ...countAxis(words.stationsAdded, tallies.length, style),
  };
  const names = words.list(top.map(({ code }) => briefly(code)));
  const steadyIn = (order: string) =>
    Math.max(...ways.filter((way) => way.order === order).map(({ steady }) => steady));
  const steady = steadyIn("file");
  const all = locale.count(tallies.length);
  const title = words.steady(names, top.length === 1, locale.count(steady), all);
  const key = words.cumulativeKey(locale.count(steadyIn("random")));
  const description = [
    `${title}.`,
    key,
    coverage(verification, style),
    ...panels.flatMap((panel) => panel.ways.map((way) => inWords(panel, way, all, style))),
    words.cumulativeCaution,
  ].join(" ");
  return {
    name: "cumulative",
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: key,
        description,
        height,
        left: LEFT,
        ownScales: true,
        layer: [
          ...panels.flatMap((panel, rank) => panelLayers(panel, rank, steady, axis, style)),
          ...keyLayers(height, axis, style),
        ],
      },
      style,
    ),
  };
}

const inWords = (
  { share }: Panel,
  { candidate, order, steady }: Way,
  all: string,
  { words, locale }: Style,
) => words.steadyInWords(briefly(candidate), locale.share(share), order, locale.count(steady), all);
