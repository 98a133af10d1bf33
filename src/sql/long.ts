import type { Election } from "../model/election";
import { LARGEST_COUNT, SHEET_COUNTS, type SheetCount } from "../model/tallies";
import { rulesOf } from "../read/checks";
import { any, countIf, flag, plus, sumIf, where } from "./expressions";
import { longRows, type LongRows } from "./long-rows";
import { issueColumn, type Outcome } from "./outcome";
import type { RowFields } from "./row-fields";
import { ballots, brokenRules, type SqlSheet } from "./rules";
import type { StepColumn } from "./steps";

const COUNTED = ["validVotes", ...SHEET_COUNTS] as const;

/**
 * Tables with a row per station and candidate, as `OpenSheets` of the reader has them: a sheet counts
 * only as a whole. Rows of one value and mode are copies; those are brought together first, and then
 * the parts of each station.
 */
export function longOutcome(election: Election, fields: RowFields): Outcome {
  const { candidates, layout } = election;
  const rows = longRows(election, fields);
  const { keys, modes, regions, meanings } = rows;
  const columns = rows.columns.flatMap((column) => (column ? [column.count] : []));
  const shared = [
    ...columns.map((own) => [own, `${own} >= 0`] as const),
    ...regions.map((own) => [own, `${own} <> ''`] as const),
  ];
  const sums = meanings.map((_, at) => `votes${at + 1}`);
  const votes = candidates.map((_, at) => sums[at]!);
  const rules = rulesOf(layout);
  const sheet = sheetOf(rows);
  const derived = ballots(sheet, rules);
  const absent = votes.map((own) => `${own} IS NULL`);
  const { absentIsZero } = layout.rows!;
  const broken = any([
    "bad_rows > 0",
    "differing > 0",
    ...shared.map(([own]) => `low_${own} <> high_${own}`),
    // A row without a station may be any absent candidate's, of any station.
    ...(absentIsZero ? [`(${absent.join(" AND ")})`, `(homeless > 0 AND ${any(absent)})`] : absent),
    ...sums.map((own) => `${own} > ${LARGEST_COUNT}`),
    ...brokenRules(sheet, ownOf(rows, "validVotes"), rules).map(([, rule]) => `(${rule})`),
  ]);
  return {
    steps: [
      ...rows.steps,
      {
        name: "parts",
        by: ["keyed", ...keys, "counted", "part", "part_meaning", ...modes],
        columns: [
          ...["keyed", ...keys, "counted", "part_meaning"].map((own): StepColumn => [own, own]),
          ["part_rows", "COUNT(*)"],
          ["part_low", `MIN(${rows.votes})`],
          ["part_high", `MAX(${rows.votes})`],
          ["part_bad", countIf(rows.unreadable)],
          ["part_homeless", countIf("place IN ('station-missing', 'station-malformed')")],
          ["part_headers", countIf("place = 'header-repeated'")],
          ...rows.skipped.map((own, at): StepColumn => [
            `part_skip${at + 1}`,
            countIf(`place = ${own.rows}`),
          ]),
          ...rows.issues.map(([code, own]): StepColumn => [
            issueColumn("part", code),
            `SUM(${own})`,
          ]),
          ...shared.flatMap(([own, condition]): StepColumn[] => [
            [`part_low_${own}`, `MIN(${where(condition, own)})`],
            [`part_high_${own}`, `MAX(${where(condition, own)})`],
          ]),
        ],
      },
      {
        name: "stations",
        by: ["keyed", ...keys],
        columns: [
          ["keyed", "keyed"],
          ["row_count", "SUM(part_rows)"],
          ["own_parts", "SUM(counted)"],
          ["copies", sumIf("counted = 1", "part_rows - 1")],
          ["differing", countIf("counted = 1 AND part_low <> part_high")],
          ["same_copies", sumIf("counted = 1 AND part_low = part_high", "part_rows - 1")],
          ["bad_rows", "SUM(part_bad)"],
          ["homeless_here", "SUM(part_homeless)"],
          ["headers", "SUM(part_headers)"],
          ...rows.skipped.map((_, at): StepColumn => [`skip${at + 1}`, `SUM(part_skip${at + 1})`]),
          ...rows.issues.map(([code]): StepColumn => [
            issueColumn("has", code),
            `SUM(${issueColumn("part", code)})`,
          ]),
          ...sums.map((own, at): StepColumn => [
            own,
            `SUM(${where(`counted = 1 AND part_meaning = ${at + 1}`, "part_low")})`,
          ]),
          ...shared.flatMap(([own]): StepColumn[] => [
            [`low_${own}`, `MIN(part_low_${own})`],
            [`high_${own}`, `MAX(part_high_${own})`],
          ]),
        ],
      },
      {
        name: "summed",
        keep: true,
        columns: [
          ["valid", plus(votes.map((own) => `COALESCE(${own}, 0)`))],
          ...(absentIsZero ? [["homeless", "SUM(homeless_here) OVER ()"] as const] : []),
        ],
      },
      {
        name: "judged",
        keep: true,
        columns: [
          // Not by NOT: what is unknown breaks no rule.
          ["accepted", `CASE WHEN keyed = 0 THEN 0 WHEN ${broken} THEN 0 ELSE 1 END`],
          ...(derived ? [["ballots", derived] as const] : []),
        ],
      },
    ],
    accepted: "accepted",
    votes: votes.map((own) => `COALESCE(${own}, 0)`),
    sheet: { ...sheet, ballotsCast: derived && "ballots" },
    regions: regions.map((own) => `COALESCE(high_${own}, '')`),
    rows: "row_count",
    acceptedRows: "CASE WHEN accepted = 1 THEN own_parts ELSE 0 END",
    duplicateRows: "CASE WHEN accepted = 1 THEN copies ELSE 0 END",
    rejectedVotes: "CASE WHEN keyed = 1 AND accepted = 0 THEN valid ELSE 0 END",
    skipped: rows.skipped.map(({ reason }, at) => ({ reason, rows: `skip${at + 1}` })),
    headers: "headers",
    issues: [
      ...rows.issues.map(([code]) => [code, issueColumn("has", code)] as const),
      ["header-repeated", "headers"],
      ["duplicate-identical", "same_copies"],
      ["duplicate-conflicting", "copies - same_copies"],
      ["station-incomplete", "CASE WHEN keyed = 1 AND accepted = 0 THEN own_parts ELSE 0 END"],
      ["votes-none", flag("accepted = 1 AND valid = 0")],
    ],
  };
}

/** A count of the sheet: of values of the candidate column, or of a column of its own. */
function ownOf({ meanings, columns }: LongRows, name: SheetCount | "validVotes") {
  const at = meanings.findIndex(({ count }) => count === name);
  if (at >= 0) return `COALESCE(votes${at + 1}, -1)`;
  const column = columns[COUNTED.indexOf(name)];
  return column && `COALESCE(high_${column.count}, -1)`;
}

const sheetOf = (rows: LongRows) =>
  ({
    validVotes: "valid",
    ...Object.fromEntries(SHEET_COUNTS.map((name) => [name, ownOf(rows, name)])),
  }) as SqlSheet;
