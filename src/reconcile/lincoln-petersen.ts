import { TallyError } from "../model/error";

/** Errors that two readers found: each by itself, and both. */
export interface FoundErrors {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** How many errors there are in all, estimated from what two readers found. */
export interface ErrorEstimate {
  /** Errors that at least one of them found. */
  readonly found: number;
  /** All errors, by Chapman's estimator. */
  readonly all: number;
  /** Those that both missed. */
  readonly missed: number;
}

/**
 * Estimates how many errors two readers of the same sheets both missed, by capture and recapture:
 * (first + 1) (second + 1) / (both + 1) − 1 in all, which is Lincoln and Petersen's estimate as Chapman
 * (1951) corrected it for small numbers.
 *
 * It assumes that the readers worked independently, and that every error is as easy to find as every
 * other. Some are not: what is hard to read misleads both in the same way, so the estimate is **too
 * low** rather than too high.
 *
 * @throws TallyError `usage-invalid` for what is no count, or when both found more than each
 * @example
 * ```ts
 * import { lincolnPetersen } from "tallyproof";
 *
 * lincolnPetersen({ first: 24, second: 19, both: 15 }); // => { found: 28, all: 30.25, missed: 2.25 }
 * ```
 */
export function lincolnPetersen({ first, second, both }: FoundErrors): ErrorEstimate {
  const counts = [first, second, both];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new TallyError("usage-invalid", "Numbers of errors are whole and not below 0.");
  if (both > first || both > second)
    throw new TallyError(
      "usage-invalid",
      "Errors that both readers found are among those of each: `both` cannot be more than either.",
    );
  const found = first + second - both;
  const all = ((first + 1) * (second + 1)) / (both + 1) - 1;
  return { found, all, missed: all - found };
}
