import type { Election } from "../model/election";
import type { SheetCounts } from "../model/sheet";
import { meaningsOf as readMeanings } from "../read/meanings";

/** What rows with one of the values stand for. */
export interface Meaning {
  readonly values: readonly string[];
  /** A count of the sheet; a candidate's votes unless given. */
  readonly count?: keyof SheetCounts;
}

/**
 * What the values of the candidate column stand for: the candidates in their order, then counts; and
 * the values that are ignored.
 */
export function meaningsOf(election: Election): {
  readonly meanings: readonly Meaning[];
  readonly ignored: readonly string[];
} {
  const candidates = election.candidates.map((): string[] => []);
  const counts = new Map<keyof SheetCounts, string[]>();
  const ignored: string[] = [];
  for (const [value, meaning] of readMeanings(election)) {
    if (meaning.kind === "candidate") candidates[meaning.candidate]!.push(value);
    else if (meaning.kind === "ignored") ignored.push(value);
    else counts.set(meaning.name, [...(counts.get(meaning.name) ?? []), value]);
  }
  return {
    meanings: [
      ...candidates.map((values) => ({ values })),
      ...[...counts].map(([count, values]) => ({ values, count })),
    ],
    ignored,
  };
}
