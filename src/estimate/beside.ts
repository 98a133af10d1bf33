import { type Claim, claimedInterval, SHARE_SCALE } from "../model/claim";
import type { Envelope } from "./estimate";

/** A claimed share beside the envelope; a comparison and no verdict. */
export interface ClaimBeside {
  readonly claim: string;
  readonly candidate: string;
  /** As published, in percent. */
  readonly claimed: string;
  /** How far the nearest share it stands for is above (or, negative, below) the envelope with error; 0 within. */
  readonly outside: number;
}

/** The share claims on all stations beside what the assumptions give. */
export function besideClaims(
  claims: readonly Claim[],
  envelope: readonly Envelope[],
): ClaimBeside[] {
  return claims
    .filter(({ scope }) => scope === undefined)
    .flatMap(({ id, shares }) =>
      envelope.flatMap(({ code, lowWithError, highWithError }) => {
        const claimed = shares && Object.hasOwn(shares, code) ? shares[code] : undefined;
        if (claimed === undefined) return [];
        const ends = claimedInterval(claimed);
        const [low, high] = [ends.low, ends.high].map(
          (end) => Number(end) / Number(SHARE_SCALE),
        ) as [number, number];
        const outside =
          low > highWithError ? low - highWithError : high < lowWithError ? high - lowWithError : 0;
        return [{ claim: id, candidate: code, claimed, outside }];
      }),
    );
}
