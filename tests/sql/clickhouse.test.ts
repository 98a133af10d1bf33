// In the ClickHouse of the npm package `chdb`, which `.ci/clickhouse-trino.sh` installs; without it, nothing is run.
import { describe, expect, test } from "vitest";
import { count, countBy } from "../../src/index";
import { countWithSql, type SqlRow } from "../../src/sql/index";
import { pathOf, readFixture, smallElection, tierraClara } from "../fixtures";
import type { Database } from "./compare";
import { wideTable } from "./generated";
import { longTable } from "./generated-long";
import { holds, LONG, WIDE } from "./law";

const module = process.env["SQL_CLICKHOUSE_MODULE"];
if (module === undefined)
  console.log(
    "ClickHouse is not installed: its tests are skipped (.ci/clickhouse-trino.sh runs them).",
  );

/** Every value is a text or a number, as in the JSON that the server sends. */
async function query(sql: string): Promise<SqlRow[]> {
  const chdb = (await import(module!)) as { query: (sql: string, format: string) => string };
  const lines = chdb.query(sql, "JSONEachRow").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

const escaping = (quote: string) => (text: string) =>
  quote + text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;

const database: Database = {
  dialect: "clickhouse",
  query,
  identifier: escaping("`"),
  literal: escaping("'"),
  type: "Nullable(String)",
};

describe.runIf(module !== undefined)("ClickHouse counts what the reader counts", () => {
  test("in tables with a row per station", { timeout: 3_600_000 }, () =>
    holds(wideTable, WIDE, database),
  );

  test("in tables with a row per station and candidate", { timeout: 3_600_000 }, () =>
    holds(longTable, LONG, database),
  );

  test("in a file, with columns as they are guessed", async () => {
    const path = "fixtures/tierra-clara.csv";
    const table = { select: `SELECT * FROM file(${escaping("'")(pathOf(path))}, CSVWithNames)` };
    const { tallies } = readFixture(path, tierraClara);
    const found = await countWithSql(tierraClara, {
      table,
      dialect: "clickhouse",
      query,
      by: "MUN",
    });
    expect(found).toEqual({
      count: count(tallies),
      regions: countBy(tallies, "MUN"),
      rows: tallies.rows,
      issues: {},
    });
  });

  test.each(["String", "LowCardinality(String)", "UInt32", "Nullable(Int64)"])(
    "in columns of the type %s",
    async (type) => {
      const value = (text: string) => `CAST('${text}', '${type}')`;
      const select = ["1", "02"].map(
        (station) => `SELECT ${[station, "5", "7", "40"].map(value).join(", ")}`,
      );
      const names = '(station, "A", "B", roll)';
      await query(
        `CREATE TABLE typed ${names.replaceAll(/(\w+"?)(?=[,)])/g, `$1 ${type}`)} ENGINE = Memory`,
      );
      await query(`INSERT INTO typed ${names} ${select.join(" UNION ALL ")}`);
      const found = await countWithSql(smallElection(), {
        table: "typed",
        dialect: "clickhouse",
        query,
      });
      await query("DROP TABLE typed");
      expect(found.count).toMatchObject({ stations: 2, validVotes: 24, atLeastRegistered: 80 });
    },
  );
});
