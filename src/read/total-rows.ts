import type { TallyColumns } from "../model/tallies";

/** Votes below which figures agree by chance. */
const BY_CHANCE = 100;

/**
 * Sheets that are no stations but totals: candidate by candidate the sum of the rows just above them
 * (a subtotal), of the subtotals above them, or of all other stations. Valid votes are compared
 * first, since candidates need only be summed where those agree.
 */
export function totalRows(columns: TallyColumns, someRejected: boolean): Set<number> {
  const [totals, all, largest] = subtotalRows(columns);
  const { validVotes, stations } = columns;
  // Of all other stations: where rows were rejected, a total is more than the rows that are left.
  let valid = [...totals].reduce((sum, total) => sum - validVotes[total]!, all);
  for (let again = 2 * largest >= valid; again;) {
    again = false;
    for (let index = 0; index < stations.length; index++) {
      const own = validVotes[index]!;
      const rows = stations.length - totals.size;
      if (2 * own < valid || rows < 3 || valid - own < BY_CHANCE || totals.has(index)) continue;
      const others = sumsOf(columns, 0, stations.length, (at) => at !== index && !totals.has(at));
      const counts = columns.votes.map((column) => column[index]!);
      const isSum = counts.every((votes, candidate) => votes === others[candidate]);
      const exceeds =
        (someRejected || rows > 10) &&
        counts.every((votes, candidate) => votes >= others[candidate]!);
      if (!isSum && !exceeds) continue;
      totals.add(index);
      valid -= own;
      again = true;
    }
  }
  return totals;
}

/** The sums of rows just above, and of the subtotals above; the valid votes of all rows, and the most of one. */
function subtotalRows(columns: TallyColumns) {
  const { votes, validVotes, stations, sourceIndex } = columns;
  const totals = new Set<number>();
  /** The rows since the last subtotal start here. */
  let from = 0;
  let valid = 0;
  let all = 0;
  let largest = 0;
  let subtotals: number[] = [];
  const is = (index: number, sums: readonly number[]) =>
    votes.every((column, candidate) => column[index] === sums[candidate]);
  for (let index = 0; index < stations.length; index++) {
    const own = validVotes[index]!;
    all += own;
    if (own > largest) largest = own;
    if (index > 0 && sourceIndex[index] !== sourceIndex[index - 1])
      [from, valid, subtotals] = [index, 0, []];
    if (
      own === valid &&
      own >= BY_CHANCE &&
      index - from > 1 &&
      is(index, sumsOf(columns, from, index))
    ) {
      totals.add(index);
      subtotals.push(index);
      [from, valid] = [index + 1, 0];
    } else if (from === index && subtotals.length > 1 && own >= BY_CHANCE) {
      const sums = votes.map((column) => subtotals.reduce((sum, at) => sum + column[at]!, 0));
      if (is(index, sums)) {
        totals.add(index);
        subtotals = [];
        [from, valid] = [index + 1, 0];
      } else valid += own;
    } else valid += own;
  }
  return [totals, all, largest] as const;
}

/** Sums of the candidates' votes over some rows. */
function sumsOf(
  { votes }: TallyColumns,
  from: number,
  to: number,
  counts: (index: number) => boolean = () => true,
): number[] {
  return votes.map((column) => {
    let sum = 0;
    for (let index = from; index < to; index++) if (counts(index)) sum += column[index]!;
    return sum;
  });
}
