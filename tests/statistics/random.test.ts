import { expect, test } from "vitest";
import { Random } from "../../src/statistics/random";

test("xoshiro128**: the first numbers from the state 1, 2, 3, 4, computed apart in exact integers", () => {
  const random = new Random(Int32Array.of(1, 2, 3, 4));
  expect(Array.from({ length: 10 }, () => random.next())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ]);
});

test("a seed repeats, another gives other numbers", () => {
  const numbers = (seed: string) => {
    const random = new Random(seed);
    return Array.from({ length: 5 }, () => random.uniform());
  };
  expect(numbers("2024-07-28")).toEqual(numbers("2024-07-28"));
  expect(numbers("2024-07-28")).not.toEqual(numbers("2024-07-29"));
});

test("uniform and below stay within their bounds, and are even", () => {
  const random = new Random("even");
  const counts = new Int32Array(6);
  let sum = 0;
  for (let drawn = 0; drawn < 60000; drawn++) {
    counts[random.below(6)]!++;
    const uniform = random.uniform();
    expect(uniform >= 0 && uniform < 1).toBe(true);
    sum += uniform;
  }
  // Five standard deviations.
  for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(5 * 91.3);
  expect(Math.abs(sum / 60000 - 0.5)).toBeLessThan(5 * 0.00118);
});
