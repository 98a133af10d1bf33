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
  readonly length: number;
  readonly #bucketOf: Uint16Array;
  readonly #counts = new Int32Array(BUCKETS + 1);
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
    const counts = this.#counts;
    const perWidth = BUCKETS / 2 / (limit || 1);
    const bucketOf = new Uint16Array(parts.length);
    for (let at = 0; at < bucketOf.length; at++) {
      const bucket = bucketAt(valueOf(at, parts, wholes, share, scale), perWidth);
      bucketOf[at] = bucket;
      counts[bucket]!++;
    }
    this.#bucketOf = bucketOf;
    this.#perWidth = perWidth;
    this.length = parts.length - counts[NONE]!;
  }

  #value(at: number): number {
    return valueOf(at, this.parts, this.wholes, this.share, this.scale);
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
    const end = BUCKETS / this.#perWidth;
    const last = bucketAt(Math.max(-end, Math.min(end, value)), this.#perWidth);
    let before = 0;
    for (let bucket = 0; bucket < last; bucket++) before += this.#counts[bucket]!;
    const here = this.#inOrder(last);
    return before + here.filter((each) => (orEqual ? each <= value : each < value)).length;
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
    // The engine finds few among many in a quarter of the time of a loop.
    let at = -1;
    for (let next = 0; next < found.length; next++) {
      at = bucketOf.indexOf(bucket, at + 1);
      found[next] = this.#value(at);
    }
    return found.sort();
  }
}

function valueOf(
  at: number,
  parts: Int32Array,
  wholes: Int32Array | undefined,
  share: number,
  scale: number,
): number {
  const part = parts[at]!;
  if (wholes === undefined) return part;
  const whole = wholes[at]!;
  return scale === 0 ? part / whole : scale * part - share * whole;
}

/** For numbers that are not above a hundred thousand times the limit. */
function bucketAt(value: number, perWidth: number): number {
  // Nothing of nothing is no share, and has no value.
  if (value !== value) return NONE;
  const bucket = (value * perWidth + BUCKETS / 2) | 0;
  return bucket < 0 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}

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
