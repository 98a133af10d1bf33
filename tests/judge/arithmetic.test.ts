// A claim's own arithmetic: each check below, at and above its threshold, and as published.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bolivia2019 } from "../../src/elections/bolivia-2019";
import { venezuela2024 } from "../../src/elections/venezuela-2024";
import { arithmetic, type ArithmeticCheck } from "../../src/judge/arithmetic";
import type { Claim } from "../../src/model/claim";
import type { Election } from "../../src/model/election";
import { runs } from "../laws";

const checksOf = (figures: Partial<Claim>, candidates = ["A", "B", "C"]) =>
  arithmetic({ id: "c", title: "t", by: "b", ...figures }, candidates);

/** The one check of a kind. */
function only(check: ArithmeticCheck["check"], figures: Partial<Claim>, candidates?: string[]) {
  const found = checksOf(figures, candidates).filter((own) => own.check === check);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const codesOf = ({ candidates }: Election) => candidates.map(({ code }) => code);

describe("each check below, at and above its threshold", () => {
  type Row = readonly [string, Partial<Claim>, boolean, string];
  const rows: Readonly<Record<ArithmeticCheck["check"], readonly Row[]>> = {
    "votes-sum": [
      [
        "all candidates, too few",
        { votes: { A: 500, B: 300, C: 199 }, validVotes: 1000 },
        false,
        "The candidates' votes add up to 999, 1 fewer than the 1,000 valid votes claimed.",
      ],
      [
        "all candidates",
        { votes: { A: 500, B: 300, C: 200 }, validVotes: 1000 },
        true,
        "The candidates' votes add up to 1,000, as many as the 1,000 valid votes claimed.",
      ],
      [
        "all candidates, too many",
        { votes: { A: 500, B: 300, C: 201 }, validVotes: 1000 },
        false,
        "The candidates' votes add up to 1,001, 1 more than the 1,000 valid votes claimed.",
      ],
      [
        "with the others, too few",
        { votes: { A: 500 }, otherVotes: 499, validVotes: 1000 },
        false,
        "The candidates' votes add up to 999, 1 fewer than the 1,000 valid votes claimed.",
      ],
      [
        "with the others",
        { votes: { A: 500 }, otherVotes: 500, validVotes: 1000 },
        true,
        "The candidates' votes add up to 1,000, as many as the 1,000 valid votes claimed.",
      ],
      [
        "some, with votes left",
        { votes: { A: 500, B: 300 }, validVotes: 1000 },
        true,
        "The candidates' votes add up to 800, which leaves 200 of the 1,000 valid votes claimed for the others.",
      ],
      [
        "some, none left",
        { votes: { A: 500, B: 500 }, validVotes: 1000 },
        true,
        "The candidates' votes add up to 1,000, as many as the 1,000 valid votes claimed.",
      ],
      [
        "some, too many",
        { votes: { A: 500, B: 501 }, validVotes: 1000 },
        false,
        "The candidates' votes add up to 1,001, 1 more than the 1,000 valid votes claimed.",
      ],
    ],
    "ballots-sum": [
      [
        "blank ballots left",
        { validVotes: 1000, invalidVotes: 50, ballotsCast: 1051 },
        true,
        "Valid and invalid votes add up to 1,050, which leaves 1 of the 1,051 ballots cast for blank ballots.",
      ],
      [
        "equal",
        { validVotes: 1000, invalidVotes: 50, ballotsCast: 1050 },
        true,
        "Valid and invalid votes add up to 1,050, as many as the 1,050 ballots cast.",
      ],
      [
        "too many",
        { validVotes: 1000, invalidVotes: 50, ballotsCast: 1049 },
        false,
        "Valid and invalid votes add up to 1,050, 1 more than the 1,049 ballots cast.",
      ],
      [
        "valid votes alone",
        { validVotes: 1000, ballotsCast: 1010 },
        true,
        "The valid votes are 1,000, which leaves 10 of the 1,010 ballots cast for invalid votes and blank ballots.",
      ],
      [
        "valid votes alone, too many",
        { validVotes: 1000, ballotsCast: 999 },
        false,
        "The valid votes are 1,000, 1 more than the 999 ballots cast.",
      ],
    ],
    "share-of-votes": [
      // 51.2 stands for 51.15 to 51.25, both included.
      [
        "below",
        { shares: { A: "51.2" }, votes: { A: 51149 }, validVotes: 100000 },
        false,
        "A has 51,149 of 100,000 valid votes, 51.149 %, not 51.2 % (51.15 % to 51.25 %).",
      ],
      [
        "at the lower end",
        { shares: { A: "51.2" }, votes: { A: 51150 }, validVotes: 100000 },
        true,
        "A has 51,150 of 100,000 valid votes, 51.150 %, as the 51.2 % claimed.",
      ],
      [
        "at the upper end",
        { shares: { A: "51.2" }, votes: { A: 51250 }, validVotes: 100000 },
        true,
        "A has 51,250 of 100,000 valid votes, 51.250 %, as the 51.2 % claimed.",
      ],
      [
        "above",
        { shares: { A: "51.2" }, votes: { A: 51251 }, validVotes: 100000 },
        false,
        "A has 51,251 of 100,000 valid votes, 51.251 %, not 51.2 % (51.15 % to 51.25 %).",
      ],
      [
        "of the sum of all",
        { shares: { B: "33.3" }, votes: { A: 2, B: 1, C: 0 } },
        true,
        "B has 1 of 3 valid votes, 33.333 %, as the 33.3 % claimed.",
      ],
      [
        "of the others, where that is one candidate",
        { shares: { C: "40" }, votes: { A: 2, B: 1 }, otherVotes: 1 },
        false,
        "C has 1 of 4 valid votes, 25.00 %, not 40 % (39.5 % to 40.5 %).",
      ],
    ],
    "shares-sum": [
      [
        "all, at most less than everything",
        { shares: { A: "50", B: "30", C: "18" } },
        false,
        "The shares of all candidates add up to 98 %: before rounding at most 99.5 %, less than 100 %.",
      ],
      [
        "all, at most everything",
        { shares: { A: "50", B: "30", C: "18.5" } },
        false,
        "The shares of all candidates add up to 98.5 %: before rounding at most 99.55 %, less than 100 %.",
      ],
      [
        "all, just everything",
        { shares: { A: "50.0", B: "30.0", C: "19.9" } },
        true,
        "The shares of all candidates add up to 99.9 %, which rounding explains.",
      ],
      [
        "all, everything",
        { shares: { A: "50", B: "30", C: "20" } },
        true,
        "The shares of all candidates add up to 100 %.",
      ],
      [
        "all, at least everything",
        { shares: { A: "50", B: "30", C: "21" } },
        true,
        "The shares of all candidates add up to 101 %, which rounding explains.",
      ],
      [
        "all, at least more",
        { shares: { A: "50", B: "30", C: "22" } },
        false,
        "The shares of all candidates add up to 102 %: before rounding at least 100.5 %, more than 100 %.",
      ],
      [
        "some, with something left",
        { shares: { A: "52", B: "43.18" } },
        true,
        "The shares claimed add up to 95.18 %, which leaves 4.82 % for the others.",
      ],
      [
        "some, at least everything",
        { shares: { A: "60", B: "41" } },
        true,
        "The shares claimed add up to 101 %, which rounding explains.",
      ],
      [
        "some, at least more",
        { shares: { A: "60", B: "41.1" } },
        false,
        "The shares claimed add up to 101.1 %: before rounding at least 100.55 %, more than 100 %.",
      ],
    ],
    winner: [
      [
        "more votes",
        { winner: "A", votes: { A: 1001, B: 1000 } },
        true,
        "By the claim's own votes nobody it names has more than the 1,001 of A.",
      ],
      [
        "as many",
        { winner: "A", votes: { A: 1000, B: 1000 } },
        true,
        "By the claim's own votes nobody it names has more than the 1,000 of A.",
      ],
      [
        "fewer",
        { winner: "A", votes: { A: 999, B: 1000, C: 1001 } },
        false,
        "By the claim's own votes C has 1,001, more than the 999 of A, its winner.",
      ],
      [
        "fewer than the others, where that is one candidate",
        { winner: "A", votes: { A: 5, B: 2 }, otherVotes: 6 },
        false,
        "By the claim's own votes C has 6, more than the 5 of A, its winner.",
      ],
      // 43 can be 43.5 before rounding, and 44 too.
      [
        "a share that rounding makes as large",
        { winner: "A", shares: { A: "43", B: "44" } },
        true,
        "By the claim's own shares nobody it names has more than the 43 % of A.",
      ],
      [
        "a smaller share",
        { winner: "A", shares: { A: "43", B: "44.1" } },
        false,
        "By the claim's own shares B has 44.1 %, more than the 43 % of A, its winner.",
      ],
      [
        "more votes and a smaller share",
        { winner: "A", votes: { A: 2, B: 1 }, shares: { A: "43", B: "45" } },
        false,
        "By the claim's own shares B has 45 %, more than the 43 % of A, its winner.",
      ],
    ],
    margin: [
      [
        "votes, smaller",
        { margin: { winner: "A", loser: "B", votes: 2001 }, votes: { A: 5000, B: 3000 } },
        false,
        "By the claim's own votes A is 2,000 ahead of B, not 2,001 ahead.",
      ],
      [
        "votes, equal",
        { margin: { winner: "A", loser: "B", votes: 2000 }, votes: { A: 5000, B: 3000 } },
        true,
        "By the claim's own votes A is 2,000 ahead of B, as claimed.",
      ],
      [
        "votes, larger",
        { margin: { winner: "A", loser: "B", votes: 1999 }, votes: { A: 5000, B: 3000 } },
        false,
        "By the claim's own votes A is 2,000 ahead of B, not 1,999 ahead.",
      ],
      [
        "behind",
        { margin: { winner: "B", loser: "A", votes: 2000 }, votes: { A: 5000, B: 3000 } },
        false,
        "By the claim's own votes B is 2,000 behind A, not 2,000 ahead.",
      ],
      [
        "points, below",
        {
          margin: { winner: "A", loser: "B", share: "10.56" },
          votes: { A: 50000, B: 39446 },
          validVotes: 100000,
        },
        false,
        "By the claim's own votes A is 10,554 ahead of B, 10.55 points of the valid votes, not 10.56 points (10.555 points to 10.565 points).",
      ],
      [
        "points, at the lower end",
        {
          margin: { winner: "A", loser: "B", share: "10.56" },
          votes: { A: 50000, B: 39445 },
          validVotes: 100000,
        },
        true,
        "By the claim's own votes A is 10,555 ahead of B, 10.5550 points of the valid votes, as the 10.56 claimed.",
      ],
      [
        "points, above",
        {
          margin: { winner: "A", loser: "B", votes: 10566, share: "10.56" },
          votes: { A: 50000, B: 39434 },
          validVotes: 100000,
        },
        false,
        "By the claim's own votes A is 10,566 ahead of B, as claimed, 10.57 points of the valid votes, not 10.56 points (10.555 points to 10.565 points).",
      ],
      [
        "no points, and behind",
        {
          margin: { winner: "B", loser: "A", share: "0" },
          votes: { A: 500, B: 499 },
          validVotes: 1000,
        },
        false,
        "By the claim's own votes B is 1 behind A, −0.10 points of the valid votes, not 0 points (0 points to 0.5 points).",
      ],
    ],
    "turnout-base": [
      // 600 ballots are 59.5 to 60.5 % of 991.7 to 1,008.4 voters.
      [
        "no base",
        { turnout: "60", ballotsCast: 600 },
        true,
        "A turnout of 60 % with 600 ballots implies about 1,000 voters (992 to 1,008).",
      ],
      [
        "a base below",
        { turnout: "60", turnoutBase: 991, ballotsCast: 600 },
        false,
        "A turnout of 60 % with 600 ballots implies about 1,000 voters (992 to 1,008); 991 are claimed, which does not fit.",
      ],
      [
        "the smallest base",
        { turnout: "60", turnoutBase: 992, ballotsCast: 600 },
        true,
        "A turnout of 60 % with 600 ballots implies about 1,000 voters (992 to 1,008); 992 are claimed, which fits.",
      ],
      ["the largest base", { turnout: "60", turnoutBase: 1008, ballotsCast: 600 }, true, ""],
      ["a base above", { turnout: "60", turnoutBase: 1009, ballotsCast: 600 }, false, ""],
      // 20 ballots of 32: 62.5 %, the end of both "62" and "63".
      ["a base at the end", { turnout: "62", turnoutBase: 32, ballotsCast: 20 }, true, ""],
      ["a base at the other end", { turnout: "63", turnoutBase: 32, ballotsCast: 20 }, true, ""],
      [
        "no whole number of voters",
        { turnout: "59.97", ballotsCast: 3 },
        false,
        "A turnout of 59.97 % with 3 ballots fits no whole number of voters.",
      ],
      [
        "no ballots",
        { turnout: "59.97", ballotsCast: 0 },
        false,
        "A turnout of 59.97 % with 0 ballots fits no whole number of voters.",
      ],
      [
        "blank ballots not stated",
        { turnout: "60", validVotes: 590, invalidVotes: 10 },
        true,
        "A turnout of 60 % with at least 600 ballots implies at least 992 voters.",
      ],
      [
        "blank ballots not stated, a base below",
        { turnout: "60", turnoutBase: 991, validVotes: 590, invalidVotes: 10 },
        false,
        "A turnout of 60 % with at least 600 ballots implies at least 992 voters; 991 are claimed, which does not fit.",
      ],
      [
        "blank ballots not stated, a base far above",
        { turnout: "60", turnoutBase: 5000, validVotes: 590, invalidVotes: 10 },
        true,
        "A turnout of 60 % with at least 600 ballots implies at least 992 voters; 5,000 are claimed, which fits.",
      ],
      // Of 10 voters no whole number is 59.97 %.
      [
        "blank ballots not stated, a base without such a share",
        { turnout: "59.97", turnoutBase: 10, validVotes: 3, invalidVotes: 0 },
        false,
        "",
      ],
      ["nearly no turnout", { turnout: "0", turnoutBase: 200, ballotsCast: 1 }, true, ""],
      [
        "nearly no turnout, and more",
        { turnout: "0", turnoutBase: 199, ballotsCast: 1 },
        false,
        "A turnout of 0 % with 1 ballot implies at least 200 voters; 199 are claimed, which does not fit.",
      ],
    ],
  };
  for (const [check, cases] of Object.entries(rows))
    test.each(cases)(`${check}: %s`, (_, figures, agrees, text) => {
      const found = only(check as ArithmeticCheck["check"], figures);
      expect(found.agrees).toBe(agrees);
      if (text) expect(found.text).toBe(text);
      else expect(found.text).toMatch(/^[A-Z].*\.$/);
    });
});

describe("no check without the figures it needs", () => {
  test.each<[string, Partial<Claim>, string[]]>([
    ["votes alone", { votes: { A: 1 } }, []],
    ["valid votes alone", { validVotes: 1 }, []],
    ["shares of unknown votes", { shares: { A: "50" }, validVotes: 10 }, []],
    ["shares of an unknown total", { shares: { A: "50" }, votes: { A: 10 } }, []],
    ["shares of nothing", { shares: { A: "50" }, votes: { A: 0 }, validVotes: 0 }, ["votes-sum"]],
    ["a winner without figures", { winner: "A", votes: { B: 10 } }, []],
    ["a winner whose rivals have none", { winner: "A", votes: { A: 10 } }, []],
    ["others that are several", { winner: "A", votes: { A: 10 }, otherVotes: 20 }, []],
    ["a margin alone", { margin: { winner: "A", loser: "B", votes: 1 }, votes: { A: 1 } }, []],
    [
      "points of an unknown total",
      { margin: { winner: "A", loser: "B", share: "1" }, votes: { A: 10, B: 9 } },
      [],
    ],
    ["a turnout alone", { turnout: "60" }, []],
    ["a turnout of nothing known", { turnout: "60", turnoutBase: 10, validVotes: 6 }, []],
    ["a turnout that may be nothing", { turnout: "0", ballotsCast: 6 }, []],
    [
      "names that every object has",
      { winner: "toString", votes: { A: 1 }, validVotes: 2 },
      ["votes-sum"],
    ],
  ])("%s", (_, figures, expected) => {
    expect(checksOf(figures).map(({ check }) => check)).toEqual(expected);
  });

  test("a single candidate has all", () => {
    expect(only("shares-sum", { shares: { A: "99" } }, ["A"]).agrees).toBe(false);
    expect(only("shares-sum", { shares: { A: "100" } }, ["A"]).agrees).toBe(true);
  });
});

test("the order is fixed, and candidates come in the election's order", () => {
  const checks = checksOf({
    turnout: "60",
    winner: "A",
    margin: { winner: "A", loser: "B", votes: 1, share: "10" },
    shares: { C: "20", B: "30", A: "50" },
    votes: { C: 20, B: 30, A: 50 },
    validVotes: 100,
    invalidVotes: 5,
    ballotsCast: 110,
  });
  expect(checks.map(({ check, candidate }) => [check, candidate ?? ""].join(" ").trim())).toEqual([
    "votes-sum",
    "ballots-sum",
    "share-of-votes A",
    "share-of-votes B",
    "share-of-votes C",
    "shares-sum",
    "winner A",
    "margin A",
    "turnout-base",
  ]);
});

// The bulletin's figures: published on 2 August 2024, relayed by caracasaldia.com and
// playmultimedios.com.ve; 12,386,669 / 0.5997 was worked out elsewhere.
describe("as published", () => {
  const claimed = (id: string) => venezuela2024.claims.find((claim) => claim.id === id)!;

  test("the second bulletin of Venezuela 2024 agrees with itself", () => {
    const { shares, votes, validVotes, invalidVotes, ballotsCast } = claimed("cne-bulletin-2");
    const figures = { shares, votes, validVotes, invalidVotes, ballotsCast, turnout: "59.97" };
    const checks = checksOf(figures as Partial<Claim>, codesOf(venezuela2024));
    expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(checks).toHaveLength(2 + 10 + 1 + 1);
    expect(checks.at(-1)).toEqual({
      check: "turnout-base",
      agrees: true,
      text: "A turnout of 59.97 % with 12,386,669 ballots implies about 20,654,776 voters (20,653,054 to 20,656,497).",
      impliedBase: { middle: "20654775.72", min: 20653054, max: 20656497 },
    });
  });

  test("96.87 % of the voters in the country are its turnout's base, and the roll is not", () => {
    const claim = { ...claimed("cne-bulletin-2"), turnout: "59.97" };
    const agreesWith = (turnoutBase: number) =>
      arithmetic({ ...claim, turnoutBase }, []).find(({ check }) => check === "turnout-base")!
        .agrees;
    expect(agreesWith(20654431)).toBe(true);
    expect(agreesWith(21392464)).toBe(false);
  });

  test("a misprint of the second bulletin does not add up", () => {
    // Relayed with 152,306 for 152,360; with it the ten do not make the valid votes.
    const claim = claimed("cne-bulletin-2");
    const misprint = { ...claim, votes: { ...claim.votes, LM: 152306 } };
    expect(arithmetic(misprint, codesOf(venezuela2024))[0]).toMatchObject({
      check: "votes-sum",
      agrees: false,
      text: "The candidates' votes add up to 12,335,830, 54 fewer than the 12,335,884 valid votes claimed.",
    });
  });

  test("the official margin of Bolivia 2019", () => {
    const claim = bolivia2019.claims.find(({ id }) => id === "official")!;
    const margin = { winner: "MAS", loser: "CC", votes: 648439, share: "10.56" };
    const checks = arithmetic({ ...claim, margin }, codesOf(bolivia2019));
    expect(checks.find(({ check }) => check === "margin")).toMatchObject({
      agrees: true,
      text: "By the claim's own votes MAS is 648,439 ahead of CC, as claimed, 10.5649 points of the valid votes, as the 10.56 claimed.",
    });
  });
});

const vectors = new URL("../../../shared/vectors/deduction.json", import.meta.url);
test.runIf(existsSync(vectors))("the shared vectors", () => {
  const { vectors: list } = JSON.parse(readFileSync(vectors, "utf8"));
  const { bulletin2_arithmetic: expected } = list.find(
    ({ id }: { id: string }) => id === "bounds",
  ).expected;
  const turnout = (100 * expected.participation_stated).toFixed(2);
  const checks = checksOf({
    turnout,
    ballotsCast: expected.cast,
    validVotes: expected.valid,
    invalidVotes: expected.null,
    votes: { A: expected.sum_candidates },
  });
  expect(checks.every(({ agrees }) => agrees)).toBe(true);
  expect(checks.at(-1)!.impliedBase!.middle).toBe(expected.implied_base.toFixed(2));
});

describe("laws", () => {
  const parts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000), fc.nat(500), fc.nat(500));

  test("a claim made from a count agrees with itself, however it is rounded", () => {
    fc.assert(
      fc.property(parts, fc.nat(4), ([a, b, c, invalid, blank], decimals) => {
        const valid = a + b + c;
        fc.pre(valid > 0);
        const votes = { A: a, B: b, C: c };
        const [first, second] = Object.entries(votes).sort(([, x], [, y]) => y - x);
        const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(decimals);
        const ballotsCast = valid + invalid + blank;
        const checks = checksOf({
          votes,
          shares: { A: percent(a, valid), B: percent(b, valid), C: percent(c, valid) },
          validVotes: valid,
          invalidVotes: invalid,
          ballotsCast,
          winner: first![0],
          margin: {
            winner: first![0],
            loser: second![0],
            votes: first![1] - second![1],
            share: percent(first![1] - second![1], valid),
          },
          turnout: percent(ballotsCast, 20000),
          turnoutBase: 20000,
        });
        expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
        expect(checks).toHaveLength(9);
      }),
    );
  });

  test("the implied voters are those of whom the ballots print as the turnout", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 100, max: 999 }),
        (ballots, tenths) => {
          const turnout = (tenths / 10).toFixed(1);
          const { agrees, impliedBase } = only("turnout-base", { turnout, ballotsCast: ballots });
          // In tenths of a percent, twice: 2000 · ballots / base from 2 · tenths − 1 to 2 · tenths + 1.
          const bases = Array.from({ length: 11 * ballots }, (_, base) => base).filter(
            (base) =>
              base > 0 &&
              (2 * tenths - 1) * base <= 2000 * ballots &&
              2000 * ballots <= (2 * tenths + 1) * base,
          );
          expect(agrees).toBe(bases.length > 0);
          expect(impliedBase && [impliedBase.min, impliedBase.max]).toEqual(
            bases.length > 0 ? [bases[0], bases.at(-1)] : undefined,
          );
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
