import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ISSUE_CODES, type IssueCode, readRegister } from "../../src/index";
import { readTallies } from "./three-ways";
import { bytesOf, pathOf, readFixture, smallElection, threeVillages } from "../fixtures";

const readRows = (code: string, register?: "with register") => {
  const name = `fixtures/rows/${code}.csv`;
  const list = readRegister(bytesOf("fixtures/rows/register.csv"), threeVillages);
  return register
    ? readTallies({ name, data: bytesOf(name) }, threeVillages, { register: list })
    : readFixture(name, threeVillages);
};

// Each file has a good row on line 2 and what its name says from line 3 on.
const CASES: readonly {
  code: IssueCode;
  register?: "with register";
  lines: readonly (number | undefined)[];
  rows: readonly [accepted: number, rejected: number, duplicate: number, skipped: number];
  first: object;
}[] = [
  {
    code: "row-width",
    lines: [3, 4],
    rows: [1, 2, 0, 0],
    first: { expected: "8 fields", received: "7" },
  },
  { code: "station-missing", lines: [3], rows: [1, 1, 0, 0], first: { field: "Station" } },
  {
    code: "station-malformed",
    lines: [3, 4],
    rows: [1, 2, 0, 0],
    first: { field: "Station", expected: "at most 3 digits", received: "0021" },
  },
  {
    code: "station-unknown",
    register: "with register",
    lines: [3],
    rows: [1, 1, 0, 0],
    first: { station: "009" },
  },
  {
    code: "count-missing",
    lines: [3],
    rows: [1, 1, 0, 0],
    first: { station: "002", field: "Alba", received: "" },
  },
  {
    code: "count-malformed",
    lines: [3, 4, 5],
    rows: [1, 3, 0, 0],
    first: { station: "002", field: "Alba", expected: "a count in digits", received: "12O" },
  },
  {
    code: "count-too-large",
    lines: [3],
    rows: [1, 1, 0, 0],
    first: { field: "Alba", received: "2147483648" },
  },
  {
    code: "valid-votes-mismatch",
    lines: [3],
    rows: [1, 1, 0, 0],
    first: { station: "002", received: "200" },
  },
  {
    code: "ballots-cast-mismatch",
    lines: [3],
    rows: [1, 1, 0, 0],
    first: { station: "002", received: "202" },
  },
  {
    code: "ballots-exceed-registered",
    lines: [3],
    rows: [1, 1, 0, 0],
    first: { station: "002", received: "202" },
  },
  {
    code: "duplicate-identical",
    lines: [3],
    rows: [1, 0, 1, 0],
    first: { station: "001", severity: "warning" },
  },
  {
    code: "registered-differs",
    register: "with register",
    lines: [3],
    rows: [2, 0, 0, 0],
    first: { station: "002", received: "310" },
  },
  { code: "row-swallowed", lines: [3], rows: [1, 1, 0, 0], first: { severity: "error" } },
  {
    code: "region-missing",
    lines: [3],
    rows: [2, 0, 0, 0],
    first: { field: "Village", received: "1 such stations" },
  },
  { code: "header-repeated", lines: [3], rows: [2, 0, 0, 1], first: { severity: "notice" } },
  { code: "quote-stray", lines: [3], rows: [2, 0, 0, 0], first: { severity: "warning" } },
  { code: "votes-none", lines: [3], rows: [2, 0, 0, 0], first: { received: "1 such stations" } },
  { code: "row-total", lines: [4], rows: [2, 1, 0, 0], first: { station: "003" } },
  { code: "row-blank", lines: [3], rows: [2, 0, 0, 1], first: { severity: "notice" } },
  { code: "encoding-assumed", lines: [undefined], rows: [1, 0, 0, 0], first: {} },
];

describe("each rule of reading has its code", () => {
  test.each(CASES)("$code", ({ code, register, lines, rows, first }) => {
    const { tallies, issues } = readRows(code, register);
    expect(issues.map((issue) => issue.code)).toEqual(lines.map(() => code));
    expect(issues.map(({ line }) => line)).toEqual(lines);
    expect(issues[0]).toMatchObject({ ...first, source: `fixtures/rows/${code}.csv` });
    const { accepted, rejected, duplicate, skipped, read } = tallies.rows;
    expect([accepted, rejected, duplicate, skipped]).toEqual(rows);
    expect(read).toBe(accepted + rejected + duplicate + skipped);
  });

  test("duplicate-conflicting leaves nothing of the station, so a file of it alone is refused", () => {
    const name = "fixtures/rows/duplicate-conflicting.csv";
    expect(() => readFixture(name, threeVillages)).toThrow(/None of the 2 rows.*A 120 and 121/s);
    const other = `${new TextDecoder().decode(bytesOf(name))}Upper,002,300,10,10,20,0,20\n`;
    const { tallies, issues } = readTallies(other, threeVillages);
    expect(issues.map(({ code, line, severity }) => [code, line, severity])).toEqual([
      ["duplicate-conflicting", 2, "error"],
      ["duplicate-conflicting", 3, "error"],
    ]);
    expect(tallies.rows).toEqual({
      read: 3,
      accepted: 1,
      rejected: 2,
      duplicate: 0,
      skipped: 0,
      rejectedVotes: 200,
    });
    expect([...tallies].map(({ station }) => station)).toEqual(["002"]);
  });

  test("column-absent", () => {
    const { tallies, issues } = readRows("column-absent");
    expect(issues).toMatchObject([{ code: "column-absent", field: "Roll", severity: "notice" }]);
    expect(tallies.at(0)).not.toHaveProperty("registeredVoters");
    expect(tallies.at(0)?.ballotsCast).toBe(202);
  });

  test("duplicate-rejected: a copy that fails a check accuses the one that is counted", () => {
    const { tallies, issues } = readRows("duplicate-rejected");
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ["duplicate-rejected", 2],
      ["valid-votes-mismatch", 3],
    ]);
    expect(tallies.rows).toMatchObject({ accepted: 1, rejected: 1, rejectedVotes: 0 });
  });

  test("row-total: subtotals, totals of subtotals and the grand total", () => {
    const rows =
      "1,50,40 2,60,30 S1,110,70 3,20,90 4,70,10 S2,90,100 T,200,170 5,11,92 6,74,15 S3,85,107 all,285,277".split(
        " ",
      );
    const { tallies, issues } = readTallies(`station,A,B\n${rows.join("\n")}\n`, smallElection());
    expect([...tallies].map(({ station }) => station)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(issues.slice(1).map(({ code, station }) => [code, station])).toEqual(
      ["S1", "S2", "T", "S3", "all"].map((station) => ["row-total", station]),
    );
  });

  test("station-lookalike", () => {
    const election = smallElection({
      layout: { station: [{ column: "Hall" }], candidates: { A: "Alba", B: "Boro" } },
    });
    const { tallies, issues } = readFixture("fixtures/rows/station-lookalike.csv", election);
    expect(issues).toMatchObject([{ code: "station-lookalike", line: 3, station: "02" }]);
    expect(tallies.length).toBe(2);
  });

  test("row-skipped", () => {
    const skip = [{ column: "Village", in: ["TOTAL"], reason: "subtotal" }];
    const candidates = { A: "Alba", B: "Boro" };
    const election = smallElection({ layout: { station: [{ column: "Hall" }], candidates, skip } });
    const { tallies, issues } = readFixture("fixtures/rows/row-skipped.csv", election);
    expect(issues).toMatchObject([
      { code: "row-skipped", line: 3, expected: "subtotal", received: "2 (line 3, 5)" },
    ]);
    expect(tallies.rows).toMatchObject({ read: 4, accepted: 2, skipped: 2 });
  });

  const long = smallElection({
    layout: {
      station: [{ column: "Hall" }],
      candidates: { A: ["Alba"], B: ["Boro"] },
      rows: { candidate: "For", votes: "Votes" },
    },
  });

  test("candidate-unknown", () => {
    const { tallies, issues } = readFixture("fixtures/rows/candidate-unknown.csv", long);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ["station-incomplete", 4],
      ["station-incomplete", 5],
      ["candidate-unknown", 6],
    ]);
    expect(tallies.rows).toMatchObject({ read: 5, accepted: 2, rejected: 3, rejectedVotes: 150 });
  });

  test("station-incomplete", () => {
    const { tallies, issues } = readFixture("fixtures/rows/station-incomplete.csv", long);
    expect(issues).toMatchObject([
      { code: "station-incomplete", line: 4, station: "2", received: "no row for B" },
    ]);
    expect([...tallies].map(({ station, votes }) => [station, votes])).toEqual([
      ["1", { A: 120, B: 80 }],
    ]);
  });

  test("region-differs", () => {
    const name = "fixtures/rows/region-differs.csv";
    const election = { ...threeVillages, registers: [{ region: "Village", stations: "stations" }] };
    const register = readRegister({ name, data: bytesOf(name) }, election);
    const csv =
      "Village,Station,Alba,Boro,Valid,Invalid\nUpper,1,9,9,18,0\nUpper,2,9,9,18,0\nHill,3,9,9,18,0\n";
    const { issues } = readTallies(csv, election, { register });
    expect(issues.filter(({ code }) => code === "region-differs")).toMatchObject([
      { source: name, received: "2 in Upper", expected: "at most 1 stations" },
      { source: name, received: "1 in Hill", expected: "a region of the register" },
    ]);
  });

  test("every code has a fixture of its name", () => {
    const files = readdirSync(pathOf("fixtures/rows")).map((file) => file.replace(/\.csv$/, ""));
    for (const code of Object.keys(ISSUE_CODES)) expect(files).toContain(code);
  });
});

describe("thresholds", () => {
  const header = "Village,Station,Roll,Alba,Boro,Valid,Invalid,Cast\n";
  const codesOf = (row: string) => {
    const good = "Upper,005,300,120,80,200,2,202\n";
    return readTallies(header + good + row, threeVillages).issues.map(({ code }) => code);
  };

  test.each([
    ["Upper,001,203,120,80,200,2,202", []],
    ["Upper,001,202,120,80,200,2,202", []],
    ["Upper,001,201,120,80,200,2,202", ["ballots-exceed-registered"]],
    ["Upper,001,300,120,80,199,2,201", ["valid-votes-mismatch"]],
    ["Upper,001,300,120,80,200,2,202", []],
    ["Upper,001,300,120,80,201,2,203", ["valid-votes-mismatch"]],
    ["Upper,001,300,120,80,200,2,201", ["ballots-cast-mismatch"]],
    ["Upper,001,300,120,80,200,2,203", ["ballots-cast-mismatch"]],
    ["Upper,001,2147483647,2147483647,0,2147483647,0,2147483647", []],
    ["Upper,001,2147483647,2147483647,1,2147483647,0,2147483647", ["count-too-large"]],
  ])("%s", (row, codes) => {
    expect(codesOf(row)).toEqual(codes);
  });
});
