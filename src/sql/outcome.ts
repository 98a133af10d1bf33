import type { IssueCode } from "../model/issue";
import type { SqlSheet } from "./rules";
import type { Step } from "./steps";

/**
 * What each shape of table is brought to: a row per station (and one for all rows without a station),
 * with these columns in the last step.
 */
export interface Outcome {
  readonly steps: readonly Step[];
  /** 1 where the station is counted, else 0. */
  readonly accepted: string;
  /** Votes by candidate, in the order of the election. */
  readonly votes: readonly string[];
  readonly sheet: SqlSheet;
  /** Region names from the largest to the smallest. */
  readonly regions: readonly string[];
  /** Rows: all of them, those of the sheet that is counted, its further copies. */
  readonly rows: string;
  readonly acceptedRows: string;
  readonly duplicateRows: string;
  /** Votes that can be read on rejected rows, where no sheet of the station is counted. */
  readonly rejectedVotes: string;
  /** Rows that are left out, by what for, and rows that are the header once more. */
  readonly skipped: readonly SkippedRows[];
  readonly headers: string;
  /** Issues by their code. */
  readonly issues: readonly (readonly [IssueCode, string])[];
}

export interface SkippedRows {
  readonly reason: string;
  readonly rows: string;
}

/** The column in which a step counts the issues of a code. */
export const issueColumn = (prefix: string, code: IssueCode) =>
  `${prefix}_${code.replaceAll("-", "_")}`;
