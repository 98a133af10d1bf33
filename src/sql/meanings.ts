import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { SHEET_COUNTS, type SheetCount } from "../model/tallies";

/** What rows with one of the values stand for. */
export interface Meaning {
  readonly values: readonly string[];
  /** A count of the sheet; a candidate's votes unless given. */
  readonly count?: SheetCount | "validVotes";
}

/** Values of the candidate column are compared as the reader compares them. */
const normalised = (value: string) => value.trim().normalize("NFC");

/**
 * What the values of the candidate column stand for: the candidates in their order, then counts; and
 * the values that are ignored.
 */
export function meaningsOf({ candidates, layout }: Election): {
  readonly meanings: readonly Meaning[];
  readonly ignored: readonly string[];
} {
  const rows = layout.rows!;
  const meanings: Meaning[] = candidates.map(({ code }) => {
    const values = layout.candidates[code];
    return { values: (Array.isArray(values) ? values : [String(values)]).map(normalised) };
  });
  for (const count of ["validVotes", ...SHEET_COUNTS] as const) {
    const values = rows[count];
    if (values) meanings.push({ values: values.map(normalised), count });
  }
  const ignored = (rows.ignored ?? []).map(normalised);
  const seen = new Set<string>();
  for (const value of [...meanings.flatMap(({ values }) => values), ...ignored]) {
    if (seen.has(value))
      throw new TallyError(
        "election-invalid",
        `The layout gives the value "${value}" of the candidate column two meanings.`,
      );
    seen.add(value);
  }
  return { meanings, ignored };
}
