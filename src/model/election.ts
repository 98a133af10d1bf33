import type { Claim } from "./claim";
import type { Language } from "./locale";

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
  /** Other published numbers of the voters on the roll: a verdict must hold under each. */
  readonly otherRolls?: readonly Roll[];
  /**
   * An assumption, if one is to be made: of the voters registered at uncovered stations at most so
   * many percent cast a ballot; decimal text such as `"85"`.
   */
  readonly maxTurnout?: string;
}

/** A published number of all voters on the roll. */
export interface Roll {
  readonly registeredVoters: number;
  readonly source?: string;
}

/**
 * A column of the CSV. As text, its header name. Else by any of several names, or by position from 1
 * where there is no header that tells; `optional` where some files do not have it.
 */
export type Column = string | ColumnPlace;

export interface ColumnPlace {
  readonly column?: string | readonly string[];
  readonly position?: number;
  readonly optional?: boolean;
}

/** A column that names something, and how its text is read. */
export interface TextColumn extends ColumnPlace {
  /** Takes one piece of the text: where it is split, and which piece, from 1. */
  readonly split?: string;
  readonly part?: number;
  /** An empty field means the value of the row above, as merged cells leave it. */
  readonly fillDown?: boolean;
  /** No column at all: the name of the file, without folders and endings. */
  readonly fileName?: boolean;
}

/** One part of the station key. */
export interface StationColumn extends TextColumn {
  /** Digits of the code; zeros that a spreadsheet dropped in front are put back. */
  readonly digits?: number;
}

/** A region column: its header name, or its place and the name that reports and `--by` use. */
export type Region = string | (TextColumn & { readonly name: string });

/** Rows that are no tallies: subtotals, other contests, footers. They are counted as skipped. */
export interface SkipRule extends TextColumn {
  /** Skip rows whose field is one of these ... */
  readonly in?: readonly string[];
  /** ... or is none of these ... */
  readonly notIn?: readonly string[];
  /** ... or starts with one of these. */
  readonly startsWith?: readonly string[];
  /** What such rows are, in a word for the report. */
  readonly reason: string;
}

/** How counts are written, beyond plain digits. */
export interface Values {
  /** Separator between groups of three digits. */
  readonly thousands?: "," | "." | " " | "'" | "\u00A0" | "\u202F";
  /** What stands where a count is missing, and why: `{ "NA": "not received" }`. Never 0. */
  readonly missing?: Readonly<Record<string, string>>;
}

/** What every CSV has: how its bytes become rows. */
export interface CsvFormat {
  /** UTF-8 or Windows-1252, found out, unless named: `windows-1255`, `utf-16le`, ... */
  readonly encoding?: string;
  /** Field separator; `,` unless given. */
  readonly delimiter?: "," | ";" | "\t" | "|";
  /** Line on which the header stands, 1 unless given; `none` for a file without one. */
  readonly header?: number | "none";
  /** Each row ends in one more delimiter than the header does. */
  readonly trailingDelimiter?: boolean;
}

/**
 * How candidates stand in rows of their own (`long` tables): the column that says for whom, the
 * column of votes, and which values mean something else than a candidate.
 */
export interface CandidateRows {
  /** The column that names the candidate; `candidates` gives the values that stand for each. */
  readonly candidate: Column;
  readonly votes: Column;
  /** Columns such as the mode of voting: rows that differ in them are parts, and are summed. */
  readonly sumOver?: readonly Column[];
  /** A candidate without a row at a station has no votes there; otherwise the station is incomplete. */
  readonly absentIsZero?: boolean;
  /** Values of the candidate column that are no candidates but counts of the sheet. */
  readonly validVotes?: readonly string[];
  readonly invalidVotes?: readonly string[];
  readonly blankVotes?: readonly string[];
  readonly ballotsCast?: readonly string[];
  readonly registeredVoters?: readonly string[];
  /** Values whose rows are not read, such as totals; counted as skipped. */
  readonly ignored?: readonly string[];
}

/**
 * Polling centres whose registered voters are given for the centre as a whole and not per station.
 * They bound no single station; the ballots of a centre's stations are checked against them.
 */
export interface Centre {
  /** The columns that together name the centre. */
  readonly key: readonly StationColumn[];
  readonly registeredVoters: Column;
}

/** Where each thing stands in the election's CSV files. Columns that it does not name are ignored. */
export interface Layout extends CsvFormat {
  /** The columns that together name a station; joined with `/` into its key. */
  readonly station: readonly StationColumn[];
  /**
   * By candidate code: the column of the candidate's votes; with `rows`, the value or values of the
   * candidate column. An optional column that a file lacks means no votes there.
   */
  readonly candidates: Readonly<Record<string, Column | readonly string[]>>;
  /** For tables with a row per station and candidate; else there is one row per station. */
  readonly rows?: CandidateRows;
  readonly validVotes?: Column;
  readonly invalidVotes?: Column;
  readonly blankVotes?: Column;
  /** Valid, invalid and, where the layout names them, blank votes must add up to it. */
  readonly ballotsCast?: Column;
  readonly registeredVoters?: Column;
  readonly centre?: Centre;
  /**
   * Region columns from the largest to the smallest. Each lies within those before it, so two
   * districts of the same name in two states stay two.
   */
  readonly regions?: readonly Region[];
  readonly skip?: readonly SkipRule[];
  readonly values?: Values;
}

/**
 * A register's CSV: a row per station with its registered voters, or a row per region of one level
 * with how many stations, and perhaps voters, it has.
 */
export interface RegisterLayout extends CsvFormat {
  readonly station?: readonly StationColumn[];
  /** Name of the region column of the tallies that the rows are, and where its name stands. */
  readonly region?: string;
  readonly regionColumn?: Column;
  readonly stations?: Column;
  readonly registeredVoters?: Column;
  /** Whether it lists all stations of the election. */
  readonly complete?: boolean;
  readonly values?: Values;
}

/** What is known of an election before any tally is read. */
export interface Election {
  /** Where editors find the JSON Schema; not read. */
  readonly $schema?: string;
  /** Short name, such as `venezuela-2024`. */
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly candidates: readonly Candidate[];
  readonly universe: Universe;
  readonly layout: Layout;
  /** Layouts of registers; the first that fits a file is used. */
  readonly registers?: readonly RegisterLayout[];
  readonly claims: readonly Claim[];
  /**
   * By language, what stands for a text in reports in that language: of the name, the sources, and the
   * claims' titles, authors and notes.
   */
  readonly texts?: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;
}

export const regionName = (region: Region) => (typeof region === "string" ? region : region.name);
