import type { Verification } from "../../verification";
import type { Chart, Style } from "./chart";
import { coverage } from "./claims";
import { LINE, specOf, TEXT } from "./frame";
import { type Axis, Layers, ticksBetween } from "./layers";
import { type Measure, measuresOf } from "./remainder-data";
import { barLayers, type MeasureRow, textLayers } from "./remainder-rows";
import { countAxis } from "./numbers";
import { measureInWords, remainderInWords, remainderTitle, standing } from "./remainder-words";
import { lines, twoLines } from "./text";

/** Pixels of a bar, and from it to the next claim. */
const BAR = 16;
const GAP = 14;
/** Half of an axis label hangs over each end. */
const MARGIN = 24;

/**
 * The votes in hand, how many missing ones each claim needs or has too many of already, and how many
 * there can be. `undefined` where no claim needs or has any.
 */
export function remainderChart(verification: Verification, style: Style): Chart | undefined {
  const measures = measuresOf(verification, style);
  if (measures.length === 0) return undefined;
  const { words } = style;
  const room = verification.remainder.maxValidVotes;
  const title = remainderTitle(measures, room, style);
  const description = remainderInWords(verification, measures, title, style);
  const { rows, height } = rowsOf(measures, room, style);
  const axis = axisOf(measures, room, style);
  const layers = new Layers(axis, height);
  return {
    name: "remainder",
    title,
    description,
    spec: specOf(
      {
        title,
        subtitle: [
          coverage(verification, style),
          words.remainderKey,
          ...(room === 0 ? [words.noRoom] : []),
        ].join(" "),
        description,
        height,
        layer: [...barLayers(rows, room, layers, style), ...textLayers(rows, layers, style)],
      },
      style,
    ),
  };
}

function rowsOf(measures: readonly Measure[], room: number, style: Style) {
  let top = 0;
  const rows = measures.map((measure): MeasureRow => {
    const text = `${measureInWords(measure, style)} – ${style.words.outcomes[measure.outcome]}`;
    const names = twoLines(measure.claim.name, style.width - 8, TEXT, true);
    const said = lines(text, style.width - 8, TEXT);
    const standsAt = lines(standing(measure, room, style), style.width - 8, TEXT);
    const y = top + LINE * (names.length + said.length + standsAt.length) + 4;
    const row = { measure, top, names, said, standsAt, bar: { y, y2: y + BAR } };
    top = y + BAR + GAP;
    return row;
  });
  return { rows, height: top - GAP + 8 };
}

function axisOf(measures: readonly Measure[], room: number, style: Style): Axis {
  const most = Math.max(
    1,
    ...measures.flatMap(({ kind, votes, inHand }) => [
      inHand + room,
      inHand + (kind === "need" ? votes : 0),
    ]),
  );
  const range = [6, style.width - 8 - MARGIN] as const;
  return {
    domain: [0, most],
    range,
    ticks: ticksBetween(0, most, range[1] - range[0], 60),
    ...countAxis(style.words.votes, most, style),
  };
}
