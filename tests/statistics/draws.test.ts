// Drawn numbers against the distributions that they are of: χ² of 100,000 draws over the values that
// can be expected ten times; the seeds are fixed, so nothing here is left to chance.
import { expect, test } from "vitest";
import { binomialChance } from "../../src/statistics/binomial";
import { chiSquareUpper, normalUpper } from "../../src/statistics/chi-square";
import { drawBinomial, drawGamma, drawNormal } from "../../src/statistics/draws";
import { gammaUpper } from "../../src/statistics/gamma";
import { Random } from "../../src/statistics/random";

const DRAWS = 100000;

/** The p-value of the counts of cells, the chance of each being known. */
function fit(counts: readonly number[], chances: readonly number[]): number {
  let [value, cells] = [0, 0];
  for (const [at, chance] of chances.entries()) {
    if (chance * DRAWS < 10) continue;
    value += (counts[at]! - chance * DRAWS) ** 2 / (chance * DRAWS);
    cells++;
  }
  return chiSquareUpper(value, cells - 1);
}

test.each([
  [400, 0.67],
  [400, 0.002],
  [37, 0.5],
  [1200, 0.31],
  [25, 0.4],
])("binomial of %i and %f", (n, p) => {
  const random = new Random(`binomial ${n} ${p}`);
  const counts = Array.from({ length: n + 1 }, () => 0);
  for (let draw = 0; draw < DRAWS; draw++) counts[drawBinomial(random, n, p)]!++;
  expect(
    fit(
      counts,
      counts.map((_, k) => binomialChance(k, n, p)),
    ),
  ).toBeGreaterThan(0.001);
});

test("binomial at the ends", () => {
  const random = new Random("ends");
  expect(drawBinomial(random, 10, 0)).toBe(0);
  expect(drawBinomial(random, 10, 1)).toBe(10);
  expect(drawBinomial(random, 0, 0.5)).toBe(0);
});

const inTwentieths = (upper: (x: number) => number, draw: () => number) => {
  const counts = Array.from({ length: 20 }, () => 0);
  for (let at = 0; at < DRAWS; at++) counts[Math.min(19, Math.floor(20 * upper(draw())))]!++;
  return fit(
    counts,
    counts.map(() => 1 / 20),
  );
};

test.each([0.3, 1, 4.2, 900])("gamma of shape %f", (shape) => {
  const random = new Random(`gamma ${shape}`);
  const value = inTwentieths(
    (x) => gammaUpper(shape, x),
    () => drawGamma(random, shape),
  );
  expect(value).toBeGreaterThan(0.001);
});

test("normal", () => {
  const random = new Random("normal");
  expect(inTwentieths(normalUpper, () => drawNormal(random))).toBeGreaterThan(0.001);
});
