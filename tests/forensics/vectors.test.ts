// The published reference values: R, Python and Kobak's Monte Carlo, in ../shared/vectors/forensics.json.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { venezuela2024 } from "../../src/elections/index";
import { groupsByText } from "../../src/forensics/groups";
import { finalPairs, lastDigits, zerosAndFives } from "../../src/forensics/tests/digits";
import { centreChances, homogeneity } from "../../src/forensics/tests/homogeneity";
import {
  isNearWhole,
  roundedZerosAndFives,
  WholeChances,
  wholePercentages,
} from "../../src/forensics/tests/percentages";
import { benjaminiHochberg } from "../../src/statistics/multiplicity";
import { hasRealData, pathOf, readFixture, realFile } from "../fixtures";
import { describeWhere } from "../needs";

const path = pathOf("../shared/vectors/forensics.json");
const has = hasRealData && existsSync(path);
const vectors = has ? JSON.parse(readFileSync(path, "utf8")).vectors : [];
const expectedOf = (id: string) => vectors.find((each: { id: string }) => each.id === id).expected;

const near = (value: number, expected: number, tolerance: number) =>
  expect(Math.abs(value - expected), `${value} is ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  );

describeWhere(has)("V1", () => {
  const { columns } = readFixture(realFile("V1"), venezuela2024).tallies;
  const [eg, nm] = columns.votes as [Int32Array, Int32Array];
  const { validVotes, ballotsCast, registeredVoters } = columns;
  const values: Record<string, Int32Array> = { EG: eg, NM: nm, VOTOS_VALIDOS: validVotes! };
  const pairOf = (name: string): [Int32Array, Int32Array] =>
    name.startsWith("turnout")
      ? [ballotsCast!, registeredVoters!]
      : [values[name.slice(0, 2)]!, validVotes!];

  test("last digits", () => {
    for (const [name, expected] of Object.entries<any>(expectedOf("V1-last-digit"))) {
      const [column, least] = name.split("_ge") as [string, string];
      const found = lastDigits(values[column]!, { least: Number(least) });
      expect([...found.counts]).toEqual(expected.counts);
      expect(found.n).toBe(expected.n);
      near(found.mean, expected.mean, 1e-9);
      near(found.chiSquare, expected.chi2, 1e-9);
      near(found.p / expected.p, 1, 1e-9);
    }
  });

  test("final pairs", () => {
    for (const [name, expected] of Object.entries<any>(expectedOf("V1-last-two"))) {
      const { n, repeated, adjacent, other, chiSquare } = finalPairs(
        values[name.split("_ge")[0]!]!,
        {
          least: 100,
        },
      );
      expect([n, repeated, adjacent, other]).toEqual([
        expected.n,
        expected.repeated,
        expected.adjacent_circular,
        expected.nonadjacent,
      ]);
      near(chiSquare, expected.chi2_rep_adj_non, 1e-9);
    }
  });

  test("counts that end in 0 or 5", () => {
    for (const [name, expected] of Object.entries<any>(expectedOf("V1-C05s"))) {
      const [column, least] = name.split("_ge") as [string, string | undefined];
      const { n, count } = zerosAndFives(values[column]!, { least: Number(least ?? 0) });
      expect([n, count]).toEqual([expected.n, expected.count]);
      near(count / n, expected.prop, 1e-12);
    }
  });

  test("rounded percentages that end in 0 or 5, by both rules for ties", () => {
    for (const [name, expected] of Object.entries<any>(expectedOf("V1-P05s"))) {
      const up = roundedZerosAndFives(...pairOf(name));
      const even = roundedZerosAndFives(...pairOf(name), "half-even");
      expect([up.n, up.count, even.count, up.ties]).toEqual([
        expected.n,
        expected.half_up_count,
        expected.half_even_count,
        expected.exact_ties,
      ]);
    }
  });

  test("whole percentages", () => {
    for (const [name, expected] of Object.entries<any>(expectedOf("V1-integer-percent"))) {
      const found = wholePercentages(...pairOf(name));
      expect([found.n, found.observed]).toEqual([expected.n, expected.observed]);
      near(found.expected, expected.expected, 1e-9);
      near(found.sd, expected.sd, 1e-9);
      near(found.z, expected.z, 1e-9);
      near(found.p / expected.p_upper_normal, 1, 1e-6);
    }
  });

  test("homogeneity of centres", () => {
    const texts = Array.from(columns.stations, (station) => station.split("/")[0]!);
    const centres = groupsByText(texts, texts.length);
    const rest = (votes: Int32Array) => validVotes!.map((valid, at) => valid - votes[at]!);
    const other = rest(eg).map((votes, at) => votes - nm[at]!);
    const categories: Record<string, Int32Array[]> = {
      "2cat EG|rest": [eg, rest(eg)],
      "2cat NM|rest": [nm, rest(nm)],
      "3cat EG|NM|other": [eg, nm, other],
    };
    const expected = expectedOf("V1-homogeneity");
    expect(centres.count).toBe(expected.centres_total);
    for (const [name, votes] of Object.entries(categories)) {
      const own = expected[name];
      const found = homogeneity(centres, votes);
      const sum = (all: ArrayLike<number>) =>
        Array.from(all).reduce((total, one) => total + one, 0);
      expect(found.centres).toHaveLength(own.centres_tested);
      expect(sum(found.degrees)).toBe(own.sum_df);
      near(sum(found.chiSquares), own.sum_chi2, 1e-9);
      near(found.phi, own.phi, 1e-9);
      const chances = centreChances(found, 1);
      for (const [most, field] of [
        [0.05, "p_lt_05"],
        [0.01, "p_lt_01"],
        [0.001, "p_lt_001"],
        [0.05 / own.centres_tested, "bonferroni_05"],
      ] as const)
        expect(chances.filter((chance) => chance < most)).toHaveLength(own[field]);
      expect(benjaminiHochberg(chances).filter((chance) => chance <= 0.05)).toHaveLength(own.BH_05);
      const order = [...chances.keys()].sort((a, b) => chances[a]! - chances[b]!);
      for (const [rank, top] of own.top5.entries()) {
        const at = order[rank]!;
        const centre = found.centres[at]!;
        expect(texts[centres.members[centres.starts[centre]!]!]).toBe(top.centro.padStart(9, "0"));
        near(found.chiSquares[at]!, top.chi2, 1e-9);
        near(chances[at]! / top.p, 1, 1e-6);
      }
    }
  });
});

test("one centre, by R's chisq.test: 263 of 520 and 356 of 501", () => {
  const centre = groupsByText(["70403001", "70403001"], 2);
  const found = homogeneity(centre, [Int32Array.of(263, 356), Int32Array.of(257, 145)]);
  near(found.chiSquares[0]!, 44.8384691991, 1e-10);
  expect(found.degrees[0]).toBe(1);
  near(centreChances(found, 1)[0]! / 2.13977e-11, 1, 1e-5);
});

test("near whole, exactly: 0.05 itself counts, and the next does not", () => {
  // 1/2000 is 0.05 %; 101/2000 is 5.05 %.
  expect(isNearWhole(1, 2000)).toBe(true);
  expect(isNearWhole(101, 2000)).toBe(true);
  expect(isNearWhole(102, 2000)).toBe(false);
  expect(isNearWhole(39, 2000)).toBe(true);
  expect(isNearWhole(38, 2000)).toBe(false);
});

// Russia's stations of 2012 are not part of the project: KOBAK_2012_CSV names data/2012.csv, unpacked
// from dkobak/elections, commit 8003707.
const kobak = process.env["KOBAK_2012_CSV"];

test.runIf(has && kobak !== undefined)(
  "Russia 2012 after Kobak, Shpilkin and Pshenichnikov",
  () => {
    const [header, ...rows] = readFileSync(kobak!, "utf8").trimEnd().split("\n");
    // Commas only part columns where they stand outside quotes.
    const names = [...header!.matchAll(/"([^"]*)"|([^,]+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare!,
    );
    const places = (start: RegExp) => names.flatMap((name, at) => (start.test(name) ? [at] : []));
    const [registered] = places(/^Число избирателей, включенных/);
    const given = places(/^Число избирательных бюллетеней, выданных/);
    const received = places(/^Число (избирательных )?бюллетеней в (переносных|стационарных)/);
    const leader = places(/Путин/)[0]!;
    expect([given.length, received.length]).toEqual([3, 2]);
    const chances = new WholeChances();
    const [n, observed, expected] = [[0], [0, 0, 0], [0, 0, 0]];
    let variance = 0;
    for (const row of rows) {
      const cells = row.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g)!;
      const at = (place: number) => Number(cells[place]);
      const sum = (all: number[]) => all.reduce((total, place) => total + at(place), 0);
      const [voters, out, box, votes] = [at(registered!), sum(given), sum(received), at(leader)];
      if (!(box > 0 && voters >= 100 && 100 * out <= 99 * voters && 100 * votes <= 99 * box))
        continue;
      n[0]!++;
      const [turnout, result] = [isNearWhole(out, voters), isNearWhole(votes, box)];
      observed[0]! += turnout || result ? 1 : 0;
      observed[1]! += result ? 1 : 0;
      observed[2]! += turnout ? 1 : 0;
      const [byTurnout, byResult] = [chances.of(out, voters), chances.of(votes, box)];
      const any = 1 - (1 - byTurnout) * (1 - byResult);
      expected[0]! += any;
      expected[1]! += byResult;
      expected[2]! += byTurnout;
      variance += any * (1 - any);
    }
    const known = expectedOf("kobak-integer-2012");
    expect(n[0]).toBe(known.n);
    expect(observed).toEqual([known.observed_any, known.observed_result, known.observed_turnout]);
    near(expected[0]!, known.exact_expected_any, 1e-9);
    near(expected[1]!, known.exact_expected_result, 1e-9);
    near(expected[2]!, known.exact_expected_turnout, 1e-9);
    near(Math.sqrt(variance), known.exact_sd_any, 1e-9);
    expect(Math.abs(observed[0]! - expected[0]! - known.anomaly_any_pickle)).toBeLessThan(12);
    expect(Math.abs(observed[1]! - expected[1]! - known.anomaly_result_pickle)).toBeLessThan(12);
    expect(Math.abs(observed[2]! - expected[2]! - known.anomaly_turnout_pickle)).toBeLessThan(12);
  },
);
