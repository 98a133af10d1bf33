import type { NumberColumns } from "../columns";
import type { KeyList } from "../key-list";
import type { TallyTable } from "../table";

/** With room for some more, so that not each append moves all that is there; it is not memory before it is used. */
const grown = (length: number) => Math.ceil(1.25 * length);

/**
 * Appends rows of numbers.
 *
 * @param columns by column, its numbers; without, all are the usual one
 */
export function appendNumbers(
  to: NumberColumns,
  length: number,
  columns: readonly (Int32Array | undefined)[],
): void {
  to.sort();
  const [from, end] = [to.length, to.length + length];
  if (end > to.capacity) to.resize(grown(end));
  for (const [column, usual] of to.usual.entries()) {
    const added = columns[column];
    if (added) (to.columns[column] ?? to.made(column)).set(added.subarray(0, length), from);
    // Where nothing has been written yet, there are zeros.
    else if (usual !== 0) to.columns[column]?.fill(usual, from, end);
  }
  to.length = to.sorted = end;
}

/** Keys one after the other: where the first starts, where each ends, and their hashes. */
interface KeyBlock {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly ends: Uint32Array;
  readonly hashes: Int32Array;
}

/** Appends keys, as long as none has been looked for. */
function appendKeys(to: KeyList, { bytes, start, ends, hashes }: KeyBlock): void {
  const { length } = ends;
  if (length === 0) return;
  const place = to.startOf(to.length);
  const end = ends[length - 1]!;
  const [keys, all] = [to.length + length, place + end - start];
  if (keys > to.ends.length || all > to.bytes.length) to.makeRoom(grown(keys), grown(all));
  to.bytes.set(bytes.subarray(start, end), place);
  to.hashes.set(hashes, to.length);
  const moved = place - start;
  const own = to.ends;
  for (let key = 0, row = to.length; key < length; key++, row++) own[row] = moved + ends[key]!;
  to.length += length;
}

/** Sheets as a table keeps them, column by column; a column that is left out is the usual one. */
interface SheetColumns {
  readonly counts: readonly (Int32Array | undefined)[];
  readonly keys: KeyBlock;
  readonly regionCodes: readonly Int32Array[];
  readonly places: readonly (Int32Array | undefined)[];
}

/** Appends sheets that passed every check of their own. */
export function appendSheets(
  to: TallyTable,
  length: number,
  { counts, keys, regionCodes, places }: SheetColumns,
): void {
  appendNumbers(to.counts, length, counts);
  appendKeys(to.keys, keys);
  appendNumbers(to.regionCodes, length, regionCodes);
  appendNumbers(to.places, length, places);
  // Who adds a sheet next finds other codes than it left.
  to.lastRegions = undefined;
}
