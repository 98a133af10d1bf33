import fc from "fast-check";
import { expect, test } from "vitest";
import { compareShares, formatShare } from "../../src/index";

test("a half is rounded up from the exact ratio, not from a float", () => {
  // 1.005 is below 1.005 as a float, and 8.345 / 1 too.
  expect(formatShare({ votes: 1005, outOf: 100000 })).toBe("1.01 %");
  expect(formatShare({ votes: 1004999999, outOf: 100000000000 })).toBe("1.00 %");
  expect(formatShare({ votes: 0, outOf: 0 })).toBe("–");
  expect(formatShare({ votes: 2, outOf: 3 }, 0)).toBe("67 %");
});

test("shares are ordered as fractions are", () => {
  const count = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const [x, y] = [
        { votes: a, outOf: b },
        { votes: c, outOf: d },
      ];
      expect(compareShares(x, y)).toBe(-compareShares(y, x) || 0);
      const product = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
      expect(compareShares(x, y)).toBe(product > 0n ? 1 : product < 0n ? -1 : 0);
    }),
  );
  expect(() => compareShares({ votes: 0, outOf: 0 }, { votes: 1, outOf: 2 })).toThrow(
    /share of no/,
  );
});
