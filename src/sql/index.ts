/**
 * Counting in a database, by one statement of SQL.
 *
 * @module tallyproof/sql
 */

export { countSql } from "./count-sql";
export { countWithSql, type CountWithSqlOptions } from "./count-with-sql";
export type { SqlDialect } from "./dialect";
export type { CountSqlOptions } from "./plan";
export type { SqlCount } from "./result";
export type { SqlRow } from "./result-row";
export type { SqlTable } from "./table";
