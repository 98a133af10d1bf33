import { Decimal } from "decimal.js";
import { TallyError } from "./error";

/**
 * An exact share: `votes` out of `outOf`, both integers. Stays a ratio until it is printed.
 */
export interface Share {
  readonly votes: number;
  readonly outOf: number;
}

/**
 * A private Decimal: the caller's global precision is neither used nor changed. Sixty digits make
 * rounding exact: two ratios of 53-bit integers, or such a ratio and a rounding boundary at ten
 * decimals, differ by more than 1e-33 or not at all.
 */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
export type Exact = InstanceType<typeof Exact>;

/**
 * Orders two shares exactly, by cross-multiplication: −1, 0 or 1. A share of nothing (`outOf` 0)
 * has no place in an order and throws.
 *
 * @throws TallyError `share-invalid`
 * @example
 * ```ts
 * import { compareShares } from "tallyproof";
 *
 * compareShares({ votes: 1, outOf: 3 }, { votes: 333, outOf: 1000 }); // => 1
 * ```
 */
export function compareShares(a: Share, b: Share): -1 | 0 | 1 {
  if (a.outOf <= 0 || b.outOf <= 0)
    throw new TallyError(
      "share-invalid",
      "A share of no votes cannot be compared; check that outOf is above 0 first.",
    );
  const difference = BigInt(a.votes) * BigInt(b.outOf) - BigInt(b.votes) * BigInt(a.outOf);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Prints a share in percent, rounded half up from the exact ratio; `"–"` for a share of nothing.
 *
 * @param digits decimals to print, 0 to 10
 * @example
 * ```ts
 * import { formatShare } from "tallyproof";
 *
 * formatShare({ votes: 7156462, outOf: 10659128 }, 4); // => "67.1393 %"
 * ```
 */
export function formatShare(share: Share, digits = 2): string {
  return share.outOf === 0 ? "–" : `${percentOf(share, digits)} %`;
}

/**
 * A share in percent with so many decimals, rounded half away from zero from the exact ratio; digits
 * only. By integers, which are several times as fast as decimal numbers of sixty digits.
 */
export function percentOf({ votes, outOf }: Share, digits: number): string {
  const whole = 2n * BigInt(outOf);
  const part = 2n * BigInt(Math.abs(votes)) * 10n ** BigInt(digits + 2);
  const rounded = (part + BigInt(outOf)) / whole;
  const text = rounded.toString().padStart(digits + 1, "0");
  const sign = votes < 0 && rounded !== 0n ? "-" : "";
  return digits === 0
    ? `${sign}${text}`
    : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The share as a decimal number, to sixty digits. */
export function toExact(share: Share): Exact {
  return new Exact(share.votes).div(share.outOf);
}
