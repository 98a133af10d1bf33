// What holds for every list, seed and reading.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorBounds } from "../../src/audit/bounds";
import { auditListToCsv, readAuditList } from "../../src/audit/list-csv";
import { makeAuditList } from "../../src/audit/list";
import { auditRisk } from "../../src/audit/risk";
import { quotient } from "../../src/audit/rational";
import type { AuditReading } from "../../src/audit/readings";
import { asReported, drawFrom, lists, seeds } from "./made";

const RULES = [
  {},
  { drawing: "uniform" },
  { drawing: "with-replacement" },
  { drawing: "with-replacement", method: "kaplan-markov" },
] as const;

const cases = fc.record({
  list: lists,
  seed: seeds,
  rule: fc.constantFrom(...RULES),
  sheets: fc.integer({ min: 1, max: 3 }),
  /** For each drawn sheet: as reported, lost, or with votes moved. */
  finds: fc.array(fc.record({ lost: fc.boolean(), change: fc.nat(20), moved: fc.nat(200) }), {
    minLength: 3,
    maxLength: 3,
  }),
});

describe("laws", () => {
  test("the draw does not depend on the order of rows", () => {
    fc.assert(
      fc.property(lists, seeds, fc.infiniteStream(fc.nat()), (list, seed, keys) => {
        const order = list.stations.map((station) => ({ station, key: keys.next().value! }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ station }) => station);
        const other = makeAuditList({ ...list, stations: shuffled });
        expect(auditListToCsv(other)).toBe(auditListToCsv(list));
        expect(drawFrom(other, 3, {}, seed)).toEqual(drawFrom(list, 3, {}, seed));
      }),
    );
  });

  test("a longer draw begins with the shorter one; no sheet is drawn twice without replacement", () => {
    fc.assert(
      fc.property(lists, seeds, (list, seed) => {
        const all = list.stations.length;
        const long = drawFrom(list, [1, all - 1], {}, seed).sheets;
        expect(new Set(long.map(({ station }) => station)).size).toBe(all);
        const short = drawFrom(list, 1, {}, seed).sheets;
        expect(long.slice(0, 1)).toEqual(short);
        expect(long.map(({ round }) => round)).toEqual([1, ...Array(all - 1).fill(2)]);
      }),
    );
  });

  test("the list survives being written and read", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1 }),
        (names) => {
          const list = makeAuditList({
            name: "any",
            candidates: ["A", "station"],
            // A line end inside a field is read as a line feed.
            stations: [
              ...new Set(names.map((name) => `x${name.replace(/[\r\0\uFEFF]/g, "-")}x`)),
            ].map((station) => ({
              station,
              ballots: 9,
              votes: [2, 1],
              evidence: `https://${station}`,
            })),
          });
          const { commitment } = drawFrom(list, 1);
          expect(readAuditList(auditListToCsv(list), commitment)).toEqual(list);
        },
      ),
    );
  });

  test("the risk is above 0 and at most 1, and never rises with more sheets", () => {
    fc.assert(
      fc.property(cases, ({ list, seed, rule, sheets, finds }) => {
        const draw = drawFrom(list, sheets, rule, seed);
        const result = auditRisk(list, draw, found(list, draw.sheets, finds));
        expect(result.risk).toBeGreaterThan(0);
        expect(result.risk).toBeLessThanOrEqual(1);
        for (const { taint, risk, now } of result.steps) {
          expect(taint).toBeLessThanOrEqual(1);
          expect(Math.min(risk, now)).toBeGreaterThan(0);
          expect(Math.max(risk, now)).toBeLessThanOrEqual(1);
        }
        if (draw.commitment.method === "betting")
          result.steps.reduce((before, { risk }) => {
            expect(risk).toBeLessThanOrEqual(before);
            return risk;
          }, 1);
      }),
    );
  });

  test("one error more never lowers the risk", () => {
    fc.assert(
      fc.property(cases, fc.nat(2), ({ list, seed, rule, sheets, finds }, which) => {
        const draw = drawFrom(list, sheets, rule, seed);
        const readings = found(list, draw.sheets, finds);
        const at = which % readings.length;
        const reading = readings[at]!;
        if ("state" in reading) return;
        const worse = { ...reading.votes };
        // One vote from the winner of the list to somebody else.
        const { margins } = errorBounds(list);
        const { winner, loser } = margins[0]!;
        if (worse[winner] === 0) return;
        worse[winner]!--;
        worse[loser]!++;
        const more = readings.with(at, { station: reading.station, votes: worse });
        expect(auditRisk(list, draw, more).risk).toBeGreaterThanOrEqual(
          auditRisk(list, draw, readings).risk,
        );
      }),
    );
  });

  test("a sheet that favours the loser is never worse than one that is missing", () => {
    fc.assert(
      fc.property(cases, ({ list, seed, rule, sheets }) => {
        const draw = drawFrom(list, sheets, rule, seed);
        const [first] = draw.sheets;
        const station = first!.station;
        const rest = asReported(list, draw.sheets).filter((each) => each.station !== station);
        const { ballots } = list.stations.find((each) => each.station === station)!;
        const { loser } = errorBounds(list).margins[0]!;
        const votes = {
          ...Object.fromEntries(list.candidates.map((code) => [code, 0])),
          [loser]: ballots,
        };
        const against = auditRisk(list, draw, [...rest, { station, votes }]);
        const missing = auditRisk(list, draw, [...rest, { station, state: "missing" }]);
        // What settles the outcome by itself is no matter of chance.
        if (against.outcome === "overturned") return;
        expect(against.risk).toBeLessThanOrEqual(missing.risk);
      }),
    );
  });

  test("a ratio of large integers is the number nearest to it", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 30n), 10n ** 30n),
        fc.bigInt(1n, 10n ** 30n),
        (top, bottom) => {
          const ratio = quotient(top, bottom);
          const scaled = quotient(top * 3n ** 200n, bottom * 3n ** 200n);
          expect(Math.abs(scaled - ratio)).toBeLessThanOrEqual(Math.abs(ratio) * 2 ** -52);
          expect(Math.abs(ratio - Number(top) / Number(bottom))).toBeLessThanOrEqual(
            Math.abs(ratio) * 2 ** -50,
          );
        },
      ),
    );
  });
});

type Find = { readonly lost: boolean; readonly change: number; readonly moved: number };

function found(
  list: Parameters<typeof asReported>[0],
  sheets: Parameters<typeof asReported>[1],
  finds: readonly Find[],
): AuditReading[] {
  return asReported(list, sheets).map(({ station, votes }, at) => {
    const { lost, change, moved } = finds[at % finds.length]!;
    if (lost && change < 4) return { station, state: "unreadable" };
    const from = list.candidates[change % 3]!;
    const to = list.candidates[(change + 1) % 3]!;
    const some = Math.min(moved, votes[from]!);
    return {
      station,
      votes: { ...votes, [from]: votes[from]! - some, [to]: votes[to]! + some },
    };
  });
}
