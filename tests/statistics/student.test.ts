import { expect, test } from "vitest";
import { studentQuantile } from "../../src/statistics/student";

test("quantiles of Student's distribution are SciPy's", () => {
  // scipy.stats.t.ppf(p, df); R's ci_t in the vectors of the ratio holds the same against R.
  const expected: [number, number, number][] = [
    [0.975, 1, 12.7062047361747],
    [0.975, 2, 4.30265272974946],
    [0.975, 14, 2.1447866879178],
    [0.975, 197, 1.9720790337785],
    [0.995, 5, 4.03214298355523],
    [0.9, 3, 1.63774435369621],
  ];
  for (const [p, degrees, t] of expected) expect(studentQuantile(p, degrees)).toBeCloseTo(t, 11);
  expect(studentQuantile(0.025, 14)).toBe(-studentQuantile(0.975, 14));
});

test("the two ways agree where they meet", () => {
  expect(studentQuantile(0.975, 2001)).toBeCloseTo(1.9611502326224413, 12);
  for (const p of [0.6, 0.9, 0.975, 0.999])
    expect(studentQuantile(p, 2000)).toBeCloseTo(studentQuantile(p, 2001), 5);
  expect(studentQuantile(0.975, 1e9)).toBeCloseTo(1.959963984540054, 8);
});
