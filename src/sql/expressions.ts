import { LARGEST_COUNT } from "../model/tallies";

// Expressions that every dialect understands, from smaller ones.

/** A condition, and the value where it holds. */
export type Case = readonly [condition: string, value: string];

/** The value beside the first condition that holds. */
export const firstOf = (cases: readonly Case[], otherwise: string) =>
  cases.length === 0
    ? otherwise
    : `CASE ${cases.map(([condition, value]) => `WHEN ${condition} THEN ${value}`).join(" ")} ELSE ${otherwise} END`;

/** A word of the statement's own, which holds no quote. */
export const word = (text: string) => `'${text}'`;

/** 1 where the condition holds, else 0; unknown is not true. */
export const flag = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

/** How many rows the condition holds for; a count is half as large as a sum to some databases. */
export const countIf = (condition: string) => `COUNT(CASE WHEN ${condition} THEN 1 END)`;

/** The value where the condition holds, else NULL, which sums and extremes leave out. */
export const where = (condition: string, value: string) =>
  `CASE WHEN ${condition} THEN ${value} END`;

export const sumIf = (condition: string, value: string) =>
  `SUM(CASE WHEN ${condition} THEN ${value} ELSE 0 END)`;

/** A count, and 0 where it is not there. */
export const positive = (count: string) => `CASE WHEN ${count} > 0 THEN ${count} ELSE 0 END`;

export const plus = (terms: readonly string[]) => (terms.length === 0 ? "0" : terms.join(" + "));

export const all = (conditions: readonly string[]) => conditions.join(" AND ") || "1 = 1";
export const any = (conditions: readonly string[]) =>
  conditions.length === 0 ? "1 = 0" : `(${conditions.join(" OR ")})`;

/** Digits of the largest count: texts of no more are safe to cast. */
const MOST_DIGITS = String(LARGEST_COUNT).length;

/** A text of digits; or the other text, where there are more than the largest count has. */
export const shortOr = (digits: string, otherwise: string) =>
  firstOf(
    [
      [`LENGTH(${digits}) <= ${MOST_DIGITS}`, digits],
      [`LENGTH(TRIM(LEADING '0' FROM ${digits})) <= ${MOST_DIGITS}`, digits],
    ],
    otherwise,
  );
