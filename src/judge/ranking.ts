/** Buckets by which values are told apart before any is compared with another. */
const BUCKETS = 4096;

/** The bucket of what has no value. */
const NONE = BUCKETS;

/**
 * Values by rank, without sorting them all: each is put into one of many buckets of equal width, and
 * only the bucket in which a rank falls is sorted. Only the buckets are kept, and each value is worked
 * out when it is needed: of a million stations the values take up more memory than their counts. Sums
 * are exact for integers up to 2^53 in all.
 */
export class Ranking {
  /** How many have a value. */
  length = 0;
  readonly #bucketOf: Uint16Array;
  readonly #counts = new Int32Array(BUCKETS);
  readonly #perWidth: number;

  /**
   * The values are the parts; or of each its share of the whole, where there is a whole; or, weighed,
   * `scale` times the part less `share` times the whole.
   *
   * @param limit the largest number that any is likely to be, or to be below 0; others crowd at the ends
   */
  constructor(
    limit: number,
    private readonly parts: Int32Array,
    private readonly wholes?: Int32Array,
    private readonly share = 0,
    private readonly scale = 0,
  ) {
    const bucketOf = new Uint16Array(parts.length);
    const counts = this.#counts;
    const perWidth = BUCKETS / 2 / (limit || 1);
    for (let at = 0; at < parts.length; at++) {
      const bucket = bucketAt(this.#value(at), perWidth);
      bucketOf[at] = bucket;
      if (bucket === NONE) continue;
      counts[bucket]!++;
      this.length++;
    }
    this.#bucketOf = bucketOf;
    this.#perWidth = perWidth;
  }

  #value(at: number): number {
    const part = this.parts[at]!;
    if (this.wholes === undefined) return part;
    const whole = this.wholes[at]!;
    return this.scale === 0 ? part / whole : this.scale * part - this.share * whole;
  }

  /** The value with so many values at or before it in order, from 1; undefined where there is none. */
  atRank(rank: number): number | undefined {
    let before = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = this.#counts[bucket]!;
      if (before + count >= rank && count > 0) return this.#inOrder(bucket)[rank - before - 1];
      before += count;
    }
    return undefined;
  }

  /** How many values are below this one, or, if `orEqual`, at most this one. */
  below(value: number, orEqual: boolean): number {
    const last = bucketAt(value, this.#perWidth);
    let before = 0;
    for (let bucket = 0; bucket < last; bucket++) before += this.#counts[bucket]!;
    const isBelow = (each: number) => each < value || (orEqual && each === value);
    return before + this.#inOrder(last).filter(isBelow).length;
  }

  sumOfSmallest(number: number): number {
    const bucketOf = this.#bucketOf;
    // The bucket in which the last of them is: all values in those before it count.
    let [last, before] = [0, 0];
    while (last < BUCKETS && before + this.#counts[last]! <= number)
      before += this.#counts[last++]!;
    let sum = 0;
    for (let at = 0; at < bucketOf.length; at++) if (bucketOf[at]! < last) sum += this.#value(at);
    if (last < BUCKETS)
      for (const value of this.#inOrder(last).subarray(0, number - before)) sum += value;
    return sum;
  }

  #inOrder(bucket: number): Float64Array {
    const bucketOf = this.#bucketOf;
    const found = new Float64Array(this.#counts[bucket]!);
    let next = 0;
    for (let at = 0; at < bucketOf.length; at++)
      if (bucketOf[at] === bucket) found[next++] = this.#value(at);
    return found.sort();
  }
}

/** Nothing of nothing is no share. */
const bucketAt = (value: number, perWidth: number) =>
  Number.isNaN(value)
    ? NONE
    : Math.max(0, Math.min(BUCKETS - 1, Math.floor(value * perWidth) + BUCKETS / 2));

/** The smallest and the largest of the values and 0. */
export function rangeOf(values: Int32Array) {
  let [low, high] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return { low, high };
}
