// Rows that are read many at a time. That they come to the same as one by one is what every law in
// this folder says (three-ways.ts); here is that they are taken at all, and what happens at the edges.
import { describe, expect, test, vi } from "vitest";
import { type Election, parseElection } from "../../src/index";
import { type BatchesOf, batchesOf } from "../../src/read/plain/batches";
import { Reading } from "../../src/read/reading";
import { bytesOf, smallElection, tierraClara } from "../fixtures";
import { byReference, plain } from "./three-ways";

function read(csv: string | Uint8Array, election: Election, batches: BatchesOf, size?: number) {
  const data = typeof csv === "string" ? new TextEncoder().encode(csv) : csv;
  const reading = new Reading(parseElection(election), undefined, batches);
  reading.begin("input");
  const step = size ?? data.length;
  for (let from = 0; from < data.length; from += step)
    reading.feed(data.subarray(from, from + step));
  reading.feed(new Uint8Array(0), true);
  reading.end({ sha256: "", bytes: data.length });
  return { data, tallies: reading.finish() };
}

/** Reads in pieces, and by the reference; says how many rows were taken many at a time. */
function expectSame(csv: string | Uint8Array, election: Election, size?: number) {
  let taken = 0;
  const counting: BatchesOf = (target) => {
    const batches = batchesOf(target)!;
    return {
      take(rows) {
        const before = rows.nextLine;
        batches.take(rows);
        taken += rows.nextLine - before;
      },
    };
  };
  const { data, tallies } = read(csv, election, counting, size);
  const reference = byReference({ name: "input", data }, election);
  expect(plain(tallies)).toEqual({ ...plain(reference), sources: plain(tallies).sources });
  return { taken, ...tallies.rows };
}

const long = smallElection({
  layout: {
    station: [{ column: "centre" }, { column: "table", digits: 2 }],
    candidates: { A: "A", B: "B" },
    rows: { candidate: "who", votes: "votes", ignored: ["none"] },
    regions: ["state"],
  },
});
const longRows = (stations: number, region: (station: number) => string) =>
  ["state,centre,table,who,votes"]
    .concat(
      Array.from({ length: stations }, (_, at) =>
        ["A", "B"].map((who) => `${region(at)},C${1000 + at},1,${who},${at % 7}`).join("\n"),
      ),
    )
    .join("\n");

const wide = smallElection({
  universe: { stations: 100_000, registeredVoters: 10_000_000 },
  layout: {
    station: [{ column: "station" }],
    candidates: { A: "A", B: "B" },
    regions: ["state"],
  },
});
const wideRows = (stations: number, state: (station: number) => string, note = "") =>
  ["state,station,note,A,B"]
    .concat(
      Array.from(
        { length: stations },
        (_, at) => `${state(at)},S${at},${note},${at % 9},${at % 1000}`,
      ),
    )
    .join("\n");

describe("nearly all rows are taken", () => {
  test("of the fixture, which has every kind of wrong row", () => {
    const { read, taken } = expectSame(bytesOf("fixtures/tierra-clara.csv"), tierraClara);
    expect(taken / read).toBeGreaterThan(0.9);
  });

  test("with a row per candidate", () => {
    const { read, taken } = expectSame(
      longRows(500, (at) => `R${at >> 4}`),
      long,
    );
    expect([read, taken]).toEqual([1000, 1000]);
  });

  test("in pieces of some rows", () => {
    const { read, taken } = expectSame(
      wideRows(3000, () => "R"),
      wide,
      5000,
    );
    expect(taken / read).toBeGreaterThan(0.9);
  });
});

test("what is not taken is read by itself, and the rows behind it are taken again", () => {
  const rows = wideRows(2000, () => "R").split("\n");
  rows[500] = 'R,S499,"a ""quoted"" note",1,2';
  rows[1000] = "R,S999,,1,x";
  rows[1500] = "R,S1499,,1";
  const { accepted, rejected, taken } = expectSame(rows.join("\n"), wide);
  expect([accepted, rejected]).toEqual([1998, 2]);
  expect(taken).toBe(1997);
});

test("pieces for which there was no room make room", () => {
  const csv = wideRows(40_000, (at) => `R${at >> 10}`, "-".repeat(40));
  expect(csv.length).toBeGreaterThan(2 ** 21);
  for (const size of [2 ** 21, 2 ** 18, 2 ** 20]) {
    const { read, taken } = expectSame(csv, wide, size);
    expect(taken / read).toBeGreaterThan(0.99);
  }
});

describe("more different names than are kept", () => {
  // Numbers of texts begin anew at 2 ** 14.
  const names = 2 ** 14 + 5000;

  test("with a row per station", () => {
    const { read, taken } = expectSame(
      wideRows(2 * names, (at) => `R${at >> 1}`),
      wide,
    );
    expect(taken / read).toBeGreaterThan(0.9);
  });

  test("with a row per candidate", () => {
    const { read, taken } = expectSame(
      longRows(names, (at) => `R${at}`),
      long,
    );
    expect(taken / read).toBeGreaterThan(0.9);
  });
});

describe("keys", () => {
  const keyed = (keys: readonly string[]) =>
    ["state,centre,table,who,votes"]
      .concat(keys.flatMap((key) => ["A", "B"].map((who) => `R,${key},${who},1`)))
      .join("\n");

  test.each([
    ["in order", ["A,1", "A,2", "B,1"]],
    ["in no order", ["B,1", "A,2", "A,1"]],
    ["twice, next to each other", ["A,1", "A,1", "B,1"]],
    ["twice, apart", ["A,1", "B,1", "A,1"]],
    ["twice, with one that is out of order between", ["B,1", "A,1", "B,1"]],
    ["behind one that is longer", ["AA,1", "A,1", "AA,2", "AA,1"]],
    ["as long as none that is kept", [`${"K".repeat(300)},1`, "A,1", `${"K".repeat(300)},1`]],
    ["with too many digits, and with too few", ["A,001", "A,1", "A,0"]],
    ["with a slash in a part", ["A/0,1", "A\\,1", "A,1"]],
    ["beyond ASCII, and with spaces around them", ["É,1", " A,1", "A ,1", "e\u0301,2"]],
  ])("%s", (_, keys) => {
    expectSame(keyed(keys), long);
  });
});

test("in an encoding with one byte per character, those that need a second look are read by themselves", () => {
  const rows = wideRows(200, (at) => (at % 50 === 7 ? "\u00c3" : "\u00d1"));
  const bytes = Uint8Array.from(rows, (character) => character.charCodeAt(0));
  const { taken } = expectSame(bytes, wide);
  expect(taken).toBeGreaterThan(100);
  const named = parseElection({ ...wide, layout: { ...wide.layout, encoding: "windows-1252" } });
  // Where the encoding is named, none of them is suspect.
  expect(expectSame(bytes, named).taken).toBe(200);
});

test("one column for two candidates is left to who adds it up twice", () => {
  const shared = smallElection({
    layout: { station: [{ column: "station" }], candidates: { A: "A", B: { position: 2 } } },
  });
  const { tallies } = read("station,A\nS1,3\nS2,4", shared, (target) => {
    expect(batchesOf(target)).toBeUndefined();
    return undefined;
  });
  expect([...tallies.columns.validVotes]).toEqual([6, 8]);
});

test("without WebAssembly everything is read all the same", async () => {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", undefined);
  try {
    const anew = await import("../../src/read/plain/batches");
    let made: unknown = "not asked";
    const { tallies } = read(
      wideRows(20, () => "R"),
      wide,
      (target) => (made = anew.batchesOf(target)),
    );
    expect(tallies.length).toBe(20);
    expect(made).toBeUndefined();
  } finally {
    vi.unstubAllGlobals();
  }
});
