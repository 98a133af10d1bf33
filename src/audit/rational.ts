const bits = (value: bigint) => value.toString(16).length * 4;

/** The nearest number to a ratio of integers, to within two units of its last binary digit. */
export function quotient(top: bigint, bottom: bigint): number {
  if (top < 0n) return -quotient(-top, bottom);
  // At least 64 binary digits of the quotient, so that nothing but the last rounding is lost.
  const shift = Math.max(0, bits(bottom) - bits(top) + 66);
  return Number((top << BigInt(shift)) / bottom) / 2 ** shift;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b);

/** The least number that all of these divide; 1 of none. */
export const leastCommonMultiple = (values: readonly bigint[]): bigint =>
  values.reduce((all, value) => (all / greatestCommonDivisor(all, value)) * value, 1n);
