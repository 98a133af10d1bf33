import type { Election } from "../model/election";
import { type CountSqlOptions, planOf } from "./plan";

/**
 * One SQL statement that counts a table of tallies by the election's layout, with the reader's checks
 * of each row in it: a `SELECT` that changes nothing and returns one row, or with `by` one a region.
 * {@link countWithSql} runs it and reads the result.
 *
 * Columns may hold text or whole numbers; NULL is an empty field. All names and values are quoted.
 *
 * @throws TallyError `election-invalid`, `region-unknown`, `column-missing`, `column-ambiguous`, and
 * `usage-invalid` for what a table cannot do, such as `fillDown`
 * @example
 * ```ts
 * import { parseElection } from "tallyproof";
 * import { countSql } from "tallyproof/sql";
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
 * const sql = countSql(election, { table: "tallies", dialect: "postgresql" });
 * sql.includes('FROM "tallies"'); // => true
 * ```
 */
export function countSql(election: Election, options: CountSqlOptions): string {
  return planOf(election, options).sql;
}
