import type { Layers } from "./layers";
import { APART, type Lane } from "./shares-lanes";

/** From the middle of a mark to the line below it: a line through it would change its shape. */
const BELOW = 9;

/**
 * A claim's figure as a mark, hollow for part of the stations, and below it what its digits stand for
 * as a line.
 */
export function claimLayers(lanes: readonly Lane[], layers: Layers): object[] {
  const intervals = lanes.map(({ claim, candidate, low, high, y, color }) => ({
    claim,
    candidate,
    x: low,
    x2: high,
    y: y + BELOW,
    color,
  }));
  const marks = (partial: boolean) =>
    lanes
      .filter((lane) => lane.partial === partial)
      .map(({ claim, candidate, value, y, color, shape }) => ({
        claim,
        candidate,
        x: value,
        y,
        color,
        shape,
      }));
  const labels = (["left", "right"] as const).flatMap((side) =>
    [true, false].map((bold) =>
      layers.texts(
        lanes
          .filter((lane) => lane[side] !== "" && lane.bold === bold)
          .map(({ claim, candidate, value, y, [side]: label }) => ({
            claim,
            candidate,
            x: value,
            y,
            label,
          })),
        {
          align: side === "right" ? "left" : "right",
          dx: side === "right" ? APART : -APART,
          fontWeight: bold ? "bold" : "normal",
        },
      ),
    ),
  );
  const names = [true, false].map((bold) =>
    layers.texts(
      lanes
        .filter((lane) => lane.bold === bold)
        .flatMap(({ claim, candidate, above }) =>
          above.map((line) => ({ claim, candidate, ...line })),
        ),
      { fontWeight: bold ? "bold" : "normal" },
      0,
    ),
  );
  return [
    layers.spans(intervals, { strokeWidth: 2 }),
    layers.points(marks(false)),
    layers.points(marks(true), { filled: false, strokeWidth: 2 }),
    ...labels,
    ...names,
  ];
}
