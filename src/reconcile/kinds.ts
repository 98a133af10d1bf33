/**
 * What a difference looks like; a guess at how it came about, and no more. Of one count: one digit is
 * another (`one-digit`), two neighbouring digits are exchanged (`swapped-digits`), one digit is
 * missing in one of them (`digit-missing`), or none of these (`other`).
 */
export type CountKind = "one-digit" | "swapped-digits" | "digit-missing" | "other";

/**
 * Of a whole sheet: the votes stand one column further (`shifted-columns`), two candidates' votes are
 * exchanged (`swapped-columns`), one of the two has the votes of a neighbouring row
 * (`copied-neighbour`), all its counts differ in the same way, or `several` ways.
 */
export type SheetKind =
  CountKind | "shifted-columns" | "swapped-columns" | "copied-neighbour" | "several";

export const SHEET_KINDS = [
  "one-digit",
  "swapped-digits",
  "digit-missing",
  "shifted-columns",
  "swapped-columns",
  "copied-neighbour",
  "several",
  "other",
] as const satisfies readonly SheetKind[];

/** How two different counts differ, by their digits. */
export function kindOfCounts(a: number, b: number): CountKind {
  const [short, long] = [`${a}`, `${b}`].sort((x, y) => x.length - y.length) as [string, string];
  if (short.length === long.length) {
    const at = [...short].flatMap((digit, place) => (digit === long[place] ? [] : [place]));
    if (at.length === 1) return "one-digit";
    const [first = 0, second = 0] = at;
    const crossed = short[first] === long[second] && short[second] === long[first];
    return at.length === 2 && second === first + 1 && crossed ? "swapped-digits" : "other";
  }
  if (long.length !== short.length + 1) return "other";
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
    ? "digit-missing"
    : "other";
}

/** A shift of fewer votes, or a copy of them, comes about by chance. */
const TELLING_COUNTS = 3;

const isTelling = (votes: readonly number[]) =>
  votes.filter((count) => count > 0).length >= TELLING_COUNTS;

/** What two readings of one sheet's votes look like beside each other; they differ. */
export function kindOfSheets(
  a: readonly number[],
  b: readonly number[],
  neighbours: readonly (readonly number[])[],
): SheetKind {
  const at = a.flatMap((count, index) => (count === b[index] ? [] : [index]));
  if (at.length > 1 && neighbours.some((votes) => isCopy(votes, a) || isCopy(votes, b)))
    return "copied-neighbour";
  if (at.length > 1 && (isShifted(a, b, at) || isShifted(b, a, at))) return "shifted-columns";
  const [first = 0, second = 0] = at;
  if (at.length === 2 && a[first] === b[second] && a[second] === b[first]) return "swapped-columns";
  const kinds = new Set(at.map((index) => kindOfCounts(a[index]!, b[index]!)));
  return kinds.size === 1 ? [...kinds][0]! : "several";
}

const isCopy = (votes: readonly number[], other: readonly number[]) =>
  isTelling(votes) && votes.every((count, index) => count === other[index]);

/** From the first count that differs on, each stands one place further. */
function isShifted(a: readonly number[], b: readonly number[], at: readonly number[]): boolean {
  const [from, to] = [at[0]!, at.at(-1)!];
  const moved = a.slice(from, to);
  return isTelling(moved) && moved.every((count, index) => count === b[from + index + 1]);
}
