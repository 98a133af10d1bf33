import { type Issue, makeIssue } from "../model/issue";
import type { InputSource, TallyColumns } from "../model/tallies";
import { KeyList } from "./key-list";
import { Utf8Text } from "./utf8";

/**
 * Keys that somebody may have written in two ways: zeros in front, spaces, capitals, quotes.
 *
 * @param kept by station of the columns, the place of its key among all keys
 */
export function lookalikes(
  keys: KeyList,
  kept: Int32Array,
  { stations, sourceIndex, lines }: TallyColumns,
  sources: readonly InputSource[],
): Issue[] {
  if (areCodes(keys, kept)) return [];
  const bare = new KeyList();
  bare.reserve(kept.length);
  const written = new Utf8Text();
  let own = new Uint8Array(256);
  for (const place of kept) {
    const [from, to] = [keys.startOf(place), keys.endOf(place)];
    if (to - from > own.length) own = new Uint8Array(2 * (to - from));
    for (let at = from; at < to; at++) own[at - from] = keys.bytes[at]!;
    const length = bareAscii(own, to - from);
    if (length !== -1) bare.push(own, 0, length);
    else {
      const other = written.set(bareKey(keys.at(place)!));
      bare.push(other.bytes, 0, other.to);
    }
  }
  const pairs = [...bare.repeated()].flatMap(([first, others]) =>
    others.map((index) => ({ first, index })),
  );
  return pairs
    .sort((a, b) => a.index - b.index)
    .map(({ first, index }) =>
      makeIssue("station-lookalike", {
        source: sources[sourceIndex[index]!]!.name,
        line: lines[index],
        station: stations.at(index),
        received: `${stations.at(first)} as well`,
      }),
    );
}

/**
 * Whether all keys are digits with slashes in the same places, as they mostly are. Then two that
 * differ do so without their leading zeros as well.
 */
function areCodes(keys: KeyList, kept: Int32Array): boolean {
  const { bytes, ends } = keys;
  const first = kept.length === 0 ? 0 : kept[0]!;
  const [start, end] = [keys.startOf(first), keys.endOf(first)];
  for (const place of kept) {
    let at = place === 0 ? 0 : ends[place - 1]!;
    if (ends[place]! - at !== end - start) return false;
    for (let other = start; other < end; other++, at++) {
      const byte = bytes[at]!;
      const isSlash = bytes[other] === SLASH;
      if (isSlash ? byte !== SLASH : byte < ZERO || byte > ZERO + 9) return false;
    }
  }
  return true;
}

/** What is left of a key when it does not matter how it is written. */
export const bareKey = (station: string) =>
  station
    .replace(/\p{Cf}/gu, "")
    .replace(/["'\s]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/(^|\/)0+(?=[^/])/g, "$1");

const SPACE = 0x20;
const ZERO = 0x30;
const SLASH = 0x2f;

/**
 * The same for a key in ASCII, in place, because patterns take a microsecond each; a law in the tests
 * holds the two equal. Returns how long it is then, or -1 when it is not ASCII.
 */
export function bareAscii(bytes: Uint8Array, end: number): number {
  for (let at = 0; at < end; at++) if (bytes[at]! >= 0x80) return -1;
  let length = 0;
  for (let at = 0; at < end; at++) {
    let byte = bytes[at]!;
    if (byte === 0x22 || byte === 0x27 || (byte >= 0x09 && byte <= 0x0d)) byte = SPACE;
    if (byte >= 0x41 && byte <= 0x5a) byte += 0x20;
    if (byte === SPACE && (length === 0 || bytes[length - 1] === SPACE)) continue;
    bytes[length++] = byte;
  }
  if (length > 0 && bytes[length - 1] === SPACE) length--;
  const all = length;
  length = 0;
  let starts = true;
  for (let at = 0; at < all; at++) {
    const byte = bytes[at]!;
    const isLeading = starts && byte === ZERO && at + 1 < all && bytes[at + 1] !== SLASH;
    if (isLeading) continue;
    starts = byte === SLASH;
    bytes[length++] = byte;
  }
  return length;
}
