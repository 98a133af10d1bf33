import { bentConditions, straightConditions } from "./conditions";
import { ceilDiv, floorDiv, valueAt } from "./lines";
import type { Condition, System } from "./system";
import { holdsInWholeVotes } from "./whole-votes";

/**
 * Can a claim be completed? Let W be the valid votes at uncovered stations. Every condition on W is
 * linear and the values of W that satisfy all of them form an interval: two conditions always suffice
 * to show that it is empty. All arithmetic is on exact integers.
 */

/** The whole numbers of uncovered valid votes with which all conditions hold, or why there are none. */
export type Feasibility = Interval | Conflict;

export interface Interval {
  readonly min: bigint;
  readonly max: bigint;
}

export interface Conflict {
  /** The condition that asks for more votes than `below` allows; alone when it never holds. */
  readonly above: Condition;
  readonly below?: Condition;
  /** The least W that `above` allows, when some does. */
  readonly needed?: bigint;
  /** Where no whole numbers of votes will do, the interval that is left for fractions of votes. */
  readonly fractions?: Interval;
}

/** Solves a system whose limits bound W from below and from above. */
export function solve(system: System): Feasibility {
  const range = new Range();
  for (const condition of straightConditions(system)) range.restrict(condition);
  // At either end of the range the straight piece of each bent condition cuts off all that breaks
  // it, until nothing is cut (Newton's method on convex functions, which have finitely many pieces).
  for (let again = true; again && !range.conflict;) {
    again = false;
    for (const end of ["min", "max"] as const) {
      if (range.conflict) break;
      const at = range[end];
      for (const condition of bentConditions(system, at))
        if (valueAt(condition, at) < 0n) {
          range.restrict(condition);
          again = true;
          break;
        }
    }
  }
  return range.conflict ?? wholeVotes(range, system);
}

/** The interval of W left by the conditions so far, and which of them set its ends. */
class Range {
  min = 0n;
  max = 0n;
  #above: Condition | undefined;
  #below: Condition | undefined;
  conflict: Conflict | undefined;

  restrict(condition: Condition): void {
    if (this.conflict) return;
    const { slope, intercept } = condition;
    if (slope === 0n) {
      if (intercept < 0n) this.conflict = { above: condition };
    } else if (slope > 0n) {
      const least = ceilDiv(-intercept, slope);
      if (!this.#above || least > this.min) [this.min, this.#above] = [least, condition];
    } else {
      const most = floorDiv(intercept, -slope);
      if (!this.#below || most < this.max) [this.max, this.#below] = [most, condition];
    }
    if (!this.conflict && this.#above && this.#below && this.min > this.max)
      this.conflict = { above: this.#above, below: this.#below, needed: this.min };
  }

  /** The two conditions that set the ends, as far as there are any. */
  get ends(): { above: Condition; below?: Condition } {
    return { above: this.#above!, ...(this.#below ? { below: this.#below } : {}) };
  }
}

/** Values of W, times candidates, that are tried one by one before whole votes no longer matter. */
const SEARCH_LIMIT = 20_000;

/**
 * Votes are whole. Between the ends found for fractional votes, whole votes may fail next to an end
 * or, in a tiny country with a very precise claim, everywhere. Beyond the search limit the ends for
 * fractional votes stand, which favours the claim.
 */
function wholeVotes(range: Range, system: System): Feasibility {
  const { min, max } = range;
  const { asked, winner, inHand } = system;
  const candidates = 1 + asked.length + (winner === undefined ? 0 : inHand.size);
  const limit = BigInt(Math.max(20, Math.floor(SEARCH_LIMIT / candidates / candidates)));
  const search = (from: bigint, step: bigint) => {
    for (let tried = 0n; tried < limit; tried++) {
      const votes = from + step * tried;
      if (votes < min || votes > max) return undefined;
      if (holdsInWholeVotes(system, votes)) return votes;
    }
    return from;
  };
  const least = search(min, 1n);
  if (least !== undefined) return { min: least, max: search(max, -1n)! };
  return { ...range.ends, fractions: { min, max } };
}
