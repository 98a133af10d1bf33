import type { Claim } from "../model/claim";
import { Exact } from "../model/share";

// What a claim's text says, worked out for checking proofs and for nothing else.

export type Exactly = InstanceType<typeof Exact>;

export const exact = (value: number | string) => new Exact(value);

export const whole = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** A decimal number as text, so short that no sum is rounded. */
export const DECIMAL = /^-?\d{1,40}(\.\d{1,20})?$/;

export const maxOf = (values: readonly Exactly[]) => values.reduce((a, b) => (a.gt(b) ? a : b));
export const minOf = (values: readonly Exactly[]) => values.reduce((a, b) => (a.lt(b) ? a : b));

/** The figure of a candidate, or of nobody. */
export const figureFor = <T>(
  figures: Readonly<Record<string, T>> | undefined,
  code: string,
): T | undefined => (figures && Object.hasOwn(figures, code) ? figures[code] : undefined);

const PERCENT = /^\d{1,3}(\.\d{1,8})?$/;

/** What is wrong with the claim itself: numbers that are none, or percentages. */
export function claimFault({
  votes,
  shares,
  otherVotes,
  validVotes,
  invalidVotes,
  ballotsCast,
  turnout,
  turnoutBase,
  margin,
}: Claim): string | undefined {
  const numbers = [
    ...Object.values(votes ?? {}),
    otherVotes,
    validVotes,
    invalidVotes,
    ballotsCast,
    turnoutBase,
    margin?.votes,
  ];
  if (numbers.some((number) => number !== undefined && !whole(number)))
    return "a number of the claim is not whole";
  const percents = [...Object.values(shares ?? {}), turnout, margin?.share];
  if (percents.some((percent) => percent !== undefined && !PERCENT.test(percent)))
    return "a percentage of the claim is none";
  return undefined;
}

/** The ballots that a claim gives in all, directly or by its turnout. */
export function ballotsOf({ ballotsCast, turnout, turnoutBase }: Claim, by: string, roll: number) {
  if (by === "ballotsCast")
    return ballotsCast === undefined
      ? undefined
      : { low: exact(ballotsCast), high: exact(ballotsCast) };
  if (turnout === undefined) return undefined;
  const { low, high } = percentEnds(turnout);
  return {
    low: turnoutBase === undefined ? exact(0) : low.times(turnoutBase).ceil(),
    high: high.times(turnoutBase ?? roll).floor(),
  };
}

/** The shares that round to a percentage: half a unit of its last digit to either side, within 0 and 1. */
export function percentEnds(percent: string): { readonly low: Exactly; readonly high: Exactly } {
  const decimals = percent.split(".")[1]?.length ?? 0;
  const halfUnit = exact(10).pow(-decimals).div(2);
  return {
    low: maxOf([exact(0), exact(percent).minus(halfUnit).div(100)]),
    high: minOf([exact(1), exact(percent).plus(halfUnit).div(100)]),
  };
}
