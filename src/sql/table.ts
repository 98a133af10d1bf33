import { TallyError } from "../model/error";
import type { Dialect } from "./dialect";

/**
 * The table that is counted: its name, or its name after the catalogue and schema that it is in; each
 * is quoted, so any name will do. Or a `SELECT` of your own, which is used as it is.
 */
export type SqlTable = string | readonly string[] | { readonly select: string };

/** The table in a FROM clause. */
export function fromOf(table: SqlTable, dialect: Dialect): string {
  if (typeof table === "object" && "select" in table) {
    // A comment at its end must not swallow the bracket.
    return `(\n${sqlText(table.select, "The `select` of the table").trim()}\n)`;
  }
  const names = typeof table === "string" ? [table] : table;
  if (!Array.isArray(names) || names.length === 0)
    throw new TallyError(
      "usage-invalid",
      'Give `table` as a name, as a list such as ["schema", "name"], or as { select: "SELECT …" }.',
    );
  return names.map((name) => dialect.identifier(sqlText(name, "A name of the table"))).join(".");
}

/** What to call the table in a message. */
export const tableName = (table: SqlTable): string =>
  typeof table === "string" ? table : "select" in table ? "the table" : table.join(".");

/** A text that SQL can carry: not empty, and without the character that ends texts in C. */
export function sqlText(text: unknown, what: string): string {
  if (typeof text !== "string" || text.trim() === "")
    throw new TallyError("usage-invalid", `${what} must be a text that is not empty.`);
  if (text.includes("\0"))
    throw new TallyError("usage-invalid", `${what} has a zero character, which SQL cannot carry.`);
  return text;
}
