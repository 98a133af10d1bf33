import { gammaUpper } from "./gamma";
import { normalQuantile } from "./normal";

/** The chance that a χ² variable of so many degrees of freedom is above x. */
export const chiSquareUpper = (x: number, degrees: number): number =>
  gammaUpper(degrees / 2, x / 2);

const medians = new Map<number, number>();

/** The x that a χ² variable of so many degrees of freedom exceeds with chance ½. */
export function chiSquareMedian(degrees: number): number {
  const known = medians.get(degrees);
  if (known !== undefined) return known;
  // Halving from a bracket: the median lies between the degrees less 1 and the degrees.
  let [low, high] = [Math.max(0, degrees - 1), degrees];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (chiSquareUpper(middle, degrees) > 0.5) low = middle;
    else high = middle;
  }
  medians.set(degrees, high);
  return high;
}

/** The chance that a standard normal variable is above z. */
export const normalUpper = (z: number): number =>
  z >= 0 ? chiSquareUpper(z * z, 1) / 2 : 1 - chiSquareUpper(z * z, 1) / 2;

/** The chance that a standard normal variable is as far from 0 as z, on either side. */
export const normalBothSides = (z: number): number => chiSquareUpper(z * z, 1);

/** The z that a standard normal variable exceeds with this chance. */
export const normalAbove = (chance: number): number => -normalQuantile(chance);
