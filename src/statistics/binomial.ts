import { deviance, stirlingError } from "./gamma";

/**
 * The chance of exactly k successes in n tries that each succeed with chance p, to about fourteen
 * digits: Loader's saddle-point form, as R's dbinom.
 */
export function binomialChance(k: number, n: number, p: number): number {
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** The chance that a binomial number of successes is one that `counts`, summed from the mode outwards. */
export function binomialChanceOf(n: number, p: number, counts: (k: number) => boolean): number {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const top = binomialChance(mode, n, p);
  const odds = p / (1 - p);
  let sum = counts(mode) ? top : 0;
  let chance = top;
  for (let k = mode; k < n && chance > 1e-18; k++) {
    chance *= ((n - k) / (k + 1)) * odds;
    if (counts(k + 1)) sum += chance;
  }
  chance = top;
  for (let k = mode; k > 0 && chance > 1e-18; k--) {
    chance *= k / (n - k + 1) / odds;
    if (counts(k - 1)) sum += chance;
  }
  return sum;
}
