import { Ranking, rangeOf } from "./ranking";
import type { Room } from "./room";

/**
 * Of any K of N stations at least K + n − N are among the n covered ones, and at most all of them.
 * Whatever the K stations are, a sum over j covered ones lies between the sums of the j smallest and of
 * the j largest values; the other K − j are missing, and add what so many missing stations can hold.
 */
export interface Overlap {
  /** Stations that the claim covers. */
  readonly claimed: number;
  /** The fewest and the most of them that can be covered by a tally. */
  readonly least: number;
  readonly most: number;
}

/** Sums of the smallest and of the largest values, and how many are below 0. */
export interface Sums {
  readonly negative: number;
  readonly length: number;
  readonly smallest: (number: number) => bigint;
  readonly largest: (number: number) => bigint;
}

/** An end of what the claim's stations can have, and of which choice of them it is. */
export interface Extreme {
  /** So many covered stations, their sum, and the most votes at the missing ones beside them. */
  readonly taken: number;
  readonly sum: bigint;
  readonly added: number;
  /** All of it: what each missing vote changes is in the units of the sum. */
  readonly value: bigint;
}

/** The most over all choices of stations, when each missing vote adds `gain`, which is 0 or more. */
export function mostOf(sums: Sums, overlap: Overlap, gain: bigint, room: Room): Extreme {
  return best(overlap, sums.length - sums.negative, room, (taken, added) => {
    const sum = sums.largest(taken);
    return { sum, value: sum + gain * BigInt(added) };
  });
}

/** The least, when each missing vote takes `loss` away, which is 0 or more. */
export function leastOf(sums: Sums, overlap: Overlap, loss: bigint, room: Room): Extreme {
  const found = best(overlap, sums.negative, room, (taken, added) => {
    const sum = sums.smallest(taken);
    return { sum, value: loss * BigInt(added) - sum };
  });
  return { ...found, value: -found.value };
}

/**
 * More covered stations help while their values do, or do no harm, of which there are `helping`; and each leaves one
 * missing station less. Both the sums of the largest values and the room bend downwards, so does their
 * sum: it rises up to its highest point and falls from there on.
 */
function best(
  { claimed, least, most }: Overlap,
  helping: number,
  room: Room,
  of: (taken: number, added: number) => { readonly sum: bigint; readonly value: bigint },
): Extreme {
  const at = (taken: number): Extreme => {
    const added = room.at(claimed - taken);
    return { taken, added, ...of(taken, added) };
  };
  let high = Math.min(Math.max(least, helping), most);
  // With all covered there is no missing vote; with one missing station perhaps all of them.
  if (high === claimed && high > least) {
    const [without, last] = [at(high), between(least, high - 1, room, claimed, at)];
    return last.value > without.value ? last : without;
  }
  return between(least, high, room, claimed, at);
}

function between(
  least: number,
  most: number,
  room: Room,
  claimed: number,
  at: (taken: number) => Extreme,
): Extreme {
  let [low, high] = [least, most];
  // Where fewer missing stations hold as many votes, nothing is gained by more of them.
  if (room.at(claimed - high) === room.at(claimed - low)) return at(high);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (at(middle + 1).value > at(middle).value) low = middle + 1;
    else high = middle;
  }
  return at(low);
}

/** A range of values so small that each can be counted. */
const COUNTABLE = 1 << 16;

export function sumsOf(values: Int32Array): Sums {
  const { low, high } = rangeOf(values);
  if (high - low >= COUNTABLE) return rankedSums(new Ranking(Math.max(high, -low), values));
  const counts = new Int32Array(high - low + 1);
  for (let at = 0; at < values.length; at++) counts[values[at]! - low]!++;
  const sumOf = (number: number, from: number, step: 1 | -1) => {
    let [sum, left] = [0, number];
    for (let value = from; left > 0; value += step) {
      const taken = Math.min(counts[value - low]!, left);
      sum += taken * value;
      left -= taken;
    }
    return BigInt(sum);
  };
  let negative = 0;
  for (let value = low; value < 0; value++) negative += counts[value - low]!;
  return {
    negative,
    length: values.length,
    smallest: (number) => sumOf(number, low, 1),
    largest: (number) => sumOf(number, high, -1),
  };
}

/** Sums of `scale · votes − share · valid votes`. */
export function weighedSums(
  votes: Int32Array,
  valid: Int32Array,
  { share, scale }: Fraction,
): Sums {
  const { high: largest } = rangeOf(valid);
  // Floats hold integers exactly up to 2^53, and are much faster: usually that is enough.
  if (2n * BigInt(largest) * scale * BigInt(votes.length) < BigInt(Number.MAX_SAFE_INTEGER)) {
    const limit = Number(scale) * largest;
    return rankedSums(new Ranking(limit, votes, valid, Number(share), Number(scale)));
  }
  return largeSums(
    Array.from(votes, (number, at) => scale * BigInt(number) - share * BigInt(valid[at]!)),
  );
}

/** For integers whose sums floats hold exactly. */
function rankedSums(ranking: Ranking): Sums {
  const { length } = ranking;
  // The same numbers of stations are asked for under every roll.
  const known = new Map<number, bigint>();
  const smallest = (number: number) => {
    if (!known.has(number)) known.set(number, BigInt(ranking.sumOfSmallest(number)));
    return known.get(number)!;
  };
  return {
    negative: ranking.below(0, false),
    length,
    smallest,
    largest: (number) => smallest(length) - smallest(length - number),
  };
}

/** The same for values of any size. */
export function largeSums(values: readonly bigint[]): Sums {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  let sum = 0n;
  const upTo = [sum, ...sorted.map((value) => (sum += value))];
  return {
    negative: sorted.filter((value) => value < 0n).length,
    length: sorted.length,
    smallest: (number) => upTo[number]!,
    largest: (number) => sum - upTo[sorted.length - number]!,
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
