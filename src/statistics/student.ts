import { normalQuantile } from "./normal";

/** Above so many degrees of freedom the expansion is exact to all digits. */
const MANY = 2000;

/**
 * The t below which a variable of Student's distribution with `degrees` of freedom, a whole number,
 * lies with probability p, 0 < p < 1. By the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4;
 * with many degrees of freedom by the expansion 26.7.5.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  if (degrees > MANY) return expanded(normalQuantile(p), degrees);
  // The normal quantile is too small: double the upper end until it is not.
  let low = 0;
  let high = Math.max(1, normalQuantile(p));
  while (studentBelow(high, degrees) < p) [low, high] = [high, 2 * high];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
    if (studentBelow(middle, degrees) < p) low = middle;
    else high = middle;
  return high;
}

/** The probability of less than t, for t of 0 or more. */
function studentBelow(t: number, degrees: number): number {
  const angle = Math.atan2(t, Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < degrees; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return (1 + within) / 2;
}

function expanded(z: number, n: number): number {
  const square = z * z;
  const first = (square + 1) / 4;
  const second = ((5 * square + 16) * square + 3) / 96;
  const third = (((3 * square + 19) * square + 17) * square - 15) / 384;
  const fourth = ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160;
  return z * (1 + (first + (second + (third + fourth / n) / n) / n) / n);
}
