import type { Verification } from "../../verification";
import type { Chart, Style } from "./chart";
import { coverage } from "./claims";
import { LINE, specOf, TEXT } from "./frame";
import { type Axis, Layers, ticksBetween } from "./layers";
import { type Measure, measuresOf } from "./remainder-data";
import { barLayers, type MeasureRow, textLayers } from "./remainder-rows";
import { measureInWords, remainderInWords, remainderTitle } from "./remainder-words";
import { lines } from "./text";

/** Pixels of a bar, and from it to the next claim. */
const BAR = 16;
const GAP = 14;
/** Half of an axis label hangs over each end. */
const MARGIN = 24;

/**
 * How many missing votes each claim needs, beside how many can exist; to the left of zero what it has
 * too many of already. `undefined` where no claim has either.
 */
export function remainderChart(verification: Verification, style: Style): Chart | undefined {
  const measures = measuresOf(verification, style);
  if (measures.length === 0) return undefined;
  const { words, locale } = style;
  const room = verification.remainder.maxValidVotes;
  const title = remainderTitle(measures, room, style);
  const description = remainderInWords(verification, measures, title, style);
  const { rows, height } = rowsOf(measures, style);
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
          room === 0 ? words.noRoom : words.room(locale.count(room)),
          ...(measures.some(({ kind }) => kind === "excess") ? [words.excessKey] : []),
        ].join(" "),
        description,
        height,
        layer: [...barLayers(rows, layers), ...textLayers(rows, layers, style)],
      },
      style,
    ),
  };
}

function rowsOf(measures: readonly Measure[], style: Style) {
  let top = 0;
  const rows = measures.map((measure): MeasureRow => {
    const text = `${measureInWords(measure, style)} – ${style.words.outcomes[measure.outcome]}`;
    const broken = lines(text, style.width - 8, TEXT);
    const y = top + LINE * (1 + broken.length) + 2;
    const row = { measure, top, lines: broken, bar: { y, y2: y + BAR } };
    top = y + BAR + GAP;
    return row;
  });
  return { rows, height: top - GAP + 8 };
}

function axisOf(measures: readonly Measure[], room: number, { words, width }: Style): Axis {
  const ends = measures.map(({ kind, votes }) => (kind === "excess" ? -votes : votes));
  const [least, most] = [Math.min(0, ...ends), Math.max(1, room, ...ends)];
  const range = [least < 0 ? MARGIN : 6, width - 8 - MARGIN] as const;
  return {
    domain: [least, most],
    range,
    title: words.missingVotes,
    ticks: ticksBetween(least, most, range[1] - range[0], 48),
  };
}
