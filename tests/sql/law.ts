import fc from "fast-check";
import { expect } from "vitest";
import type { IssueCode } from "../../src/index";
import { regionName } from "../../src/model/election";
import { type Database, sameAsReader } from "./compare";
import type { Generated } from "./generated";

/** More than a test run has time for, when somebody wants to look longer. */
const LONGER = process.env["SQL_RUNS"];
export const RUNS = Number(LONGER ?? 30);

const ROW: readonly IssueCode[] = [
  "station-missing",
  "station-malformed",
  "count-missing",
  "count-malformed",
  "count-too-large",
  "duplicate-identical",
  "duplicate-conflicting",
  "header-repeated",
  "row-skipped",
  "column-absent",
  "region-missing",
];

/** Issues that the generated tables have, if there are some hundreds of them. */
export const WIDE: readonly IssueCode[] = [
  ...ROW,
  "valid-votes-mismatch",
  "ballots-cast-mismatch",
  "ballots-exceed-registered",
  "duplicate-rejected",
];
export const LONG: readonly IssueCode[] = [...ROW, "candidate-unknown", "station-incomplete"];

/** That a database counts every table as the reader does. */
export async function holds(
  tables: fc.Arbitrary<Generated>,
  issues: readonly IssueCode[],
  database: Database,
): Promise<void> {
  const seen = new Map<string, number>();
  const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(tables, fc.boolean(), async (generated, grouped) => {
      const region = generated.election.layout.regions?.at(-1);
      const by = grouped && region !== undefined ? regionName(region) : undefined;
      const same = await sameAsReader(generated, by, database);
      see(typeof same === "object" ? "counted" : (same ?? "set aside"));
      if (typeof same === "object") Object.keys(same.issues).forEach(see);
    }),
    { numRuns: RUNS },
  );
  // Of all tables nine in ten are: of 30 it is ten or fewer once in five thousand million times.
  expect(seen.get("counted")).toBeGreaterThan(RUNS / 3);
  if (LONGER === undefined) return;
  console.log(database.dialect, seen);
  if (RUNS >= 1000) for (const code of issues) expect([...seen.keys()]).toContain(code);
}
