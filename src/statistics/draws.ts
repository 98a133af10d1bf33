import { stirlingError } from "./gamma";
import type { Random } from "./random";

/** Numbers drawn from distributions. The same generator gives the same numbers everywhere. */

/** A standard normal number: Marsaglia's polar method, of which one of the two numbers is used. */
export function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    const square = x * x + y * y;
    if (square < 1 && square > 0) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A gamma number of this shape and scale 1: Marsaglia and Tsang 2000. */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = random.uniform();
    if (u < 1 - 0.0331 * x * x * x * x) return d * v;
    if (u > 0 && Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** Below this mean, counting up from 0 is quicker than rejection. */
const SMALL_MEAN = 10;

/** How many of n tries succeed that each succeed with chance p. */
export function drawBinomial(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p);
  return n * p < SMALL_MEAN ? byInversion(random, n, p) : byRejection(random, n, p);
}

function byInversion(random: Random, n: number, p: number): number {
  const odds = p / (1 - p);
  for (;;) {
    let chance = Math.exp(n * Math.log1p(-p));
    let left = random.uniform();
    for (let k = 0; k <= n; k++) {
      if (left < chance) return k;
      left -= chance;
      chance *= ((n - k) / (k + 1)) * odds;
    }
    // The chances sum to a little less than 1 in floating point: once more.
  }
}

/** Transformed rejection with squeeze: Hörmann 1993, algorithm BTRS. For n p of 10 or more. */
function byRejection(random: Random, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const best = 0.92 - 4.2 / b;
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= best) return k;
    const alpha = (2.83 + 5.1 / b) * spread;
    const height = Math.log((v * alpha) / (a / (us * us) + b));
    const mode = Math.floor((n + 1) * p);
    const odds = p / (1 - p);
    if (height <= logFactorials(n, mode) - logFactorials(n, k) + (k - mode) * Math.log(odds))
      return k;
  }
}

/** log k! (n − k)! */
const logFactorials = (n: number, k: number) => logFactorial(k) + logFactorial(n - k);

const logFactorial = (k: number) =>
  k === 0 ? 0 : (k + 0.5) * Math.log(k) - k + 0.9189385332046727 + stirlingErrorOf(k);

/** Stirling errors of small whole numbers, which take longest to work out. */
const SMALL_ERRORS = Float64Array.from({ length: 16 }, (_, k) => (k === 0 ? 0 : stirlingError(k)));

const stirlingErrorOf = (k: number) => (k < 16 ? SMALL_ERRORS[k]! : stirlingError(k));
