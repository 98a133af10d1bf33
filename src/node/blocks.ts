import { readSync } from "node:fs";

const BLOCK = 1 << 18;
/** Room in front of a block for the row that the one before it has begun. */
const HEAD = 1 << 16;
const LF = 0x0a;

/**
 * The bytes of an open file block by block, each cut at a line end where it has one; a block's memory is
 * used again for the next but one.
 */
export function* blocksOf(
  file: number,
  onRead: (bytes: Uint8Array) => void,
): Generator<Uint8Array> {
  const memory = new Uint8Array(2 * (HEAD + BLOCK));
  let rest = new Uint8Array(0) as Uint8Array;
  for (let index = 0; ; index++) {
    const slot = memory.subarray((index % 2) * (HEAD + BLOCK));
    const length = readSync(file, slot, HEAD, BLOCK, null);
    if (length === 0) break;
    onRead(slot.subarray(HEAD, HEAD + length));
    const start = HEAD - rest.length;
    slot.set(rest, start);
    const piece = slot.subarray(start, HEAD + length);
    const end = piece.lastIndexOf(LF) + 1;
    // A row longer than there is room for is put together by whoever reads it.
    const kept = piece.length - end > HEAD ? piece.length : end;
    rest = piece.subarray(kept);
    if (kept > 0) yield piece.subarray(0, kept);
  }
  if (rest.length > 0) yield rest;
}
