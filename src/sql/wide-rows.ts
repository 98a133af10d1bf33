import type { Column, Election } from "../model/election";
import type { IssueCode } from "../model/issue";
import { SHEET_COUNTS } from "../model/tallies";
import { rulesOf, type SheetRules } from "../read/checks";
import { FAULTS, faultOf } from "./counts";
import { type Case, firstOf, flag, plus, positive, word } from "./expressions";
import type { RowFields } from "./row-fields";
import { ballots, brokenRules, type SqlSheet } from "./rules";
import type { Step, StepColumn } from "./steps";

/** Issues that a header in the middle of the table raises. */
const UNREADABLE = ["station-malformed", "count-malformed"] as const satisfies readonly IssueCode[];

/** The rows of a table with a row per station, each with what is wrong with it in `issue`. */
export interface WideRows {
  readonly steps: readonly Step[];
  /** Columns of the station key, empty on rows without one. */
  readonly keys: readonly string[];
  readonly regions: readonly string[];
  /** Words in `issue` for rows that a rule leaves out. */
  readonly skipped: readonly string[];
  /** By candidate; undefined where the table has no column. */
  readonly votes: readonly (string | undefined)[];
  readonly sheet: SqlSheet;
  readonly rules: SheetRules;
}

/** Reads and checks each row, in the order in which `WideRows` of the reader does. */
export function wideRows({ candidates, layout }: Election, fields: RowFields): WideRows {
  const rules = rulesOf(layout);
  const parts = layout.station.map((column) => fields.text(column));
  const regions = (layout.regions ?? []).map((region) => fields.text(region));
  const skip = fields.skipCases();
  const votes = candidates.map(({ code }) =>
    fields.count(layout.candidates[code] as Column, false),
  );
  const stated = fields.count(layout.validVotes, false);
  const counts = SHEET_COUNTS.map((name) => fields.count(layout[name]));
  const centre = layout.centre?.key ?? [];
  const centreParts = centre.map((column) => fields.text(column));
  const voters = fields.count(layout.centre?.registeredVoters);

  const given = votes.flatMap((count) => (count ? [count.count] : []));
  const sheet = {
    validVotes: "valid",
    ...Object.fromEntries(SHEET_COUNTS.map((name, at) => [name, counts[at]?.count])),
  } as SqlSheet;
  const read = [...votes, stated, ...counts].filter((count) => count !== undefined);
  const faults = (name: string): Case[] =>
    FAULTS.map(([reason, code]) => [`${name} = ${reason}`, word(code)]);
  const found = firstOf(
    [
      ["place <> ''", "place"],
      ...faults("fault"),
      ...brokenRules(sheet, stated?.count, rules).map(([code, broken]): Case => [
        broken,
        word(code),
      ]),
      ...fields.keyCases(centre, centreParts),
      ...faults("centre_fault"),
    ],
    "''",
  );
  const isHeader = `found IN (${UNREADABLE.map(word).join(", ")}) AND ${fields.isHeader()}`;
  const keys = fields.paddedKey(layout.station, parts);
  const stations = keys.map((key, at): StepColumn => [
    `key${at + 1}`,
    firstOf([["place = ''", key]], "''"),
  ]);
  // Also where the sheet does not state them but counts all their parts.
  const derived = ballots(sheet, rules);
  return {
    steps: [
      ...fields.steps(),
      {
        name: "sheets",
        keep: true,
        columns: [
          ["place", firstOf([...skip, ...fields.keyCases(layout.station, parts)], "''")],
          ["fault", faultOf(read)],
          ["centre_fault", faultOf(voters ? [voters] : [])],
          ["valid", plus(given)],
          ["readable", plus(given.map(positive))],
        ],
      },
      {
        name: "checked",
        keep: true,
        columns: [
          ["found", found],
          ["keyed", flag("place = ''")],
          ...stations,
          ...(derived ? [["ballots", derived] as const] : []),
        ],
      },
      {
        name: "named",
        keep: true,
        columns: [["issue", firstOf([[isHeader, word("header-repeated")]], "found")]],
      },
    ],
    keys: stations.map(([name]) => name),
    regions,
    skipped: skip.map(([, own]) => own),
    votes: votes.map((count) => count?.count),
    sheet: { ...sheet, ballotsCast: derived && "ballots" },
    rules,
  };
}
