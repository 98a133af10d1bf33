// Rows that begin as the one before are only compared with it in WebAssembly, and names are guessed.
// Neither may show.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Election } from "../../src/index";
import { KeyList } from "../../src/read/key-list";
import { areCodes, bareKey } from "../../src/read/lookalikes";
import { smallElection } from "../fixtures";
import { runs } from "../laws";
import { readTallies } from "./three-ways";

const wide: Election = smallElection({
  layout: {
    station: [{ column: "centre" }, { column: "table", digits: 2 }],
    candidates: { A: "a", B: "b" },
    validVotes: "valid",
    regions: ["state", "town"],
  },
});

const WIDE = "state,code,town,centre,table,a,b,valid";
const row = (state: string, town: string, centre: string, table: number) =>
  `${state},7,${town},${centre},${table},1,2,3`;

const stationsOf = (csv: string, election: Election) =>
  [...readTallies(csv, election).tallies].map(({ station, regions }) => [
    station,
    ...Object.values(regions),
  ]);

test("a name with a delimiter, in quotes, is not guessed where there are none", () => {
  const csv = [
    WIDE,
    row('"Vega, Baja"', "Alto", "X", 1),
    row("Vega, Baja", "Alto", "X", 2),
    row('"Vega, Baja"', "Alto", "X", 3),
  ].join("\n");
  const { tallies, issues } = readTallies(csv, wide);
  expect([...tallies].map(({ station }) => station)).toEqual(["X/01", "X/03"]);
  expect(issues.map(({ code, line }) => [code, line])).toEqual([["row-width", 3]]);
});

test("a name with a quote in it is not guessed either", () => {
  const csv = [
    WIDE,
    row('Ve"ga', "Alto", "X", 1),
    row('"Ve"ga"', "Alto", "X", 2),
    row('Ve"ga', "Alto", "X", 3),
  ].join("\n");
  // What follows a quoted field is nothing that can be read.
  expect(() => readTallies(csv, wide)).toThrow(/line 3/);
});

describe("a region is that of its own row", () => {
  test("behind a row that is refused before its regions are read", () => {
    const csv = [
      WIDE,
      row("P", "p", "X", 1),
      row("Q", "q", "", 2),
      row("Q", "q", "", 3),
      row("Q", "q", "Y", 4),
      "Q,7,q,Y,5,1,2,4",
      row("P", "p", "X", 6),
    ].join("\n");
    expect(stationsOf(csv, wide)).toEqual([
      ["X/01", "P", "p"],
      ["Y/04", "Q", "q"],
      ["X/06", "P", "p"],
    ]);
  });

  test("where a longer name begins as a shorter one", () => {
    const csv = [WIDE, row("P", "p", "X", 1), row("P", "pq", "X", 2), row("P", "p", "X", 3)];
    expect(stationsOf(csv.join("\n"), wide)).toEqual([
      ["X/01", "P", "p"],
      ["X/02", "P", "pq"],
      ["X/03", "P", "p"],
    ]);
  });
});

const name = fc.constantFrom("P", "PP", '"P"', '"P,P"', "", "É", '"É"', "P P", " P");
const digits = fc.constantFrom("1", "01", '"1"', "2", "", "x");

test("law: rows of few different names, as bytes, in pieces, and by papaparse", () => {
  const line = fc
    .tuple(name, digits, name, name, digits, digits)
    .map(([state, code, town, centre, table, a]) =>
      [state, code, town, centre, table, a, "2", "3"].join(","),
    );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      // One that is accepted, so that there is something to compare; the wrapper compares it.
      readTallies([WIDE, row("Z", "z", "Z", 1), ...lines].join("\n"), wide);
    }),
  );
});

test("law: the same with a row per candidate", () => {
  const long = smallElection({
    layout: {
      station: [{ column: "centre" }, { column: "table" }],
      candidates: { A: "A", B: "B" },
      rows: { candidate: "who", votes: "votes", ignored: ["none"] },
      regions: ["state"],
    },
  });
  const who = fc.constantFrom("A", "B", '"A"', "none", "C", " B");
  const line = fc
    .tuple(fc.constantFrom("P", '"P"', "Q"), fc.constantFrom("X", "Y", ""), digits, who, digits)
    .map((fields) => fields.join(","));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 16 }), (lines) => {
      const csv = ["state,centre,table,who,votes", "Z,Z,1,A,1", "Z,Z,1,B,2", ...lines];
      readTallies(csv.join("\n"), long);
    }),
  );
});

test("law: of keys that are seen to be codes, none looks like another", () => {
  const piece = fc.constantFrom("0", "7", "a", "B", "/", " ", "\t", '"', "'", "-", "\\", "é");
  const key = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));
  const code = fc.stringMatching(/^[0-9A-B]{1,2}\/0?[0-9]$/);
  let codes = 0;
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(code, key), { maxLength: 4 }), (keys) => {
      const list = new KeyList();
      for (const own of keys) {
        const bytes = new TextEncoder().encode(own);
        list.push(bytes, 0, bytes.length);
      }
      if (!areCodes(list, Int32Array.from(keys.keys()))) return;
      codes++;
      expect(new Set(keys.map(bareKey)).size).toBe(keys.length);
    }),
    { numRuns: runs(2000) },
  );
  expect(codes).toBeGreaterThan(100);
});
