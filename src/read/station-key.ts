import type { StationColumn } from "../model/election";
import type { IssueCode } from "../model/issue";

/** Why a row has no station key. */
export interface NoStationKey {
  readonly code: IssueCode;
  /** Which part of the key, from 0. */
  readonly part: number;
  readonly expected: string;
  readonly received: string;
}

const DIGITS = /^[0-9]+$/;
const SEPARATORS = /[\\/]/g;

/**
 * The key of a station from the fields that name it: each padded to its digits, joined by `/`. A
 * slash within one of several fields is escaped, so two different stations never share a key.
 */
export function stationKey(
  columns: readonly StationColumn[],
  fields: readonly string[],
): string | NoStationKey {
  let key = "";
  for (let index = 0; index < columns.length; index++) {
    const { digits } = columns[index]!;
    let part = fields[index]!;
    if (part === "")
      return { code: "station-missing", part: index, expected: "a station code", received: "" };
    if (digits === undefined) part = columns.length === 1 ? part : part.replace(SEPARATORS, "\\$&");
    else if (part.length > digits || !DIGITS.test(part))
      return {
        code: "station-malformed",
        part: index,
        expected: `at most ${digits} digits`,
        received: part,
      };
    else part = part.padStart(digits, "0");
    key = index === 0 ? part : `${key}/${part}`;
  }
  return key;
}
