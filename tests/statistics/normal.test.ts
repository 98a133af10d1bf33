import { expect, test } from "vitest";
import { normalQuantile } from "../../src/statistics/normal";

test.each([
  // Wichura 1988, the three figures he gives to check an implementation.
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.26234008979841],
  // R 4.3, qnorm(0.975, 0.995).
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489],
  [0.5, 0],
])("the quantile of %d is %d", (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 13);
});
