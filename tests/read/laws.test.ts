import fc from "fast-check";
import { expect, test } from "vitest";
import { count, countBy, readTallies, TallyError } from "../../src/index";
import { smallElection } from "../fixtures";

const election = smallElection({
  layout: {
    station: [{ column: "centre", digits: 3 }, { column: "table" }],
    candidates: { A: "A", B: "B" },
    validVotes: "valid",
    registeredVoters: { column: "roll", optional: true },
    regions: ["state", "town"],
  },
});
const HEADER = "state,town,centre,table,roll,A,B,valid";

/** Rows as people make them: mostly right, some broken in each way, some twice. */
const row = fc
  .record({
    state: fc.constantFrom("N", "S"),
    town: fc.constantFrom("x", "y"),
    centre: fc.constantFrom("1", "02", "003", "9999", ""),
    table: fc.constantFrom("1", "2", "1/2"),
    roll: fc.constantFrom("500", "20", ""),
    a: fc.constantFrom("0", "7", "12", "1e3", "-1", ""),
    b: fc.constantFrom("0", "5", "30"),
    extra: fc.constantFrom("", "", "", ","),
    wrong: fc.constantFrom(0, 0, 0, 1),
  })
  .map(
    ({ state, town, centre, table, roll, a, b, extra, wrong }) =>
      [state, town, centre, table, roll, a, b, Number(a) + Number(b) + wrong].join(",") + extra,
  );
const rows = fc.array(fc.oneof({ arbitrary: row, weight: 9 }, fc.constant("")), {
  minLength: 1,
  maxLength: 30,
});
const good = "N,x,500,1,900,10,20,30";

const read = (parts: readonly (readonly string[])[]) => {
  try {
    return readTallies(
      parts.map((part) => [HEADER, ...part].join("\n") + "\n"),
      election,
    ).tallies;
  } catch (error) {
    if (error instanceof TallyError && error.code === "rows-none-accepted") return undefined;
    throw error;
  }
};

const figures = (tallies: ReturnType<typeof read>) =>
  tallies && {
    rows: tallies.rows,
    count: count(tallies),
    towns: countBy(tallies, "town").sort((a, b) => (a.region.join() < b.region.join() ? -1 : 1)),
    stations: [...tallies].map(({ station, votes }) => `${station} ${votes["A"]}`).sort(),
    issues: tallies.issues
      .map(({ code }) => code)
      .filter((code) => code !== "row-blank")
      .sort(),
  };

test("every row is accounted for, and each row not accepted has an issue on its line", () => {
  fc.assert(
    fc.property(rows, (lines) => {
      const tallies = read([[...lines, good]])!;
      const { read: all, accepted, rejected, duplicate, skipped } = tallies.rows;
      expect(all).toBe(lines.length + 1);
      expect(accepted + rejected + duplicate + skipped).toBe(all);
      const accused = new Set(
        tallies.issues
          .filter(({ severity, code }) => severity === "error" || code === "duplicate-identical")
          .map(({ line }) => line),
      );
      // Empty lines have one issue for all of them, which names their lines.
      expect(accused.size).toBe(all - accepted - skipped);
      const blank = tallies.issues.find(({ code }) => code === "row-blank");
      expect(Number(blank?.received?.split(" ")[0] ?? 0)).toBe(skipped);
      expect(new Set([...tallies].map(({ line }) => line)).size).toBe(accepted);
      for (const { line } of tallies) expect(accused.has(line)).toBe(false);
    }),
  );
});

test("the order of rows is irrelevant", () => {
  fc.assert(
    fc.property(
      rows.chain((lines) =>
        fc.tuple(
          fc.constant(lines),
          fc.shuffledSubarray([...lines, good], {
            minLength: lines.length + 1,
            maxLength: lines.length + 1,
          }),
        ),
      ),
      ([lines, shuffled]) => {
        expect(figures(read([shuffled]))).toEqual(figures(read([[...lines, good]])));
      },
    ),
  );
});

test("rows split over two files give the same figures", () => {
  fc.assert(
    fc.property(rows, fc.nat(30), (lines, at) => {
      const all = [...lines, good];
      const cut = 1 + (at % all.length);
      const parts = [all.slice(0, cut), all.slice(cut)].filter((part) => part.length > 0);
      expect(figures(read(parts))).toEqual(figures(read([all])));
    }),
  );
});

test("regions add up to the whole", () => {
  fc.assert(
    fc.property(rows, (lines) => {
      const tallies = read([[...lines, good]])!;
      const whole = count(tallies);
      for (const region of ["state", "town"]) {
        const parts = countBy(tallies, region).map((part) => part.count);
        const sum = (of: (part: typeof whole) => number) =>
          parts.reduce((s, part) => s + of(part), 0);
        expect(sum(({ stations }) => stations)).toBe(whole.stations);
        expect(sum(({ validVotes }) => validVotes)).toBe(whole.validVotes);
        expect(sum(({ atLeastRegistered }) => atLeastRegistered)).toBe(whole.atLeastRegistered);
        for (const at of [0, 1])
          expect(sum(({ candidates }) => candidates[at]!.votes)).toBe(whole.candidates[at]!.votes);
      }
    }),
  );
});
