import { claimedInterval, SHARE_SCALE } from "../model/claim";
import type { Locale } from "../model/locale";
import { percentOf, type Share } from "../model/share";
import type { Phrases } from "./say";

/** An average with a decimal where it is small enough for that to matter. */
export const average = (value: number, { count, decimal }: Locale) =>
  value < 100 ? decimal(value.toFixed(1)) : count(value);

/** A share in units of 1 / SHARE_SCALE as percent: `51.5`. */
function points(share: bigint): string {
  const unit = SHARE_SCALE / 100n;
  const decimals = (share % unit).toString().padStart(9, "0").replace(/0+$/, "");
  return decimals === "" ? `${share / unit}` : `${share / unit}.${decimals}`;
}

/** A claimed percentage with what it stands for: `52 % (51.5 % to 52.5 %)`. */
export function claimedInWords(percent: string, say: Phrases, side?: "least" | "most"): string {
  const { low, high } = claimedInterval(percent);
  return say.claimedShare(percent, points(low), points(high), side);
}

/** The same for points. */
export function claimedPoints(share: string, say: Phrases): string {
  const { low, high } = claimedInterval(share);
  return say.claimedPoints(share, points(low), points(high));
}

/** Decimals that show a claimed percentage, at least two. */
const digitsOf = (percent: string) => Math.max(2, percent.split(".")[1]?.length ?? 0);

/** As many decimals of a share, at least two, as show that it is outside the claimed interval. */
export function digitsOutside(share: Share, percent: string): number {
  const { low, high } = claimedInterval(percent);
  for (let digits = digitsOf(percent); digits < 9; digits++) {
    const printed = percentOf(share, digits);
    const value = BigInt(printed.replace(".", "")) * 10n ** BigInt(9 - digits);
    if (value < low || value > high) return digits;
  }
  return 9;
}

/** A share with the decimals of the claimed percentage. */
export const shareAsClaimed = (share: Share, percent: string, say: Phrases) =>
  say.locale.share(share, digitsOf(percent));

/** A share with as many decimals as show that it is outside the claimed interval. */
export const shareOutside = (share: Share, percent: string, say: Phrases) =>
  say.locale.share(share, digitsOutside(share, percent));

/** The same in points; a lead of nothing has none. */
export const pointsOutside = (share: Share, points: string, say: Phrases) =>
  say.locale.points(share, share.outOf === 0 ? 2 : digitsOutside(share, points));
