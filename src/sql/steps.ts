import type { Dialect } from "./dialect";

/** A column of a step: its name there, and what it is in terms of the step before. */
export type StepColumn = readonly [name: string, sql: string];

/** One step of the statement: a SELECT from the step before. */
export interface Step {
  readonly name: string;
  readonly columns: readonly StepColumn[];
  /** Whether the columns of the step before stay. */
  readonly keep?: boolean;
  /** Columns of the step before that make a group. */
  readonly by?: readonly string[];
}

/** No table of the user's is likely to be called so. */
const named = (name: string) => `tallyproof_${name}`;

const INDENT = "  ";

/**
 * The statement: each step a common table expression, the last the SELECT itself. A name that a step
 * makes is never one of the step before: databases differ in which of the two is then meant.
 */
export function statement(
  from: string,
  alias: string,
  steps: readonly Step[],
  { fence }: Dialect,
): string {
  const selects = steps.map(({ columns, keep, by }, at) => {
    const source = at === 0 ? `${from} AS ${alias}` : named(steps[at - 1]!.name);
    const kept = keep ? [`${named(steps[at - 1]!.name)}.*`] : [];
    const made = columns.map(([own, sql]) => (own === sql ? sql : `${sql} AS ${own}`));
    const last = at === steps.length - 1;
    return [
      "SELECT",
      `  ${[...kept, ...made].join(`,\n${last ? "" : INDENT}  `)}`,
      `FROM ${source}`,
      ...(by && by.length > 0 ? [`GROUP BY ${by.join(", ")}`] : []),
      ...(last || fence === "" || by ? [] : [fence]),
    ];
  });
  // Lines are indented one by one: a name or a value may hold line ends, which stay as they are.
  const before = selects
    .slice(0, -1)
    .map((lines, at) => [
      `${named(steps[at]!.name)} AS (`,
      ...lines.map((line) => INDENT + line),
      ")",
    ])
    .map((lines) => lines.join("\n"));
  return `WITH\n${before.join(",\n")}\n${selects.at(-1)!.join("\n")}`;
}
