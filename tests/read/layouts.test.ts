// One made file for each shape that a layout can describe; see fixtures/layouts.
import { describe, expect, test } from "vitest";
import {
  type Layout,
  parseElection,
  readRegister,
  type TallyInputs,
  verify,
} from "../../src/index";
import { readTallies } from "./three-ways";
import { bytesOf, smallElection } from "../fixtures";

const file = (name: string) => ({
  name: `fixtures/layouts/${name}.csv`,
  data: bytesOf(`fixtures/layouts/${name}.csv`),
});

const HALL: Layout = { station: [{ column: "Hall" }], candidates: { A: "Alba", B: "Boro" } };
const withLayout = (layout: Partial<Layout> = {}) =>
  smallElection({
    layout: { ...HALL, ...layout },
    universe: { stations: 20, registeredVoters: 9000 },
  });

const read = (inputs: TallyInputs, layout?: Partial<Layout>) =>
  readTallies(inputs, withLayout(layout)).tallies;

/** Station, A and B of every accepted sheet. */
const sheets = (tallies: ReturnType<typeof read>) =>
  [...tallies].map(({ station, votes }) => [station, votes["A"], votes["B"]]);

const TWO = [
  ["1", 120, 80],
  ["2", 60, 90],
];

describe("wide tables", () => {
  test.each<[string, Partial<Layout>]>([
    ["plain", {}],
    ["header-below-title", { header: 4 }],
    [
      "no-header",
      {
        header: "none",
        station: [{ position: 1 }],
        candidates: { A: { position: 2 }, B: { position: 3 } },
      },
    ],
    ["semicolon", { delimiter: ";" }],
    ["tab", { delimiter: "\t" }],
    ["bar", { delimiter: "|" }],
    ["duplicate-header", { candidates: { A: { position: 2 }, B: { position: 3 } } }],
    [
      "multi-line-header",
      {
        station: [{ column: "Hall number" }],
        candidates: { A: "Votes for Alba", B: "Votes for Boro" },
      },
    ],
    [
      "non-latin-header",
      { station: [{ column: "投票所" }], candidates: { A: "阿尔巴", B: "Бобо" } },
    ],
    [
      "other-names",
      {
        station: [{ column: ["Hall", "Mesa"] }],
        candidates: { A: { column: ["Alba", "ALBA"] }, B: { column: ["Boro", "BORO"] } },
      },
    ],
    ["trailing-both", {}],
    ["trailing-rows", { trailingDelimiter: true }],
    ["mixed-line-ends", {}],
    ["windows-1255", { encoding: "windows-1255", station: [{ column: "קלפי" }] }],
    ["utf-16le", { encoding: "utf-16le" }],
  ])("%s", (name, layout) => {
    const tallies = read(file(name), layout);
    expect(sheets(tallies)).toEqual(TWO);
    expect(tallies.issues).toEqual([]);
    expect(tallies.rows).toMatchObject({ read: 2, accepted: 2 });
  });

  test("without what the layout says, such files are refused", () => {
    for (const name of ["header-below-title", "no-header", "semicolon", "multi-line-header"])
      expect(() => read(file(name)), name).toThrow(/does not fit the election's layout/);
    expect(() => read(file("utf-16le"))).toThrow(/"encoding": "utf-16le"/);
    expect(() => read(file("trailing-rows"))).toThrow(/None of the 2 rows/);
    expect(() => read(file("duplicate-header"), { candidates: { A: "Votes", B: "Hall" } })).toThrow(
      /more than one column "Votes", at the positions 2 and 3.*"position": 2/s,
    );
    expect(() => read(file("windows-1255"), { encoding: "utf-8" })).toThrow(/is not utf-8/);
    expect(() => read(file("plain"), { header: 9 })).toThrow(/ends before line 9/);
  });

  test("a candidate present in some files only", () => {
    const candidates = { A: "Alba", B: { column: "Boro", optional: true } };
    const tallies = read([file("plain"), file("one-candidate")], { candidates });
    expect(sheets(tallies)).toEqual([...TWO, ["3", 70, 0]]);
    expect(tallies.issues).toMatchObject([
      { code: "column-absent", source: "fixtures/layouts/one-candidate.csv", field: "Boro" },
    ]);
    expect(() => read([file("plain"), file("one-candidate")])).toThrow(/no column "Boro"/);
  });

  test("a column that is two candidates' counts for each of them", () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at},10`);
    const tallies = read(["Hall,Alba", ...rows].join("\n"), {
      candidates: { A: "Alba", B: { position: 2 } },
    });
    expect(sheets(tallies)).toEqual(rows.map((_, at) => [`${at}`, 10, 10]));
    expect(tallies.columns.validVotes.every((votes) => votes === 20)).toBe(true);
  });

  test("split-key: a station key cut out of one code, and padded", () => {
    const station = [
      { column: "Code", split: ".", part: 1, digits: 9 },
      { column: "Code", split: ".", part: 2, digits: 3 },
    ];
    expect(sheets(read(file("split-key"), { station })).map(([key]) => key)).toEqual([
      "010101001/001",
      "010101001/002",
    ]);
  });

  test("fill-down: an empty field means the row above", () => {
    const station = [{ column: "Village", fillDown: true }, { column: "Hall" }];
    const regions = [{ name: "Village", column: "Village", fillDown: true }];
    const tallies = read(file("fill-down"), { station, regions });
    expect([...tallies].map((sheet) => [sheet.station, sheet.regions["Village"]])).toEqual([
      ["Upper/1", "Upper"],
      ["Upper/2", "Upper"],
      ["Lower/1", "Lower"],
    ]);
  });

  test("the name of the file as part of the key and as region", () => {
    const tallies = read([file("Highlands"), file("Lowlands")], {
      station: [{ fileName: true }, { column: "Hall" }],
      regions: [{ name: "State", fileName: true }],
    });
    expect([...tallies].map((sheet) => [sheet.station, sheet.regions["State"]])).toEqual([
      ["Highlands/1", "Highlands"],
      ["Highlands/2", "Highlands"],
      ["Lowlands/1", "Lowlands"],
    ]);
  });

  test("skip: subtotals, other contests and footers are counted and listed", () => {
    const tallies = read(file("skip"), {
      skip: [
        { column: "Level", startsWith: ["Prepared"], reason: "footer" },
        { column: "Level", notIn: ["station"], reason: "subtotal" },
        { column: "Contest", notIn: ["President"], reason: "other contest" },
      ],
    });
    expect(sheets(tallies)).toEqual(TWO);
    expect(tallies.rows).toMatchObject({ read: 5, accepted: 2, skipped: 3 });
    const told = tallies.issues.map(({ code, line, expected }) => [code, line, expected]);
    expect(told).toEqual([
      ["row-skipped", 3, "other contest"],
      ["row-skipped", 5, "subtotal"],
      ["row-skipped", 6, "footer"],
    ]);
  });

  test("values: separators of thousands, words for missing, and nothing else", () => {
    const tallies = read(file("values"), {
      registeredVoters: { column: "Roll", optional: true },
      values: {
        thousands: ".",
        missing: { NA: "not received", "-": "not counted", "*": "withheld" },
      },
    });
    expect(sheets(tallies)).toEqual([
      ["1", 1120, 80],
      ["2", 60, 90],
      ["4", 60, 90],
    ]);
    expect(tallies.at(0)?.registeredVoters).toBe(2400);
    expect(tallies.at(2)).not.toHaveProperty("registeredVoters");
    const told = tallies.issues.map(({ code, station, received }) => [code, station, received]);
    expect(told).toEqual([
      ["count-missing", "3", "NA (not received)"],
      ["count-missing", "5", ""],
      ["count-missing", "6", "- (not counted)"],
      ["count-malformed", "7", "1.12"],
      ["ballots-exceed-registered", "8", "12345678"],
      ["count-malformed", "9", "1e3"],
    ]);
  });

  test("centre-roll: voters of a centre bound no station, but all of its ballots", () => {
    const centre = { key: [{ column: "Centre" }], registeredVoters: "Centre roll" };
    const tallies = read(file("centre-roll"), { centre });
    expect(sheets(tallies)).toEqual(TWO);
    expect(tallies.issues).toEqual([]);
    expect(tallies.at(0)).not.toHaveProperty("registeredVoters");
    const name = "fixtures/rows/centre-exceeds-registered.csv";
    const { issues } = readTallies({ name, data: bytesOf(name) }, withLayout({ centre }));
    expect(issues).toMatchObject([
      { code: "centre-exceeds-registered", line: 2, received: "350", severity: "warning" },
    ]);
  });
});

describe("long tables", () => {
  const rows = { candidate: "Choice", votes: "Votes" };
  const candidates = { A: ["Alba"], B: ["Boro"] };

  test("long-pseudo: counts of the sheet in rows of their own, totals ignored", () => {
    const tallies = read(file("long-pseudo"), {
      candidates,
      rows: {
        ...rows,
        invalidVotes: ["Null"],
        blankVotes: ["Blank"],
        registeredVoters: ["Roll"],
        ballotsCast: ["Cast"],
        ignored: ["TOTAL"],
      },
    });
    expect(sheets(tallies)).toEqual(TWO);
    expect(tallies.at(0)).toMatchObject({
      invalidVotes: 3,
      blankVotes: 2,
      ballotsCast: 205,
      registeredVoters: 400,
    });
    expect(tallies.rows).toMatchObject({ read: 14, accepted: 12, skipped: 2 });
  });

  test("long-modes: candidates by number, summed over modes, one contest of several", () => {
    const layout = {
      candidates: { A: ["1"], B: ["2"] },
      rows: { ...rows, sumOver: ["Mode"] },
      registeredVoters: "Roll",
      skip: [{ column: "Office", notIn: ["President"], reason: "other contest" }],
    };
    const tallies = read(file("long-modes"), layout);
    expect(sheets(tallies)).toEqual(TWO);
    expect(tallies.at(1)?.registeredVoters).toBe(300);
    expect(tallies.rows).toMatchObject({ read: 7, accepted: 6, skipped: 1 });
    // Without the mode, the second row of the same candidate contradicts the first.
    const { sumOver: _, ...unsummed } = layout.rows;
    expect(() => read(file("long-modes"), { ...layout, rows: unsummed })).toThrow(/None of the 7/);
  });

  test("long-no-zero-rows: a candidate without a row is missing, unless the layout says zero", () => {
    const strict = read(file("long-no-zero-rows"), { candidates, rows });
    expect(sheets(strict)).toEqual([["1", 120, 80]]);
    expect(strict.issues).toMatchObject([{ code: "station-incomplete", line: 4 }]);
    const lenient = read(file("long-no-zero-rows"), {
      candidates,
      rows: { ...rows, absentIsZero: true },
    });
    expect(sheets(lenient)).toEqual([
      ["1", 120, 80],
      ["2", 0, 90],
    ]);
  });

  test("whichever candidates have no row, the others keep their votes", () => {
    const three = smallElection({
      candidates: ["A", "B", "C"].map((code) => ({ code, name: code })),
      universe: { stations: 20, registeredVoters: 9000 },
      layout: {
        station: [{ column: "S" }],
        candidates: { A: ["A"], B: ["B"], C: ["C"] },
        rows: { candidate: "K", votes: "V", absentIsZero: true, registeredVoters: ["Reg"] },
      },
    });
    const all = { A: 11, B: 21, C: 31 };
    for (let set = 1; set < 8; set++) {
      const there = Object.entries(all).filter((_, at) => (set >> at) & 1);
      const rows = there.map(([code, votes]) => `1,${code},${votes}`).join("\n");
      const { tallies } = readTallies(`S,K,V\n${rows}\n1,Reg,200\n`, three);
      expect(tallies.at(0)?.votes).toEqual({ A: 0, B: 0, C: 0, ...Object.fromEntries(there) });
      expect(tallies.at(0)?.registeredVoters).toBe(200);
      expect(tallies.at(0)).not.toHaveProperty("blankVotes");
    }
    // A station of which only the voters are listed has no tally.
    const { tallies, issues } = readTallies("S,K,V\n1,A,5\n2,Reg,200\n", three);
    expect(tallies.length).toBe(1);
    expect(issues).toMatchObject([
      { code: "station-incomplete", station: "2", received: "no row for any candidate" },
    ]);
  });

  test("rows in any order, and in two files, are the same sheets", () => {
    const lines = new TextDecoder().decode(file("long-no-zero-rows").data).trimEnd().split("\n");
    const [header, ...body] = lines;
    const layout = { candidates, rows: { ...rows, absentIsZero: true } };
    const parts = [body.slice(1).toReversed(), body.slice(0, 1)].map((part) =>
      [header, ...part].join("\n"),
    );
    const sorted = (tallies: ReturnType<typeof read>) => sheets(tallies).sort();
    expect(sorted(read(parts, layout))).toEqual(sorted(read(lines.join("\n"), layout)));
  });

  test("a row given twice counts once; one that differs takes its station out", () => {
    const text = new TextDecoder().decode(file("long-no-zero-rows").data);
    const layout = { candidates, rows: { ...rows, absentIsZero: true } };
    const twice = read(`${text}2,Boro,90\n`, layout);
    expect(twice.rows).toMatchObject({ accepted: 3, duplicate: 1, rejected: 0 });
    const differs = read(`${text}2,Boro,91\n`, layout);
    expect(sheets(differs)).toEqual([["1", 120, 80]]);
    expect(differs.rows).toMatchObject({ read: 4, accepted: 2, duplicate: 0, rejected: 2 });
    expect(differs.issues.map(({ code, line }) => [code, line])).toEqual([
      ["station-incomplete", 4],
      ["duplicate-conflicting", 5],
    ]);
  });

  test("a value of the candidate column cannot mean two things", () => {
    const both = { A: ["Alba"], B: ["Alba"] };
    expect(() => read(file("long-no-zero-rows"), { candidates: both, rows })).toThrow(
      /two meanings/,
    );
  });
});

describe("registers", () => {
  test("with a layout of its own", () => {
    const election = {
      ...withLayout({ registeredVoters: { column: "roll", optional: true } }),
      registers: [
        { delimiter: ";" as const, station: [{ column: "Station" }], registeredVoters: "Voters" },
      ],
    };
    const register = readRegister(file("register-own-layout"), election);
    const { tallies } = readTallies(file("plain"), election, { register });
    expect([...tallies].map(({ registeredVoters }) => registeredVoters)).toEqual([400, 300]);
    expect(tallies.register).toMatchObject({ stations: 3, matched: 2, complete: false });
  });

  test("by region: stations and voters of each", () => {
    const election = {
      ...withLayout({
        station: [{ column: "Village", fillDown: true }, { column: "Hall" }],
        regions: [{ name: "Village", column: "Village", fillDown: true }],
      }),
      registers: [{ region: "Village", stations: "stations", registeredVoters: "voters" }],
    };
    const register = readRegister(file("register-by-region"), election);
    const { tallies } = readTallies(file("fill-down"), election, { register });
    expect(verify(election, tallies).register?.byRegion?.regions).toEqual([
      { region: "Upper", stations: 2, registeredVoters: 700, covered: 2 },
      { region: "Lower", stations: 1, registeredVoters: 300, covered: 1 },
    ]);
  });

  test("a register of more than there is, is refused", () => {
    const registers = [
      { delimiter: ";" as const, station: [{ column: "Station" }], registeredVoters: "Voters" },
    ];
    const few = { ...withLayout(), registers, universe: { stations: 20, registeredVoters: 999 } };
    expect(() => readRegister(file("register-own-layout"), few)).toThrow(
      /has 1000 registered voters/,
    );
  });
});

test("the same file twice is refused, whatever it is called", () => {
  const again = { ...file("plain"), name: "copy.csv" };
  expect(() => read([file("plain"), again])).toThrow(
    /copy\.csv and fixtures\/layouts\/plain\.csv are the same file/,
  );
});

test.each<[string, object, RegExp]>([
  [
    "a place that is none",
    { station: [{ digits: 3 }] },
    /layout\.station\[0\]: must have a column/,
  ],
  ["two places", { station: [{ column: "a", position: 1 }] }, /layout\.station\[0\]/],
  ["an unknown encoding", { encoding: "klingon" }, /layout\.encoding: must be the name/],
  ["a skip rule that says nothing", { skip: [{ column: "a", reason: "r" }] }, /layout\.skip\[0\]/],
  ["values for a wide table", { candidates: { A: ["x"], B: "b" } }, /lists of values belong/],
  ["a column used twice", { candidates: { A: "x", B: "x" } }, /column "x" twice, for candidate A/],
])("a layout with %s is refused", (_, layout, message) => {
  expect(() => parseElection({ ...smallElection(), layout: { ...HALL, ...layout } })).toThrow(
    message,
  );
});
