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
  /** How many are in the buckets before each. */
  readonly #before = new Int32Array(BUCKETS + 2);
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
    const before = this.#before;
    const perWidth = BUCKETS / 2 / (limit || 1);
    const bucketOf = new Uint16Array(parts.length);
    for (let at = 0; at < bucketOf.length; at++) {
      const bucket = bucketAt(valueOf(at, parts, wholes, share, scale), perWidth);
      bucketOf[at] = bucket;
      before[bucket + 1]!++;
    }
    this.length = parts.length - before[NONE + 1]!;
    for (let bucket = 1; bucket < before.length; bucket++) before[bucket]! += before[bucket - 1]!;
    this.#bucketOf = bucketOf;
    this.#perWidth = perWidth;
  }

  #value(at: number): number {
    return valueOf(at, this.parts, this.wholes, this.share, this.scale);
  }

  /** The value with so many values at or before it in order, from 1; undefined where there is none. */
  atRank(rank: number): number | undefined {
    if (rank > this.length) return undefined;
    const bucket = this.#bucketWith(rank);
    return this.#inOrder(bucket)[rank - this.#before[bucket]! - 1];
  }

  /** How many values are below this one, or, if `orEqual`, at most this one. */
  below(value: number, orEqual: boolean): number {
    const end = BUCKETS / this.#perWidth;
    const last = bucketAt(Math.max(-end, Math.min(end, value)), this.#perWidth);
    const here = this.#inOrder(last);
    return (
      this.#before[last]! + here.filter((each) => (orEqual ? each <= value : each < value)).length
    );
  }

  sumOfSmallest(number: number): number {
    const bucketOf = this.#bucketOf;
    // The bucket in which the last of them is: all values in those before it count.
    const last = this.#bucketWith(number);
    let sum = 0;
    for (let at = 0; at < bucketOf.length; at++) if (bucketOf[at]! < last) sum += this.#value(at);
    const here = this.#inOrder(last).subarray(0, number - this.#before[last]!);
    for (const value of here) sum += value;
    return sum;
  }

  /** The bucket of the value with that rank. */
  #bucketWith(rank: number): number {
    let bucket = 0;
    while (this.#before[bucket + 1]! < rank) bucket++;
    return bucket;
  }

  #inOrder(bucket: number): Float64Array {
    const bucketOf = this.#bucketOf;
    const found = new Float64Array(this.#before[bucket + 1]! - this.#before[bucket]!);
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
