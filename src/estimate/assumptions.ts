import type { Count } from "../count/count";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import { fraction, toNumber } from "./fraction";
import { gapsOf, type Grouping } from "./missing-stations";
import type { MissingVotes } from "./missing-votes";
import type { StratumSize } from "./sizes";

/**
 * What is assumed of the missing stations: that they are like the covered ones as a whole (`as-covered`),
 * each like those of its region (`as-region`), those within covered centres like their neighbours there
 * and the rest like their region (`as-neighbours`), or all like the ones that came last (`as-latest`).
 */
export type Assumption = "as-covered" | "as-region" | "as-neighbours" | "as-latest";

/** The result over all stations if the assumption holds. */
export interface Assumed {
  readonly assumption: Assumption;
  readonly shares: readonly { readonly code: string; readonly share: number }[];
  /** Of `as-region`: how the stations of each region are known; `proportional` makes it `as-covered`. */
  readonly sizes?: "register" | "given" | "proportional";
  /** Of `as-neighbours` and `as-latest`: the stations that stand for others, or are stood for. */
  readonly stations?: number;
}

/** Everything that assumptions are made from. */
export interface Basis {
  readonly tallies: Tallies;
  readonly totals: Count;
  readonly universe: Universe;
  readonly missing: MissingVotes;
  readonly strata: Grouping | undefined;
  readonly clusters: Grouping | undefined;
  readonly sizes: readonly StratumSize[];
  readonly known: "register" | "given" | "proportional";
}

export function assumptionsOf(basis: Basis, earlier: Tallies | undefined): Assumed[] {
  const { totals, missing, strata, known } = basis;
  const made: Assumed[] = [
    {
      assumption: "as-covered",
      shares: totals.candidates.map(({ code, votes }) => ({
        code,
        share: votes / totals.validVotes,
      })),
    },
  ];
  if (strata)
    made.push({
      assumption: "as-region",
      sizes: known,
      shares: sharesOf(basis, (column) => scaledBy(column, strata.codes, basis.sizes)),
    });
  const neighbours = asNeighbours(basis);
  if (neighbours) made.push(neighbours);
  const late = earlier ? lateOf(basis.tallies, earlier) : [];
  if (late.length > 0) {
    const votes = toNumber(fraction(missing.above, missing.below));
    const sum = (column: Int32Array) => late.reduce((all, at) => all + column[at]!, 0);
    const valid = sum(basis.tallies.columns.validVotes);
    if (valid > 0)
      made.push({
        assumption: "as-latest",
        stations: late.length,
        shares: totals.candidates.map(({ code, votes: own }, at) => ({
          code,
          share:
            (own + (votes * sum(basis.tallies.columns.votes[at]!)) / valid) /
            (totals.validVotes + votes),
        })),
      });
  }
  return made;
}

const sharesOf = ({ tallies, totals }: Basis, over: (column: Int32Array) => number) => {
  const valid = over(tallies.columns.validVotes);
  return totals.candidates.map(({ code }, at) => ({
    code,
    share: over(tallies.columns.votes[at]!) / valid,
  }));
};

/** Σ over strata of the sum in hand, scaled up from the covered stations to all. */
function scaledBy(column: Int32Array, codes: Int32Array, sizes: readonly StratumSize[]): number {
  const sums = new Float64Array(sizes.length);
  for (let at = 0; at < codes.length; at++) sums[codes[at]!]! += column[at]!;
  return sizes.reduce((all, size, code) => all + (sums[code]! * size.all) / size.covered, 0);
}

/** A missing station of a covered centre has the average of its neighbours; the rest as by region. */
function asNeighbours(basis: Basis): Assumed | undefined {
  const { tallies, strata, clusters, sizes } = basis;
  const gaps = clusters && gapsOf(tallies, clusters);
  const found = gaps?.reduce((sum, gap) => sum + gap, 0) ?? 0;
  if (!clusters || !gaps || found === 0) return undefined;
  const codes = strata?.codes ?? new Int32Array(tallies.length);
  const held = new Int32Array(gaps.length);
  const stratumOf = new Int32Array(gaps.length);
  for (let at = 0; at < codes.length; at++) {
    held[clusters.codes[at]!]!++;
    stratumOf[clusters.codes[at]!] = codes[at]!;
  }
  // Gaps of a stratum are no more than what it has missing at all.
  const gapsBy = new Float64Array(sizes.length);
  gaps.forEach((gap, cluster) => (gapsBy[stratumOf[cluster]!]! += gap));
  const factor = sizes.map(({ all, covered }, at) =>
    gapsBy[at]! > all - covered ? (all - covered) / gapsBy[at]! : 1,
  );
  const over = (column: Int32Array) => {
    const byCluster = new Float64Array(gaps.length);
    for (let at = 0; at < codes.length; at++) byCluster[clusters.codes[at]!]! += column[at]!;
    const within = new Float64Array(sizes.length);
    const sums = new Float64Array(sizes.length);
    for (let cluster = 0; cluster < gaps.length; cluster++) {
      const stratum = stratumOf[cluster]!;
      sums[stratum]! += byCluster[cluster]!;
      within[stratum]! +=
        (factor[stratum]! * gaps[cluster]! * byCluster[cluster]!) / held[cluster]!;
    }
    return sizes.reduce((all, size, at) => {
      const rest = size.all - size.covered - factor[at]! * gapsBy[at]!;
      return all + sums[at]! + within[at]! + (rest * sums[at]!) / size.covered;
    }, 0);
  };
  return { assumption: "as-neighbours", stations: found, shares: sharesOf(basis, over) };
}

/** Stations that the earlier state does not have. */
export function lateOf(tallies: Tallies, earlier: Tallies): number[] {
  const before = new Set(earlier.columns.stations);
  const late: number[] = [];
  let at = 0;
  for (const station of tallies.columns.stations) {
    if (!before.has(station)) late.push(at);
    at++;
  }
  return late;
}
