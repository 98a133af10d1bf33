import { Ranking } from "./ranking";

/**
 * Of any K of N stations at least K + n − N are among the n covered ones, and at most all of them.
 * Whatever the K stations are, a sum over their covered part lies between the sums of the smallest and
 * of the largest values of so many covered stations.
 */
export interface Overlap {
  /** Stations that the claim covers. */
  readonly claimed: number;
  /** The fewest and the most of them that can be covered by a tally. */
  readonly least: number;
  readonly most: number;
}

/** The least and the most that a sum over the claim's covered stations can be. */
export interface Extremes {
  readonly least: bigint;
  readonly most: bigint;
}

/** A range of values so small that each can be counted. */
const COUNTABLE = 1 << 16;

/**
 * The smallest and the largest sum over `least` to `most` of the values: as few as must be taken, and
 * more while they help.
 */
export function extremes(values: Int32Array, overlap: Overlap): Extremes {
  let [low, high] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  if (high - low >= COUNTABLE) return floatExtremes(new Float64Array(values), overlap);
  const counts = new Int32Array(high - low + 1);
  for (let at = 0; at < values.length; at++) counts[values[at]! - low]!++;
  let [least, most, taken] = [0, 0, 0];
  for (let value = low; value <= high; value++) {
    const limit = value < 0 ? overlap.most : overlap.least;
    const number = Math.min(counts[value - low]!, Math.max(0, limit - taken));
    least += number * value;
    taken += number;
  }
  taken = 0;
  for (let value = high; value >= low; value--) {
    const limit = value > 0 ? overlap.most : overlap.least;
    const number = Math.min(counts[value - low]!, Math.max(0, limit - taken));
    most += number * value;
    taken += number;
  }
  return { least: BigInt(least), most: BigInt(most) };
}

/** Sums of `scale · votes − share · valid votes`. */
export function weighedExtremes(
  votes: Int32Array,
  valid: Int32Array,
  { share, scale }: Fraction,
  overlap: Overlap,
): Extremes {
  let largest = 0;
  for (let at = 0; at < valid.length; at++) if (valid[at]! > largest) largest = valid[at]!;
  // Floats hold integers exactly up to 2^53, and are much faster: usually that is enough.
  if (2n * BigInt(largest) * scale * BigInt(votes.length) < BigInt(Number.MAX_SAFE_INTEGER)) {
    const [part, whole] = [Number(share), Number(scale)];
    const values = new Float64Array(votes.length);
    for (let at = 0; at < values.length; at++) values[at] = whole * votes[at]! - part * valid[at]!;
    return floatExtremes(values, overlap);
  }
  const values = new BigInt64Array(votes.length);
  for (let at = 0; at < values.length; at++)
    values[at] = scale * BigInt(votes[at]!) - share * BigInt(valid[at]!);
  return largeExtremes(values, overlap);
}

/** For integers whose sums floats hold exactly. */
function floatExtremes(values: Float64Array, { least, most }: Overlap): Extremes {
  let [negative, positive] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    if (values[at]! < 0) negative++;
    else if (values[at]! > 0) positive++;
  }
  const ranking = new Ranking(values);
  const take = (helping: number) => Math.min(Math.max(least, helping), most);
  return {
    least: BigInt(ranking.sumOfSmallest(take(negative))),
    most: BigInt(ranking.sumOfLargest(take(positive))),
  };
}

/** The same for values of any size. */
export function largeExtremes(values: BigInt64Array, { least, most }: Overlap): Extremes {
  const sorted = values.sort();
  const sum = (part: BigInt64Array) => part.reduce((all, value) => all + value, 0n);
  const [first, last] = [sorted.slice(0, most), sorted.slice(sorted.length - most)];
  return {
    least: sum(first.filter((value, taken) => taken < least || value < 0n)),
    most: sum(last.filter((value, taken) => taken >= most - least || value > 0n)),
  };
}

/** A share as `share / scale`, in lowest powers of ten. */
export interface Fraction {
  readonly share: bigint;
  readonly scale: bigint;
}

export function fractionOf(share: bigint, of: bigint): Fraction {
  let [part, scale] = [share, of];
  while (scale > 1n && part % 10n === 0n) [part, scale] = [part / 10n, scale / 10n];
  return { share: part, scale };
}
