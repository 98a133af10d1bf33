import { type Issue, makeIssue } from "../model/issue";
import type { InputSource, TallyColumns } from "../model/tallies";
import type { KeyList } from "./key-list";

/**
 * Keys that somebody may have written in two ways: zeros in front, spaces, capitals, quotes.
 *
 * @param kept by station of the columns, the place of its key among all keys; none is there twice
 */
export function lookalikes(
  keys: KeyList,
  kept: Int32Array,
  { stations, sourceIndex, lines }: TallyColumns,
  sources: readonly InputSource[],
): Issue[] {
  if (areCodes(keys, kept)) return [];
  const issues: Issue[] = [];
  const known = new Map<string, number>();
  for (const [index, place] of kept.entries()) {
    const bare = bareKey(keys.at(place)!);
    const first = known.get(bare);
    if (first === undefined) known.set(bare, index);
    else
      issues.push(
        makeIssue("station-lookalike", {
          source: sources[sourceIndex[index]!]!.name,
          line: lines[index],
          station: stations.at(index),
          received: `${stations.at(first)} as well`,
        }),
      );
  }
  return issues;
}

/** What is left of a key when it does not matter how it is written. */
export const bareKey = (station: string) =>
  station
    .replace(/\p{Cf}/gu, "")
    .replace(/["'\s]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/(^|\/)0+(?=[^/])/g, "$1");

const ZERO = 0x30;
const SLASH = 0x2f;

/**
 * Whether the keys are codes of which none can look like another: in digits, capitals and signs, and
 * either without zeros in front or each part as long in all of them. Nearly all files' keys are, and to
 * see it takes a hundredth of the time of comparing them.
 */
export function areCodes(keys: KeyList, kept: Int32Array): boolean {
  const { bytes } = keys;
  let [hasZeros, isEven] = [false, true];
  // Of none at all, these are no numbers, and nothing asks for them.
  const first = keys.startOf(kept[0]!);
  const length = keys.endOf(kept[0]!) - first;
  // By index: of a million, an iterator makes a million objects.
  for (let index = 0; index < kept.length; index++) {
    const start = keys.startOf(kept[index]!);
    const end = keys.endOf(kept[index]!);
    if (end - start !== length) isEven = false;
    let startsPart = true;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      const isSlash = byte === SLASH;
      if (isEven && isSlash !== (bytes[first + at - start] === SLASH)) isEven = false;
      if (startsPart && byte === ZERO && at + 1 < end && bytes[at + 1] !== SLASH) hasZeros = true;
      startsPart = isSlash;
      if (byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte >= 0x61) return false;
    }
    if (hasZeros && !isEven) return false;
  }
  return true;
}
