import type { Election } from "../model/election";
import type { IssueCode } from "../model/issue";
import { SHEET_COUNTS } from "../model/tallies";
import { type CountField, FAULTS, faultOf } from "./counts";
import { any, type Case, firstOf, flag, plus, word } from "./expressions";
import { type Meaning, meaningsOf } from "./meanings";
import type { RowFields } from "./row-fields";
import type { SkippedRows } from "./outcome";
import type { Step, StepColumn } from "./steps";

/** The rows of a table with a row per station and candidate, and what is wrong with each. */
export interface LongRows {
  readonly steps: readonly Step[];
  /** Columns of the station key, and of the mode of voting; empty on rows that are not counted. */
  readonly keys: readonly string[];
  readonly modes: readonly string[];
  readonly regions: readonly string[];
  readonly meanings: readonly Meaning[];
  readonly votes: string;
  /** Counts of the sheet that have columns of their own, valid votes first. */
  readonly columns: readonly (CountField | undefined)[];
  /** Rows that are left out: what for, and the word for them in `place`. */
  readonly skipped: readonly SkippedRows[];
  /** How many issues of each code a row makes. */
  readonly issues: readonly (readonly [IssueCode, string])[];
  /** Whether something of the row cannot be read, so that its station cannot be counted. */
  readonly unreadable: string;
}

/** Reads each row, in the order in which `LongRows` of the reader does. */
export function longRows(election: Election, fields: RowFields): LongRows {
  const { layout } = election;
  const { candidate, votes: votesColumn, sumOver = [] } = layout.rows!;
  const { literal } = fields.dialect;
  const { meanings, ignored } = meaningsOf(election);
  const parts = layout.station.map((column) => fields.text(column));
  const regions = (layout.regions ?? []).map((region) => fields.text(region));
  const skip = fields.skipCases();
  const { text: choice, name: choiceName } = fields.choice(candidate);
  const votes = fields.count(votesColumn, false)!;
  const modes = sumOver.map((column) => fields.plainText(column));
  const stated = fields.count(layout.validVotes, false);
  const counts = SHEET_COUNTS.map((name) => fields.count(layout[name]));
  const centre = layout.centre?.key ?? [];
  const centreParts = centre.map((column) => fields.text(column));
  const voters = fields.count(layout.centre?.registeredVoters);

  const list = (values: readonly string[]) => values.map(literal).join(", ");
  const meaning = meanings.map(({ values }, at): Case => [
    `${choice} IN (${list(values)})`,
    String(at + 1),
  ]);
  const left = ignored.map((value, at): Case => [
    `${choice} = ${literal(value)}`,
    word(`ignored ${at + 1}`),
  ]);
  const keyCases = fields.keyCases(layout.station, parts);
  const malformed = keyCases.filter(([, own]) => own === word("station-malformed"));
  const isHeader = fields.isHeader();
  const header = (condition: string): Case => [
    `${condition} AND ${isHeader}`,
    word("header-repeated"),
  ];
  const place: Case[] = [
    ...skip,
    header(any(malformed.map(([condition]) => `(${condition})`))),
    ...keyCases,
    ...left,
    header("meaning = 0"),
  ];
  const ifKeyed = (sql: string, otherwise = "0") => firstOf([["place = ''", sql]], otherwise);
  const ifCounted = (sql: string, otherwise: string) =>
    firstOf([[`place = '' AND meaning > 0 AND ${votes.count} >= 0`, sql]], otherwise);
  const fault = (...list: readonly (CountField | undefined)[]) =>
    ifKeyed(faultOf(list.filter((count) => count !== undefined)));

  // A row may have several faults, each of which is an issue.
  const faults: StepColumn[] = [
    ["sheet_fault", fault(...counts)],
    ["stated_fault", fault(stated)],
    ["votes_fault", fault(votes)],
  ];
  const numbers = [...faults.map(([name]) => name), "centre_fault"];
  const keys = fields.paddedKey(layout.station, parts);
  const stations = keys.map((key, at): StepColumn => [`key${at + 1}`, ifKeyed(key, "''")]);
  const modeColumns = modes.map((mode, at): StepColumn => [`mode${at + 1}`, ifCounted(mode, "''")]);
  return {
    steps: [
      ...fields.steps(),
      { name: "meanings", keep: true, columns: [["meaning", firstOf(meaning, "0")]] },
      { name: "places", keep: true, columns: [["place", firstOf(place, "''")]] },
      {
        name: "sheets",
        keep: true,
        columns: [
          ["keyed", flag("place = ''")],
          ...stations,
          ["counted", ifCounted("1", "0")],
          ["part", ifCounted(choice, "''")],
          ["part_meaning", ifCounted("meaning", "0")],
          ...modeColumns,
          ...faults,
          ["centre_issue", ifKeyed(firstOf(fields.keyCases(centre, centreParts), "''"), "''")],
          ["unknown", ifKeyed(flag("meaning = 0"))],
        ],
      },
      {
        name: "checked",
        keep: true,
        columns: [["centre_fault", firstOf([["centre_issue = ''", fault(voters)]], "0")]],
      },
    ],
    keys: stations.map(([name]) => name),
    modes: modeColumns.map(([name]) => name),
    regions,
    meanings,
    votes: votes.count,
    columns: [stated, ...counts],
    skipped: [
      ...(layout.skip ?? []).map(({ reason }, at) => ({ reason, rows: skip[at]![1] })),
      ...ignored.map((value, at) => ({ reason: `${choiceName} ${value}`, rows: left[at]![1] })),
    ],
    issues: [
      ...FAULTS.map(([reason, code]) => {
        const each = numbers.map((name) => flag(`${name} = ${reason}`));
        return [code, plus(each)] as const;
      }),
      ["candidate-unknown", "unknown"],
      ...(["station-missing", "station-malformed"] as const).map((code) => {
        const each = ["place", "centre_issue"].map((name) => flag(`${name} = ${word(code)}`));
        return [code, plus(each)] as const;
      }),
    ],
    unreadable: any([
      ...numbers.map((name) => `${name} <> 0`),
      "centre_issue <> ''",
      "unknown = 1",
    ]),
  };
}
