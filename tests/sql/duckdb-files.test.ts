// Files that DuckDB reads, each counted as the reader counts the CSV.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { count, countBy } from "../../src/index";
import { countWithSql, type SqlTable } from "../../src/sql/index";
import { venezuela2024 } from "../../src/elections/index";
import {
  hasRealData,
  pathOf,
  readFixture,
  realFile,
  smallElection,
  tierraClara,
} from "../fixtures";
import { openDuckDb } from "./duckdb";

const folder = mkdtempSync(join(tmpdir(), "tallyproof-sql-"));
const csv = pathOf("fixtures/tierra-clara.csv").replaceAll("'", "''");
let duckDb: Awaited<ReturnType<typeof openDuckDb>>;

beforeAll(async () => {
  duckDb = await openDuckDb();
  const text = `SELECT * FROM read_csv('${csv}', all_varchar = true)`;
  const typed = `SELECT * FROM read_csv('${csv}')`;
  await duckDb.query(`CREATE TABLE "te""xts" AS ${text}`);
  await duckDb.query(`CREATE TABLE numbers AS ${typed}`);
  await duckDb.query(`COPY (${text}) TO '${folder}/t.csv.gz' (HEADER)`);
  await duckDb.query(`COPY (${typed}) TO '${folder}/t.parquet'`);
});
afterAll(() => {
  duckDb.close();
  rmSync(folder, { recursive: true, force: true });
});

const { tallies } = readFixture("fixtures/tierra-clara.csv", tierraClara);

test.each<[string, SqlTable]>([
  ["a table of texts", 'te"xts'],
  ["a table of numbers", ["memory", "main", "numbers"]],
  ["CSV", { select: `SELECT * FROM read_csv('${csv}', all_varchar = true) -- all of it` }],
  ["gzip", { select: `SELECT * FROM read_csv('${folder}/t.csv.gz', all_varchar = true)` }],
  ["Parquet", { select: `SELECT * FROM '${folder}/t.parquet'` }],
])("%s", async (_, table) => {
  const found = await countWithSql(tierraClara, { table, by: "MUN", query: duckDb.query });
  expect(found).toEqual({
    count: count(tallies),
    regions: countBy(tallies, "MUN"),
    rows: tallies.rows,
    issues: {},
  });
});

test.runIf(hasRealData)("the real tallies", async () => {
  const path = pathOf(realFile("V1"));
  const select = `SELECT * FROM read_csv('${path.replaceAll("'", "''")}', all_varchar = true)`;
  const found = await countWithSql(venezuela2024, {
    table: { select },
    by: "EDO",
    query: duckDb.query,
  });
  const { tallies: real } = readFixture(realFile("V1"), venezuela2024);
  expect(found.count).toEqual(count(real));
  expect(found.regions).toEqual(countBy(real, "EDO"));
  expect(found.rows).toEqual(real.rows);
});

test("columns of every type that holds whole numbers", async () => {
  const types = ["TINYINT", "UINTEGER", "BIGINT", "HUGEINT", "DECIMAL(9, 0)", "VARCHAR"];
  for (const type of types) {
    const select = `SELECT '7' AS station, 5::${type} AS "A", 0::${type} AS "B", NULL::${type} AS roll`;
    const { rows } = await countWithSql(smallElection(), {
      table: { select },
      query: duckDb.query,
    });
    expect(rows.accepted, type).toBe(1);
  }
});

test("a negative number is no count, and a fraction is none", async () => {
  const select = `SELECT * FROM (VALUES ('1', -5, 2), ('2', 5, 2)) AS made(station, "A", "B")`;
  const negative = await countWithSql(smallElection(), { table: { select }, query: duckDb.query });
  expect(negative.issues).toEqual({ "count-malformed": 1, "column-absent": 1 });
  const half = `SELECT * FROM (VALUES ('1', 2.5, 2), ('2', 5.0, 2)) AS made(station, "A", "B")`;
  await expect(
    countWithSql(smallElection(), { table: { select: half }, query: duckDb.query }),
  ).rejects.toMatchObject({ code: "rows-none-accepted" });
});

test("stations that differ in capitals are two, whatever collation a column has", async () => {
  await duckDb.query(
    'CREATE TABLE alike (station VARCHAR COLLATE NOCASE.NOACCENT, "A" INT, "B" INT)',
  );
  await duckDb.query("INSERT INTO alike VALUES ('a', 5, 2), ('A', 7, 0), ('\u00e1', 1, 1)");
  const found = await countWithSql(smallElection(), { table: "alike", query: duckDb.query });
  expect(found.rows).toMatchObject({ accepted: 3, rejected: 0 });
});

test("a table without rows, and one whose columns nobody can name", async () => {
  await duckDb.query('CREATE TABLE nothing (station VARCHAR, "A" INT, "B" INT, roll INT)');
  const layout = { ...smallElection().layout, registeredVoters: "roll" };
  for (const election of [smallElection(), smallElection({ layout })])
    await expect(
      countWithSql(election, { table: "nothing", query: duckDb.query }),
    ).rejects.toMatchObject({ code: "rows-none" });
  const select = 'SELECT 1 AS station, 2 AS "A", 3 AS "B", 4 AS " "';
  const { rows } = await countWithSql(smallElection(), { table: { select }, query: duckDb.query });
  expect(rows.accepted).toBe(1);
});
