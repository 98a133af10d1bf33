// Expected values: SciPy 1.17 (chi2.sf, chi2.ppf, binom.pmf, gammaln, norm.sf, false_discovery_control).
import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialChance, binomialChanceOf } from "../../src/statistics/binomial";
import {
  chiSquareMedian,
  chiSquareUpper,
  normalAbove,
  normalUpper,
} from "../../src/statistics/chi-square";
import { logGamma } from "../../src/statistics/gamma";
import { benjaminiHochberg, holm } from "../../src/statistics/multiplicity";

/** Relative, since a tail of 1e-259 is near every number. */
const near = (value: number, expected: number, tolerance = 1e-11) =>
  expect(Math.abs(value / expected - 1), `${value} is ${expected}`).toBeLessThan(tolerance);

test.each([
  [1552.0243538767395, 99, 1.70179524312295e-259],
  [44.8384691991413, 1, 2.1397723376643472e-11],
  [0.1, 2, 0.951229424500714],
  [40.31958250497018, 9, 6.64945815558358e-6],
  [30000, 29500, 0.02019724410157001],
])("χ² of %f with %i degrees", (x, degrees, expected) => {
  near(chiSquareUpper(x, degrees), expected);
});

test("χ² with two degrees is an exponential, whatever x", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 700, noNaN: true }), (x) => {
      near(chiSquareUpper(x, 2), Math.exp(-x / 2), 1e-12);
    }),
  );
});

test("medians of χ²", () => {
  near(chiSquareMedian(1), 0.454936423119572);
  near(chiSquareMedian(2), 1.386294361119891);
  near(chiSquareMedian(9), 8.342832692252955);
  near(chiSquareMedian(99), 98.33413733447392);
});

test("log Γ", () => {
  near(logGamma(0.3), 1.0957979948180756);
  near(logGamma(1.5), -0.12078223763524526);
  near(logGamma(42), 114.03421178146169);
  near(logGamma(12345.6), 103959.18506616844);
});

test("the normal's tails, and back", () => {
  near(normalUpper(2.548917807004248), 0.005402888216341633);
  near(normalUpper(-1.2), 0.8849303297782918);
  near(normalUpper(9), 1.1285884059538324e-19);
  near(normalUpper(normalAbove(0.003)), 0.003);
});

test.each([
  [3, 10, 0.3, 0.2668279319999998],
  [450, 900, 0.51, 0.022208003842591913],
  [0, 400, 0.01, 0.0179505532750452],
  [2995, 3000, 0.998, 0.1607303124365658],
])("binomial: %i of %i at %f", (k, n, p, expected) => {
  near(binomialChance(k, n, p), expected);
});

test("a binomial number is some number, and even or odd", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, p) => {
        near(
          binomialChanceOf(n, p, () => true),
          1,
        );
        // (1 − 2p)^n is the chance of even less that of odd.
        const even = binomialChanceOf(n, p, (k) => k % 2 === 0);
        expect(Math.abs(even - (1 + (1 - 2 * p) ** n) / 2)).toBeLessThan(1e-11);
      },
    ),
  );
});

test("Holm by hand: 0.01, 0.04, 0.03 of three", () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  expect(holm([0.01], 20)).toEqual([0.2]);
});

test("Benjamini and Hochberg", () => {
  const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.2, 0.002]);
  for (const [at, value] of [0.025, 0.05, 0.05, 0.2, 0.01].entries()) near(adjusted[at]!, value);
});

test("adjusted values are never below the given ones, keep their order, and Holm's are the larger", () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(chances, (values) => {
      const [strict, lenient] = [holm(values), benjaminiHochberg(values)];
      for (const [at, value] of values.entries()) {
        expect(lenient[at]!).toBeGreaterThanOrEqual(value * (1 - 1e-12));
        expect(strict[at]!).toBeGreaterThanOrEqual(lenient[at]! * (1 - 1e-12));
        for (const [other, than] of values.entries())
          if (value < than) expect(strict[at]!).toBeLessThanOrEqual(strict[other]!);
      }
    }),
  );
});
