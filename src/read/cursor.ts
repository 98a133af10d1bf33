import type { IssueCode } from "../model/issue";
import { LARGEST_COUNT } from "../model/tallies";

/** What stands in a field where a count should be, when it is not a count: see {@link RowCursor}. */
export const COUNT_MISSING = -1;
export const COUNT_MALFORMED = -2;
export const COUNT_TOO_LARGE = -3;

/** A piece of text as UTF-8: in `bytes`, from `from` to before `to`. */
export interface Utf8 {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** What an interpreter will ask of each row, once it knows the header. */
export interface ExpectedRow {
  /** Fields of a row in which nothing is wrong. */
  readonly width: number;
  /** Columns that will be asked for as counts, as texts that repeat, and as parts of a key. */
  readonly counts: readonly number[];
  readonly texts: readonly number[];
  readonly keys: readonly number[];
}

/**
 * The rows of an input, one after the other. A tokeniser provides it; the interpreter knows nothing
 * else of the input, so tokenisers can be swapped and compared.
 */
export interface RowCursor {
  /** Moves to the next row; false when there is none. */
  next(): boolean;
  /** Of a row in which nothing is unusual, the expected counts by column: each one, or missing. */
  readonly counts: Int32Array | undefined;
  /** Number of fields in the row; 0 for an empty line. */
  readonly width: number;
  /** Line of the input on which the row starts, from 1. */
  readonly line: number;
  /** Whether a quoted field of the row contains what looks like whole rows: a stray quote swallowed them. */
  readonly swallows: boolean;
  /** Whether a field of the row has a quote without its partner in it. */
  readonly strayQuote: boolean;
  /** The field's text, quotes removed; `""` beyond the last field. */
  text(column: number): string;
  /** The same as bytes: right where all are ASCII, else to be asked for as text; only valid until the next call. */
  utf8(column: number): Utf8;
  /** The field as a count, or one of the three constants above. */
  count(column: number): number;
  /** Tells what will be asked for, so that nothing else need be looked at. */
  expect(row: ExpectedRow): void;
}

/**
 * Reads the count that `text` is: ASCII digits and nothing else, so that no separator or sign is
 * ever guessed.
 */
export function parseCount(text: string): number {
  if (text === "") return COUNT_MISSING;
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return COUNT_MALFORMED;
    value = value * 10 + digit;
  }
  return value > LARGEST_COUNT ? COUNT_TOO_LARGE : value;
}

/** The issue that a field which is not a count makes. */
export const COUNT_ISSUES = {
  [COUNT_MISSING]: "count-missing",
  [COUNT_MALFORMED]: "count-malformed",
  [COUNT_TOO_LARGE]: "count-too-large",
} as const satisfies Record<number, IssueCode>;
