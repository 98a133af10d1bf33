import { chiSquareUpper, normalBothSides } from "../../statistics/chi-square";

/** Which counts a test of digits takes: those from here up. A test of the family takes all. */
export interface DigitOptions {
  /**
   * The least count that is taken; 0 unless given. Anything else cuts the counts next to their most
   * frequent ones, which alone makes the digits uneven: false alarms of 68 % on clean elections.
   */
  readonly least?: number;
}

/** How often each last digit is there, beside a tenth each. */
export interface LastDigits {
  readonly counts: Int32Array;
  readonly n: number;
  readonly mean: number;
  readonly chiSquare: number;
  readonly p: number;
}

/** Last digits of counts against a tenth each, χ² with 9 degrees of freedom. */
export function lastDigits(values: Int32Array, { least = 0 }: DigitOptions = {}): LastDigits {
  const counts = new Int32Array(10);
  for (const value of values) if (value >= least) counts[value % 10]!++;
  const n = sum(counts);
  const mean = counts.reduce((total, count, digit) => total + count * digit, 0) / n;
  const chiSquare = chiSquareOf(
    counts,
    Array.from(counts, () => n / 10),
  );
  return { counts, n, mean, chiSquare, p: chiSquareUpper(chiSquare, 9) };
}

/** How often the last two digits are the same, neighbours (9 and 0 too), or neither. */
export interface FinalPairs {
  readonly n: number;
  readonly repeated: number;
  readonly adjacent: number;
  readonly other: number;
  readonly chiSquare: number;
  readonly p: number;
}

/** Kind of each pair of last digits, 00 to 99: 0 repeated, 1 adjacent, 2 other. */
const PAIR_KINDS = Uint8Array.from({ length: 100 }, (_, pair) => {
  const apart = Math.abs(Math.floor(pair / 10) - (pair % 10));
  return apart === 0 ? 0 : apart === 1 || apart === 9 ? 1 : 2;
});

/**
 * Pairs of last digits against 0.1, 0.2 and 0.7 (Beber and Scacco 2012: who invents numbers repeats
 * digits too seldom), χ² with 2 degrees of freedom. A count below ten has 0 for its tens.
 */
export function finalPairs(values: Int32Array, { least = 0 }: DigitOptions = {}): FinalPairs {
  const counts = new Int32Array(3);
  for (const value of values) if (value >= least) counts[PAIR_KINDS[value % 100]!]!++;
  const [repeated, adjacent, other] = counts as unknown as [number, number, number];
  const n = repeated + adjacent + other;
  const chiSquare = chiSquareOf(counts, [0.1 * n, 0.2 * n, 0.7 * n]);
  return { n, repeated, adjacent, other, chiSquare, p: chiSquareUpper(chiSquare, 2) };
}

/** How many of n numbers end in 0 or 5. */
export interface ZerosAndFives {
  readonly n: number;
  readonly count: number;
  readonly z: number;
  /** On both sides. */
  readonly p: number;
}

/** Counts that end in 0 or 5 against a fifth (C05s of the election forensics toolkit), as a normal z. */
export function zerosAndFives(values: Int32Array, { least = 0 }: DigitOptions = {}): ZerosAndFives {
  let [n, count] = [0, 0];
  for (const value of values) {
    if (value < least || value < 0) continue;
    n++;
    if (value % 5 === 0) count++;
  }
  return againstAFifth(count, n);
}

export function againstAFifth(count: number, n: number): ZerosAndFives {
  const z = n === 0 ? 0 : (count - n / 5) / Math.sqrt(0.16 * n);
  return { n, count, z, p: normalBothSides(z) };
}

export function chiSquareOf(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < counts.length; at++)
    if (expected[at]! > 0) total += (counts[at]! - expected[at]!) ** 2 / expected[at]!;
  return total;
}

const sum = (values: Int32Array) => values.reduce((total, value) => total + value, 0);
