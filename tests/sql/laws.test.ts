import { afterAll, beforeAll, describe, test } from "vitest";
import { ansi, type Database } from "./compare";
import { openDuckDb } from "./duckdb";
import { wideTable } from "./generated";
import { longTable } from "./generated-long";
import { holds, LONG, WIDE } from "./law";

let duckDb: Awaited<ReturnType<typeof openDuckDb>>;
beforeAll(async () => {
  duckDb = await openDuckDb();
});
afterAll(() => duckDb.close());

describe("DuckDB counts what the reader counts, and finds the same issues", () => {
  const database: Database = { ...ansi, dialect: "duckdb", query: (sql) => duckDb.query(sql) };

  test("in tables with a row per station", { timeout: 3_600_000 }, () =>
    holds(wideTable, WIDE, database),
  );

  test("in tables with a row per station and candidate", { timeout: 3_600_000 }, () =>
    holds(longTable, LONG, database),
  );
});
