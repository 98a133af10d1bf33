import { ABSENT, SHEET_COUNTS, type SheetCount, type Tallies } from "../model/tallies";
import type { Joined } from "./join";
import { type CountKind, kindOfCounts, kindOfSheets, type SheetKind } from "./kinds";

/** Where a sheet was read: name of the file or input, and the line in it. */
export interface Place {
  readonly source: string;
  readonly line: number;
}

/** One count that the two transcriptions give differently. */
export interface CountDifference {
  /** Code of the candidate, if the count is of votes. */
  readonly candidate?: string;
  /** Which other count of the sheet it is, if not. */
  readonly field?: SheetCount;
  readonly a: number;
  readonly b: number;
  readonly kind: CountKind;
}

/** A station whose sheet the two transcriptions give differently. */
export interface StationDifference {
  readonly station: string;
  /** Region names by region column of the first. */
  readonly regions: Readonly<Record<string, string>>;
  readonly a: Place;
  readonly b: Place;
  readonly counts: readonly CountDifference[];
  readonly kind: SheetKind;
}

/** The columns that both give, side by side. */
interface Pair {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly name: { readonly candidate: string } | { readonly field: SheetCount };
}

/** The shared stations in the order of the first, whose counts differ; what one does not give is none. */
export function differencesOf(
  a: Tallies,
  b: Tallies,
  { other }: Joined,
  votesB: readonly Int32Array[],
): StationDifference[] {
  const pairs = pairsOf(a, b, votesB);
  const found: StationDifference[] = [];
  for (let index = 0; index < other.length; index++) {
    const place = other[index]!;
    if (place === -1 || isEqual(pairs, index, place)) continue;
    found.push(differenceAt(a, b, index, place, pairs, votesB));
  }
  return found;
}

function pairsOf(a: Tallies, b: Tallies, votesB: readonly Int32Array[]): Pair[] {
  const votes = a.columns.candidates.map((candidate, at) => ({
    a: a.columns.votes[at]!,
    b: votesB[at]!,
    name: { candidate },
  }));
  const counts = SHEET_COUNTS.flatMap((field) => {
    const [own, others] = [a.columns[field], b.columns[field]];
    return own && others ? [{ a: own, b: others, name: { field } }] : [];
  });
  return [...votes, ...counts];
}

function isEqual(pairs: readonly Pair[], index: number, place: number): boolean {
  for (const { a, b } of pairs) {
    const [own, others] = [a[index], b[place]];
    if (own !== others && own !== ABSENT && others !== ABSENT) return false;
  }
  return true;
}

function differenceAt(
  a: Tallies,
  b: Tallies,
  index: number,
  place: number,
  pairs: readonly Pair[],
  votesB: readonly Int32Array[],
): StationDifference {
  const counts = pairs.flatMap(({ a: own, b: others, name }): CountDifference[] => {
    const [first, second] = [own[index]!, others[place]!];
    const isSum =
      "field" in name &&
      name.field === "ballotsCast" &&
      isSumOfParts(a, index) &&
      isSumOfParts(b, place);
    return first === second || first === ABSENT || second === ABSENT || isSum
      ? []
      : [{ ...name, a: first, b: second, kind: kindOfCounts(first, second) }];
  });
  const own = rowAt(a.columns.votes, index);
  const others = rowAt(votesB, place);
  const { station, regions, source, line } = a.at(index)!;
  const there = b.at(place)!;
  const sameVotes = own.every((votes, at) => votes === others[at]);
  return {
    station,
    regions,
    a: { source, line },
    b: { source: there.source, line: there.line },
    counts,
    kind: sameVotes
      ? ofOneKind(counts)
      : kindOfSheets(own, others, [
          ...around(a.columns.votes, index, a.length),
          ...around(votesB, place, b.length),
        ]),
  };
}

/** Ballots that are the sum of the sheet's parts differ only because a part does. */
function isSumOfParts({ columns }: Tallies, at: number): boolean {
  const { validVotes, invalidVotes, blankVotes, ballotsCast } = columns;
  const parts = [invalidVotes?.[at] ?? ABSENT, blankVotes?.[at] ?? ABSENT];
  const sum = parts.reduce((all, part) => all + Math.max(0, part), validVotes[at]!);
  return ballotsCast?.[at] === sum;
}

/** Where only other counts differ than votes. */
function ofOneKind(counts: readonly CountDifference[]): SheetKind {
  const kinds = new Set(counts.map(({ kind }) => kind));
  return kinds.size === 1 ? counts[0]!.kind : "several";
}

export const rowAt = (columns: readonly Int32Array[], index: number) =>
  columns.map((column) => column[index]!);

/** The rows before and after. */
const around = (columns: readonly Int32Array[], index: number, length: number) =>
  [index - 1, index + 1].filter((at) => at >= 0 && at < length).map((at) => rowAt(columns, at));
