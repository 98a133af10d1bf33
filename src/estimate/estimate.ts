import { count, type Count } from "../count/count";
import { type Bounds, boundsOf } from "../judge/bounds";
import { remainderOf } from "../judge/remainder";
import type { Claim } from "../model/claim";
import type { Universe } from "../model/election";
import { TallyError } from "../model/error";
import type { InputSource, RegisterUse, Tallies } from "../model/tallies";
import { VERSION } from "../version";
import { type Arrivals, arrivals } from "./arrivals";
import { type Assumed, assumptionsOf } from "./assumptions";
import { besideClaims, type ClaimBeside } from "./beside";
import type { Collapse } from "./design";
import { fraction, toNumber } from "./fraction";
import { type Grouping, groupsBy } from "./missing-stations";
import { type MissingVotes, missingVotesOf } from "./missing-votes";
import { type Sampling, samplingOf, turnoutOf } from "./sampling";
import { type StratumSize, sizesOf } from "./sizes";
import { type TippingPoint, tippingPointOf } from "./tipping-point";

/** How {@link estimate} may be told to work. */
export interface EstimateOptions {
  /**
   * `sample` only if the covered stations were drawn at random beforehand; `convenience`, unless given,
   * for stations that came by themselves.
   */
  readonly coverage?: "sample" | "convenience";
  /** Region column whose regions are strata. */
  readonly strata?: string;
  /** Region column of the polling centres, or `"centre"`: the station key without its last part. */
  readonly clusters?: string;
  /**
   * Stations in all by stratum. Else those of a register by the same region column; else each stratum is
   * assumed to be covered alike.
   */
  readonly stations?: Readonly<Record<string, number>>;
  /** Finite-population correction; made unless this is false. */
  readonly fpc?: boolean;
  /** An earlier state of the same count, for the assumption that what is missing is like what came last. */
  readonly earlier?: Tallies;
  /** Claims to hold beside the estimate. */
  readonly claims?: readonly Claim[];
}

/** From the least to the most of a candidate's share over all stations, by every assumption. */
export interface Envelope {
  readonly code: string;
  /** Over the assumptions alone. */
  readonly low: number;
  readonly high: number;
  /** The same with the sampling error that each assumption has besides, at nominal 95 %. */
  readonly lowWithError: number;
  readonly highWithError: number;
}

/** What the result over all stations may be, and on which assumptions. Shares are parts of 1. */
export interface Estimate {
  /** Version of tallyproof that made it. */
  readonly version: string;
  readonly sources: readonly InputSource[];
  /** The register that was read with them, and the files of the earlier state. */
  readonly register?: RegisterUse;
  readonly earlier?: readonly InputSource[];
  /** What kind of coverage it is: this comes first, because all else depends on it. */
  readonly coverage: {
    readonly kind: "sample" | "convenience";
    readonly stations: number;
    readonly allStations: number;
  };
  /** Totals over the covered stations. */
  readonly count: Count;
  /** Valid votes assumed at missing stations, and what that rests on. */
  readonly missingVotes: { readonly votes: number; readonly basis: MissingVotes["basis"] };
  /** The strata, with how many stations each has in all and how that is known. */
  readonly strata?: {
    readonly column: string;
    readonly known: "register" | "given" | "proportional";
    readonly sizes: readonly StratumSize[];
    readonly collapsed: readonly Collapse[];
  };
  readonly clusters?: { readonly column: string; readonly drawn: number };
  /** The error of a random draw, by station and, where clusters are named, by cluster. */
  readonly sampling: readonly Sampling[];
  /** Ballots cast per registered voter, where the sheets give both. */
  readonly turnout?: Sampling["candidates"][number];
  readonly assumptions: readonly Assumed[];
  readonly envelope: readonly Envelope[];
  /** What is possible at all, by deduction: the envelope lies within it, or its assumptions are false. */
  readonly bounds: readonly Bounds[];
  readonly claims: readonly ClaimBeside[];
  readonly tipping: readonly TippingPoint[];
  /** Late stations beside early ones by stratum, where an earlier state was given. */
  readonly arrivals?: Arrivals;
}

/**
 * Estimates the result over all stations from the covered ones. It says first what kind of coverage that
 * is. Of stations that came by themselves no interval is the answer: what matters is in what way the missing
 * ones differ, so the result is an **envelope over assumptions**, each named, with the sampling error
 * beside it; and the tipping points, which say how wrong the assumptions would have to be.
 *
 * Nothing of it decides on a claim: `judge` does, without assumptions. Shares are of valid votes and parts
 * of 1. Sources: Cochran, Sampling Techniques, 1977, 6.11 and 9A; R's survey package.
 *
 * @throws TallyError `region-unknown`, `universe-exceeded`, `usage-invalid` with fewer than two stations
 * @example
 * ```ts
 * import { estimate, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,1,1,500,300,2,200,100,0,0,0,0,0,0,0,0\nE,M,P,1,2,500,100,0,70,30,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const made = estimate(tallies, { stations: 4, registeredVoters: 2000 });
 * made.coverage.kind; // => "convenience"
 * made.assumptions[0]?.assumption; // => "as-covered"
 * made.envelope[0]?.low; // => 0.675
 * ```
 */
export function estimate(
  tallies: Tallies,
  universe: Universe,
  options: EstimateOptions = {},
): Estimate {
  if (!(tallies?.columns && universe?.stations))
    throw new TallyError(
      "usage-invalid",
      "estimate needs the `tallies` of a reading, and a universe: estimate(result.tallies, election.universe).",
    );
  const { coverage: kind = "convenience", fpc = true, claims = [] } = options;
  const totals = count(tallies);
  const remainder = remainderOf(totals, universe, tallies);
  const missing = missingVotesOf(totals, universe, tallies);
  const strata = options.strata === undefined ? undefined : groupsBy(tallies, options.strata);
  const clusters = options.clusters === undefined ? undefined : groupsBy(tallies, options.clusters);
  const { known, sizes } = sizesOf(strata ?? ONE(tallies.length), tallies, universe, options);
  const { sampling, collapsed } = samplingOf(tallies, totals, sizes, strata, clusters, fpc);
  const turnout = turnoutOf(tallies, sizes, strata, clusters, fpc);
  const assumptions = assumptionsOf(
    { tallies, totals, universe, missing, strata, clusters, sizes, known },
    options.earlier,
  );
  const envelope = envelopeOf(assumptions, sampling);
  return {
    version: VERSION,
    sources: tallies.sources,
    ...(tallies.register === undefined ? {} : { register: tallies.register }),
    ...(options.earlier === undefined ? {} : { earlier: options.earlier.sources }),
    coverage: { kind, stations: totals.stations, allStations: universe.stations },
    count: totals,
    missingVotes: {
      votes: toNumber(fraction(missing.above, missing.below)),
      basis: missing.basis,
    },
    ...(options.strata === undefined
      ? {}
      : { strata: { column: options.strata, known, sizes, collapsed } }),
    ...(clusters === undefined
      ? {}
      : { clusters: { column: options.clusters!, drawn: clusters.names.length } }),
    sampling,
    ...(turnout === undefined ? {} : { turnout }),
    assumptions,
    envelope,
    bounds: boundsOf(totals, remainder),
    claims: besideClaims(claims, envelope),
    tipping: claims.map((claim) => tippingPointOf(claim, totals, tallies, universe)),
    ...(options.earlier === undefined || options.strata === undefined
      ? {}
      : { arrivals: arrivals(tallies, options.earlier, options.strata) }),
  };
}

const ONE = (stations: number): Grouping => ({ names: ["all"], codes: new Int32Array(stations) });

function envelopeOf(assumptions: readonly Assumed[], sampling: readonly Sampling[]): Envelope[] {
  const { candidates } = sampling.at(-1)!;
  return candidates.map(({ code, low, high }, at) => {
    const shares = assumptions.map((each) => each.shares[at]!.share);
    const [least, most] = [Math.min(...shares), Math.max(...shares)];
    const error = (high - low) / 2;
    return {
      code,
      low: least,
      high: most,
      lowWithError: Math.max(0, least - error),
      highWithError: Math.min(1, most + error),
    };
  });
}
