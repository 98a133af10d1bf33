import { firstAbove } from "./first-above";
import { Random } from "../statistics/random";
import { Martingale, STAKE } from "./martingale";

/** Errors that a plan reckons with: this share of the sheets, each of this taint; 1 is a missing sheet. */
export interface AssumedErrors {
  readonly share: number;
  readonly taint: number;
}

/** Sheets after which the risk limit is reached: in the middle, and in nine cases of ten. */
export interface SheetsNeeded {
  readonly median: number;
  readonly ninetieth: number;
}

/** A run that takes so many sheets is given up. */
export const SHEETS_AT_MOST = 5000;

/**
 * Simulated audits without replacement, by betting: for each risk limit, the sheets they take. Where too many
 * runs do not get there the figure is `Infinity`: then an audit by sample is no way.
 *
 * @param bounds error bounds of the stations, in units of a margin
 */
export function simulateSheets(
  bounds: readonly number[],
  riskLimits: readonly number[],
  { share, taint }: AssumedErrors,
  runs: number,
  random: Random,
): SheetsNeeded[] {
  let sum = 0;
  const upTo = Float64Array.from(bounds, (bound) => (sum += bound));
  const strictest = Math.min(...riskLimits);
  const needed = riskLimits.map(() => [] as number[]);
  const most = Math.min(SHEETS_AT_MOST, bounds.filter((bound) => bound > 0).length);
  for (let run = 0; run < runs; run++) {
    const drawn = new Set<number>();
    const martingale = new Martingale(STAKE);
    const reached = riskLimits.map(() => Infinity);
    let [remaining, found] = [sum, 0];
    while (drawn.size < most) {
      const at = firstAbove(upTo, random.uniform() * sum);
      if (drawn.has(at)) continue;
      drawn.add(at);
      const own = random.uniform() < share ? taint : 0;
      martingale.add(own, 1 - (1 - found) / remaining);
      remaining -= bounds[at]!;
      found += own * bounds[at]!;
      const { least } = martingale;
      for (const [which, limit] of riskLimits.entries())
        if (least <= limit) reached[which] = Math.min(reached[which]!, drawn.size);
      if (least <= strictest || remaining <= 1 - found) break;
    }
    // What is left cannot undo the margin: settled without chance.
    const isSettled = remaining <= 1 - found;
    for (const [which, at] of reached.entries())
      needed[which]!.push(at === Infinity && isSettled ? drawn.size : at);
  }
  return needed.map((sheets) => {
    const sorted = sheets.sort((a, b) => a - b);
    const quantile = (part: number) => sorted[Math.ceil(part * runs) - 1]!;
    return { median: quantile(0.5), ninetieth: quantile(0.9) };
  });
}
