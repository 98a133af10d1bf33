import type { KeyList } from "../key-list";

/**
 * Tells of keys that they are not in a list yet, as long as those in it are in order, as files mostly
 * are: that takes a tenth of the time of looking for them.
 */
export class KeyOrder {
  #isOrdered = true;
  /** How many are known to be in order. */
  #seen = 0;

  constructor(private readonly keys: KeyList) {}

  /** Whether a key is behind all those of the list, which are in order. */
  isBehind(key: Uint8Array, length: number): boolean {
    const { keys } = this;
    while (this.#isOrdered && this.#seen < keys.length) {
      const at = this.#seen++;
      if (at > 0)
        this.#isOrdered = this.#isAfter(at - 1, keys.bytes, keys.startOf(at), keys.endOf(at));
    }
    if (!this.#isOrdered) return false;
    return keys.length === 0 || this.#isAfter(keys.length - 1, key, 0, length);
  }

  /** The key that was asked for has been added. */
  added(): void {
    this.#seen++;
  }

  /** Whether a key comes after the one at a place, byte by byte. */
  #isAfter(place: number, key: Uint8Array, from: number, to: number): boolean {
    const { bytes } = this.keys;
    let at = this.keys.startOf(place);
    const end = this.keys.endOf(place);
    for (; at < end && from < to; at++, from++)
      if (bytes[at] !== key[from]) return bytes[at]! < key[from]!;
    return at === end && from < to;
  }
}
