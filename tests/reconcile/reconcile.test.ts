import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  differencesToCsv,
  lincolnPetersen,
  readTallies,
  reconcile,
  reconcileAll,
  reconciliationToHtml,
  reconciliationToJson,
  reconciliationToMarkdown,
  reconciliationToText,
  rollUp,
  type Tallies,
} from "../../src/index";
import { kindOfCounts, kindOfSheets } from "../../src/reconcile/kinds";
import { readFixture, smallElection, textOf, tierraClara } from "../fixtures";

const election = smallElection({ universe: { stations: 100, registeredVoters: 100000 } });
const talliesOf = (rows: Record<string, [number, number]>, name = "input"): Tallies =>
  readTallies(
    {
      name,
      data: `station,A,B\n${Object.entries(rows)
        .map(([station, votes]) => `${station},${votes.join(",")}\n`)
        .join("")}`,
    },
    election,
  ).tallies;

describe("what a difference looks like", () => {
  test.each([
    [137, 187, "one-digit"],
    [137, 173, "swapped-digits"],
    [137, 731, "other"],
    [137, 37, "digit-missing"],
    [70, 7, "digit-missing"],
    [70, 700, "digit-missing"],
    [7, 700, "other"],
    [12, 345, "other"],
    [0, 1, "one-digit"],
  ] as const)("%i and %i: %s", (a, b, kind) => {
    expect(kindOfCounts(a, b)).toBe(kind);
    expect(kindOfCounts(b, a)).toBe(kind);
  });

  test.each([
    [[120, 30, 4, 2], [30, 120, 4, 2], "swapped-columns"],
    [[120, 30, 4, 2], [0, 120, 30, 4], "shifted-columns"],
    [[120, 30, 4, 2], [121, 31, 4, 2], "one-digit"],
    [[120, 30, 4, 2], [121, 3, 4, 2], "several"],
    [[120, 30, 4, 2], [99, 88, 7, 0], "copied-neighbour"],
  ] as const)("%j and %j: %s", (a, b, kind) => {
    expect(kindOfSheets(a, b, [[99, 88, 7, 0]])).toBe(kind);
  });

  test("two counts alone are no copy and no shift", () => {
    expect(kindOfSheets([5, 1, 0], [0, 5, 0], [[0, 5, 0]])).not.toBe("copied-neighbour");
    expect(kindOfSheets([5, 0, 0], [0, 5, 0], [])).toBe("swapped-columns");
  });
});

test("a key that lost its zeros is named, not counted as a difference", () => {
  const { nearKeys, stations } = reconcile(
    talliesOf({ "007": [10, 5], "012": [3, 4] }),
    talliesOf({ "7": [10, 5], "12": [9, 9] }),
  );
  expect(stations).toMatchObject({ shared: 0, onlyA: 2, onlyB: 2 });
  expect(nearKeys).toEqual([
    { a: "007", b: "7", sameVotes: true },
    { a: "012", b: "12", sameVotes: false },
  ]);
});

describe("laws", () => {
  const rows = fc.dictionary(
    fc.constantFrom("a", "b", "c", "d", "e", "f"),
    fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 })).filter(([a, b]) => a + b > 0),
    { minKeys: 1 },
  );

  test("every station is in one group, and what differs from the one side differs from the other", () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const [a, b] = [talliesOf(one), talliesOf(other)];
        const there = reconcile(a, b).stations;
        const back = reconcile(b, a).stations;
        expect(there.shared + there.onlyA).toBe(a.length);
        expect(there.shared + there.onlyB).toBe(b.length);
        expect(there.equal + there.different).toBe(there.shared);
        expect(back).toEqual({ ...there, onlyA: there.onlyB, onlyB: there.onlyA });
      }),
    );
  });

  test("corrected, it agrees with the other; united, it has every station once", () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const { views } = reconcile(talliesOf(one), talliesOf(other));
        const expected = { ...one };
        for (const [station, votes] of Object.entries(other))
          if (station in expected) expected[station] = votes;
        const sum = (all: Record<string, [number, number]>) =>
          Object.values(all).reduce((total, [votes]) => total + votes, 0);
        expect(views[2]!.candidates[0]!.votes).toBe(sum(expected));
        expect(views[3]!.candidates[0]!.votes).toBe(sum({ ...other, ...one }));
        expect(views[3]!.stations).toBe(new Set([...Object.keys(one), ...Object.keys(other)]).size);
      }),
    );
  });

  test("of three that are all alike nobody dissents; one that differs is the dissenter", () => {
    fc.assert(
      fc.property(rows, (own) => {
        const all = talliesOf(own);
        expect(reconcileAll([all, all, all]).disputes).toEqual([]);
        const [first] = Object.keys(own) as [string];
        const changed = talliesOf({ ...own, [first]: [own[first]![0] + 1, own[first]![1]] });
        const { transcriptions, settled } = reconcileAll([all, changed, all]);
        expect(settled).toBe(1);
        expect(transcriptions.map(({ dissents }) => dissents)).toEqual([0, 1, 0]);
      }),
    );
  });
});

test("without a majority nothing is settled", () => {
  const [one, other] = [talliesOf({ x: [1, 2] }), talliesOf({ x: [1, 3] })];
  expect(reconcileAll([one, other, talliesOf({ y: [1, 1] })])).toMatchObject({
    settled: 0,
    unsettled: 1,
  });
});

test("Pólya's proofreaders: 30 and 24 errors found, 20 by both", () => {
  // Pólya, "Probabilities in Proofreading", American Mathematical Monthly 83 (1976): a b / c = 36 in all;
  // with Chapman's correction for small numbers 31 · 25 / 21 − 1.
  expect(lincolnPetersen({ first: 30, second: 24, both: 20 }).all).toBeCloseTo(35.9048, 4);
  expect(() => lincolnPetersen({ first: 1, second: 2, both: 2 })).toThrow(/both/);
});

describe("published totals", () => {
  const parts = readFixture("fixtures/tierra-clara.csv", tierraClara).tallies;
  const { layout } = tierraClara;
  const states = {
    ...tierraClara,
    registers: [],
    layout: { ...layout, station: [{ column: "EDO" }], regions: [] },
  };
  const header = "EDO,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n";
  const rowOf = (name: string, change = 0) => {
    const column = parts.columns.regions[0]!;
    const code = column.paths.findIndex(([own]) => own === name);
    const sum = (values: Int32Array) =>
      values.reduce((all, value, at) => (column.codes[at] === code ? all + value : all), 0);
    const votes = parts.columns.votes.map(sum);
    votes[0]! += change;
    return `${[name, votes.reduce((a, b) => a + b), sum(parts.columns.invalidVotes!), ...votes].join(",")}\n`;
  };
  const [first, second] = parts.columns.regions[0]!.paths.map(([name]) => name!) as [
    string,
    string,
  ];
  const check = (rows: string) => rollUp(readTallies(header + rows, states).tallies, parts, "EDO");

  test("say which parent is not the sum of its children, and by how much", () => {
    expect(check(rowOf(first)).regions[0]).toMatchObject({ outcome: "equal", differences: [] });
    expect(check(rowOf(first, -1)).regions[0]).toMatchObject({ outcome: "below" });
    const { regions } = check(rowOf(first) + rowOf(second, 7));
    expect(regions[1]!.outcome).toBe("above");
    expect(
      regions[1]!.differences.map(({ candidate, field, difference }) => [
        candidate ?? field,
        difference,
      ]),
    ).toEqual([
      ["EG", 7],
      ["validVotes", 7],
      ["ballotsCast", 7],
    ]);
  });

  test("name regions that only one of them has", () => {
    const made = check(rowOf(first) + "NOWHERE,3,0,3,0,0,0,0,0,0,0,0,0\n");
    expect(made.withoutParts).toEqual(["NOWHERE"]);
    expect(made.withoutTotal).toContain(second);
  });
});

describe("reports", () => {
  const a = readFixture("fixtures/tierra-clara.csv", tierraClara).tallies;
  const b = readFixture("fixtures/tierra-clara-again.csv", tierraClara).tallies;
  const made = reconcile(a, b, { election: tierraClara });

  test("have the same figures in every form and language", () => {
    for (const figure of ["1,201", "149,488", "020403132/02"])
      for (const write of [reconciliationToText, reconciliationToMarkdown, reconciliationToHtml])
        expect(write(made)).toContain(figure);
    expect(reconciliationToText(made, { language: "es" })).toContain("149.488");
    expect(JSON.parse(reconciliationToJson(made)).stations.equal).toBe(1201);
    expect(differencesToCsv(made).split("\r\n")).toHaveLength(13);
  });

  test("fit a terminal, and never say the word for a crime", () => {
    for (const report of [made, reconcileAll([a, b, a]), rollUp(b, a, "EDO")])
      for (const language of ["en", "es"] as const) {
        const text = reconciliationToText(report, { language });
        expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
        expect(text).not.toMatch(/fraud|fraude/i);
      }
  });

  test("the second transcription differs where the fixture says", () => {
    expect(textOf("fixtures/README.md")).toContain("four misread");
    expect(made.differences.map(({ kind }) => kind).sort()).toEqual([
      "copied-neighbour",
      "digit-missing",
      "one-digit",
      "swapped-columns",
    ]);
  });
});

test("other candidates are refused", () => {
  const [a, b] = [
    talliesOf({ x: [1, 2] }),
    readFixture("fixtures/tierra-clara.csv", tierraClara).tallies,
  ];
  expect(() => reconcile(a, b)).toThrow(expect.objectContaining({ code: "candidate-unknown" }));
});
