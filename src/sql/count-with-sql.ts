import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { parseElection } from "../model/parse-election";
import { asksForColumns, asksForPositions } from "./columns";
import { dialectOf } from "./dialect";
import { type CountSqlOptions, planOf } from "./plan";
import type { SqlRow } from "./result-row";
import { resultOf, type SqlCount } from "./result";
import { fromOf } from "./table";

/** What {@link countWithSql} may be told. */
export interface CountWithSqlOptions extends CountSqlOptions {
  /** Runs a statement and returns its rows as objects, values by column name. */
  readonly query: (sql: string) => Promise<readonly SqlRow[]> | readonly SqlRow[];
}

/**
 * Counts a table of tallies where it is, in a database, by the statement of {@link countSql}: the same
 * count as `count` gives of the same rows read from a CSV, with the same rows counted, and how many
 * issues of each code there are. What needs all rows at once, such as totals among the rows, is not
 * looked for: see the guide.
 *
 * Asks the database for the names of the table's columns first, by a `SELECT` of one row, where the
 * layout has optional columns or columns of several names and `columns` are not given.
 *
 * @throws TallyError as {@link countSql}; `rows-none`, `rows-none-accepted`; `universe-exceeded` for a
 * sum beyond 2^53 − 1, and `usage-invalid` for what is no result of the statement. What the query
 * throws is passed on.
 * @example
 * ```ts
 * import { DuckDBInstance } from "@duckdb/node-api";
 * import { parseElection } from "tallyproof";
 * import { countWithSql } from "tallyproof/sql";
 *
 * const election = parseElection({
 *   id: "two-towns-2025",
 *   name: "Two Towns, mayor, 2025",
 *   date: "2025-05-04",
 *   candidates: [
 *     { code: "A", name: "Ana Alba" },
 *     { code: "B", name: "Ben Boro" },
 *   ],
 *   universe: { stations: 40, registeredVoters: 12000 },
 *   layout: { station: [{ column: "Station" }], candidates: { A: "Alba", B: "Boro" } },
 *   claims: [],
 * });
 * const connection = await (await DuckDBInstance.create()).connect();
 * await connection.run(
 *   `CREATE TABLE tallies AS SELECT * FROM
 *     (VALUES ('Hall', '120', '80'), ('School', '1O0', '90')) AS made("Station", "Alba", "Boro")`,
 * );
 * const query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects();
 *
 * const { count, rows, issues } = await countWithSql(election, { table: "tallies", query });
 * count.candidates[0]; // => { code: "A", votes: 120, share: { votes: 120, outOf: 200 } }
 * rows.rejected; // => 1
 * issues; // => { "count-malformed": 1 }
 * ```
 */
export async function countWithSql(
  election: Election,
  options: CountWithSqlOptions,
): Promise<SqlCount> {
  const { query, table } = options;
  if (typeof query !== "function")
    throw new TallyError(
      "usage-invalid",
      "Give `query`, a function that runs a statement and returns its rows as objects.",
    );
  const { layout } = parseElection(election);
  let { columns } = options;
  if (columns === undefined && asksForColumns(layout)) {
    if (asksForPositions(layout))
      throw new TallyError(
        "usage-invalid",
        "The layout has columns by position. Say in `columns` what the table's columns are called, in " +
          "their order.",
      );
    const from = fromOf(table, dialectOf(options.dialect ?? "duckdb"));
    const [first] = await rowsOf(query, `SELECT * FROM ${from} AS tallyproof_table LIMIT 1`);
    if (first === undefined)
      throw new TallyError(
        "rows-none",
        "The table has no rows. Name the table with the tallies in it.",
      );
    columns = Object.keys(first);
  }
  const plan = planOf(election, columns ? { ...options, columns } : options);
  return resultOf(plan, await rowsOf(query, plan.sql));
}

async function rowsOf(
  query: CountWithSqlOptions["query"],
  sql: string,
): Promise<readonly SqlRow[]> {
  const rows: unknown = await query(sql);
  if (Array.isArray(rows)) return rows;
  throw new TallyError(
    "usage-invalid",
    "The query must return a list of rows; of many clients it is the `rows` of what they return.",
  );
}
