import { DuckDBInstance } from "@duckdb/node-api";
import type { SqlRow } from "../../src/sql/index";

/** A database in memory: runs statements, and makes tables of CSV text with every column as text. */
export async function openDuckDb() {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const query = async (sql: string): Promise<SqlRow[]> =>
    (await connection.runAndReadAll(sql)).getRowObjects();
  return { query, close: () => connection.closeSync() };
}
