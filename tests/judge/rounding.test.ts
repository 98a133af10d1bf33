// Counts that are rounded percentages: against published numbers, and against listing every division.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundedCounts, roundedPercentages } from "../../src/judge/rounding";
import { venezuela2024 } from "../../src/elections/venezuela-2024";
import type { Claim } from "../../src/model/claim";
import { runs } from "../laws";

const claimOf = (figures: Partial<Claim>): Claim => ({
  id: "c",
  title: "t",
  by: "b",
  shares: { A: "50" },
  ...figures,
});

/** The first bulletin of Venezuela 2024: 51.2, 44.2 and 4.6 % of 10,058,774. */
const bulletin1 = claimOf({
  shares: { A: "51.20", B: "44.2" },
  votes: { A: 5150092, B: 4445978 },
  otherVotes: 462704,
});

// Expected numbers: Gelman's example (statmodeling.stat.columbia.edu, 31 July 2024) enumerated twice
// elsewhere, once by listing all divisions and once by counting residues.
describe("the first bulletin of Venezuela 2024", () => {
  test("three counts", () => {
    const check = roundedPercentages(bulletin1)!;
    expect(check).toMatchObject({
      claim: "c",
      decimals: 1,
      total: 10058774,
      flagged: true,
      favourable: "376479",
      outOf: "50589482279700",
    });
    expect(check.probability! / 7.441843304869507e-9).toBeCloseTo(1, 12);
    expect(check.counts).toEqual([
      { candidate: "A", votes: 5150092, percent: "51.2", residual: -0.288, rounded: true },
      { candidate: "B", votes: 4445978, percent: "44.2", residual: -0.108, rounded: true },
      { votes: 462704, percent: "4.6", residual: 0.396, rounded: true },
    ]);
    expect(check.reading).toBe(
      "The counts are exactly 51.2 %, 44.2 % and 4.6 % of 10,058,774, rounded to whole votes; " +
        "376,479 in 50,589,482,279,700 ways of dividing so many votes in three are like that " +
        "(7.4e-9). Votes worked out from rounded percentages look the same, so this says nothing " +
        "of the result itself.",
    );
  });

  test("two counts", () => {
    const { otherVotes: _, ...two } = bulletin1;
    const check = roundedPercentages({ ...two, validVotes: 10058774 })!;
    expect(check).toMatchObject({ favourable: "501499", outOf: "50589482279700", flagged: true });
    expect(check.probability! / 9.913107970295164e-9).toBeCloseTo(1, 12);
  });

  test("as the ready-made election has it, and its second bulletin is not flagged", () => {
    const checks = venezuela2024.claims.map((claim) => roundedPercentages(claim));
    const flagged = checks.filter((check) => check?.flagged).map((check) => check!.claim);
    expect(flagged).toEqual(["cne-bulletin-1"]);
    const second = checks.find((check) => check?.claim === "cne-bulletin-2")!;
    expect(second).toMatchObject({ decimals: 2, flagged: false });
    expect(second).not.toHaveProperty("probability");
    expect(second.reading).toMatch(/so the counts are not whole steps of 0\.01 %/);
  });
});

test("the second bulletin in steps of 0.1 points is the negative control", () => {
  const counts = roundedCounts(12335884, [6408844, 5326104], 1);
  expect(counts.map(({ residual }) => residual)).toEqual([-5815.68, -2997.888]);
  expect(counts.map(({ percent }) => percent)).toEqual(["52.0", "43.2"]);
  expect(counts.some(({ rounded }) => rounded)).toBe(false);
  const check = roundedPercentages(
    claimOf({
      shares: { A: "52.0", B: "43.18" },
      votes: { A: 6408844, B: 5326104 },
      validVotes: 12335884,
    }),
  );
  expect(check).toMatchObject({ decimals: 1, flagged: false });
  expect(check!.reading).toBe(
    "The count of A is 5,816 votes from 52.0 % of 12,335,884, so the counts are not whole steps of " +
      "0.1 %, as counted votes seldom are.",
  );
});

const vectors = new URL("../../../shared/vectors/deduction.json", import.meta.url);
describe.runIf(existsSync(vectors))("the shared vectors", () => {
  interface Vector {
    readonly id: string;
    readonly input: { readonly T: number; readonly counts: readonly number[] };
    readonly expected: Readonly<Record<string, number | readonly number[]>>;
  }
  const read = existsSync(vectors) ? JSON.parse(readFileSync(vectors, "utf8")).vectors : [];
  const vectorOf = (id: string): Vector => read.find((vector: Vector) => vector.id === id);

  test("first bulletin", () => {
    const { input, expected } = vectorOf("cne-bulletin1-rounding");
    const [a, b, others] = input.counts as [number, number, number];
    const figures = { shares: { A: "51.2" }, votes: { A: a, B: b }, validVotes: input.T };
    const three = roundedPercentages(claimOf({ ...figures, otherVotes: others }))!;
    expect(three.counts.map(({ residual }) => residual)).toEqual(expected["residuals"]);
    expect(three.counts.map(({ percent }) => 10 * Number(percent))).toEqual(expected["k"]);
    expect(three.favourable).toBe(`${expected["favourable_three"]}`);
    expect(three.outOf).toBe(`${expected["all_pairs"]}`);
    expect(three.probability! / (expected["p_three_counts"] as number)).toBeCloseTo(1, 12);
    const two = roundedPercentages(claimOf(figures))!;
    expect(two.favourable).toBe(`${expected["favourable_two"]}`);
    expect(two.probability! / (expected["p_two_counts"] as number)).toBeCloseTo(1, 12);
  });

  test("second bulletin", () => {
    const { input, expected } = vectorOf("cne-bulletin2-rounding");
    const residuals = roundedCounts(input.T, input.counts, 1).map(({ residual }) => residual);
    expect(residuals).toEqual(expected["residual_to_nearest_0_1pp"]);
  });
});

describe("against every division of a small total", () => {
  /** Whether a count is a step of 1 % rounded: a half up, or either way; by trying every step. */
  const isRound = (total: number, count: number, eitherWay: boolean) =>
    Array.from({ length: 101 }, (_, step) => 100 * count - step * total).some(
      (off) => (eitherWay ? -50 : -49) <= off && off <= 50,
    );
  function list(total: number, given: readonly number[]) {
    const eitherWay = !given.every((count) => isRound(total, count, false));
    const round = Array.from({ length: total + 1 }, (_, count) => isRound(total, count, eitherWay));
    const found = { two: 0, three: 0, halves: 0, pairs: 0 };
    for (let a = 0; a <= total; a++)
      for (let b = 0; a + b <= total; b++) {
        found.pairs++;
        if (round[a] && round[b]) found.two++;
        if (round[a] && round[b] && round[total - a - b]) found.three++;
        if (round[a] && round[b] && a + b === total) found.halves++;
      }
    return found;
  }
  const division = fc
    .tuple(fc.integer({ min: 1, max: 700 }), fc.nat(100), fc.nat(100), fc.nat(1))
    .map(([total, first, second, down]) => {
      // A percentage of the total: where it is a half, rounded down or up.
      const part = (step: number) => Math.floor((step * total + (down ? 49 : 50)) / 100);
      const a = part(first);
      return { total, a, b: Math.min(part(second), total - a) };
    });

  test("two counts, three counts, and two that make up the total", () => {
    fc.assert(
      fc.property(division, ({ total, a, b }) => {
        const rest = total - a - b;
        const two = roundedPercentages(claimOf({ votes: { A: a, B: b }, validVotes: total }))!;
        const all = roundedPercentages(claimOf({ votes: { A: a, B: b }, otherVotes: rest }))!;
        const halves = roundedPercentages(claimOf({ votes: { A: a }, otherVotes: total - a }))!;
        expect(two.counts.map(({ rounded }) => rounded)).toEqual([
          isRound(total, a, true),
          isRound(total, b, true),
        ]);
        for (const [check, counts, favourable] of [
          [two, [a, b], rest === 0 ? "halves" : "two"],
          [all, [a, b, rest], "three"],
          [halves, [a, total - a], "halves"],
        ] as const) {
          const truth = list(total, counts);
          const outOf = favourable === "halves" ? total + 1 : truth.pairs;
          if (!counts.every((count) => isRound(total, count, true)))
            expect(check).not.toHaveProperty("probability");
          else {
            expect(check.favourable).toBe(`${truth[favourable]}`);
            expect(check.outOf).toBe(`${outOf}`);
            expect(check.probability).toBe(truth[favourable] / outOf);
            expect(check.flagged).toBe(truth[favourable] / outOf < 0.001);
          }
        }
      }),
      { numRuns: runs(150) },
    );
  });

  test("a half counts either way only where the claim needs it", () => {
    // 25 and 75 % of 250 are 62.5 and 187.5.
    const chanceOf = (a: number, b: number) =>
      Number(roundedPercentages(claimOf({ votes: { A: a, B: b }, validVotes: 250 }))!.favourable);
    expect(chanceOf(63, 63)).toBe(list(250, [63, 63]).two);
    expect(chanceOf(62, 63)).toBe(list(250, [62, 63]).two);
    expect(chanceOf(62, 63)).toBeGreaterThan(chanceOf(63, 63));
  });
});

describe("a count below, at and above a half vote from a step", () => {
  test.each([
    // 1 % of 1,050 is 10.5.
    [1050, 9, false, -1.5],
    [1050, 10, true, -0.5],
    [1050, 11, true, 0.5],
    [1050, 12, false, 1.5],
    // 1 % of 1,049 is 10.49, of 1,051 10.51.
    [1049, 10, true, -0.49],
    [1049, 11, false, 0.51],
    [1051, 10, false, -0.51],
    [1051, 11, true, 0.49],
  ])("of %i votes, %i", (total, votes, rounded, residual) => {
    expect(roundedCounts(total, [votes], 0)).toEqual([{ votes, percent: "1", residual, rounded }]);
  });

  test("two steps as near: the upper", () => {
    expect(roundedCounts(1000, [5, 15], 0).map(({ percent }) => percent)).toEqual(["1", "2"]);
  });

  test("counts that numbers hold exactly stay exact", () => {
    const total = Number.MAX_SAFE_INTEGER;
    expect(roundedCounts(total, [total, total - 1, 0], 8)).toEqual([
      { votes: total, percent: "100.00000000", residual: 0, rounded: true },
      { votes: total - 1, percent: "100.00000000", residual: -1, rounded: false },
      { votes: 0, percent: "0.00000000", residual: 0, rounded: true },
    ]);
  });

  test.each([
    [0, [0], 1],
    [10, [-1], 1],
    [10, [0.5], 1],
    [10, [1], -1],
    [10, [1], 9],
    [2 ** 53, [1], 1],
  ])("refuses %j", (total, votes, decimals) => {
    expect(() => roundedCounts(total, votes, decimals)).toThrow(
      expect.objectContaining({ code: "usage-invalid" }),
    );
  });
});

describe("what is flagged", () => {
  /** Half of the votes, and 30 % or what is nearest. */
  const halfOf = (total: number) =>
    roundedPercentages(
      claimOf({
        votes: { A: Math.round(total / 2), B: Math.round(0.3 * total) },
        validVotes: total,
      }),
    )!;

  test("a chance below 1 in 1,000, and none at or above it", () => {
    // Two of 101 steps: some 5,151 · 2 / total² of all pairs.
    const totals = Array.from({ length: 200 }, (_, at) => 3110 + at);
    const checks = totals.map(halfOf);
    expect(checks.every(({ flagged, probability }) => flagged === probability! < 0.001)).toBe(true);
    expect(checks[0]!.flagged).toBe(false);
    expect(checks.at(-1)!.flagged).toBe(true);
  });

  test("a chance of exactly 1 in 1,000 is not below it", () => {
    // Of the 101 steps all but the one of 50 % pair up: that is a half, rounded up in both parts.
    const split = (total: number, a: number) =>
      roundedPercentages(claimOf({ votes: { A: a }, otherVotes: total - a }))!;
    const favourable = "100";
    expect(split(99997, 59998)).toMatchObject({ favourable, outOf: "99998", flagged: false });
    expect(split(99999, 59999)).toMatchObject({ favourable, outOf: "100000", flagged: false });
    expect(split(99999, 59999).probability).toBe(0.001);
    expect(split(100001, 60001)).toMatchObject({ favourable, outOf: "100002", flagged: true });
  });

  test("nothing where every count is a rounded percentage", () => {
    const check = roundedPercentages(claimOf({ votes: { A: 47, B: 30 }, validVotes: 90 }))!;
    expect(check).toMatchObject({ flagged: false, probability: 1, favourable: check.outOf! });
    expect(check.reading).toBe(
      "The counts are exactly 52 % and 33 % of 90, rounded to whole votes; 4,186 in 4,186 ways of " +
        "taking two counts out of so many votes are like that (1.0). That is nothing unusual.",
    );
  });

  test("one count that is not round is enough for no chance", () => {
    const votes = { A: 5150092, B: 4445979 };
    const check = roundedPercentages(
      claimOf({ shares: { A: "51.2" }, votes, validVotes: 10058774 }),
    )!;
    expect(check.counts.map(({ rounded }) => rounded)).toEqual([true, false]);
    expect(check.flagged).toBe(false);
    expect(check).not.toHaveProperty("probability");
    expect(check.reading).toMatch(/^The count of B is 0\.892 votes from 44\.2 %/);
  });

  test("of more than three counts the two largest, and it says so", () => {
    const two = roundedPercentages(
      claimOf({ votes: { A: 50_000, B: 40_000 }, validVotes: 100_000 }),
    )!;
    const four = roundedPercentages(
      claimOf({
        votes: { A: 1_000, B: 50_000, C: 9_000, D: 40_000 },
        validVotes: 100_000,
      }),
    )!;
    expect(four.probability).toBe(two.probability);
    expect(four.flagged).toBe(true);
    expect(four.reading).toContain("for the two largest alone, and for all of them no more");
  });

  test("nothing with steps too fine to count", () => {
    const check = roundedPercentages(
      claimOf({
        shares: { A: "51.200" },
        votes: { A: 512_000, B: 488_000 },
        validVotes: 1_000_000,
      }),
    )!;
    expect(check).toMatchObject({ decimals: 3, flagged: false });
    expect(check).not.toHaveProperty("probability");
    expect(check.reading).toMatch(/whole steps of 0\.001 %.* no chance is worked out/);
  });

  test("nothing where the counts are more than all votes", () => {
    const check = roundedPercentages(claimOf({ votes: { A: 600, B: 500 }, validVotes: 1000 }))!;
    expect(check.flagged).toBe(false);
    expect(check.reading).toBe(
      "The counts add up to 1,100, more than the 1,000 of which they would be parts, so no chance " +
        "is worked out.",
    );
  });
});

describe("no check without", () => {
  test.each<[string, Partial<Claim>]>([
    ["votes", { validVotes: 100 }],
    ["two counts", { votes: { A: 50 }, validVotes: 100 }],
    ["a total", { votes: { A: 50, B: 50 } }],
    ["any vote", { votes: { A: 0, B: 0 }, validVotes: 0 }],
    ["a share", { shares: {}, votes: { A: 50, B: 50 }, validVotes: 100 }],
  ])("%s", (_, figures) => {
    expect(roundedPercentages(claimOf(figures))).toBeUndefined();
  });
});

test("a country the size of India, and the finest steps, in no time", () => {
  const total = 640_000_000;
  const votes = { A: 240_000_000, B: 140_032_000 };
  const start = performance.now();
  const check = roundedPercentages(
    claimOf({ shares: { A: "37.50" }, votes, otherVotes: total - 380_032_000 }),
  )!;
  // Usually 0.1 s; far more than that would be the wrong method.
  expect(performance.now() - start).toBeLessThan(5000);
  expect(check.outOf).toBe("204800000960000001");
  // Every step of so round a total is whole: as many as ways of dividing 10,000 steps in three.
  expect(check.favourable).toBe(`${(10_001 * 10_002) / 2}`);
});
