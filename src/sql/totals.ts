import type { Election } from "../model/election";
import { SHEET_COUNTS } from "../model/tallies";
import { countIf, sumIf } from "./expressions";
import { issueColumn, type Outcome } from "./outcome";
import { leastBallots, leastRegistered } from "./rules";
import type { Step, StepColumn } from "./steps";

/** Columns of the result, which the statement makes and `countWithSql` reads. */
export const RESULT = {
  region: (level: number) => `region_${level + 1}`,
  votes: (candidate: number) => `votes_${candidate + 1}`,
  sheet: (at: number) => `sheet_${at + 1}`,
  sheetStations: (at: number) => `sheet_${at + 1}_stations`,
  skipped: (at: number) => `skipped_${at + 1}`,
  nameless: (level: number) => `nameless_${level + 1}`,
  issue: (code: Parameters<typeof issueColumn>[1]) => issueColumn("issue", code),
} as const;

/** The last step: sums over the stations, by region down to the level `levels` or over all. */
export function totalsStep({ candidates }: Election, outcome: Outcome, levels: number): Step {
  const { accepted, sheet } = outcome;
  const counted = `${accepted} = 1`;
  const given = SHEET_COUNTS.flatMap((name, at): StepColumn[] => {
    const own = sheet[name];
    if (own === undefined) return [];
    const known = `${counted} AND ${own} >= 0`;
    return [
      [RESULT.sheet(at), sumIf(known, own)],
      [RESULT.sheetStations(at), countIf(known)],
    ];
  });
  // Rows that count for no station count for no region.
  const paths = outcome.regions
    .slice(0, levels)
    .map((region) => `CASE WHEN ${counted} THEN ${region} END`);
  return {
    name: "totals",
    by: paths,
    columns: [
      ...paths.map((path, level): StepColumn => [RESULT.region(level), path]),
      ["stations", `SUM(${accepted})`],
      ...candidates.map((_, at): StepColumn => [
        RESULT.votes(at),
        sumIf(counted, outcome.votes[at]!),
      ]),
      ["valid_votes", sumIf(counted, sheet.validVotes)],
      ...given,
      ["at_least_ballots", sumIf(counted, leastBallots(sheet))],
      ["at_least_registered", sumIf(counted, leastRegistered(sheet))],
      ["rows_read", `SUM(${outcome.rows})`],
      ["rows_accepted", `SUM(${outcome.acceptedRows})`],
      ["rows_duplicate", `SUM(${outcome.duplicateRows})`],
      ...outcome.skipped.map(({ rows }, at): StepColumn => [RESULT.skipped(at), `SUM(${rows})`]),
      ["headers_repeated", `SUM(${outcome.headers})`],
      ["rejected_votes", `SUM(${outcome.rejectedVotes})`],
      ...outcome.regions.map((region, level): StepColumn => [
        RESULT.nameless(level),
        countIf(`${counted} AND ${region} = ''`),
      ]),
      ...outcome.issues.map(([code, issues]): StepColumn => [RESULT.issue(code), `SUM(${issues})`]),
    ],
  };
}
