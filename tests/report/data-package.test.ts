// Tables for spreadsheets, and the data package that describes them.
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import {
  countBy,
  type Election,
  issuesToCsv,
  parseElection,
  readRegister,
  readTallies,
  TallyError,
  type Verification,
  verify,
} from "../../src/index";
import { venezuela2024 } from "../../src/elections/index";
import { dataPackage } from "../../src/report/data-package";
import type { PackagedTable } from "../../src/report/json/package";
import { candidatesToCsv, csvOf, regionsToCsv } from "../../src/report/tables-csv";
import { hasRealData, readFixture, realFile, smallElection, tierraClara } from "../fixtures";

const STATES: Election = smallElection({
  universe: { stations: 8, registeredVoters: 800 },
  layout: {
    station: [{ column: "station" }],
    candidates: { A: "A", B: "B" },
    registeredVoters: { column: "roll", optional: true },
    invalidVotes: { column: "null", optional: true },
    regions: ["state", { name: "town", column: ["Town", "town"] }],
    values: { missing: { "-": "not given" } },
  },
  registers: [
    { region: "state", stations: "stations" },
    { region: "town", stations: "towns" },
  ],
});
const CSV =
  "station,state,town,roll,A,B,null\n" +
  "1,North,Alta,100,60,20,3\n2,North,Baja,100,50,30,-\n3,South,Alta,-,20,60,1\n";

const rowsOf = (csv: string): string[][] => {
  expect(csv.endsWith("\r\n")).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(0, -2));
  expect(errors).toEqual([]);
  for (const row of data) expect(row).toHaveLength(data[0]!.length);
  return data;
};

function verified(by?: string, register?: string, election = STATES, csv = CSV): Verification {
  const known = register === undefined ? {} : { register: readRegister(register, election) };
  const { tallies } = readTallies({ name: "tallies.csv", data: csv }, election, known);
  return verify(election, tallies, by === undefined ? {} : { by });
}

/** The records of a table by the header of their columns. */
const records = (csv: string) => {
  const [header, ...rows] = rowsOf(csv);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [header![at], cell])));
};

describe("regions", () => {
  test("a column per level, and what is not known is empty", () => {
    expect(rowsOf(regionsToCsv(verified("town")))).toEqual([
      (
        "state,town,stations,allStations,A,B,validVotes,invalidVotes,invalidVotesStations," +
        "blankVotes,blankVotesStations,ballotsCast,ballotsCastStations," +
        "registeredVoters,registeredVotersStations"
      ).split(","),
      "North,Alta,1,,60,20,80,3,1,,,83,1,100,1".split(","),
      "North,Baja,1,,50,30,80,,,,,,,100,1".split(","),
      "South,Alta,1,,20,60,80,1,1,,,81,1,,".split(","),
    ]);
  });

  test("a register by the same region gives all its stations", () => {
    const register = "state,stations\nNorth,5\nSouth,3\n";
    const stations = (by: string, csv?: string) =>
      records(regionsToCsv(verified(by, csv))).map(({ stations: own, allStations }) => [
        own,
        allStations,
      ]);
    expect(stations("state", register)).toEqual([
      ["2", "5"],
      ["1", "3"],
    ]);
    expect(stations("state")).toEqual([
      ["2", ""],
      ["1", ""],
    ]);
    expect(stations("town", register).map(([, all]) => all)).toEqual(["", "", ""]);
  });

  test("of two regions of one name a register tells nothing", () => {
    const csv = regionsToCsv(verified("town", "town,towns\nAlta,4\nBaja,4\n"));
    expect(records(csv).map(({ allStations }) => allStations)).toEqual(["", "4", ""]);
  });

  test("adds up to the totals", () => {
    const verification = verify(
      tierraClara,
      readFixture("fixtures/tierra-clara.csv", tierraClara).tallies,
      { by: "EDO" },
    );
    const rows = records(regionsToCsv(verification));
    expect(rows).toHaveLength(verification.regions!.length);
    const sum = (column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);
    for (const { code, votes } of verification.count.candidates) expect(sum(code)).toBe(votes);
    expect(sum("stations")).toBe(verification.count.stations);
    expect(sum("validVotes")).toBe(verification.count.validVotes);
  });

  test("has to be asked for", () => {
    for (const make of [
      () => regionsToCsv(verified()),
      () => dataPackage(verified(), [{ table: "regions", path: "regions.csv" }]),
    ]) {
      expect(make).toThrow(TallyError);
      expect(make).toThrow(/by: "State"/);
    }
  });

  test("every column has a name of its own, whatever regions and candidates are called", () => {
    const names = ["stations", "validVotes"];
    const election = parseElection({
      ...STATES,
      candidates: names.map((code) => ({ code, name: code })),
      layout: {
        station: [{ column: "station" }],
        candidates: { stations: "A", validVotes: "B" },
        regions: [{ name: "stations", column: "state" }],
      },
      registers: [],
    });
    const [header, first] = rowsOf(regionsToCsv(verified("stations", undefined, election)));
    expect(new Set(header).size).toBe(header!.length);
    expect(header!.slice(0, 6)).toEqual([
      "stations_",
      "stations",
      "allStations",
      "stations__",
      "validVotes_",
      "validVotes",
    ]);
    expect(first!.slice(0, 6)).toEqual(["North", "2", "", "110", "50", "160"]);
  });
});

describe("candidates", () => {
  test("votes and shares in hand, and what they can be", () => {
    const election = { ...STATES, universe: { stations: 4, registeredVoters: 360 } };
    expect(rowsOf(candidatesToCsv(verified(undefined, undefined, election)))).toEqual([
      "code,name,votes,share,leastVotes,mostVotes,leastShare,mostShare".split(","),
      // 79 voters are left: the roll less 200 registered ones and 81 ballots.
      "A,Ana,130,0.5416666667,130,209,0.4075235110,0.6551724138".split(","),
      "B,Ben,110,0.4583333333,110,189,0.3448275862,0.5924764890".split(","),
    ]);
  });

  test("a share of nothing is empty", () => {
    const csv = candidatesToCsv(
      verified(undefined, undefined, STATES, "station,state,town,roll,A,B\n1,N,T,9,0,0\n"),
    );
    expect(records(csv)[0]).toMatchObject({ votes: "0", share: "", leastShare: "0.0000000000" });
  });
});

describe("no cell is run by a spreadsheet", () => {
  const STARTS = ["=", "+", "-", "@", "\t", "\r", "\n"];

  test.each(STARTS.map((start) => [JSON.stringify(start), start]))("%s", (_, start) => {
    const text = `${start}1+1`;
    expect(rowsOf(csvOf(["x", text], [[text, 1]]))).toEqual([
      ["x", `'${text}`],
      [`'${text}`, "1"],
    ]);
  });

  test("in regions, candidates and headers alike", () => {
    const code = '=HYPERLINK("http://x.example")';
    const election = parseElection({
      ...STATES,
      candidates: [
        { code, name: "+Ana" },
        { code: "B", name: "@Ben" },
      ],
      layout: {
        station: [{ column: "station" }],
        candidates: { [code]: "A", B: "B" },
        regions: [{ name: "-state", column: "state" }],
      },
      registers: [],
    });
    const hostile = CSV.replaceAll("North", "@North");
    const verification = verified("-state", undefined, election, hostile);
    const tables = [regionsToCsv(verification), candidatesToCsv(verification)];
    for (const cell of tables.flatMap(rowsOf).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const { resources } = dataPackage(verification, [{ table: "regions", path: "r.csv" }]);
    expect(resources[0]!.schema.fields.map(({ name }) => name)).toEqual(rowsOf(tables[0]!)[0]);
  });

  test("a table without rows is its header", () => {
    expect(csvOf(["a", "b"], [])).toBe("a,b\r\n");
  });

  test("counts stay numbers", () => {
    expect(csvOf(["lead"], [[-5], [undefined], [0]])).toBe("lead\r\n-5\r\n\r\n0\r\n");
  });
});

const ALL: readonly PackagedTable[] = [
  { table: "candidates", path: "candidates.csv" },
  { table: "regions", path: "tables/regions.csv" },
  { table: "issues", path: "https://example.org/issues.csv" },
];

const CSV_OF = {
  candidates: candidatesToCsv,
  regions: regionsToCsv,
  issues: ({ issues }: Verification) => issuesToCsv(issues),
};

/** That the descriptor is one by the specification, and that the tables are what it says. */
function expectPackage(verification: Verification): void {
  const described = dataPackage(verification, ALL);
  expect(described.profile).toBe("tabular-data-package");
  expect(described.name).toMatch(/^[-a-z0-9._]+$/);
  expect(described.title).toBe(verification.election.name);
  expect(Object.keys(described)).not.toContain("created");
  expect(Object.keys(described)).not.toContain("licenses");
  const inputs = [...verification.sources, verification.register?.source ?? []].flat();
  expect(described.sources.map(({ title, hash, bytes }) => [title, hash, bytes])).toEqual(
    inputs.map(({ name, sha256, bytes }) => [name, `sha256:${sha256}`, bytes]),
  );
  for (const [at, { table, path }] of ALL.entries()) {
    const resource = described.resources[at]!;
    expect(resource).toMatchObject({ profile: "tabular-data-resource", name: table, path });
    const { fields, missingValues } = resource.schema;
    expect(missingValues).toEqual([""]);
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    const [header, ...rows] = rowsOf(CSV_OF[table](verification));
    expect(header).toEqual(fields.map(({ name }) => name));
    for (const [column, { type, description }] of fields.entries()) {
      expect(description).toMatch(/\.$/);
      const pattern = { string: /^/, integer: /^-?\d*$/, number: /^(\d\.\d{10})?$/ }[type];
      for (const row of rows) expect(row[column]).toMatch(pattern);
    }
  }
  expect(JSON.stringify(dataPackage(structuredClone(verification), ALL))).toBe(
    JSON.stringify(described),
  );
  expect(JSON.parse(JSON.stringify(described))).toEqual(described);
}

describe("a data package", () => {
  test("describes its tables and names its sources", () => {
    const verification = verified("state", "state,stations\nNorth,5\nSouth,3\n");
    expectPackage(verification);
    const { sources, description } = dataPackage(verification, ALL);
    expect(sources.map(({ title }) => title)).toEqual(["tallies.csv", "input"]);
    expect(description).toContain("3 of 8 polling stations");
  });

  test("without any issue", () => {
    const csv = "station,state,town,roll,A,B,null\n1,N,T,9,1,2,0\n";
    const verification = verified("town", undefined, STATES, csv);
    expect(verification.issues).toEqual([]);
    expectPackage(verification);
  });

  test.each([
    ["Dos Pueblos, 2025!", "dos-pueblos-2025"],
    ["Élection_2024.1", "election_2024.1"],
    ["выборы", "election"],
  ])("of %s is called %s", (id, name) => {
    const verification = verified("state", undefined, { ...STATES, id });
    expect(dataPackage(verification, ALL).name).toBe(name);
  });

  test.each(["", "/etc/passwd", "../a.csv", "a/../../b.csv", "C:\\a.csv", "a\\b.csv", "file:///a"])(
    "does not lead to %j",
    (path) => {
      const make = () => dataPackage(verified(), [{ table: "candidates", path }]);
      expect(make).toThrow(TallyError);
    },
  );

  test("has tables, each once, and none that there is not", () => {
    const path = "a.csv";
    for (const wrong of [
      [],
      undefined,
      [{ table: "stations", path }],
      [{ table: "toString", path }],
      [
        { table: "candidates", path },
        { table: "candidates", path: "b.csv" },
      ],
    ])
      expect(() => dataPackage(verified(), wrong as never)).toThrow(TallyError);
  });
});

test.runIf(hasRealData)("the real tallies", () => {
  const { tallies } = readFixture(realFile("V1"), venezuela2024);
  const verification = verify(venezuela2024, tallies, { by: "PAR" });
  expectPackage(verification);
  expect(records(candidatesToCsv(verification))[0]).toMatchObject({
    code: "EG",
    votes: "7156462",
    share: "0.6713928194",
  });
  const rows = records(regionsToCsv(verification));
  expect(rows).toHaveLength(countBy(tallies, "PAR").length);
  expect(Object.keys(rows[0]!).slice(0, 5)).toEqual([
    "EDO",
    "MUN",
    "PAR",
    "stations",
    "allStations",
  ]);
  expect(rows.reduce((sum, { EG }) => sum + Number(EG), 0)).toBe(7156462);
});
