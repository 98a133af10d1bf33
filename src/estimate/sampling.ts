import type { Count } from "../count/count";
import { ABSENT, type Tallies } from "../model/tallies";
import { collapse, type Collapse } from "./design";
import type { Grouping } from "./missing-stations";
import { clustersOf, type Design, ratioBy } from "./ratio";
import type { StratumSize } from "./sizes";

/** A share with the error of a random draw; nominal 95 %. */
export interface SampledShare {
  /** Candidate's code; of turnout, `turnout`. */
  readonly code: string;
  readonly share: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** The error that there would be had the covered units been drawn at random. */
export interface Sampling {
  /** What would have been drawn. */
  readonly unit: "station" | "cluster";
  readonly fpc: boolean;
  readonly degreesOfFreedom: number;
  readonly candidates: readonly SampledShare[];
  /**
   * How many times as large the variance of the first candidate's share is as if single stations had been
   * drawn, without finite-population correction.
   */
  readonly designEffect?: number;
}

/** By station, and by cluster where there are any. */
export function samplingOf(
  tallies: Tallies,
  totals: Count,
  sizes: readonly StratumSize[],
  strata: Grouping | undefined,
  clusters: Grouping | undefined,
  fpc: boolean,
): { sampling: Sampling[]; collapsed: readonly Collapse[] } {
  const stations = designOf(tallies.length, sizes, strata, undefined);
  const designs: [Sampling["unit"], Design][] = [["station", stations]];
  if (clusters) designs.push(["cluster", designOf(tallies.length, sizes, strata, clusters)]);
  const { votes, validVotes } = tallies.columns;
  const top = totals.candidates.reduce(
    (best, { votes: own }, at) => (own > totals.candidates[best]!.votes ? at : best),
    0,
  );
  const ratio = (design: Design, at: number, corrected: boolean) =>
    ratioBy(design, { numerator: votes[at]!, denominator: validVotes }, corrected);
  const sampling = designs.map(([unit, design]): Sampling => {
    const made = totals.candidates.map((_, at) => ratio(design, at, fpc));
    return {
      unit,
      fpc,
      degreesOfFreedom: made[0]!.degreesOfFreedom,
      candidates: made.map(({ ratio: share, standardError, interval }, at) => ({
        code: totals.candidates[at]!.code,
        share,
        standardError,
        ...interval,
      })),
      ...(unit === "cluster"
        ? {
            designEffect:
              (ratio(design, top, false).standardError /
                ratio(stations, top, false).standardError) **
              2,
          }
        : {}),
    };
  });
  return { sampling, collapsed: designs.at(-1)![1].strata.collapsed };
}

/** Ballots per registered voter over the stations that give both, as domains of the same draw. */
export function turnoutOf(
  tallies: Tallies,
  sizes: readonly StratumSize[],
  strata: Grouping | undefined,
  clusters: Grouping | undefined,
  fpc: boolean,
): SampledShare | undefined {
  const { registeredVoters, ballotsCast, validVotes, invalidVotes, blankVotes } = tallies.columns;
  if (registeredVoters === undefined || (ballotsCast ?? invalidVotes) === undefined)
    return undefined;
  const numerator = new Float64Array(tallies.length);
  const denominator = new Float64Array(tallies.length);
  let known = 0;
  for (let at = 0; at < tallies.length; at++) {
    const registered = registeredVoters[at]!;
    const stated = ballotsCast?.[at] ?? ABSENT;
    const [invalid, blank] = [invalidVotes?.[at] ?? ABSENT, blankVotes?.[at] ?? 0];
    const ballots =
      stated !== ABSENT
        ? stated
        : invalid === ABSENT || blank === ABSENT
          ? ABSENT
          : validVotes[at]! + invalid + blank;
    if (registered === ABSENT || ballots === ABSENT) continue;
    known++;
    numerator[at] = ballots;
    denominator[at] = registered;
  }
  if (known < 2) return undefined;
  const design = designOf(tallies.length, sizes, strata, clusters);
  const { ratio, standardError, interval } = ratioBy(design, { numerator, denominator }, fpc);
  return { code: "turnout", share: ratio, standardError, ...interval };
}

/** Clusters are assumed to be covered as their stratum's stations are: how many there are is not known. */
function designOf(
  stations: number,
  sizes: readonly StratumSize[],
  strata: Grouping | undefined,
  clusters: Grouping | undefined,
): Design {
  const names = sizes.map(({ stratum }) => stratum);
  const codes = strata?.codes ?? new Int32Array(stations);
  if (clusters === undefined)
    return {
      strata: collapse(
        names,
        codes,
        sizes.map(({ all }) => all),
      ),
    };
  const grouped = clustersOf(codes, clusters.codes);
  const drawn = new Int32Array(names.length);
  for (const code of grouped.strata) drawn[code]!++;
  const all = sizes.map((size, at) => (drawn[at]! * size.all) / size.covered);
  return { strata: collapse(names, grouped.strata, all), clusters: grouped.codes };
}
