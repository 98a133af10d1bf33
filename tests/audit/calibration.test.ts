// Simulated audits. With a wrong outcome, the risk may fall to α or below in at most a part α of them, although
// somebody looks after every sheet. With a right one, the sheets they take stand beside what is published.
// AUDIT_SIMULATIONS says how many; without it few, for a quick look. Nothing here takes its numbers from the
// clock: the same number of simulations gives the same result.
import { describe, expect, test } from "vitest";
import { errorBounds } from "../../src/audit/bounds";
import type { AuditDrawing, AuditMethod } from "../../src/audit/commit";
import { weightsOf } from "../../src/audit/draw";
import type { AuditList } from "../../src/audit/list";
import { RiskMeter } from "../../src/audit/risk";
import { cleanSheets } from "../../src/audit/sizes";
import { hits } from "../../src/audit/tickets";
import { listOf } from "./made";

const RUNS = Number(process.env["AUDIT_SIMULATIONS"] ?? 150);
const LIMITS = [0.01, 0.05, 0.1, 0.2];

/** A reported list, and for each station what its sheet truly says; `undefined` where there is no sheet. */
interface Case {
  readonly list: AuditList;
  readonly truth: readonly (readonly number[] | undefined)[];
}

/** Stations of 200 to 400 ballots, in which A is reported ahead by about 8 points. */
const STATIONS = 40;
const reported = listOf(
  Array.from({ length: STATIONS }, (_, at) => {
    const ballots = 200 + ((at * 37) % 201);
    const blank = (at * 13) % 23;
    const a = Math.round((ballots - blank) * (0.54 + (((at * 29) % 21) - 10) / 100));
    return [a, ballots - blank - a, ballots] as const;
  }),
);
const margin = errorBounds(reported).margins[0]!.margin;

/** The truth is a tie: the wrong outcome that is hardest to tell from a right one. */
function tied(
  order: readonly number[],
  most: (votes: number) => number,
  missing: readonly number[] = [],
): Case {
  let left = margin;
  const truth: (readonly number[] | undefined)[] = reported.stations.map(({ votes }) => votes);
  for (const at of missing) {
    // Nobody knows what it says; it may be all for the loser.
    left -= Number(errorBounds(reported).bounds[at]);
    truth[at] = undefined;
  }
  // Round after round, so that what cannot be moved at one station is moved at another.
  for (let round = 0; left > 0 && round < 400; round++)
    for (const at of order) {
      const [a = 0, b = 0] = truth[at] ?? [];
      const moved = Math.min(a, Math.max(1, Math.floor(most(a))), Math.ceil(left / 2));
      if (truth[at] === undefined || left <= 0 || moved === 0) continue;
      truth[at] = [a - moved, b + moved];
      left -= 2 * moved;
    }
  expect(left).toBeLessThanOrEqual(0);
  return { list: reported, truth };
}

const all = Array.from({ length: STATIONS }, (_, at) => at);
const byBound = all.toSorted((a, b) =>
  Number(errorBounds(reported).bounds[b]! - errorBounds(reported).bounds[a]!),
);

const WRONG: Readonly<Record<string, Case>> = {
  "errors spread over every sheet": tied(all, () => 1),
  "all errors on a few sheets": tied(byBound, (votes) => votes),
  "all errors on the sheets least likely to be drawn": tied(byBound.toReversed(), (votes) => votes),
  "missing sheets that hide the errors": tied(byBound.toReversed(), () => 1, [3, 11]),
  "errors at the end of the list": tied(all.toReversed(), (votes) => votes / 2),
  "errors both ways": (() => {
    const { list, truth } = tied(all.slice(0, 20), (votes) => votes);
    // Ten more votes for A on some sheets, and ten less on others.
    const changed = truth.map((votes, at) => {
      const [a = 0, b = 0] = votes ?? [];
      const by = at >= 20 ? (at % 2 === 0 ? 10 : -10) : 0;
      return by === 0 ? votes : [a + by, b - by];
    });
    return { list, truth: changed };
  })(),
};

const RULES: readonly (readonly [AuditDrawing, AuditMethod])[] = [
  ["weighted", "betting"],
  ["uniform", "betting"],
  ["with-replacement", "betting"],
  ["with-replacement", "kaplan-markov"],
];

/** For one simulated audit, the sheets after which each limit was reached, up to a full count. */
function audit({ list, truth }: Case, drawing: AuditDrawing, method: AuditMethod, seed: string) {
  const bounds = errorBounds(list);
  const meter = new RiskMeter(bounds, drawing, method);
  const reached = LIMITS.map(() => Infinity);
  let sheets = 0;
  for (const { at } of hits(seed, weightsOf(list, drawing), drawing === "with-replacement")) {
    const votes = truth[at];
    const error = votes === undefined ? bounds.bounds[at]! : bounds.errorOf(at, votes);
    meter.add(at, error, votes === undefined);
    sheets++;
    for (const [which, limit] of LIMITS.entries())
      if (meter.risk <= limit) reached[which] = Math.min(reached[which]!, sheets);
    if (sheets === 3 * STATIONS || meter.risk <= LIMITS[0]!) break;
  }
  return reached;
}

describe.each(Object.entries(WRONG))("a wrong outcome, %s", (name, wrong) => {
  test("is a tie or worse", () => {
    const lead = wrong.truth.reduce((sum, votes, at) => {
      // A missing sheet counts as the worst that it can be.
      if (votes === undefined) return sum - wrong.list.stations[at]!.ballots;
      return sum + votes[0]! - votes[1]!;
    }, 0);
    expect(lead).toBeLessThanOrEqual(0);
    expect(lead).toBeGreaterThan(-2);
  });

  test.each(RULES)("%s, %s: is supported at most as often as the limit says", (drawing, method) => {
    const counts = LIMITS.map(() => 0);
    for (let run = 0; run < RUNS; run++)
      for (const [which, at] of audit(wrong, drawing, method, `${name}${run}`).entries())
        if (at < Infinity) counts[which]!++;
    if (process.env["AUDIT_SIMULATIONS"])
      console.info(
        `${name}; ${drawing}, ${method}: ${counts.map((count) => count / RUNS).join(" ")}`,
      );
    for (const [which, limit] of LIMITS.entries()) {
      // Three standard deviations of a share that is exactly the limit.
      const chance = 3 * Math.sqrt((limit * (1 - limit)) / RUNS);
      expect(counts[which]! / RUNS, `at ${limit}`).toBeLessThanOrEqual(limit + chance);
    }
  });
});

describe("a right outcome", () => {
  // A lead of 10 points at each of a thousand stations, where every voter voted.
  const wide = listOf(Array.from({ length: 1000 }, () => [110, 90, 200] as const));
  const U = 11;
  const mean = (rule: (typeof RULES)[number], truth: Case["truth"], limit: number) => {
    const runs = Math.min(RUNS, 400);
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      const reached = audit({ list: wide, truth }, ...rule, `right${run}`);
      sum += Math.min(reached[LIMITS.indexOf(limit)]!, 3 * STATIONS);
    }
    return sum / runs;
  };
  const clean = wide.stations.map(({ votes }) => votes);

  test("without errors, betting takes a few sheets more than Kaplan–Markov, which takes what its formula says", () => {
    expect(mean(RULES[3]!, clean, 0.05)).toBe(cleanSheets(U, 0.05, "kaplan-markov"));
    expect(cleanSheets(U, 0.05, "kaplan-markov")).toBe(32);
    const betting = mean(RULES[0]!, clean, 0.05);
    expect(betting).toBeGreaterThanOrEqual(32);
    expect(betting).toBeLessThanOrEqual(cleanSheets(U, 0.05, "betting"));
  });

  test("with one sheet in two hundred missing, betting goes on where Kaplan–Markov cannot", () => {
    const holes = clean.map((votes, at) => (at % 200 === 50 ? undefined : votes));
    const betting = mean(RULES[0]!, holes, 0.1);
    const kaplanMarkov = mean(RULES[3]!, holes, 0.1);
    // A single sheet of taint 1 ends an audit by Kaplan–Markov: its risk stays 1.
    expect(betting).toBeLessThan(kaplanMarkov);
  });
});
