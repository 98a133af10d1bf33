import { type Election, regionName } from "../model/election";
import { TallyError } from "../model/error";
import { parseElection } from "../model/parse-election";
import { SqlColumns, TABLE } from "./columns";
import { dialectOf, type SqlDialect } from "./dialect";
import { longOutcome } from "./long";
import type { Outcome } from "./outcome";
import { RowFields } from "./row-fields";
import { statement } from "./steps";
import { requireSupported } from "./supported";
import { fromOf, type SqlTable, tableName } from "./table";
import { totalsStep } from "./totals";
import { wideOutcome } from "./wide";

/** What {@link countSql} may be told. */
export interface CountSqlOptions {
  readonly table: SqlTable;
  /** Name of a region column of the layout, to count by region. */
  readonly by?: string;
  /** The database that is to run the statement; `duckdb` unless given. */
  readonly dialect?: SqlDialect;
  /**
   * Names of the table's columns, in their order; needed where the layout has optional columns, columns
   * of several names, or columns by position.
   */
  readonly columns?: readonly string[];
}

/** A statement, and what is to be known to read its result. */
export interface Plan {
  readonly sql: string;
  readonly election: Election;
  readonly outcome: Outcome;
  /** Region levels in the result, 0 where it is not by region. */
  readonly levels: number;
  /** Optional columns of the layout that the table does not have. */
  readonly absent: number;
}

export function planOf(given: Election, options: CountSqlOptions): Plan {
  const election = parseElection(given);
  const { layout } = election;
  requireSupported(layout);
  const dialect = dialectOf(options.dialect ?? "duckdb");
  const levels = levelsOf(election, options.by);
  const from = fromOf(options.table, dialect);
  const columns = new SqlColumns(layout, tableName(options.table), options.columns, dialect);
  const fields = new RowFields(layout, columns, dialect);
  const outcome = layout.rows ? longOutcome(election, fields) : wideOutcome(election, fields);
  const steps = [...outcome.steps, totalsStep(election, outcome, levels)];
  const sql = statement(from, TABLE, steps, dialect);
  if (sql.includes("\0"))
    throw new TallyError(
      "usage-invalid",
      "A text of the layout has a zero character, which SQL cannot carry.",
    );
  return { sql, election, outcome, levels, absent: columns.absent };
}

function levelsOf({ layout: { regions = [] } }: Election, by: string | undefined): number {
  if (by === undefined) return 0;
  const names = regions.map(regionName);
  const level = names.indexOf(by);
  if (level === -1)
    throw new TallyError(
      "region-unknown",
      `The layout has no region column "${by}". It has: ${names.join(", ") || "none"}.`,
    );
  return level + 1;
}
