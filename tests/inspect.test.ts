import { describe, expect, test } from "vitest";
import { inspect, parseElection, readTallies } from "../src/index";
import { inspectionToText } from "../src/report/inspection";
import { bytesOf, hasRealData, pathOf } from "./fixtures";
import { existsSync } from "node:fs";

const file = (name: string) => ({ name, data: bytesOf(name) });

/** A draft with what it asks for filled in, as somebody would. */
const filled = (draft: object, rows: number) =>
  parseElection({
    ...draft,
    name: "filled in",
    date: "2025-01-01",
    universe: { stations: rows, registeredVoters: 100_000_000 },
    claims: [],
  });

describe("inspect", () => {
  test("a wide table: what each column holds, and why", () => {
    const { delimiter, headerLine, rows, roles, notes, columns } = inspect(
      file("fixtures/tierra-clara.csv"),
    );
    expect([delimiter, headerLine, rows]).toEqual([",", 1, 1215]);
    expect(roles).toEqual({
      station: ["CENTRO", "MESA"],
      candidates: ["EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA"],
      validVotes: "VOTOS_VALIDOS",
      invalidVotes: "VOTOS_NULOS",
      registeredVoters: "RE",
      regions: ["PAR", "EDO", "MUN"],
    });
    expect(notes.join(" ")).toMatch(
      /In 1215 of 1215 rows 10 columns from "EG" to "BERA" add up to "VOTOS_VALIDOS"/,
    );
    expect(columns.map(({ kind }) => kind).slice(-3)).toEqual(["count", "count", "link"]);
  });

  test.each([
    ["semicolon", ";", 1],
    ["tab", "\t", 1],
    ["bar", "|", 1],
    ["header-below-title", ",", 4],
    ["utf-16le", ",", 1],
  ])("%s is seen through", (name, delimiter, headerLine) => {
    const inspection = inspect(file(`fixtures/layouts/${name}.csv`));
    expect(inspection).toMatchObject({ delimiter, headerLine, rows: 2 });
    expect(inspection.roles).toMatchObject({ station: ["Hall"], candidates: ["Alba", "Boro"] });
  });

  test("a table with a row per candidate", () => {
    const { roles, draft } = inspect(file("fixtures/layouts/long-no-zero-rows.csv"));
    expect(roles.rows).toEqual({ candidate: "Choice", votes: "Votes" });
    expect(draft).toMatchObject({ candidates: [{ code: "Alba" }, { code: "Boro" }] });
  });

  test("voters of a whole centre are not taken for the station's", () => {
    const csv =
      "Mesa,Centro,Votantes,A,B\n" +
      "1,N,900,100,50\n2,N,900,90,70\n3,N,900,80,60\n4,S,700,100,90\n5,S,700,40,30\n6,T,300,9,8\n";
    const { roles, notes } = inspect(csv);
    expect(roles).not.toHaveProperty("registeredVoters");
    expect(notes.join(" ")).toMatch(/"Votantes" is the same on all rows of one "Centro"/);
  });

  test("what is odd is said", () => {
    const rows = Array.from({ length: 30 }, (_, at) => `${at},${at + 5},${at === 7 ? "1O" : at}`);
    const { notes } = inspect(`Mesa,A,B\n${rows.join("\n")}\n3,8,3\n`);
    expect(notes.join(" ")).toMatch(/"B" holds counts, but also "1O"/);
  });

  test("every draft is an election that reads its own file", () => {
    for (const name of [
      "fixtures/tierra-clara.csv",
      ...["plain", "semicolon", "header-below-title", "duplicate-header", "utf-16le"].map(
        (each) => `fixtures/layouts/${each}.csv`,
      ),
    ]) {
      const { draft, rows } = inspect(file(name));
      expect(readTallies(file(name), filled(draft, rows)).tallies.length, name).toBe(rows);
    }
  });

  test("thousands, and lines above the header", () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at + 1};1.${100 + at};${90 + at}`);
    const { notes, roles, draft } = inspect(
      `Resultados\nMesas: 20 de 30\nMesa;Perez;Mendoza\n${rows.join("\n")}\n`,
    );
    expect(notes[0]).toBe('Numbers are written with "." between thousands.');
    expect(notes.join(" ")).toContain("Above the header, line 2: Mesas: 20 de 30");
    expect(roles).toMatchObject({ station: ["Mesa"], candidates: ["Perez", "Mendoza"] });
    expect(draft).toMatchObject({ layout: { header: 3, values: { thousands: "." } } });
  });

  test("several contests in one long table", () => {
    const rows = Array.from({ length: 10 }, (_, at) =>
      ["President", "Parliament"].flatMap((office) =>
        ["Ama", "Kofi"].map((name) => `12/${at},${office},${name},${at * 7 + name.length}`),
      ),
    ).flat();
    const { roles, draft } = inspect(`Station,Election,Candidate,Votes\n${rows.join("\n")}\n`);
    expect(roles.rows).toEqual({
      candidate: "Candidate",
      votes: "Votes",
      contest: { column: "Election", first: "President" },
    });
    expect(draft).toMatchObject({
      candidates: [{ code: "Ama" }, { code: "Kofi" }],
      layout: { skip: [{ column: "Election", notIn: ["President"], reason: "other contest" }] },
    });
  });

  test("what a draft leaves open must be filled in before it verifies anything", () => {
    const { draft } = inspect(file("fixtures/layouts/plain.csv"));
    expect(() => parseElection(draft)).toThrow(
      /universe\.registeredVoters: is still to be filled in: how many voters there are in all/,
    );
    expect(() => parseElection({ ...filled(draft, 2), name: "EDIT: the election" })).toThrow(
      /name: is still to be filled in: the election/,
    );
  });

  test("what is no table of tallies is refused", () => {
    expect(() => inspect("")).toThrow(/is empty/);
    expect(() => inspect("Mesa,A,B\n")).toThrow(/no rows below a header/);
    expect(() => inspect(Uint8Array.from([0xff, 0xd8, 0xff, 0, 1]))).toThrow(/JPEG/);
  });

  test("its text fits 100 columns", () => {
    const text = inspectionToText(inspect(file("fixtures/tierra-clara.csv")));
    for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
    expect(text).toContain("Proposed, to be checked by you");
  });
});

describe.runIf(hasRealData)("real files", () => {
  test.each([
    ["venezuela-2024/RESULTADOS_2024_CSV_V1.csv", ["CENTRO", "MESA"], 10],
    ["venezuela-2024/2024_vzla_presidential.csv", ["Acta"], 10],
    ["bolivia-2019/computo-final.csv", ["Número Mesa"], 9],
  ])("%s", (name, station, candidates) => {
    const path = `../shared/data/${name}`;
    if (!existsSync(pathOf(path))) return;
    const { roles, draft, rows } = inspect(file(path));
    expect(roles.station).toEqual(station);
    expect(roles.candidates).toHaveLength(candidates);
    expect(readTallies(file(path), filled(draft, rows)).tallies.length).toBe(rows);
  });
});
