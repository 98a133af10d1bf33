import type { Count } from "../count/count";
import type { Claim } from "../model/claim";
import { Exact, toExact } from "../model/share";
import { requireFitting } from "./fitting";
import { countOfCandidate } from "./situation";

/** How far one claimed share is from the covered one. */
export interface CandidateDistance {
  readonly code: string;
  /** Claimed less covered share, 0–1. */
  readonly difference: number;
}

/** How far a claim's shares are from the shares on the covered stations. */
export interface ClaimDistance {
  /** Id of the claim. */
  readonly claim: string;
  readonly candidates: readonly CandidateDistance[];
  /** Mean of the absolute differences, 0–1. */
  readonly meanAbsolute: number;
  /** The largest absolute difference, 0–1. */
  readonly largest: number;
}

/**
 * The distance of each claim from the covered shares, nearest first by its largest difference: a mean
 * shrinks with every small candidate that a claim also names. Ties stay in the claims' order.
 *
 * Shares are the published ones where there are any, else votes over the claim's valid votes; a
 * claim with neither has no distance.
 *
 * A distance judges nothing: uncovered stations may vote otherwise than covered ones.
 *
 * @throws TallyError `candidate-unknown`, `share-invalid` when a claim does not fit the count
 * @example
 * ```ts
 * import { count, distances, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,200,0,130,70,0,0,0,0,0,0,0,0\n";
 * const totals = count(readTallies(csv, venezuela2024).tallies);
 * const [nearest] = distances(venezuela2024.claims, totals);
 * nearest?.claim; // => "opposition-65-30"
 * nearest?.meanAbsolute; // => 0.025
 * ```
 */
export function distances(claims: readonly Claim[], count: Count): ClaimDistance[] {
  return claims
    .flatMap((claim) => {
      requireFitting(claim, count);
      const shares = claimedShares(claim);
      if (shares.length === 0 || count.validVotes === 0) return [];
      const candidates = shares.map(({ code, share }) => ({
        code,
        difference: share.minus(toExact(countOfCandidate(count, code).share)),
      }));
      const mean = candidates
        .reduce((sum, { difference }) => sum.plus(difference.abs()), new Exact(0))
        .div(candidates.length);
      const largest = Exact.max(...candidates.map(({ difference }) => difference.abs()));
      return [{ claim: claim.id, candidates, mean, largest }];
    })
    .sort((a, b) => a.largest.comparedTo(b.largest))
    .map(({ claim, candidates, mean, largest }) => ({
      claim,
      candidates: candidates.map(({ code, difference }) => ({
        code,
        difference: difference.toNumber(),
      })),
      meanAbsolute: mean.toNumber(),
      largest: largest.toNumber(),
    }));
}

function claimedShares({ shares, votes, validVotes }: Claim): { code: string; share: Exact }[] {
  if (shares)
    return Object.entries(shares).map(([code, percent]) => ({
      code,
      share: new Exact(percent).div(100),
    }));
  if (!votes || !validVotes) return [];
  return Object.entries(votes).map(([code, number]) => ({
    code,
    share: new Exact(number).div(validVotes),
  }));
}
