/** A larger array that begins with these numbers. */
export function resized<T extends Uint8Array | Uint32Array | Int32Array>(
  old: T,
  length: number,
): T {
  const larger = new (old.constructor as new (length: number) => T)(length);
  larger.set(old);
  return larger;
}

/** Whether the bytes of `b` from `from` on are the first `length` of `a` from `start` on. */
export function sameBytes(
  a: Uint8Array,
  start: number,
  b: Uint8Array,
  from: number,
  length: number,
): boolean {
  for (let at = 0; at < length; at++) if (a[start + at] !== b[from + at]) return false;
  return true;
}
