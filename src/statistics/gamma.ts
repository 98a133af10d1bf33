// The gamma function and the incomplete one, to about thirteen digits, tails included.

const TWO_PI = 2 * Math.PI;

/**
 * What Stirling's formula lacks of log x!: log x! − (x + ½) log x + x − ½ log 2π, for x > 0. After
 * Loader 2000, "Fast and accurate computation of binomial probabilities".
 */
export function stirlingError(x: number): number {
  // Below 16 the series has too few digits: one step up at a time.
  if (x < 16) return stirlingError(x + 1) + (x + 0.5) * Math.log1p(1 / x) - 1;
  const square = x * x;
  const tail = 1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square;
  return (1 / 12 - (1 / 360 - (1 / 1260 - tail / square) / square) / square) / x;
}

/** log Γ(x) for x > 0. */
export const logGamma = (x: number): number =>
  (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(TWO_PI) + stirlingError(x);

/** x log(x / mean) + mean − x, without the digits that would cancel where x is near the mean. */
export function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const off = (x - mean) / (x + mean);
  if (Math.abs(off) > 0.1) return x * Math.log(x / mean) + mean - x;
  let power = 2 * x * off;
  let sum = (x - mean) * off;
  for (let odd = 3; ; odd += 2) {
    power *= off * off;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * The upper incomplete gamma function over Γ(shape): the chance that a gamma variable of this shape and
 * scale 1 is above x, for shape > 0 and x ≥ 0. Series below the mean, continued fraction (Lentz) above,
 * so that small tails keep their digits.
 */
export function gammaUpper(shape: number, x: number): number {
  if (x <= 0) return 1;
  // x^shape e^−x / Γ(shape + 1), as Loader writes the Poisson density.
  const density = Math.exp(-stirlingError(shape) - deviance(shape, x)) / Math.sqrt(TWO_PI * shape);
  return x < shape + 1
    ? 1 - density * lowerSeries(shape, x)
    : density * shape * upperFraction(shape, x);
}

function lowerSeries(shape: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let at = 1; term > sum * 1e-17; at++) {
    term *= x / (shape + at);
    sum += term;
  }
  return sum;
}

function upperFraction(shape: number, x: number): number {
  let below = x + 1 - shape;
  let [c, d] = [1e300, 1 / below];
  let fraction = d;
  for (let at = 1; at < 100000; at++) {
    const above = -at * (at - shape);
    below += 2;
    d = 1 / (above * d + below);
    c = below + above / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction;
}
