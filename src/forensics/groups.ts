/** Stations in groups: those of group g are `members[starts[g]]` to `members[starts[g + 1] − 1]`. */
export interface Groups {
  readonly count: number;
  /** The group of each station. */
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/** Groups by a code per station, from 0 up to below `count`; members keep their order. */
export function groupsOf(codes: Int32Array, count: number): Groups {
  const starts = new Int32Array(count + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let at = 0; at < count; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const members = new Int32Array(codes.length);
  for (let station = 0; station < codes.length; station++)
    members[next[codes[station]!]!++] = station;
  return { count, codes, starts, members };
}

/** Groups by a text per station, in the order in which each text comes first. */
export function groupsByText(texts: Iterable<string>, length: number): Groups {
  const known = new Map<string, number>();
  const codes = new Int32Array(length);
  let station = 0;
  for (const text of texts) {
    const code = known.get(text) ?? known.size;
    if (code === known.size) known.set(text, code);
    codes[station++] = code;
  }
  return groupsOf(codes, known.size);
}
