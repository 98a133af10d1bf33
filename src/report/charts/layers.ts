import { RANGE_COLOR } from "./theme";

// Layers of a chart whose rows stand where the code puts them: `y` and `y2` are pixels from the top,
// `x` and `x2` are data on one shared axis.

export type Row = Readonly<Record<string, unknown>>;

/** The shared horizontal axis: data from `domain` on pixels of `range`. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly title: string;
  readonly ticks: readonly number[];
  /** What stands at a tick; by hand, since Vega writes `4M` in every language. */
  readonly label: (value: number) => string;
}

export const pixelOf = ({ domain, range }: Axis, value: number) =>
  range[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);

/** A vertical scale, where the height means something: data from `domain` on pixels of `range`. */
export interface Upright {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Of an axis on the left, what stands where; without, there is no axis. */
  readonly marks?: Pick<Axis, "ticks" | "label">;
}

/**
 * Layers that share the axis and a height; with an upright scale, `y` is data as well. No line of a grid
 * crosses the picture: it would strike through the labels, which say every number anyway.
 */
export class Layers {
  readonly #x;
  readonly #y;

  constructor(axis: Axis, height: number, upright?: Upright) {
    this.#x = {
      field: "x",
      type: "quantitative",
      scale: { domain: axis.domain, range: axis.range, nice: false, zero: false },
      axis: {
        title: axis.title,
        values: axis.ticks,
        labelExpr: labelled(axis),
        grid: false,
        ticks: true,
        domain: true,
        orient: "bottom",
      },
    };
    this.#y = {
      field: "y",
      type: "quantitative",
      scale: upright
        ? { domain: upright.domain, range: upright.range, nice: false, zero: false }
        : { domain: [0, height], range: [0, height], nice: false, zero: false },
      axis: upright?.marks
        ? {
            title: null,
            values: upright.marks.ticks,
            labelExpr: labelled(upright.marks),
            grid: false,
            orient: "left",
          }
        : null,
    };
  }

  /** Areas from `x`, `y` to `x2`, `y2`. */
  areas(values: readonly Row[], mark: Row = {}): object {
    return {
      data: { values },
      mark: { type: "rect", color: RANGE_COLOR, ...mark },
      encoding: {
        x: this.#x,
        x2: { field: "x2" },
        y: this.#y,
        y2: { field: "y2" },
        ...coloured(values),
      },
    };
  }

  /** Lines from `x` to `x2`. */
  spans(values: readonly Row[], mark: Row = {}): object {
    return {
      data: { values },
      mark: { type: "rule", color: RANGE_COLOR, ...mark },
      encoding: { x: this.#x, x2: { field: "x2" }, y: this.#y, ...coloured(values) },
    };
  }

  /** Lines from `y` to `y2`. */
  walls(values: readonly Row[], mark: Row = {}): object {
    return {
      data: { values },
      mark: { type: "rule", color: RANGE_COLOR, ...mark },
      encoding: { x: this.#x, y: this.#y, y2: { field: "y2" } },
    };
  }

  /** One line through all values. */
  path(values: readonly Row[], mark: Row = {}): object {
    return {
      data: { values },
      mark: { type: "line", ...mark },
      encoding: { x: this.#x, y: this.#y },
    };
  }

  /** Points; `color` and `shape` are in the data where they differ. */
  points(values: readonly Row[], mark: Row = {}): object {
    return {
      data: { values },
      mark: { type: "point", filled: true, opacity: 1, size: 90, ...mark },
      encoding: {
        x: this.#x,
        y: this.#y,
        ...coloured(values),
        ...(values.some(({ shape }) => shape)
          ? { shape: { field: "shape", type: "nominal", scale: null, legend: null } }
          : {}),
      },
    };
  }

  /** The text in `label`, at `x` unless it is given `at` a pixel. */
  texts(values: readonly Row[], mark: Row = {}, at?: number): object {
    return {
      data: { values },
      mark: { type: "text", align: "left", baseline: "middle", ...mark },
      encoding: {
        x: at === undefined ? this.#x : { value: at },
        y: this.#y,
        text: { field: "label", type: "nominal" },
      },
    };
  }
}

/** The labels as an expression of Vega: an object, and the value's place in it. */
const labelled = ({ ticks, label }: Pick<Axis, "ticks" | "label">) =>
  `${JSON.stringify(Object.fromEntries(ticks.map((tick) => [tick, label(tick)])))}[datum.value]`;

const coloured = (values: readonly Row[]) =>
  values.some(({ color }) => color)
    ? { color: { field: "color", type: "nominal", scale: null, legend: null } }
    : {};

/** Round numbers from `low` to `high` that stand at least `apart` pixels from each other. */
export function ticksBetween(low: number, high: number, pixels: number, apart: number): number[] {
  const rough = (apart / pixels) * (high - low);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].find((factor) => factor * power >= rough)! * power);
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step); at * step <= high; at++) ticks.push(at * step);
  return ticks;
}
