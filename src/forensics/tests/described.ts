import { chiSquareUpper, normalBothSides } from "../../statistics/chi-square";
import { chiSquareOf } from "./digits";

// Statistics that are much cited, and described here, since the null that they are held against is
// false of every real election: no flag is made of them.

/** A statistic, and the p-value that is usually given with it. */
export interface Described {
  readonly n: number;
  readonly value: number;
  readonly usual: number;
  readonly p: number;
}

/** Benford's law of the second digit: Σ log10(1 + 1/(10 i + j)) over the first digits i. */
export const BENFORD_SECOND = Array.from({ length: 10 }, (_, second) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9].reduce(
    (sum, first) => sum + Math.log10(1 + 1 / (10 * first + second)),
    0,
  ),
);

const BENFORD_MEAN = BENFORD_SECOND.reduce((sum, chance, digit) => sum + digit * chance, 0);

/** Mean second digit of counts of ten or more; p is of χ² with 9 degrees of freedom. */
export function secondDigits(values: Int32Array): Described & {
  readonly counts: Int32Array;
  readonly chiSquare: number;
} {
  const counts = new Int32Array(10);
  for (const value of values) if (value >= 10) counts[secondDigitOf(value)]!++;
  const n = counts.reduce((sum, count) => sum + count, 0);
  const value = counts.reduce((sum, count, digit) => sum + count * digit, 0) / Math.max(1, n);
  const chiSquare = chiSquareOf(
    counts,
    BENFORD_SECOND.map((chance) => chance * n),
  );
  return { n, value, usual: BENFORD_MEAN, counts, chiSquare, p: chiSquareUpper(chiSquare, 9) };
}

function secondDigitOf(value: number): number {
  let rest = value;
  while (rest >= 100) rest = Math.floor(rest / 10);
  return rest % 10;
}

/** Mean, standard deviation, skewness and kurtosis of shares: of the population, kurtosis not less 3. */
export function moments(shares: Float64Array) {
  const n = shares.length;
  const mean = shares.reduce((sum, share) => sum + share, 0) / n;
  const central = (power: number) =>
    shares.reduce((sum, share) => sum + (share - mean) ** power, 0) / n;
  const sd = Math.sqrt(central(2));
  return { n, mean, sd, skewness: central(3) / sd ** 3, kurtosis: central(4) / sd ** 4 };
}

export function skewness(shares: Float64Array): Described {
  const { n, skewness: value } = moments(shares);
  return { n, value, usual: 0, p: normalBothSides(value / Math.sqrt(6 / n)) };
}

export function kurtosis(shares: Float64Array): Described {
  const { n, kurtosis: value } = moments(shares);
  return { n, value, usual: 3, p: normalBothSides((value - 3) / Math.sqrt(24 / n)) };
}

/** Correlation of two shares over stations; p in the normal limit. */
export function correlation(x: Float64Array, y: Float64Array): Described {
  const n = x.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / n;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const [dx, dy] = [x[at]! - meanX, y[at]! - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  const value = xx * yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
  return { n, value, usual: 0, p: normalBothSides(value * Math.sqrt(n)) };
}

/**
 * Votes of a candidate beyond the ratio to all others that holds at the most frequent turnout, over the
 * stations of higher turnout (after Shpilkin 2011; turnout in classes of one point). Undefined without
 * such stations. The ratio would have to be the same at every turnout: where a candidate is stronger in
 * places that vote more, or less, for whatever reason, there is "excess" without a single vote amiss.
 */
export function excessVotes(
  own: Int32Array,
  valid: Int32Array,
  ballots: Int32Array,
  registered: Int32Array,
): number | undefined {
  const [ours, others, stations] = [0, 1, 2].map(() => new Float64Array(102));
  for (let at = 0; at < own.length; at++) {
    if (ballots[at]! < 0 || registered[at]! <= 0) continue;
    const turnout = Math.min(101, Math.floor((100 * ballots[at]!) / registered[at]!));
    ours![turnout]! += own[at]!;
    others![turnout]! += valid[at]! - own[at]!;
    stations![turnout]!++;
  }
  const mode = stations!.indexOf(Math.max(...stations!));
  if (others![mode] === 0) return undefined;
  const ratio = ours![mode]! / others![mode]!;
  let excess = 0;
  for (let turnout = mode + 1; turnout < 102; turnout++)
    excess += ours![turnout]! - ratio * others![turnout]!;
  return excess;
}
