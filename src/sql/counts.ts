import type { Values } from "../model/election";
import type { IssueCode } from "../model/issue";
import { LARGEST_COUNT } from "../model/tallies";
import { COUNT_ISSUES, COUNT_MALFORMED, COUNT_MISSING, COUNT_TOO_LARGE } from "../read/cursor";
import type { Dialect } from "./dialect";
import { type Case, firstOf, shortOr } from "./expressions";

const text = (reason: number) => `'${reason}'`;

/**
 * A field's text as a number: the count, or why it is none, as the reader's `parseCount` has it. What
 * is cast is digits in any case, so no cast fails, in whatever order a database works things out.
 */
export function numberOf(field: string, values: Values | undefined, dialect: Dialect): string {
  const { missing, thousands } = values ?? {};
  const words = Object.keys(missing ?? {}).map(dialect.literal);
  const isWord = `${dialect.trim(field)} IN (${words.join(", ")})`;
  const missed: Case[] = words.length > 0 ? [[isWord, text(COUNT_MISSING)]] : [];
  const cases: Case[] = [
    [`${field} = ''`, text(COUNT_MISSING)],
    // A word for a missing count may be digits, of which only a count comes before it.
    [dialect.isDigits(field), shortOr(field, firstOf(missed, text(COUNT_TOO_LARGE)))],
    ...missed,
    ...(thousands === undefined ? [] : [grouped(field, dialect.literal(thousands), dialect)]),
  ];
  return `CAST(${firstOf(cases, text(COUNT_MALFORMED))} AS BIGINT)`;
}

/** Digits in groups of three; the first group is shorter or as long, and no zero is in front. */
function grouped(field: string, separator: string, { isDigits }: Dialect): Case {
  const digits = `REPLACE(${field}, ${separator}, '')`;
  // The digits as zeros and each group as an x: 12.345.678 becomes 00xx.
  const zeros = `translate(${field}, '123456789', '000000000')`;
  const shape = `REPLACE(${zeros}, CONCAT(${separator}, '000'), 'x')`;
  const wellFormed =
    `POSITION(${separator} IN ${field}) > 0 AND ${isDigits(digits)} ` +
    `AND POSITION('0' IN ${field}) <> 1 ` +
    `AND TRIM(TRAILING 'x' FROM ${shape}) IN ('0', '00', '000')`;
  return [wellFormed, shortOr(digits, text(COUNT_TOO_LARGE))];
}

/** A number as a count: of as many digits as the largest count, it may still be too large. */
export const countOf = (number: string) =>
  `CASE WHEN ${number} > ${LARGEST_COUNT} THEN ${COUNT_TOO_LARGE} ELSE ${number} END`;

/** A count of a row: its SQL, and whether it may be missing. */
export interface CountField {
  readonly count: string;
  readonly optional: boolean;
}

/** The first of the counts that cannot be read, as the reason why; 0 where all can. */
export const faultOf = (counts: readonly CountField[]) =>
  firstOf(
    counts.map(({ count, optional }) => [`${count} < ${optional ? COUNT_MISSING : 0}`, count]),
    "0",
  );

/** The issue that each fault makes. */
export const FAULTS = Object.entries(COUNT_ISSUES).map(
  ([reason, code]) => [Number(reason), code] as const satisfies readonly [number, IssueCode],
);
