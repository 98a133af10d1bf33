// By Trino's own grammar, of the npm package `dt-sql-parser`, which `.ci/clickhouse-trino.sh` installs.
// That a statement is well-formed does not say what it counts: Trino itself is not run.
import { createRequire } from "node:module";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { regionName } from "../../src/model/election";
import { countSql } from "../../src/sql/index";
import { wideTable } from "./generated";
import { longTable } from "./generated-long";
import { RUNS } from "./law";

const module = process.env["SQL_TRINO_GRAMMAR"];
if (module === undefined)
  console.log("Trino's grammar is not there: its tests are skipped (.ci/clickhouse-trino.sh).");

interface Grammar {
  validate(sql: string): readonly object[];
}

describe.runIf(module !== undefined)("statements for Trino are of its grammar", () => {
  let grammar: Grammar;
  beforeAll(() => {
    // By Node itself: the test runner would rewrite its eighteen megabytes first.
    const { TrinoSQL } = createRequire(import.meta.url)(module!) as {
      TrinoSQL: new () => Grammar;
    };
    grammar = new TrinoSQL();
  });

  test("which refuses what is not", () => {
    expect(grammar.validate("SELECT TRIM(BOTH 'x' FROM a) FROM t")).toEqual([]);
    expect(grammar.validate("SELECT TRIM(BOTH 'x' FROM a FROM t")).not.toEqual([]);
  });

  test.each([
    ["of tables with a row per station", wideTable],
    ["of tables with a row per station and candidate", longTable],
  ])("%s", { timeout: 3_600_000 }, (_, tables) => {
    fc.assert(
      fc.property(tables, fc.boolean(), ({ election, names }, grouped) => {
        const region = election.layout.regions?.at(-1);
        const by = grouped && region !== undefined ? { by: regionName(region) } : {};
        const table = ["hive", 'o"dd', "tallies"];
        const sql = countSql(election, { table, dialect: "trino", columns: names, ...by });
        expect(grammar.validate(sql), sql).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
