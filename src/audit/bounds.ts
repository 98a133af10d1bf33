import type { AuditList } from "./list";
import { type AuditMargin, marginsOf } from "./margins";
import { leastCommonMultiple, quotient } from "./rational";

/**
 * How much each station can overstate the margins, exactly: `errors[p] / unit` is the error bound u of
 * station p, where 1 is enough to undo a margin (Stark 2009, "Risk-limiting post-election audits",
 * maximum relative overstatement of pairwise margins).
 */
export interface ErrorBounds {
  readonly margins: readonly AuditMargin[];
  /** The least common multiple of the margins; undefined where one of them is not above 0. */
  readonly unit: bigint | undefined;
  /** The stations' bounds, in units; in votes where there is no unit. */
  readonly bounds: readonly bigint[];
  readonly total: bigint;
}

/** The error of a sheet in votes or units: how much it overstates the margin of the worst-hit pair. */
export type ErrorOf = (station: number, audited: readonly number[]) => bigint;

/** Bounds of every station of a list; `errorOf` measures what a sheet that was read again is off. */
export function errorBounds(list: AuditList): ErrorBounds & { readonly errorOf: ErrorOf } {
  const margins = marginsOf(list);
  const isOpen = margins.some(({ margin }) => margin <= 0);
  const unit = isOpen
    ? undefined
    : leastCommonMultiple(margins.map(({ margin }) => BigInt(margin)));
  const place = new Map(list.candidates.map((code, at) => [code, at]));
  const pairs = margins.map(({ winner, loser, margin }) => ({
    winner: place.get(winner)!,
    loser: place.get(loser)!,
    factor: unit === undefined ? 1n : unit / BigInt(margin),
  }));
  /** The largest of the pairs' overstatements, each of which is a whole number of votes. */
  const worst = (votesOf: (pair: { winner: number; loser: number }) => number) =>
    pairs
      .map((pair) => BigInt(votesOf(pair)) * pair.factor)
      .reduce((most, each) => (each > most ? each : most));
  const bounds = list.stations.map(({ votes, ballots }) =>
    // Every ballot for the loser is the worst that a sheet can turn out to be.
    worst(({ winner, loser }) => votes[winner]! - votes[loser]! + ballots),
  );
  const errorOf: ErrorOf = (station, audited) => {
    const { votes } = list.stations[station]!;
    return worst(
      ({ winner, loser }) => votes[winner]! - votes[loser]! - (audited[winner]! - audited[loser]!),
    );
  };
  return { margins, unit, bounds, total: bounds.reduce((sum, each) => sum + each, 0n), errorOf };
}

/** U, the sum of all error bounds: how many times over the stations could undo a margin. */
export const totalBound = ({ unit, total }: ErrorBounds): number | undefined =>
  unit === undefined ? undefined : quotient(total, unit);
