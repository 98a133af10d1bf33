import { TallyError } from "../model/error";

/** A stratum that had fewer than two sampled units, and the one that it was put together with. */
export interface Collapse {
  readonly stratum: string;
  readonly into: string;
}

/** How the units of a sample lie in strata, after collapsing. */
export interface Strata {
  readonly names: readonly string[];
  /** Stratum of each unit. */
  readonly codes: Int32Array;
  /** Sampled units, and all units, by stratum. */
  readonly sampled: Int32Array;
  readonly all: Float64Array;
  readonly collapsed: readonly Collapse[];
}

/**
 * Puts a stratum with fewer than two sampled units together with the next one by name, or the last one with
 * the one before it: from one unit no variance can be worked out. By name, so that the same sample is always
 * collapsed in the same way; a choice by its results would make the error look smaller.
 */
export function collapse(
  names: readonly string[],
  codes: Int32Array,
  all: readonly number[],
): Strata {
  const sampled = new Int32Array(names.length);
  for (const code of codes) sampled[code]!++;
  const order = [...names.keys()].sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const groups: number[][] = [];
  const collapsed: Collapse[] = [];
  let pending: number[] = [];
  const sizeOf = (group: readonly number[]) => group.reduce((sum, code) => sum + sampled[code]!, 0);
  for (const code of order) {
    pending.push(code);
    if (sizeOf(pending) < 2) continue;
    groups.push(pending);
    pending = [];
  }
  if (pending.length > 0) {
    const last = groups.at(-1);
    if (last) last.push(...pending);
    else groups.push(pending);
  }
  const codeOf = new Int32Array(names.length);
  const strata = groups.map((group, at) => {
    const named = group.toSorted((a, b) => sampled[b]! - sampled[a]! || a - b);
    const into = names[named[0]!]!;
    for (const code of group) {
      codeOf[code] = at;
      if (names[code] !== into) collapsed.push({ stratum: names[code]!, into });
    }
    const own = sizeOf(group);
    return { name: into, sampled: own, all: group.reduce((sum, code) => sum + all[code]!, 0) };
  });
  for (const { name, sampled: own, all: every } of strata)
    // A tolerance for sizes that are worked out by a proportion.
    if (every < own * (1 - 1e-12))
      throw new TallyError(
        "universe-exceeded",
        `${own} units of ${name} are in hand, and it is said to have only ${every}. Correct the number of ` +
          "units in the universe or the register.",
      );
  return {
    names: strata.map(({ name }) => name),
    codes: codes.map((code) => codeOf[code]!),
    sampled: Int32Array.from(strata, (stratum) => stratum.sampled),
    all: Float64Array.from(strata, (stratum) => stratum.all),
    collapsed,
  };
}
