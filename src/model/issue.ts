/**
 * What each issue code means. `error`: the row is not counted. `warning`: nothing is lost, but
 * somebody should look. `notice`: a choice the reader made and announces.
 */
export const ISSUES = {
  "row-width": ["error", "The row has more or fewer fields than the header."],
  "row-swallowed": [
    "error",
    "A quoted field contains line ends and as many delimiters as a row: it holds whole rows.",
  ],
  "centre-exceeds-registered": [
    "warning",
    "The stations of a polling centre have more ballots than the centre has voters.",
  ],
  "region-differs": [
    "warning",
    "The tallies of a region do not fit the register: it does not know it, or has fewer stations.",
  ],
  "station-missing": [
    "error",
    "A column of the station key is empty, so the row belongs to no station.",
  ],
  "station-malformed": ["error", "The station key does not have the digits the layout asks for."],
  "station-unknown": ["error", "The register says it is complete, and this station is not in it."],
  "count-missing": ["error", "A count is empty. Missing is never taken as zero."],
  "count-malformed": ["error", "A count is not made of digits only."],
  "count-too-large": [
    "error",
    "A count is larger than 2,147,483,647, which no polling station can hold.",
  ],
  "valid-votes-mismatch": [
    "error",
    "The candidates' votes do not add up to the valid votes on the same row.",
  ],
  "ballots-cast-mismatch": [
    "error",
    "Valid, invalid and blank votes do not add up to the ballots cast on the same row.",
  ],
  "ballots-exceed-registered": [
    "error",
    "More ballots were counted than voters are registered at the station.",
  ],
  "duplicate-identical": [
    "warning",
    "The station was read before with the same figures; it is counted once.",
  ],
  "duplicate-conflicting": [
    "error",
    "The station is read more than once with different figures; none of them is counted.",
  ],
  "duplicate-rejected": [
    "warning",
    "Another row of the station was rejected; this one is counted, as its figures add up.",
  ],
  "region-missing": [
    "warning",
    "Stations have no name in this region column; they count, but for no region.",
  ],
  "header-repeated": ["notice", "The header stands here once more, and is skipped."],
  "quote-stray": [
    "warning",
    "A field of the row has a quote without its partner: a name may be wrong.",
  ],
  "votes-none": [
    "warning",
    "Sheets on which no candidate has a vote; their stations count as covered.",
  ],
  "station-lookalike": [
    "warning",
    "Two station keys differ only in zeros in front, spaces, capitals, quotes or unseen characters; both count.",
  ],
  "row-total": [
    "error",
    "For every candidate the row is the sum of the rows above it, or of all: a total, no station.",
  ],
  "registered-differs": [
    "warning",
    "The tally and the register give different numbers of registered voters.",
  ],
  "row-blank": ["notice", "Empty lines, skipped by rule."],
  "row-skipped": ["notice", "Rows that the layout's rules leave out: they are no tallies."],
  "candidate-unknown": [
    "error",
    "The row is for a candidate that the election does not have, so its station is incomplete.",
  ],
  "station-incomplete": [
    "error",
    "Another row of the station is missing or cannot be counted, so none of them is.",
  ],
  "column-absent": [
    "notice",
    "An optional column of the layout is not in this file; its values stay absent.",
  ],
  "encoding-assumed": [
    "notice",
    "The file is not UTF-8 and was read as Windows-1252 (which contains Latin-1).",
  ],
} as const satisfies Record<
  string,
  readonly [severity: "error" | "warning" | "notice", meaning: string]
>;

/** The stable code of an {@link Issue}. */
export type IssueCode = keyof typeof ISSUES;

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

const shorten = <T extends string | undefined>(text: T) =>
  text !== undefined && text.length > QUOTE_LIMIT ? `${text.slice(0, QUOTE_LIMIT)}…` : text;

export function makeIssue(code: IssueCode, details: IssueDetails): Issue {
  const [severity, meaning] = ISSUES[code];
  const { line } = details;
  const source = shorten(details.source);
  const station = shorten(details.station);
  const field = shorten(details.field);
  const expected = shorten(details.expected);
  const received = shorten(details.received);
  const place = [
    line === undefined ? undefined : `line ${line}`,
    station === undefined ? undefined : `station ${station}`,
    field,
  ].filter((part) => part !== undefined);
  const wanted = expected === undefined ? "" : ` Expected ${expected}.`;
  const got = received === undefined ? "" : ` Found ${received === "" ? "nothing" : received}.`;
  return {
    code,
    severity,
    source,
    ...(line !== undefined && { line }),
    ...(station !== undefined && { station }),
    ...(field !== undefined && { field }),
    ...(expected !== undefined && { expected }),
    ...(received !== undefined && { received }),
    message: `${[source, ...place].join(", ")}: ${meaning}${wanted}${got}`,
  };
}
