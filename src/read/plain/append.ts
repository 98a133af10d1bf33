import type { NumberColumns } from "../columns";
import type { KeyList } from "../key-list";

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
export interface KeyBlock {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly ends: Uint32Array;
  readonly hashes: Int32Array;
}

/** Appends keys, as long as none has been looked for. */
export function appendKeys(to: KeyList, { bytes, start, ends, hashes }: KeyBlock): void {
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
