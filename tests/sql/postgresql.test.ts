// On the server that `.ci/postgresql.sh` starts; without it there is none, and nothing is run.
import { describe, expect, test } from "vitest";
import { count } from "../../src/index";
import { countWithSql } from "../../src/sql/index";
import { bytesOf, readFixture, smallElection, tierraClara } from "../fixtures";
import { ansi, type Database } from "./compare";
import { wideTable } from "./generated";
import { longTable } from "./generated-long";
import { holds, LONG, WIDE } from "./law";
import { psql } from "./psql";

const there = process.env["SQL_POSTGRES_SOCKET"] !== undefined;
if (!there)
  console.log("PostgreSQL is not started: its tests are skipped (.ci/postgresql.sh runs them).");

const database: Database = { ...ansi, dialect: "postgresql", query: psql };

describe.runIf(there)("PostgreSQL counts what the reader counts, and finds the same issues", () => {
  test("in tables with a row per station", { timeout: 3_600_000 }, () =>
    holds(wideTable, WIDE, database),
  );

  test("in tables with a row per station and candidate", { timeout: 3_600_000 }, () =>
    holds(longTable, LONG, database),
  );

  test("in a table of integers", async () => {
    const path = "fixtures/tierra-clara.csv";
    const [header, ...lines] = new TextDecoder().decode(bytesOf(path)).trimEnd().split("\n");
    const names = header!.split(",");
    const isText = (name: string) => /^(EDO|MUN|PAR|URL)$/.test(name);
    const columns = names.map((name) => `"${name}" ${isText(name) ? "text" : "integer"}`);
    await psql(
      `CREATE TABLE tierra (${columns.join(", ")});\n` +
        `COPY tierra FROM STDIN WITH (FORMAT csv);\n${lines.join("\n")}\n\\.\n`,
    );
    const options = { table: ["public", "tierra"], dialect: "postgresql", query: psql } as const;
    const { tallies } = readFixture(path, tierraClara);
    const found = await countWithSql(tierraClara, options);
    expect(found.count).toEqual(count(tallies));
    expect(found.rows).toEqual(tallies.rows);
  });

  test("stations that differ in capitals are two, whatever collation a column has", async () => {
    await psql(
      "CREATE COLLATION alike (provider = icu, locale = 'und-u-ks-level1', deterministic = false);\n" +
        'CREATE TABLE halls (station text COLLATE alike, "A" smallint, "B" numeric(9), roll char(9));\n' +
        "INSERT INTO halls VALUES ('a', 5, 2, '9'), ('A', 7, 0, NULL), ('\u00e1', 1, 1, '');",
    );
    const found = await countWithSql(smallElection(), {
      table: "halls",
      dialect: "postgresql",
      query: psql,
    });
    expect(found.rows).toMatchObject({ accepted: 3, rejected: 0 });
    expect(found.count.registeredVoters).toEqual({ sum: 9, stations: 1 });
  });
});
