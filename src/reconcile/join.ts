import { TallyError } from "../model/error";
import type { Tallies } from "../model/tallies";

/** Which stations two tallies share: places in their columns. */
export interface Joined {
  /** Of each station of the first: its place in the second, or −1. */
  readonly other: Int32Array;
  /** Places of the stations that only the second has. */
  readonly onlyOther: Int32Array;
}

/** Joins two tallies of one election by station key, which reading has normalised. */
export function join(a: Tallies, b: Tallies): Joined {
  const places = new Map<string, number>();
  let place = 0;
  for (const station of b.columns.stations) places.set(station, place++);
  const other = new Int32Array(a.length);
  const isShared = new Uint8Array(b.length);
  let index = 0;
  for (const station of a.columns.stations) {
    const found = places.get(station) ?? -1;
    other[index++] = found;
    if (found !== -1) isShared[found] = 1;
  }
  let shared = 0;
  for (const flag of isShared) shared += flag;
  const onlyOther = new Int32Array(b.length - shared);
  for (let at = 0, next = 0; at < isShared.length; at++)
    if (isShared[at] === 0) onlyOther[next++] = at;
  return { other, onlyOther };
}

/** The vote columns of `other` in the order of the first's candidates. */
export function votesAs(first: Tallies, other: Tallies): readonly Int32Array[] {
  const [own, others] = [first.columns.candidates, other.columns.candidates];
  const columns = own.map((code) => other.columns.votes[others.indexOf(code)]);
  if (own.length !== others.length || columns.includes(undefined))
    throw new TallyError(
      "candidate-unknown",
      `The tallies count ${own.join(", ")}, and the others ${others.join(", ")}. Only tallies of the same ` +
        "candidates can be held beside each other: describe both files with the same candidate codes.",
    );
  return columns as readonly Int32Array[];
}
