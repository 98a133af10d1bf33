import { SHARE_SCALE } from "../model/claim";

/**
 * What a condition rests on: one thing that is known of the missing votes or that the claim says of
 * them. With W for all missing valid votes and w for those of one candidate:
 * - `votes-exist`: W is at least 0; at least 1 where a share of no votes is claimed;
 * - `room`: W is at most what the uncovered stations can hold;
 * - `within`: the w of these candidates are at most W together;
 * - `all-votes`: the w of all candidates are W together;
 * - `no-negative`: the w of these candidates are at least 0;
 * - `votes`, `other-votes`, `valid-votes`: votes in hand and missing ones make the number claimed;
 * - `share-least`, `share-most`: they make no less, or no more, than the share claimed;
 * - `margin-votes`, `margin-least`, `margin-most`: the same for the lead of the first over the second;
 * - `winner`: the second of the candidates has no more votes than the first;
 * - `ballots`: the valid votes are no more than the claim's ballots leave; `ballots-parts`: valid and
 *   invalid votes, with the blank ones in hand, are no more than its ballots;
 * - `ballots-whole`: some whole number of ballots is what the claim says;
 * - `ballots-reach`: so many ballots as claimed can be cast;
 * - `invalid`: the claim's invalid votes leave room for the missing valid ones; `invalid-least`: they
 *   are no fewer than are in hand;
 * - `turnout-least`, `turnout-most`: the claim's ballots are its turnout of the voters.
 *
 * Those about ballots hold by the claim's ballots or by its turnout, as `by` says.
 */
export interface Fact {
  readonly kind: FactKind;
  readonly candidates?: readonly string[];
  readonly by?: "ballotsCast" | "turnout";
}

export type FactKind =
  | "votes-exist"
  | "room"
  | "within"
  | "all-votes"
  | "no-negative"
  | "votes"
  | "other-votes"
  | "valid-votes"
  | "share-least"
  | "share-most"
  | "margin-votes"
  | "margin-least"
  | "margin-most"
  | "winner"
  | "ballots"
  | "ballots-parts"
  | "ballots-whole"
  | "ballots-reach"
  | "invalid"
  | "invalid-least"
  | "turnout-least"
  | "turnout-most";

/** A fact so many times; an equation also a negative number of times. In halves, as all lines are. */
export interface Use {
  readonly fact: Fact;
  readonly weight: bigint;
}

/**
 * `slope · W + intercept`, in units of 1 / {@link UNIT} votes, and the facts from which it follows
 * that something is at least, or at most, that.
 */
export interface Line {
  readonly slope: bigint;
  readonly intercept: bigint;
  readonly basis: Basis;
}

/**
 * What a line rests on: one fact, or other lines' bases so many times. Only of the few lines that rule
 * a claim out does anybody ask for the facts, so they are not added up before.
 */
export type Basis =
  Use | { readonly parts: readonly Basis[]; readonly times: bigint; readonly over: bigint };

/** Shares have eleven decimals, and the larger of two numbers is half their sum and difference. */
export const UNIT = 2n * SHARE_SCALE;

/** A line from one fact; the numbers in units of 1 / SHARE_SCALE. */
export const line = (slope: bigint, intercept: bigint, fact: Fact, sign = 1n): Line => ({
  slope: 2n * slope,
  intercept: 2n * intercept,
  basis: { fact, weight: 2n * sign },
});

/** The sum of lines, of which `minus` ones are taken away; what they rest on adds up in any case. */
export function combine(plus: readonly Line[], minus: readonly Line[] = []): Line {
  let [slope, intercept] = [0n, 0n];
  for (const each of plus) [slope, intercept] = [slope + each.slope, intercept + each.intercept];
  for (const each of minus) [slope, intercept] = [slope - each.slope, intercept - each.intercept];
  const parts = [...plus, ...minus].map(({ basis }) => basis);
  return { slope, intercept, basis: { parts, times: 1n, over: 1n } };
}

export const twice = ({ slope, intercept, basis }: Line): Line => ({
  slope: 2n * slope,
  intercept: 2n * intercept,
  basis: { parts: [basis], times: 2n, over: 1n },
});

/** Of a sum of single facts, which has only even numbers. */
export const half = ({ slope, intercept, basis }: Line): Line => ({
  slope: slope / 2n,
  intercept: intercept / 2n,
  basis: { parts: [basis], times: 1n, over: 2n },
});

/** The facts that a line rests on, each as often as it is used. */
export function usesOf({ basis }: Pick<Line, "basis">): Use[] {
  const uses: Use[] = [];
  const open = [{ basis, times: 1n, over: 1n }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { basis: own, times, over } = next;
    if ("fact" in own) uses.push({ fact: own.fact, weight: (own.weight * times) / over });
    else
      for (const part of own.parts)
        open.push({ basis: part, times: times * own.times, over: over * own.over });
  }
  return uses.toReversed();
}

export const valueAt = ({ slope, intercept }: Pick<Line, "slope" | "intercept">, votes: bigint) =>
  slope * votes + intercept;

export const highestAt = (lines: readonly Line[], at: bigint) =>
  extremeAt(lines, (a, b) => valueAt(a, at) > valueAt(b, at));

export const lowestAt = (lines: readonly Line[], at: bigint) =>
  extremeAt(lines, (a, b) => valueAt(a, at) < valueAt(b, at));

function extremeAt(lines: readonly Line[], better: (a: Line, b: Line) => boolean) {
  let best: Line | undefined;
  for (const each of lines) if (best === undefined || better(each, best)) best = each;
  return best;
}

export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

export const ceilDiv = (a: bigint, b: bigint) => -floorDiv(-a, b);
