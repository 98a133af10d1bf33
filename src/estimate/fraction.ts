/** A fraction of two integers; the lower one is above 0. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

export function fraction(above: bigint, below: bigint): Fraction {
  const divisor = gcd(above < 0n ? -above : above, below < 0n ? -below : below) || 1n;
  const sign = below < 0n ? -1n : 1n;
  return { above: (sign * above) / divisor, below: (sign * below) / divisor };
}

export const whole = (value: number) => fraction(BigInt(value), 1n);
export const plus = (a: Fraction, b: Fraction) =>
  fraction(a.above * b.below + b.above * a.below, a.below * b.below);
export const minus = (a: Fraction, b: Fraction) =>
  fraction(a.above * b.below - b.above * a.below, a.below * b.below);
export const times = (a: Fraction, b: Fraction) => fraction(a.above * b.above, a.below * b.below);
export const over = (a: Fraction, b: Fraction) => fraction(a.above * b.below, a.below * b.above);

/** The nearest number, for print; nothing is decided by it. */
export function toNumber({ above, below }: Fraction): number {
  const scaled = (above * 10n ** 18n) / below;
  return Number(scaled) / 1e18;
}
