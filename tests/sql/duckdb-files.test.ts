// Files that DuckDB reads, each counted as the reader counts the CSV.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { count, countBy } from "../../src/index";
import { countWithSql, type SqlTable } from "../../src/sql/index";
import { pathOf, readFixture, tierraClara } from "../fixtures";
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
