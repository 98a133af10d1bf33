// Expected values from elsewhere: Arlo's tests, Lindeman's worked example, Boulder 2010, SHANGRLA's tests,
// Rivest's sampler, and a real audit in Georgia in 2025.
import { readFileSync, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { errorBounds, totalBound } from "../../src/audit/bounds";
import { type AuditList, makeAuditList } from "../../src/audit/list";
import { Martingale } from "../../src/audit/martingale";
import { RiskMeter } from "../../src/audit/risk";
import { cleanSheets } from "../../src/audit/sizes";
import { hits, tickets } from "../../src/audit/tickets";
import { pathOf } from "../fixtures";
import { arloDraw, pcg64 } from "./pcg";

type Votes = Record<string, number>;
interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly input: any;
  readonly expected: any;
  readonly tolerance?: number;
}

const path = pathOf("../shared/vectors/audit.json");
const vectors: Vector[] = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).vectors : [];
const of = (...kinds: string[]) => vectors.filter(({ kind }) => kinds.includes(kind));
const find = (id: string) => vectors.find((vector) => vector.id === id)!;

/** Kinds that are about something that is not built here, and why. */
const OUT: Record<string, string> = {
  "kaplan-wald": "another measure of risk",
  "kaplan-wald-sample-size": "another measure of risk",
  "alpha-wor": "ALPHA with an estimated alternative",
  "alpha-p-history": "ALPHA with an estimated alternative",
  "shrink-trunc-eta": "ALPHA with an estimated alternative",
  "bet-alpha-conversion": "ALPHA with an estimated alternative",
  "null-mean-sequence": "means of assorters without weights; ours are weighted by error bound",
  "overstatement-assorter": "single ballots, not sheets",
  "overstatement-assorter-mean": "single ballots, not sheets",
  overstatement: "single ballots, not sheets",
  "assorter-margin": "single ballots, not sheets",
  "supermajority-assorter": "thresholds of votes; pairs only",
  inequality: "a threshold that a winner must reach; pairs only",
  "consistent-sample": "another sampler",
  "sha256-uniform": "another sampler",
  "first-fraction": "another sampler",
  "next-fraction": "another sampler",
  "trim-nines": "another sampler",
  "cryptorandom-sha256": "another sampler",
  "cryptorandom-randint-trunc": "another sampler",
  "comparison-sample-size": "single ballots, not sheets",
  "comparison-risk": "single ballots, not sheets",
  "comparison-nmin": "single ballots, not sheets",
  rho: "single ballots, not sheets",
  "bravo-risk": "single ballots, not sheets",
  "bravo-asn": "single ballots, not sheets",
};

const IN = [
  "alpha-sample-size",
  "batch-error-bound-total",
  "batch-error-bound",
  "km-sample-size",
  "km-risk",
  "batch-risk",
  "km-sample-size-capped",
  "km-risk-worked-example",
  "batch-relative-error",
  "km-factor",
  "km-draws-no-error",
  "kaplan-markov-mean",
  "betting-martingale",
  "rivest-sampler",
  "ppeb-draw-numpy-pcg64",
  "pcg64-doubles",
  "real-audit-risk",
  "real-audit-size",
  "real-audit-draw",
  "ppeb-integer-sha256",
  "identity",
  "batch-betting-risk",
  "batch-betting-risk-wor",
  "missing-sheet",
];

/** The list of a vector; `scale` makes fractions of votes whole, which changes no bound. */
function listOf(input: any, scale = 1) {
  const totals: Votes = input.totals;
  const candidates = Object.keys(totals);
  const groups: { station: string; batch: Votes }[] = input.batches
    ? Object.entries<Votes>(input.batches).map(([station, batch]) => ({ station, batch }))
    : input.batchGroups.flatMap(({ count, ...batch }: Votes, group: number) =>
        Array.from({ length: count! }, (_, at) => ({ station: `${group}/${at}`, batch })),
      );
  const stations = groups.map(({ station, batch }) => ({
    station,
    ballots: batch.ballots! * scale,
    votes: candidates.map((code) => (batch[code] ?? 0) * scale),
  }));
  return {
    // Not checked: some batches of these tests have more votes than ballots, which makeAuditList refuses.
    name: "vector",
    candidates,
    contests: [{ candidates, votesAllowed: input.votesAllowed ?? 1 }],
    uncovered: { stations: 0, ballots: (input.pending ?? 0) * scale },
    stations,
  } satisfies AuditList;
}

/** The risk of a vector's draws, by Kaplan–Markov with replacement. */
function kaplanMarkov(input: any): number {
  const list = listOf(input);
  const bounds = errorBounds(list);
  const meter = new RiskMeter(bounds, "with-replacement", "kaplan-markov");
  for (const station of input.draws) {
    const at = list.stations.findIndex((each) => [station, `0/${station}`].includes(each.station));
    const read: Votes | undefined = input.audited?.[station];
    const votes = read ? list.candidates.map((code) => read[code] ?? 0) : list.stations[at]!.votes;
    meter.add(at, bounds.errorOf(at, votes));
  }
  return meter.risk;
}

const measured = (stake: number, xs: readonly number[], nullMean: number) => {
  const martingale = new Martingale(stake);
  for (const x of xs) martingale.add(1 - x, nullMean);
  return martingale.now;
};
const clean = (length: number, value: number) => Array.from({ length }, () => value);

const skipped = vectors.length === 0;
if (skipped) console.info("audit vectors are not here; their tests are skipped");

describe.skipIf(skipped)("vectors", () => {
  test("every kind is tested here, or named as out", () => {
    const known = new Set([...IN, ...Object.keys(OUT)]);
    expect(vectors.map(({ kind }) => kind).filter((kind) => !known.has(kind))).toEqual([]);
  });

  test.each(of("batch-error-bound-total"))("U of $id", ({ id, input, expected, tolerance }) => {
    let list;
    if (id.startsWith("boulder")) {
      // Totals only: the sum of all bounds does not depend on how they are spread over the batches.
      const { winner, loser, ballots, notYetTallied } = input;
      const stations = [{ station: "all", ballots, votes: [winner, loser] }];
      const uncovered = { stations: 1, ballots: notYetTallied };
      list = makeAuditList({ name: id, candidates: ["w", "l"], stations, uncovered });
    } else if (id === "km-synthetic-U") {
      const { batches, ballots, w, l } = input;
      const stations = Array.from({ length: batches }, (_, at) => ({
        station: `${at}`,
        ballots,
        votes: [w, l],
      }));
      list = makeAuditList({ name: id, candidates: ["w", "l"], stations });
    } else list = withoutUnauditable(input, id);
    expect(Math.abs(totalBound(errorBounds(list))! / expected - 1)).toBeLessThan(tolerance!);
  });

  const withoutUnauditable = (input: any, id: string) =>
    id === "arlo-unauditable-U" ? unauditable(input) : listOf(input);
  /** One vote for the loser is in the totals and in no batch; it is taken off their margin of 100, not of 101. */
  const unauditable = (input: any) => ({
    ...listOf(input, 2),
    uncovered: { stations: 1, ballots: 2 * (1 + 1) },
  });

  test.each(of("batch-error-bound"))("u of $id", ({ input, expected, tolerance }) => {
    if (input.margin) {
      const { ballots, winner, loser, margin } = input;
      expect(Math.abs((winner - loser + ballots) / margin - expected)).toBeLessThan(tolerance!);
      return;
    }
    // The margin is that of the totals: whole groups of the two kinds of batches.
    const size = input.totals.w / (input.batches[0].w + input.batches[1].w);
    const { bounds, unit } = errorBounds(
      listOf({
        totals: input.totals,
        batchGroups: input.batches.map((batch: Votes) => ({ count: size, ...batch })),
      }),
    );
    for (const [at, bound] of expected.entries())
      expect(Number(bounds[at * size]!) / Number(unit)).toBeCloseTo(bound, 3);
  });

  test.each(of("batch-relative-error"))("e of $id", ({ input, expected, tolerance }) => {
    const [first, second] = input.reported;
    const list = makeAuditList({
      name: "e",
      candidates: ["w", "l"],
      stations: [
        { station: "1", ballots: 2000, votes: [first, second] },
        { station: "2", ballots: 1e6, votes: [input.margin + 20_000 + second - first, 20_000] },
      ],
    });
    const { errorOf, unit } = errorBounds(list);
    expect(Number(unit)).toBe(input.margin);
    expect(Math.abs(Number(errorOf(0, input.audited)) / Number(unit) - expected)).toBeLessThan(
      tolerance!,
    );
  });

  // Arlo asks for one sheet more than the formula, in every published case.
  test.each(of("km-sample-size", "km-sample-size-capped"))(
    "sheets of $id",
    ({ input, expected }) => {
      const U = input.U ?? totalBound(errorBounds(listOf(input)))!;
      const risk = input.measuredRisk ?? measuredBefore(input, U);
      const sheets = cleanSheets(U, input.riskLimit, "kaplan-markov", risk) + 1;
      expect(Math.min(sheets, input.batches ? Object.keys(input.batches).length : Infinity)).toBe(
        expected,
      );
    },
  );
  const measuredBefore = (input: any, U: number) => {
    const xs = clean(input.cleanDraws ?? 0, 1).concat(
      clean(input.taintedDraws ?? 0, 1 - (input.taint ?? 0)),
    );
    return measured(1, xs, 1 - 1 / U);
  };

  test.each(of("real-audit-size"))("sheets of $id", ({ input, expected }) => {
    expect(cleanSheets(input.U, input.riskLimit, "kaplan-markov") + 1).toBe(expected);
  });

  test.each(of("km-draws-no-error"))("draws of $id", ({ input, expected }) => {
    expect(cleanSheets(input.U, input.riskLimit, "kaplan-markov")).toBe(Math.ceil(expected));
  });

  test.each(of("km-risk"))("risk of $id", ({ input, expected, tolerance }) => {
    const xs = input.draws.flatMap(({ taint, times }: any) => clean(times, 1 - taint));
    expect(Math.abs(measured(1, xs, 1 - 1 / input.U) - expected)).toBeLessThan(tolerance!);
  });

  // Batches that were counted together are no polling stations: those with `combined` are out.
  const batches = of("batch-risk").filter(({ input }) => !input.combined);
  test.each(batches)("risk of $id", ({ id, input, expected, tolerance = 1e-12 }) => {
    const result =
      id === "arlo-unauditable-risk"
        ? measuredClean(totalBound(errorBounds(unauditable(input)))!, input.draws.length)
        : kaplanMarkov(input);
    expect(Math.abs(result - expected)).toBeLessThanOrEqual(Math.max(tolerance, 1e-12));
  });
  const measuredClean = (U: number, draws: number) => measured(1, clean(draws, 1), 1 - 1 / U);

  test("the worked example of Lindeman 2010, with and without errors in the winner's favour", () => {
    const { input, expected } = find("lindeman-cd3-net");
    const margin = input.totals.Lungren - input.totals.Durston;
    const xsOf = (clip: boolean) =>
      input.sample.flatMap(({ ballots, reported, audited, times }: any) => {
        const rest = 400_000;
        const codes = Object.keys(input.totals);
        const list = makeAuditList({
          name: "CD3",
          candidates: codes,
          stations: [
            { station: "a", ballots, votes: codes.map((code) => reported[code]) },
            {
              station: "b",
              ballots: rest,
              votes: codes.map((code) => input.totals[code] - reported[code]),
            },
          ],
        });
        expect(list.stations.length).toBe(2);
        const { errorOf, bounds } = errorBounds(list);
        const error = errorOf(
          0,
          codes.map((code) => audited[code]),
        );
        const taint = Number(error) / Number(bounds[0]);
        return clean(times, 1 - (clip ? Math.max(0, taint) : taint));
      });
    expect(margin).toBe(17453);
    const nullMean = 1 - 1 / input.U;
    expect(measured(1, xsOf(false), nullMean)).toBeCloseTo(expected, 12);
    expect(measured(1, xsOf(true), nullMean)).toBeCloseTo(
      find("lindeman-cd3-net-clipped").expected,
      12,
    );
  });

  test.each(of("km-factor"))("factor of $id", ({ input, expected }) => {
    expect(measured(1, [1 - input.taint], 1 - 1 / input.U)).toBeCloseTo(expected, 14);
  });

  test("Kaplan–Markov of a mean, without its padding", () => {
    const { input, expected } = find("sh-km-1");
    expect(measured(1, input.x, input.t)).toBeCloseTo(expected, 12);
  });

  test.each(of("betting-martingale"))("$id", ({ input, expected, tolerance }) => {
    // SHANGRLA's bet λ is our stake over the null mean.
    const risk = measured(input["lambda_"] * input.t, clean(input.n, input.x), input.t);
    expect(Math.abs(risk - expected)).toBeLessThan(tolerance!);
  });

  // A fixed alternative of 0.75 to a mean of 0.5 is a stake of a half.
  test.each(of("alpha-sample-size"))("sheets of $id", ({ input, expected }) => {
    const stake = (0.75 - input.t) / (input.u - input.t);
    const sheets = Array.from({ length: 30 }, (_, at) => at + 1);
    expect(
      sheets.find((number) => measured(stake, clean(number, input.x), input.t) <= input.riskLimit),
    ).toBe(expected);
  });

  test.each(of("identity", "batch-betting-risk"))("$id", ({ input, expected, tolerance }) => {
    const xs = input.taints.map((taint: number) => 1 - taint);
    const risk = measured(input.c ?? 1, xs, 1 - 1 / input.U);
    expect(Math.abs(risk - expected)).toBeLessThan(tolerance!);
  });

  const drawn = find("derived-ppeb-integer-wor");
  const eight = () =>
    makeAuditList({
      name: "eight",
      candidates: ["w", "l"],
      stations: drawn.input.stations.map(({ id, w, l, bound }: any) => ({
        station: id,
        ballots: bound,
        votes: [w, l],
      })),
    });

  test("betting without replacement, sheet by sheet", () => {
    const { input, expected } = find("derived-bet-wor");
    const { bounds, total, unit } = errorBounds(eight());
    const martingale = new Martingale(input.c);
    let [remaining, found] = [Number(total) / Number(unit), 0];
    for (const [index, [station, taint]] of input.draws.entries()) {
      const at = eight().stations.findIndex((each) => each.station === station);
      const bound = Number(bounds[at]) / Number(unit);
      martingale.add(taint, 1 - (1 - found) / remaining);
      remaining -= bound;
      found += taint * bound;
      expect(martingale.now).toBeCloseTo(expected[index], 12);
    }
  });

  test.each(of("ppeb-integer-sha256"))("draw of $id", ({ input, expected }) => {
    const { bounds } = errorBounds(eight());
    expect(bounds.map(Number)).toEqual(input.weights);
    const found: unknown[] = [];
    for (const { ticket, at } of hits(input.seed, bounds, input.withReplacement)) {
      found.push([ticket, eight().stations[at]!.station]);
      if (found.length === input.n) break;
    }
    expect(found).toEqual(expected);
  });

  test.each(of("rivest-sampler"))("numbers of $id", ({ input, expected }) => {
    const { seed, total, count, withReplacement } = input;
    const found: number[] = [];
    for (const { number } of tickets(seed, BigInt(total))) {
      // The sampler counts from 1.
      const place = Number(number) + 1;
      if (withReplacement !== false || !found.includes(place)) found.push(place);
      if (found.length === (count ?? expected.length)) break;
    }
    expect(found).toEqual(expected);
  });

  test("a missing sheet is as bad as every ballot for the loser", () => {
    const { input, expected } = find("derived-missing-is-taint-1");
    const { w, l, bound } = input.reported;
    const list = makeAuditList({
      name: "missing",
      candidates: ["w", "l"],
      stations: [{ station: "a", ballots: bound, votes: [w, l] }],
    });
    const { bounds, errorOf } = errorBounds(list);
    expect(Number(errorOf(0, [input.audited.w, input.audited.l])) / Number(bounds[0])).toBe(
      expected,
    );
  });

  test.each(of("pcg64-doubles"))("$id", ({ input, expected }) => {
    const numbers = pcg64(BigInt(input.seed));
    expect(Array.from({ length: input.n }, () => numbers.next().value)).toEqual(expected);
  });

  test.each(of("ppeb-draw-numpy-pcg64"))("$id", ({ input, expected }) => {
    const { keys, seed, n, batchGroups } = input;
    const weights = batchGroups.flatMap(({ count, a, b, ballots }: any) =>
      clean(count, a - b + ballots),
    );
    expect(arloDraw(seed, weights, n).map((at) => keys[at])).toEqual(
      expected.map(([, key]: [string, string]) => key),
    );
  });
});
