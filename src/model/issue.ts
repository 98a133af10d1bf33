/**
 * What each issue code means. `error`: the row is not counted. `warning`: nothing is lost, but
 * somebody should look. `notice`: a choice the reader made and announces.
 */
export const ISSUE_CODES = {
  "row-width": {
    severity: "error",
    meaning: "The row has more or fewer fields than the header.",
    action: "Look for a comma inside a name without quotes, or for a row cut short.",
  },
  "row-swallowed": {
    severity: "error",
    meaning:
      "A quoted field contains line ends and as many delimiters as a row: it holds whole rows.",
    action:
      "Look for a stray quote on this line, or one that is missing, and for the rows after it.",
  },
  "centre-exceeds-registered": {
    severity: "warning",
    meaning: "The stations of a polling centre have more ballots than the centre has voters.",
    action:
      "Compare the centre's sheets and its number of voters; the rows are counted as they are.",
  },
  "region-differs": {
    severity: "warning",
    meaning:
      "The tallies of a region do not fit the register: it does not know it, or has fewer stations.",
    action: "Compare how the region is written in both, and the number of its stations.",
  },
  "station-missing": {
    severity: "error",
    meaning: "A column of the station key is empty, so the row belongs to no station.",
    action: "Fill in the key from the sheet, or remove a row that is not a station.",
  },
  "station-malformed": {
    severity: "error",
    meaning: "The station key does not have the digits the layout asks for.",
    action: "Compare the code with the sheet; check `digits` in the election's layout.",
  },
  "station-unknown": {
    severity: "error",
    meaning: "The register says it is complete, and this station is not in it.",
    action: "Check the station code, or get a newer register.",
  },
  "count-missing": {
    severity: "error",
    meaning: "A count is empty. Missing is never taken as zero.",
    action: "Read the number from the sheet.",
  },
  "count-malformed": {
    severity: "error",
    meaning: "A count is not made of digits only.",
    action: "Correct the number from the sheet; signs, decimals and separators are not read.",
  },
  "count-too-large": {
    severity: "error",
    meaning: "A count is larger than 2,147,483,647, which no polling station can hold.",
    action: "Look for two columns run together.",
  },
  "valid-votes-mismatch": {
    severity: "error",
    meaning: "The candidates' votes do not add up to the valid votes on the same row.",
    action: "Compare the row with the sheet, candidate by candidate.",
  },
  "ballots-cast-mismatch": {
    severity: "error",
    meaning: "Valid, invalid and blank votes do not add up to the ballots cast on the same row.",
    action: "Compare the row with the sheet.",
  },
  "ballots-exceed-registered": {
    severity: "error",
    meaning: "More ballots were counted than voters are registered at the station.",
    action: "Compare the row with the sheet and with the register.",
  },
  "duplicate-identical": {
    severity: "warning",
    meaning: "The station was read before with the same figures; it is counted once.",
    action: "Nothing, if the same sheet was transcribed or published twice.",
  },
  "duplicate-conflicting": {
    severity: "error",
    meaning: "The station is read more than once with different figures; none of them is counted.",
    action: "Keep the row that agrees with the sheet and remove the others.",
  },
  "duplicate-rejected": {
    severity: "warning",
    meaning: "Another row of the station was rejected; this one is counted, as its figures add up.",
    action: "Compare both rows with the sheet.",
  },
  "region-missing": {
    severity: "warning",
    meaning: "Stations have no name in this region column; they count, but for no region.",
    action: "Fill the column in; where cells were merged, add `fillDown` to it in the layout.",
  },
  "header-repeated": {
    severity: "notice",
    meaning: "The header stands here once more, and is skipped.",
    action: "Nothing, if files were put together.",
  },
  "quote-stray": {
    severity: "warning",
    meaning: "A field of the row has a quote without its partner: a name may be wrong.",
    action: "Remove the quote, or put the missing one in.",
  },
  "votes-none": {
    severity: "warning",
    meaning: "Sheets on which no candidate has a vote; their stations count as covered.",
    action: "If they are placeholders for sheets not there yet, skip them by a rule in the layout.",
  },
  "station-lookalike": {
    severity: "warning",
    meaning:
      "Two station keys differ only in zeros in front, spaces, capitals, quotes or unseen characters; both count.",
    action:
      "If they are one station, correct one of them, or give the key its `digits` in the layout.",
  },
  "row-total": {
    severity: "error",
    meaning:
      "For every candidate the row is the sum of the rows above it, or of all: a total, no station.",
    action: "Nothing, or skip such rows by a rule in the layout.",
  },
  "registered-differs": {
    severity: "warning",
    meaning: "The tally and the register give different numbers of registered voters.",
    action: "The lower one is used, which leaves more room for uncovered votes; check both.",
  },
  "row-blank": {
    severity: "notice",
    meaning: "Empty lines, skipped by rule.",
    action: "Nothing.",
  },
  "row-skipped": {
    severity: "notice",
    meaning: "Rows that the layout's rules leave out: they are no tallies.",
    action: "Nothing, if the rule in the layout is meant for these rows.",
  },
  "candidate-unknown": {
    severity: "error",
    meaning:
      "The row is for a candidate that the election does not have, so its station is incomplete.",
    action: "Add the name to the candidate's values in the layout, or to those that are ignored.",
  },
  "station-incomplete": {
    severity: "error",
    meaning: "Another row of the station is missing or cannot be counted, so none of them is.",
    action: "Correct the other row; if candidates without votes have no row, say so in the layout.",
  },
  "column-absent": {
    severity: "notice",
    meaning: "An optional column of the layout is not in this file; its values stay absent.",
    action: "Nothing, or name the column in the layout if it is there under another name.",
  },
  "encoding-assumed": {
    severity: "notice",
    meaning: "The file is not UTF-8 and was read as Windows-1252 (which contains Latin-1).",
    action: "If names look wrong, save the file as UTF-8. Counts are not affected.",
  },
} as const satisfies Record<
  string,
  { severity: "error" | "warning" | "notice"; meaning: string; action: string }
>;

/** The stable code of an {@link Issue}. */
export type IssueCode = keyof typeof ISSUE_CODES;

/** How much an issue matters: see {@link Issue}. */
export type IssueSeverity = "error" | "warning" | "notice";

/**
 * One broken rule, as data. An `error` says a row is not counted, a `warning` that somebody should
 * look, a `notice` which choice the reader made. Fields that do not apply are absent.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  /** Name of the file or input. */
  readonly source: string;
  /** Line in that file where the row starts, from 1; absent when the issue is about all of it. */
  readonly line?: number;
  /** Station key, where it could be read. */
  readonly station?: string;
  /** Column name as in the file. */
  readonly field?: string;
  readonly expected?: string;
  readonly received?: string;
  /** The same in one sentence. */
  readonly message: string;
}

/** What differs from issue to issue; code, severity and sentence are added here, once for all. */
export interface IssueDetails {
  readonly source: string;
  readonly line?: number | undefined;
  readonly station?: string | undefined;
  readonly field?: string | undefined;
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
}

/** Longest text in a field of an issue, in characters. */
const QUOTE_LIMIT = 200;

const shorten = (text: string) =>
  text.length > QUOTE_LIMIT ? `${text.slice(0, QUOTE_LIMIT)}…` : text;

export function makeIssue(code: IssueCode, details: IssueDetails): Issue {
  const { line } = details;
  const source = shorten(details.source);
  const station = details.station === undefined ? undefined : shorten(details.station);
  const field = details.field === undefined ? undefined : shorten(details.field);
  const expected = details.expected === undefined ? undefined : shorten(details.expected);
  const received = details.received === undefined ? undefined : shorten(details.received);
  const place = [
    line === undefined ? undefined : `line ${line}`,
    station === undefined ? undefined : `station ${station}`,
    field,
  ].filter((part) => part !== undefined);
  const wanted = expected === undefined ? "" : ` Expected ${expected}.`;
  const got = received === undefined ? "" : ` Found ${received === "" ? "nothing" : received}.`;
  return {
    code,
    severity: ISSUE_CODES[code].severity,
    source,
    ...(line === undefined ? {} : { line }),
    ...(station === undefined ? {} : { station }),
    ...(field === undefined ? {} : { field }),
    ...(expected === undefined ? {} : { expected }),
    ...(received === undefined ? {} : { received }),
    message: `${[source, ...place].join(", ")}: ${ISSUE_CODES[code].meaning}${wanted}${got}`,
  };
}
