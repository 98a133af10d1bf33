import type { Tallies } from "../../model/tallies";
import type { Verification } from "../../verification";
import type { Chart, Style } from "./chart";
import { briefly, coverage } from "./claims";
import { waysOf } from "./cumulative-data";
import { specOf, TEXT } from "./frame";
import { leaders } from "./leaders";
import { Layers, ticksBetween } from "./layers";
import { percentOf } from "./shares-data";
import { shorten } from "./text";
import { CANDIDATE_COLORS } from "./theme";

const HEIGHT = 260;
/** Room for the names at the right end. */
const NAMES = 104;
/** Room for the numbers at the left. */
const LEFT = 34;

/**
 * The two leaders' share as station after station is added, in the order of the file and in a random
 * one: whether a part of the stations shows the whole. `undefined` for less than two stations.
 */
export function cumulativeChart(
  verification: Verification,
  tallies: Tallies,
  style: Style,
): Chart | undefined {
  const { count } = verification;
  if (tallies.length < 2 || count.validVotes === 0) return undefined;
  const { words, locale, width } = style;
  const top = leaders(count).map((index, rank) => ({
    ...count.candidates[index]!,
    index,
    color: CANDIDATE_COLORS[rank]!,
    final: percentOf(count.candidates[index]!.share),
  }));
  const ways = waysOf(
    tallies,
    top.map(({ index }) => index),
  );
  const most = Math.min(
    100,
    Math.ceil(
      (Math.max(...ways.flatMap(({ steps }) => steps.map(({ share }) => share))) + 1) / 10,
    ) * 10,
  );
  const axis = {
    domain: [0, tallies.length] as const,
    range: [0, width - 8 - LEFT - NAMES] as const,
    title: words.stationsAdded,
    ticks: ticksBetween(0, tallies.length, width - 8 - LEFT - NAMES, 60),
  };
  const layers = new Layers(axis, HEIGHT, {
    most,
    ticks: ticksBetween(0, most, HEIGHT, 50),
  });
  const names = words.list(top.map(({ code }) => briefly(code)));
  const steadyIn = (order: string) =>
    locale.count(
      Math.max(...ways.filter((way) => way.order === order).map(({ steady }) => steady)),
    );
  const title = words.steady(names, top.length === 1, steadyIn("file"), steadyIn("random"));
  const description = [
    `${title}.`,
    coverage(verification, style),
    ...ways.map(({ candidate, order, steady }) =>
      words.steadyInWords(
        briefly(candidate),
        locale.share(top.find(({ code }) => code === candidate)!.share),
        order,
        locale.count(steady),
        locale.count(tallies.length),
      ),
    ),
    words.cumulativeCaution,
  ].join(" ");
  const colorOf = (candidate: string) => top.find(({ code }) => code === candidate)!.color;
  const end = axis.range[1] + 8;
  return {
    name: "cumulative",
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: words.cumulativeKey(names),
        description,
        height: HEIGHT,
        left: LEFT,
        layer: [
          ...top.map(({ final, color }) =>
            layers.areas([{ x: 0, x2: tallies.length, y: final - 1, y2: final + 1 }], {
              color,
              opacity: 0.25,
            }),
          ),
          ...top.map(({ code, final, color }) =>
            layers.spans([{ candidate: code, x: 0, x2: tallies.length, y: final }], {
              color,
              strokeWidth: 1,
              strokeDash: [4, 3],
            }),
          ),
          ...ways.map(({ candidate, order, steps }) =>
            layers.path(
              steps.map(({ stations, share }) => ({ candidate, order, x: stations, y: share })),
              { color: colorOf(candidate), strokeWidth: order === "file" ? 2.5 : 1.25 },
            ),
          ),
          ...apart(top, most).flatMap(({ code, share, y }) => [
            layers.texts(
              [{ y, label: shorten(code, NAMES - 16, TEXT, true) }],
              { fontWeight: "bold", dy: -8 },
              end,
            ),
            layers.texts([{ y, label: locale.share(share) }], { dy: 8 }, end),
          ]),
        ],
      },
      style,
    ),
  };
}

/** Names beside final shares, moved up and down where they would cover each other. */
function apart<T extends { readonly final: number }>(
  [first, second]: readonly T[],
  most: number,
): (T & { readonly y: number })[] {
  if (first === undefined) return [];
  if (second === undefined) return [{ ...first, y: first.final }];
  const lacking = Math.max(0, (36 / HEIGHT) * most - (first.final - second.final)) / 2;
  return [
    { ...first, y: first.final + lacking },
    { ...second, y: second.final - lacking },
  ];
}
