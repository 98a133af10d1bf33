import { chiSquareMedian, chiSquareUpper } from "../../statistics/chi-square";
import type { Groups } from "../groups";

/** Whether the stations of each centre voted alike. */
export interface Homogeneity {
  /** Centres that could be tested: two stations or more, and a vote for and against. */
  readonly centres: Int32Array;
  readonly chiSquares: Float64Array;
  readonly degrees: Int32Array;
  /** Σχ² / Σ degrees. */
  readonly phi: number;
  /** The same by the median over centres, which a few odd centres cannot move; 1 at least. */
  readonly robustPhi: number;
}

/**
 * χ² of each centre's stations by the categories: how far each station's votes are from the centre's
 * shares. Voters of a centre are told apart by surname or number, so φ is near 1 where nothing is odd.
 */
export function homogeneity(
  { count, starts, members }: Groups,
  categories: readonly Int32Array[],
): Homogeneity {
  const centres = new Int32Array(count);
  const chiSquares = new Float64Array(count);
  const degrees = new Int32Array(count);
  let tested = 0;
  for (let centre = 0; centre < count; centre++) {
    const [from, to] = [starts[centre]!, starts[centre + 1]!];
    if (to - from < 2) continue;
    const [value, free] = ofCentre(categories, members, from, to);
    if (free === 0) continue;
    centres[tested] = centre;
    chiSquares[tested] = value;
    degrees[tested++] = free;
  }
  const kept = {
    centres: centres.slice(0, tested),
    chiSquares: chiSquares.slice(0, tested),
    degrees: degrees.slice(0, tested),
  };
  return { ...kept, ...dispersion(kept.chiSquares, kept.degrees) };
}

function ofCentre(
  categories: readonly Int32Array[],
  members: Int32Array,
  from: number,
  to: number,
): [chiSquare: number, degrees: number] {
  let [all, present, used] = [0, 0, 0];
  for (let at = from; at < to; at++) {
    let own = 0;
    for (const votes of categories) own += Math.max(0, votes[members[at]!]!);
    all += own;
    if (own > 0) present++;
  }
  if (present < 2) return [0, 0];
  let value = 0;
  for (const votes of categories) {
    let total = 0;
    for (let at = from; at < to; at++) total += Math.max(0, votes[members[at]!]!);
    if (total === 0) continue;
    used++;
    for (let at = from; at < to; at++) {
      const station = members[at]!;
      let own = 0;
      for (const other of categories) own += Math.max(0, other[station]!);
      const expected = (own * total) / all;
      if (expected > 0) value += (votes[station]! - expected) ** 2 / expected;
    }
  }
  return [value, (present - 1) * (used - 1)];
}

function dispersion(chiSquares: Float64Array, degrees: Int32Array) {
  if (chiSquares.length === 0) return { phi: 1, robustPhi: 1 };
  const sum = (values: ArrayLike<number>) =>
    Array.prototype.reduce.call(values, (total, value) => (total as number) + (value as number), 0);
  const ratios = chiSquares.map((value, at) => value / chiSquareMedian(degrees[at]!)).sort();
  const half = ratios.length >> 1;
  const median = ratios.length % 2 === 1 ? ratios[half]! : (ratios[half - 1]! + ratios[half]!) / 2;
  return {
    phi: (sum(chiSquares) as number) / (sum(degrees) as number),
    // Below 1 there is less scatter than chance makes: taken as 1, lest every centre look odd.
    robustPhi: Math.max(1, median),
  };
}

/** The chance of each centre's χ² or more, after φ. */
export const centreChances = ({ chiSquares, degrees }: Homogeneity, phi: number): Float64Array =>
  chiSquares.map((value, at) => chiSquareUpper(value / phi, degrees[at]!));
