import type { StationList } from "../model/station-list";
import { resized, sameBytes } from "./arrays";
import { decodeUtf8, Utf8Text } from "./utf8";

/** Rows in a part of the hash table: what fits into the processor's nearest cache. */
const PART = 1 << 11;

/** Station keys one after the other as UTF-8, each with its hash. */
export class KeyList implements StationList {
  length = 0;
  /** All keys; see {@link startOf} and {@link endOf}. */
  bytes = new Uint8Array(1 << 14);
  /** Where each key ends; the next one starts there. */
  ends = new Uint32Array(1 << 10);
  hashes = new Int32Array(1 << 10);
  #index = new Int32Array(0);
  /** How many of the keys are in it. */
  #inIndex = 0;
  readonly #sought = new Utf8Text();

  /** Makes room for so many keys in all, of the length of those that are there. */
  reserve(keys: number): void {
    const length = this.length === 0 ? 16 : this.startOf(this.length) / this.length;
    const bytes = Math.ceil(1.02 * keys * length);
    if (keys <= this.ends.length || bytes > 2 ** 31) return;
    this.bytes = resized(this.bytes, Math.max(bytes, this.bytes.length));
    this.resize(keys);
  }

  resize(keys: number): void {
    this.ends = resized(this.ends, keys);
    this.hashes = resized(this.hashes, keys);
  }

  /** Makes room for at least so many keys, and bytes of keys, in all. */
  makeRoom(keys: number, bytes: number): void {
    if (bytes > this.bytes.length) this.bytes = resized(this.bytes, bytes);
    if (keys > this.ends.length) this.resize(keys);
  }

  /** Adds a key; returns its place. */
  push(key: Uint8Array, from: number, to: number, hash = hashOf(key, from, to)): number {
    const row = this.length;
    const start = this.startOf(row);
    const end = start + to - from;
    if (end > this.bytes.length || row === this.ends.length) this.makeRoom(2 * row, 2 * end);
    const bytes = this.bytes;
    for (let at = start, read = from; at < end; at++, read++) bytes[at] = key[read]!;
    this.ends[row] = end;
    this.hashes[row] = hash;
    this.length = row + 1;
    return row;
  }

  at(index: number): string | undefined {
    if (index < 0 || index >= this.length) return undefined;
    return decodeUtf8(this.bytes, this.startOf(index), this.ends[index]!);
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!;
  }

  /** The first place of a key, or -1. */
  indexOf(station: string): number {
    const { bytes, from, to } = this.#sought.set(station);
    return this.find(bytes, from, to);
  }

  /** The same for a key as UTF-8. */
  find(key: Uint8Array, from: number, to: number): number {
    const index = this.#indexed();
    const hash = hashOf(key, from, to);
    const mask = index.length - 1;
    for (let slot = spread(hash) & mask; index[slot] !== 0; slot = (slot + 1) & mask) {
      const other = index[slot]! - 1;
      if (this.hashes[other] === hash && this.#is(other, key, from, to)) return other;
    }
    return -1;
  }

  /**
   * The keys that are there more than once: where each is first, and its further places in order.
   *
   * Keys are told apart in parts of similar hashes, because a table of all of them at once does not
   * fit into the processor's caches.
   */
  repeated(): Map<number, number[]> {
    const repeated = new Map<number, number[]>();
    const bits = Math.max(0, Math.ceil(Math.log2(this.length / PART)));
    const { order, starts } = this.#byHash(bits);
    const slots = new Int32Array(4 * PART);
    for (let part = 0; part < starts.length - 1; part++) {
      const from = starts[part]!;
      const to = starts[part + 1]!;
      // Hashes may crowd in one part.
      const table = 2 * (to - from) <= slots.length ? slots : new Int32Array(tableSize(to - from));
      const mask = table.length - 1;
      for (let at = from; at < to; at++) {
        const row = order[at]!;
        const hash = this.hashes[row]!;
        let slot = hash & mask;
        for (; table[slot] !== 0; slot = (slot + 1) & mask) {
          const first = table[slot]! - 1;
          if (this.hashes[first] !== hash || !this.#equal(first, row)) continue;
          const places = repeated.get(first);
          if (places) places.push(row);
          else repeated.set(first, [row]);
          break;
        }
        if (table[slot] === 0) table[slot] = row + 1;
      }
      slots.fill(0);
    }
    return new Map([...repeated].sort(([a], [b]) => a - b));
  }

  /** The list of the keys at the places in `kept`. */
  select(kept: Int32Array): StationList {
    return kept.length === this.length ? this : new SomeKeys(this, kept);
  }

  /** All places, ordered by the first `bits` of their hash, and where each part of them starts. */
  #byHash(bits: number): { order: Int32Array; starts: Int32Array } {
    const shift = 32 - bits;
    const part = (row: number) => (bits === 0 ? 0 : spread(this.hashes[row]!) >>> shift);
    const starts = new Int32Array((1 << bits) + 1);
    for (let row = 0; row < this.length; row++) starts[part(row) + 1]!++;
    for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
    const next = starts.slice();
    const order = new Int32Array(this.length);
    for (let row = 0; row < this.length; row++) order[next[part(row)]!++] = row;
    return { order, starts };
  }

  /** The table of all keys; of a key that is there more than once, its first place. */
  #indexed(): Int32Array {
    if (2 * this.length >= this.#index.length) {
      this.#index = new Int32Array(tableSize(2 * Math.max(this.length, 512)));
      this.#inIndex = 0;
    }
    const index = this.#index;
    const mask = index.length - 1;
    // Those that have come since it was last asked for.
    for (; this.#inIndex < this.length; this.#inIndex++) {
      const row = this.#inIndex;
      const hash = this.hashes[row]!;
      let slot = spread(hash) & mask;
      while (index[slot] !== 0) {
        const other = index[slot]! - 1;
        if (this.hashes[other] === hash && this.#equal(other, row)) break;
        slot = (slot + 1) & mask;
      }
      if (index[slot] === 0) index[slot] = row + 1;
    }
    return index;
  }

  startOf(index: number): number {
    return index === 0 ? 0 : this.ends[index - 1]!;
  }

  endOf(index: number): number {
    return this.ends[index]!;
  }

  #is(index: number, key: Uint8Array, from: number, to: number): boolean {
    const start = this.startOf(index);
    const length = to - from;
    return this.ends[index]! - start === length && sameBytes(this.bytes, start, key, from, length);
  }

  #equal(a: number, b: number): boolean {
    return this.#is(a, this.bytes, this.startOf(b), this.ends[b]!);
  }
}

/** Some of the keys of a list. */
class SomeKeys implements StationList {
  constructor(
    private readonly all: KeyList,
    private readonly kept: Int32Array,
  ) {}

  get length(): number {
    return this.kept.length;
  }

  at(index: number): string | undefined {
    const place = this.kept[index];
    return place === undefined ? undefined : this.all.at(place);
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const place of this.kept) yield this.all.at(place)!;
  }

  indexOf(station: string): number {
    const { kept } = this;
    const place = this.all.indexOf(station);
    // Places are in order.
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return kept[low] === place ? low : -1;
  }
}

/** As FNV-1a, 32 bits, but by four bytes at a time: each step waits for the one before it. */
const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = FNV_START;
  let at = from;
  for (; at + 3 < to; at += 4) {
    const four =
      bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ four, FNV_PRIME);
    // A product tells nothing of the highest bits below it.
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, FNV_PRIME);
  return hash;
}

/** Lets every bit of a hash count in its first ones. */
const spread = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;

const tableSize = (least: number) => 1 << Math.ceil(Math.log2(2 * least));
