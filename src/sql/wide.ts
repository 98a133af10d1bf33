import type { Election } from "../model/election";
import type { IssueCode } from "../model/issue";
import { SHEET_COUNTS } from "../model/tallies";
import { FAULTS } from "./counts";
import { any, countIf, firstOf, flag, plus, where, word } from "./expressions";
import { issueColumn, type Outcome } from "./outcome";
import type { RowFields } from "./row-fields";
import { brokenRules, type SqlSheet } from "./rules";
import type { StepColumn } from "./steps";
import { wideRows } from "./wide-rows";

/** Issues of a row that name its station: another row of it that counts is then contested. */
const ROW_ISSUES = [
  ...FAULTS.map(([, code]) => code),
  "valid-votes-mismatch",
  "ballots-cast-mismatch",
  "ballots-exceed-registered",
] as const satisfies readonly IssueCode[];
const CODES = ["station-missing", "station-malformed", ...ROW_ISSUES] as const;

const OWN = "issue = ''";
const COPIES = "CASE WHEN accepted = 1 THEN own - 1 ELSE 0 END";
const has = (code: IssueCode) => issueColumn("has", code);

/**
 * Tables with a row per station. Rows of one station are copies, as `TallyTable` of the reader has them:
 * counted once where every figure that they give is the same, and not at all where one differs.
 */
export function wideOutcome(election: Election, fields: RowFields): Outcome {
  const rows = wideRows(election, fields);
  const { keys, regions, sheet, votes } = rows;
  const given = votes.filter((count) => count !== undefined);
  // What copies may leave to each other; NULL where none gives it.
  const optional = SHEET_COUNTS.flatMap((name) => sheet[name] ?? []);
  const shared = [
    ...optional.map((own) => [own, `${OWN} AND ${own} >= 0`] as const),
    ...regions.map((own) => [own, `${OWN} AND ${own} <> ''`] as const),
  ];
  const merged = {
    validVotes: "high_valid",
    ...Object.fromEntries(
      SHEET_COUNTS.map((name) => [name, sheet[name] && `COALESCE(high_${sheet[name]}, -1)`]),
    ),
  } as SqlSheet;
  const conflict = any([
    // No copy has more than the highest of each candidate, so all have just that or they differ.
    "all_valid <> own * high_valid",
    ...shared.map(([own]) => `low_${own} <> high_${own}`),
    // Two halves of a sheet may each keep the rules and break them together.
    ...brokenRules(merged, undefined, rows.rules).map(([, broken]) => `(${broken})`),
  ]);
  return {
    steps: [
      ...rows.steps,
      {
        name: "stations",
        by: ["keyed", ...keys],
        columns: [
          ["keyed", "keyed"],
          ["row_count", "COUNT(*)"],
          ["own", countIf(OWN)],
          ["headers", countIf("issue = 'header-repeated'")],
          ...rows.skipped.map((own, at): StepColumn => [
            `skip${at + 1}`,
            countIf(`issue = ${own}`),
          ]),
          ...CODES.map((code): StepColumn => [has(code), countIf(`issue = ${word(code)}`)]),
          ["lost", `MAX(${where("issue <> ''", "readable")})`],
          ...given.map((own): StepColumn => [`high_${own}`, `MAX(${where(OWN, own)})`]),
          ["low_valid", `MIN(${where(OWN, "valid")})`],
          ["all_valid", `SUM(${where(OWN, "valid")})`],
          ...shared.flatMap(([own, condition]): StepColumn[] => [
            [`low_${own}`, `MIN(${where(condition, own)})`],
            [`high_${own}`, `MAX(${where(condition, own)})`],
          ]),
        ],
      },
      {
        name: "merged",
        keep: true,
        columns: [["high_valid", plus(given.map((own) => `high_${own}`))]],
      },
      {
        name: "judged",
        keep: true,
        columns: [["conflict", flag(`keyed = 1 AND own > 1 AND ${conflict}`)]],
      },
      {
        name: "settled",
        keep: true,
        columns: [["accepted", flag("keyed = 1 AND own > 0 AND conflict = 0")]],
      },
    ],
    accepted: "accepted",
    votes: votes.map((own) => (own ? `high_${own}` : "0")),
    sheet: merged,
    regions: regions.map((own) => `COALESCE(high_${own}, '')`),
    rows: "row_count",
    acceptedRows: "accepted",
    duplicateRows: COPIES,
    // Whichever of the copies that differ is right, there are at least the votes of the lowest.
    rejectedVotes: firstOf(
      [
        ["keyed = 0 OR accepted = 1", "0"],
        ["conflict = 1 AND (lost IS NULL OR lost < low_valid)", "low_valid"],
        ["lost IS NOT NULL", "lost"],
      ],
      "0",
    ),
    skipped: (election.layout.skip ?? []).map(({ reason }, at) => ({
      reason,
      rows: `skip${at + 1}`,
    })),
    headers: "headers",
    issues: [
      ...CODES.map((code) => [code, has(code)] as const),
      ["header-repeated", "headers"],
      ["duplicate-identical", COPIES],
      ["duplicate-conflicting", "CASE WHEN conflict = 1 THEN own ELSE 0 END"],
      [
        "duplicate-rejected",
        flag(`accepted = 1 AND ${plus(ROW_ISSUES.map((code) => has(code)))} > 0`),
      ],
      ["votes-none", flag("accepted = 1 AND high_valid = 0")],
    ],
  };
}
