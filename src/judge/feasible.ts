/**
 * Can a claim be completed? Let W be the valid votes at uncovered stations. A claimed figure bounds
 * the uncovered votes of its candidates by linear functions of W, so every condition on W is linear
 * and the values of W that satisfy all of them form an interval: two conditions always suffice to
 * show that it is empty. All arithmetic is on exact integers.
 */

/** `slope · W + intercept`, in units of 1 / SHARE_SCALE votes. */
export interface Linear {
  readonly slope: bigint;
  readonly intercept: bigint;
}

/** Uncovered votes of one candidate or group: at least every `low`, at most every `high`. */
export interface Part {
  readonly candidates: readonly string[];
  readonly lows: readonly Linear[];
  readonly highs: readonly Linear[];
}

/**
 * Why a condition must hold, and for whom:
 * - `non-negative`: there are no negative votes;
 * - `room`: no more votes than the uncovered stations can hold;
 * - `claimed-valid`, `claimed-ballots`: the claim's own totals;
 * - `already`: the candidates' votes in hand must not exceed the claim;
 * - `own`: what the claim says of the candidates in two ways must agree;
 * - `needs`: the candidates' missing votes must fit into the uncovered ones;
 * - `absorbs`: the claim must leave a place for every uncovered vote;
 * - `whole`: votes are whole numbers.
 */
export type ConditionKind =
  | "non-negative"
  | "room"
  | "claimed-valid"
  | "claimed-ballots"
  | "already"
  | "own"
  | "needs"
  | "absorbs"
  | "whole";

/** A condition `slope · W + intercept ≥ 0`. */
export interface Condition extends Linear {
  readonly kind: ConditionKind;
  readonly candidates: readonly string[];
}

/** The whole numbers of uncovered valid votes with which all conditions hold, or why there are none. */
export type Feasibility =
  | { readonly min: bigint; readonly max: bigint }
  | {
      /** The condition that asks for more votes than `below` allows; alone when it never holds. */
      readonly above: Condition;
      readonly below?: Condition;
      /** The least W that `above` allows, when some does. */
      readonly needed?: bigint;
    };

/**
 * @param limits conditions on W itself; at least one must bound it from above, one from below
 * @param everyone whether the parts include every candidate, so that they must take up all of W
 */
export function solve(
  limits: readonly Condition[],
  parts: readonly Part[],
  everyone: boolean,
  scale: bigint,
): Feasibility {
  const range = new Range();
  for (const condition of limits) range.restrict(condition);
  for (const { candidates, lows, highs } of parts) {
    for (const high of highs) range.restrict({ ...high, kind: "already", candidates });
    for (const low of lows)
      for (const high of highs) range.restrict({ ...minus(high, low), kind: "own", candidates });
  }
  // The parts' sums are bent lines in W: at either end of the range, the straight piece that holds
  // there cuts off all that breaks it, until nothing is cut (Newton's method on a convex function).
  const cuts = [
    (at: bigint) => needs(parts, at, scale),
    ...(everyone ? [(at: bigint) => absorbs(parts, at, scale)] : []),
  ];
  for (let again = true; again && !range.conflict;) {
    again = false;
    for (const cut of cuts)
      for (const end of ["min", "max"] as const) {
        if (range.conflict) break;
        const condition = cut(range[end]);
        if (valueAt(condition, range[end]) < 0n) {
          range.restrict(condition);
          again = true;
        }
      }
  }
  return range.conflict ?? wholeVotes(range, parts, everyone, scale);
}

/** `Σ max(0, lows) ≤ W`, by the terms that are largest at W = `at`. */
function needs(parts: readonly Part[], at: bigint, scale: bigint): Condition {
  let total: Linear = { slope: scale, intercept: 0n };
  const candidates: string[] = [];
  for (const part of parts) {
    const low = extreme(part.lows, at, (a, b) => a > b);
    if (low === undefined || valueAt(low, at) <= 0n) continue;
    total = minus(total, low);
    candidates.push(...part.candidates);
  }
  return { ...total, kind: "needs", candidates };
}

/** `Σ highs ≥ W`, by the terms that are smallest at W = `at`; every part has a high. */
function absorbs(parts: readonly Part[], at: bigint, scale: bigint): Condition {
  let total: Linear = { slope: -scale, intercept: 0n };
  for (const part of parts) {
    const { slope, intercept } = extreme(part.highs, at, (a, b) => a < b)!;
    total = { slope: total.slope + slope, intercept: total.intercept + intercept };
  }
  return { ...total, kind: "absorbs", candidates: parts.flatMap(({ candidates }) => candidates) };
}

/** The interval of W left by the conditions so far, and which of them set its ends. */
class Range {
  min = 0n;
  max = 0n;
  #above: Condition | undefined;
  #below: Condition | undefined;
  conflict: Exclude<Feasibility, { min: bigint }> | undefined;

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
}

/** How many values of W are tried one by one before whole votes no longer matter. */
const SEARCH_LIMIT = 10_000n;

/**
 * Votes are whole. Between the ends found for fractional votes, whole votes may fail next to an end
 * or, in a tiny country with a very precise claim, everywhere. Beyond the search limit the ends for
 * fractional votes stand, which favours the claim.
 */
function wholeVotes(
  { min, max }: { readonly min: bigint; readonly max: bigint },
  parts: readonly Part[],
  everyone: boolean,
  scale: bigint,
): Feasibility {
  const works = (votes: bigint) => {
    let least = 0n;
    let most = 0n;
    for (const { lows, highs } of parts) {
      const low = lows.reduce((a, low) => maxOf(a, ceilDiv(valueAt(low, votes), scale)), 0n);
      const high = highs.reduce(
        (a, high) => minOf(a, floorDiv(valueAt(high, votes), scale)),
        votes,
      );
      if (low > high) return false;
      least += low;
      most += high;
    }
    return least <= votes && (!everyone || most >= votes);
  };
  const search = (from: bigint, step: bigint) => {
    for (let tried = 0n; tried < SEARCH_LIMIT; tried++) {
      const votes = from + step * tried;
      if (votes < min || votes > max) return undefined;
      if (works(votes)) return votes;
    }
    return from;
  };
  const least = search(min, 1n);
  if (least !== undefined) return { min: least, max: search(max, -1n)! };
  return {
    above: {
      kind: "whole",
      slope: 0n,
      intercept: -1n,
      candidates: parts.flatMap((p) => p.candidates),
    },
  };
}

export const valueAt = ({ slope, intercept }: Linear, votes: bigint) => slope * votes + intercept;

const minus = (a: Linear, b: Linear): Linear => ({
  slope: a.slope - b.slope,
  intercept: a.intercept - b.intercept,
});

const extreme = (
  lines: readonly Linear[],
  at: bigint,
  better: (a: bigint, b: bigint) => boolean,
): Linear | undefined =>
  lines.reduce<Linear | undefined>(
    (best, line) =>
      best === undefined || better(valueAt(line, at), valueAt(best, at)) ? line : best,
    undefined,
  );

const maxOf = (a: bigint, b: bigint) => (a > b ? a : b);
const minOf = (a: bigint, b: bigint) => (a < b ? a : b);

export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

export const ceilDiv = (a: bigint, b: bigint) => -floorDiv(-a, b);
