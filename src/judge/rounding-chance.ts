import { Exact } from "../model/share";
import type { RoundingWays } from "../words/kinds";
import type { RoundedCount } from "./rounding";

export interface Chance {
  readonly favourable: string;
  readonly outOf: string;
  readonly probability: number;
  /** What is counted, in words. */
  readonly ways: RoundingWays;
}

/** How rare it is that counts are rounded percentages, by enumerating all that are. */
export function chanceOf(total: number, counts: readonly RoundedCount[], decimals: number): Chance {
  const complete = counts.length <= 3 && sumOf(counts) === BigInt(total);
  const parts = complete ? counts : [...counts].sort((a, b) => b.votes - a.votes).slice(0, 2);
  const halfUp = roundValues(total, decimals, false);
  // The sets are nested, so that taking the smallest one with these counts keeps the chance honest.
  const values = parts.every(({ votes }) => halfUp.includes(votes))
    ? halfUp
    : roundValues(total, decimals, true);
  const all = BigInt(total);
  const pairs = ((all + 1n) * (all + 2n)) / 2n;
  const chance = (favourable: number, outOf: bigint, ways: RoundingWays): Chance => ({
    favourable: `${favourable}`,
    outOf: `${outOf}`,
    probability: new Exact(favourable).div(`${outOf}`).toNumber(),
    ways,
  });
  if (complete && parts.length === 3) {
    const steps = Number(stepsOf(decimals));
    const isEven = values.length === steps + 1 && total >= 2 * steps;
    return chance((isEven ? threesOfSteps : threesAddingTo)(values, total), pairs, "three");
  }
  // The second of two counts that make up the total is no free choice: there are fewer divisions.
  if (complete) return chance(addingTo(values, total), all + 1n, "two");
  return chance(within(values, total), pairs, counts.length === 2 ? "pair" : "largest");
}

/** The counts from 0 to `total` that are rounded percentages, each once, smallest first. */
function roundValues(total: number, decimals: number, eitherWay: boolean): Float64Array {
  const steps = Number(stepsOf(decimals));
  const values: number[] = [];
  const add = (value: number) => {
    if (values.length === 0 || value > values.at(-1)!) values.push(value);
  };
  // Of the votes that each step has in whole votes, and the rest: both exact, however many there are.
  const [each, rest] = [Math.floor(total / steps), total % steps];
  for (let step = 0; step <= steps; step++) {
    const doubled = 2 * step * rest;
    const value = step * each + Math.floor((doubled + steps) / (2 * steps));
    if (eitherWay && doubled % (2 * steps) === steps) add(value - 1);
    add(value);
  }
  return Float64Array.from(values);
}

/** Ordered pairs of the values that add up to `sum`; distinct and ascending, so two ends meet. */
function addingTo(values: Float64Array, sum: number): number {
  let found = 0;
  let low = 0;
  let high = values.length - 1;
  while (low <= high) {
    // A difference and not a sum: sums of two counts may be too large to be exact.
    const rest = sum - values[low]!;
    if (values[high]! > rest) high--;
    else if (values[high]! < rest) low++;
    else found += low++ === high-- ? 1 : 2;
  }
  return found;
}

/** Ordered threes of the values that add up to `sum`: each is found once in order, and counted as often as it can be ordered. */
function threesAddingTo(values: Float64Array, sum: number): number {
  let found = 0;
  let last = values.length - 1;
  for (let first = 0; first < values.length; first++) {
    const rest = sum - values[first]!;
    while (last >= 0 && values[last]! > rest) last--;
    for (let low = first, high = last; low <= high; low++) {
      const need = rest - values[low]!;
      while (high > low && values[high]! > need) high--;
      if (values[high] !== need) continue;
      const equal = (first === low ? 1 : 0) + (low === high ? 1 : 0);
      found += equal === 0 ? 6 : equal === 1 ? 3 : 1;
    }
  }
  return found;
}

/**
 * The same for one value at each of equal steps, two votes apart or more, without looking at every
 * three. Roundings of three steps come to one and a half votes at most, so only steps that make the
 * whole can add up to `sum`, and those that do not are off by one vote: their squares count them. Exact,
 * as for ten thousand steps all that is added up stays below 2^53.
 */
function threesOfSteps(values: Float64Array, sum: number): number {
  const steps = values.length - 1;
  const [each, rest] = [Math.floor(sum / steps), sum % steps];
  // What rounding adds at each step, in so many parts of a vote as there are steps.
  const added = values.map((value, step) => steps * (value - step * each) - step * rest);
  let total = 0;
  const upTo = added.map((own) => (total += own));
  let squares = 0;
  for (let step = 0; step <= steps; step++)
    squares += 3 * added[step]! ** 2 * (steps - step + 1) + 6 * added[step]! * upTo[steps - step]!;
  return ((steps + 1) * (steps + 2)) / 2 - squares / steps ** 2;
}

/** Ordered pairs of the values that add up to at most `most`. */
function within(values: Float64Array, most: number): number {
  let found = 0;
  let fitting = values.length;
  for (const first of values) {
    while (fitting > 0 && values[fitting - 1]! > most - first) fitting--;
    found += fitting;
  }
  return found;
}

/** Into how many steps percentages with so many decimals divide all votes: 1,000 for one. */
export const stepsOf = (decimals: number) => 100n * 10n ** BigInt(decimals);

/** a / b rounded to a whole number, a half up. */
export const roundUp = (a: bigint, b: bigint) => (2n * a + b) / (2n * b);

export const sumOf = (counts: readonly { readonly votes: number }[]) =>
  counts.reduce((sum, { votes }) => sum + BigInt(votes), 0n);
