import { binomialChanceOf } from "../../statistics/binomial";
import { normalUpper } from "../../statistics/chi-square";
import { againstAFifth, type ZerosAndFives } from "./digits";

/** Whether k of n, in percent, is within 0.05 of a whole number: exact, in integers. */
export function isNearWhole(k: number, n: number): boolean {
  const rest = (100 * k) % n;
  return 20 * Math.min(rest, n - rest) <= n;
}

/** A table of this many numbers for each n is kept; larger stations are rare and worked out each time. */
const LARGEST_KEPT = 4096;

/**
 * The chance that a binomial number of n, expected at k, is near a whole percentage. A table is kept,
 * since a thousand simulated elections ask for the same pairs again and again.
 */
export class WholeChances {
  readonly #tables = new Map<number, Float64Array>();

  of(k: number, n: number): number {
    if (n > LARGEST_KEPT) return chanceOfWhole(k, n);
    let table = this.#tables.get(n);
    if (table === undefined) this.#tables.set(n, (table = new Float64Array(n + 1).fill(-1)));
    const known = table[k]!;
    return known >= 0 ? known : (table[k] = chanceOfWhole(k, n));
  }
}

const chanceOfWhole = (k: number, n: number) =>
  k === 0 || k === n ? 1 : binomialChanceOf(n, k / n, (other) => isNearWhole(other, n));

/** Stations whose percentage is within 0.05 of a whole one, beside how many are expected. */
export interface WholePercentages {
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
  readonly sd: number;
  readonly z: number;
  /** Of so many or more, in the normal limit. */
  readonly p: number;
}

/** Stations of fewer ballots say little of percentages; shares above are whole by being nearly all. */
const LEAST_WHOLE = 100;
const MOST_PERCENT = 99;

/**
 * Whole percentages after Kobak, Shpilkin and Pshenichnikov 2016, with the exact binomial null in place
 * of their simulation: each station's number is binomial around what it is.
 */
export function wholePercentages(
  part: Int32Array,
  whole: Int32Array,
  chances = new WholeChances(),
): WholePercentages {
  let [n, observed, expected, variance] = [0, 0, 0, 0];
  for (let at = 0; at < part.length; at++) {
    const [k, all] = [part[at]!, whole[at]!];
    if (k < 0 || all < LEAST_WHOLE || k > all || 100 * k > MOST_PERCENT * all) continue;
    n++;
    if (isNearWhole(k, all)) observed++;
    const chance = chances.of(k, all);
    expected += chance;
    variance += chance * (1 - chance);
  }
  const sd = Math.sqrt(variance);
  const z = sd === 0 ? 0 : (observed - expected) / sd;
  return { n, observed, expected, sd, z, p: sd === 0 ? 1 : normalUpper(z) };
}

/** What becomes of a percentage that lies exactly between two whole ones. */
export type TieRule = "half-up" | "half-even";

/** Rounded percentages that end in 0 or 5, and how many lay exactly between two whole numbers. */
export interface RoundedZerosAndFives extends ZerosAndFives {
  readonly ties: number;
}

/** Percentages, rounded in integers, that end in 0 or 5 against a fifth (P05s). */
export function roundedZerosAndFives(
  part: Int32Array,
  whole: Int32Array,
  rule: TieRule = "half-up",
): RoundedZerosAndFives {
  let [n, count, ties] = [0, 0, 0];
  for (let at = 0; at < part.length; at++) {
    const [k, all] = [part[at]!, whole[at]!];
    if (k < 0 || all <= 0) continue;
    n++;
    const below = Math.floor((100 * k) / all);
    const rest = 100 * k - below * all;
    const isTie = 2 * rest === all;
    if (isTie) ties++;
    const isUp = isTie ? rule === "half-up" || below % 2 === 1 : 2 * rest > all;
    if ((below + (isUp ? 1 : 0)) % 5 === 0) count++;
  }
  return { ...againstAFifth(count, n), ties };
}
