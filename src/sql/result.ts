import type { Count, RegionCount } from "../count/count";
import type { KnownSum } from "../count/groups";
import { TallyError } from "../model/error";
import type { IssueCode } from "../model/issue";
import { type RowCounts, SHEET_COUNTS } from "../model/tallies";
import type { Plan } from "./plan";
import { exact, type SqlRow, sumIn, textIn } from "./result-row";
import { RESULT } from "./totals";

/** What {@link countWithSql} found. */
export interface SqlCount {
  readonly count: Count;
  /** With `by`: the count of each region, sorted by name. */
  readonly regions?: readonly RegionCount[];
  /** Where every row of the table went. */
  readonly rows: RowCounts;
  /** How many issues of each code there are, as the reader would list them; codes without any are absent. */
  readonly issues: Readonly<Partial<Record<IssueCode, number>>>;
}

/** Puts the statement's result together; the groups of a result by region are added up. */
export function resultOf(plan: Plan, groups: readonly SqlRow[]): SqlCount {
  const { outcome, levels } = plan;
  const sum = (name: string) =>
    exact(
      name,
      groups.reduce((all, row) => all + BigInt(sumIn(row, name)), 0n),
    );
  const rows = rowsOf(plan, sum);
  const count = countOf(plan, sum);
  if (rows.read === 0)
    throw new TallyError(
      "rows-none",
      "The table has no rows. Name the table with the tallies in it.",
    );
  if (count.stations === 0)
    throw new TallyError("rows-none-accepted", `None of the ${rows.read} rows could be accepted.`);
  const regions = groups
    .filter((row) => sumIn(row, "stations") > 0)
    .map((row) => ({
      region: Array.from({ length: levels }, (_, level) => textIn(row, RESULT.region(level))),
      count: countOf(plan, (name) => sumIn(row, name)),
    }))
    .sort((a, b) => comparePaths(a.region, b.region));
  const issues = new Map<IssueCode, number>(
    outcome.issues.map(([code]) => [code, sum(RESULT.issue(code))]),
  );
  // These are one issue for all rows or stations that they are about.
  const once = (codes: readonly boolean[]) => codes.filter(Boolean).length;
  issues.set("votes-none", Math.min(1, issues.get("votes-none")!));
  issues.set(
    "region-missing",
    once(outcome.regions.map((_, level) => sum(RESULT.nameless(level)) > 0)),
  );
  const reasons = outcome.skipped.filter((_, at) => sum(RESULT.skipped(at)) > 0);
  issues.set("row-skipped", new Set(reasons.map(({ reason }) => reason)).size);
  issues.set("column-absent", plan.absent);
  return {
    count,
    ...(levels > 0 ? { regions } : {}),
    rows,
    issues: Object.fromEntries([...issues].filter(([, number]) => number > 0)),
  };
}

function rowsOf({ outcome }: Plan, sum: (name: string) => number): RowCounts {
  const skipped = outcome.skipped.reduce((all, _, at) => all + sum(RESULT.skipped(at)), 0);
  const [read, accepted, duplicate, headers] = [
    sum("rows_read"),
    sum("rows_accepted"),
    sum("rows_duplicate"),
    sum("headers_repeated"),
  ] as [number, number, number, number];
  return {
    read,
    accepted,
    rejected: read - accepted - duplicate - skipped - headers,
    duplicate,
    skipped: skipped + headers,
    rejectedVotes: sum("rejected_votes"),
  };
}

/** A count in the library's form; `sum` gives each column of the result. */
function countOf({ election, outcome }: Plan, sum: (name: string) => number): Count {
  const validVotes = sum("valid_votes");
  const votes = election.candidates.map((_, at) => sum(RESULT.votes(at)));
  if (votes.reduce((all, own) => all + own, 0) !== validVotes)
    throw new TallyError(
      "usage-invalid",
      "The query's sums contradict each other: the candidates' votes do not add up to the valid votes. " +
        "Run the statement as it is, on a table that does not change meanwhile.",
    );
  const known = SHEET_COUNTS.flatMap((name, at): [string, KnownSum][] => {
    if (outcome.sheet[name] === undefined) return [];
    const stations = sum(RESULT.sheetStations(at));
    return stations > 0 ? [[name, { sum: sum(RESULT.sheet(at)), stations }]] : [];
  });
  return {
    stations: sum("stations"),
    candidates: election.candidates.map(({ code }, at) => ({
      code,
      votes: votes[at]!,
      share: { votes: votes[at]!, outOf: validVotes },
    })),
    validVotes,
    ...Object.fromEntries(known),
    atLeastBallots: sum("at_least_ballots"),
    atLeastRegistered: sum("at_least_registered"),
  };
}

/** By code units, largest region first, as `countBy` sorts. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  const level = a.findIndex((name, at) => name !== b[at]);
  return level === -1 ? 0 : a[level]! < b[level]! ? -1 : 1;
}
