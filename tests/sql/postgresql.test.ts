// On the server that `.ci/sql.sh` starts; without it there is none, and nothing is run.
import { describe, expect, test } from "vitest";
import { count } from "../../src/index";
import { countWithSql } from "../../src/sql/index";
import { bytesOf, readFixture, tierraClara } from "../fixtures";
import { ansi, type Database } from "./compare";
import { wideTable } from "./generated";
import { longTable } from "./generated-long";
import { holds, LONG, WIDE } from "./law";
import { psql } from "./psql";

const there = process.env["SQL_POSTGRES_SOCKET"] !== undefined;
if (!there) console.log("PostgreSQL is not started: its tests are skipped (.ci/sql.sh runs them).");

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
});
