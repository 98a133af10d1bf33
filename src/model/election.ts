import type { Claim } from "./claim";

/** Someone or something that can be voted for. */
export interface Candidate {
  /** Short code used in claims, tallies and reports. */
  readonly code: string;
  readonly name: string;
}

/** All stations of the election, whether a tally sheet is held or not. */
export interface Universe {
  readonly stations: number;
  /** Voters on the roll, in all. */
  readonly registeredVoters: number;
  readonly source?: string;
}

/** A column of the CSV: its header name, or `optional` where some files do not have it. */
export type Column = string | { readonly column: string; readonly optional: boolean };

export const columnName = (column: Column) => (typeof column === "string" ? column : column.column);

export const isOptional = (column: Column) => typeof column !== "string" && column.optional;

/** One part of the station key. */
export interface StationColumn {
  readonly column: string;
  /** Digits of the code; zeros that a spreadsheet dropped in front are put back. */
  readonly digits?: number;
}

/** Where each thing stands in the election's CSV files: one row per station, one column per candidate. */
export interface Layout {
  /** Field separator; `,` unless given. */
  readonly delimiter?: "," | ";" | "\t" | "|";
  /** The columns that together name a station; joined with `/` into its key. */
  readonly station: readonly StationColumn[];
  /** Column of each candidate's votes, by candidate code. */
  readonly candidates: Readonly<Record<string, string>>;
  readonly validVotes?: Column;
  readonly invalidVotes?: Column;
  readonly blankVotes?: Column;
  /** Valid, invalid and, where the layout names them, blank votes must add up to it. */
  readonly ballotsCast?: Column;
  readonly registeredVoters?: Column;
  /**
   * Region columns from the largest to the smallest. Each lies within those before it, so two
   * districts of the same name in two states stay two.
   */
  readonly regions?: readonly string[];
}

/** What is known of an election before any tally is read. */
export interface Election {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly candidates: readonly Candidate[];
  readonly universe: Universe;
  readonly layout: Layout;
  readonly claims: readonly Claim[];
}
