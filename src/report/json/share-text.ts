import type { Share } from "../../model/share";

/** Decimals of a share for other programs: one vote of any country still shows. */
const DECIMALS = 10;
const UNITS = 10n ** BigInt(DECIMALS);

/** A share as decimal text from the exact ratio, half a unit away from zero; undefined of nothing. */
export function shareText({ votes, outOf }: Share): string | undefined {
  if (outOf === 0) return undefined;
  const [part, whole] = [BigInt(Math.abs(votes)), BigInt(outOf)];
  const units = (2n * part * UNITS + whole) / (2n * whole);
  // A lead of less than half a unit is none, on either side.
  const sign = votes < 0 && units > 0n ? "-" : "";
  return `${sign}${units / UNITS}.${`${units % UNITS}`.padStart(DECIMALS, "0")}`;
}
