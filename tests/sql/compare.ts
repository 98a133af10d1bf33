import { expect } from "vitest";
import { count, countBy, type IssueCode, readTallies, TallyError } from "../../src/index";
import { countWithSql, type SqlCount, type SqlDialect, type SqlRow } from "../../src/sql/index";
import type { Generated } from "./generated";

/** Issues of the reader that are not about a row: of the file, or of all rows together. */
export const NOT_SQL: ReadonlySet<IssueCode> = new Set([
  "station-lookalike",
  "centre-exceeds-registered",
  "quote-stray",
  "row-blank",
]);

export const csvOf = ({ names, rows }: Generated) =>
  [names, ...rows.map((row) => names.map((name) => row[name]!))]
    .map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(","))
    .join("\n");

/** A statement that makes the table; every other empty field is NULL. */
export function tableSql(
  { names, rows }: Generated,
  identifier: (name: string) => string,
  literal: (text: string) => string,
  type = "VARCHAR",
): string {
  let empty = 0;
  const value = (text: string) =>
    text === "" && empty++ % 2 === 0
      ? `CAST(NULL AS ${type})`
      : `CAST(${literal(text)} AS ${type})`;
  const values = rows.map((row) => `(${names.map((name) => value(row[name]!)).join(", ")})`);
  return `SELECT * FROM (VALUES ${values.join(",\n")}) AS made(${names.map(identifier).join(", ")})`;
}

/** What the reader says of the same rows, in the form of `countWithSql`. */
export function readerSays(generated: Generated, by: string | undefined): SqlCount {
  const { tallies } = readTallies(csvOf(generated), generated.election);
  const issues: Partial<Record<IssueCode, number>> = {};
  for (const { code } of tallies.issues)
    if (!NOT_SQL.has(code)) issues[code] = (issues[code] ?? 0) + 1;
  return {
    count: count(tallies),
    ...(by === undefined ? {} : { regions: countBy(tallies, by) }),
    rows: tallies.rows,
    issues,
  };
}

/** The result, or the code of the error. */
async function outcome(work: () => SqlCount | Promise<SqlCount>): Promise<SqlCount | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TallyError) return error.code;
    throw error;
  }
}

const conflicts = (found: SqlCount | string) =>
  typeof found === "object" && found.issues["duplicate-conflicting"] !== undefined;

/** Without what the order of rows decides: which of several copies is the one that others differ from. */
function withoutOrder({ rows, issues, ...found }: SqlCount) {
  const {
    "duplicate-conflicting": conflicting = 0,
    "duplicate-identical": same = 0,
    ...others
  } = issues;
  return {
    ...found,
    rows: { ...rows, rejectedVotes: 0 },
    issues: others,
    copies: conflicting + same,
  };
}

export interface Database {
  readonly dialect: SqlDialect;
  readonly query: (sql: string) => Promise<readonly SqlRow[]>;
  readonly identifier: (name: string) => string;
  readonly literal: (text: string) => string;
  /** Type of the columns, where it is not `VARCHAR`. */
  readonly type?: string;
}

/**
 * Holds the two beside each other.
 *
 * @returns what both say; undefined for a table set aside, as one of its rows looks like a total
 */
export async function sameAsReader(
  generated: Generated,
  by: string | undefined,
  { dialect, query, identifier, literal, type }: Database,
): Promise<SqlCount | string | undefined> {
  const expected = await outcome(() => readerSays(generated, by));
  if (typeof expected !== "string" && expected.issues["row-total"] !== undefined) return undefined;
  const table = { select: tableSql(generated, identifier, literal, type) };
  const options = { table, query, dialect, columns: generated.names };
  const found = await outcome(() =>
    countWithSql(generated.election, by === undefined ? options : { ...options, by }),
  );
  const order = generated.election.layout.rows !== undefined && conflicts(expected);
  if (order && typeof found === "object" && typeof expected === "object") {
    // Of rows for one candidate that differ the reader has the first, and SQL the lowest.
    expect(found.rows.rejectedVotes).toBeLessThanOrEqual(expected.rows.rejectedVotes);
    expect(withoutOrder(found)).toEqual(withoutOrder(expected));
  } else expect(found).toEqual(expected);
  return expected;
}

export const ansi = {
  identifier: (name: string) => `"${name.replaceAll('"', '""')}"`,
  literal: (text: string) => `'${text.replaceAll("'", "''")}'`,
};
