import { TallyError } from "../model/error";
import { normalQuantile } from "../statistics/normal";
import { studentQuantile } from "../statistics/student";
import { collapse, type Collapse, type Strata } from "./design";

type Labels = ArrayLike<string | number>;

/** A sample of units and how it was drawn; all lists have one entry per unit. */
export interface RatioSample {
  /** Such as a candidate's votes, and valid votes. */
  readonly numerator: ArrayLike<number>;
  readonly denominator: ArrayLike<number>;
  /** Stratum of each unit; one for all unless given. */
  readonly strata?: Labels;
  /** Cluster of each unit, where whole clusters were drawn; else each unit by itself. */
  readonly clusters?: Labels;
  /** How many units, or clusters, there are in all: by stratum, or of one stratum. */
  readonly population: number | Readonly<Record<string, number>>;
  /** Finite-population correction; made unless this is false. */
  readonly fpc?: boolean;
}

/** A ratio with its standard error. */
export interface RatioEstimate {
  readonly ratio: number;
  readonly standardError: number;
  /** Drawn units less strata. */
  readonly degreesOfFreedom: number;
  /** Nominal 95 %: by Student's distribution, and by the normal one. */
  readonly interval: { readonly low: number; readonly high: number };
  readonly normalInterval: { readonly low: number; readonly high: number };
  /** Strata that had fewer than two drawn units, and which they were put together with. */
  readonly collapsed: readonly Collapse[];
}

/** Two-sided probability of the nominal intervals. */
const CONFIDENCE = 0.95;

/**
 * The combined ratio estimator: Σ (N/n) y over Σ (N/n) x, with the standard error of Cochran (Sampling
 * Techniques, 3rd ed. 1977, 6.11) by linearisation, as R's `survey::svyratio`; of clusters, by their
 * totals. Ratios are parts of 1.
 *
 * The interval holds for a sample drawn at random. Of stations that came by themselves it says how much
 * they differ among each other, and nothing of those that did not come.
 *
 * @throws TallyError `usage-invalid` for lists of different lengths or fewer than two drawn units,
 * `universe-exceeded` where more were drawn than there are
 * @example
 * ```ts
 * import { ratioEstimate } from "tallyproof";
 *
 * const { ratio, standardError } = ratioEstimate({
 *   numerator: [60, 45, 80, 50],
 *   denominator: [100, 90, 120, 110],
 *   population: 40,
 * });
 * ratio.toFixed(4); // => "0.5595"
 * standardError.toFixed(4); // => "0.0484"
 * ```
 */
export function ratioEstimate(sample: RatioSample): RatioEstimate {
  const { numerator, denominator, strata, clusters, population, fpc = true } = sample;
  const units = numerator.length;
  for (const [name, list] of Object.entries({ denominator, strata, clusters }))
    if (list !== undefined && list.length !== units)
      throw new TallyError(
        "usage-invalid",
        `There are ${units} values in numerator and ${list.length} in ${name}; give one per unit.`,
      );
  const layers = coded(units, strata);
  const groups = clusters ? clustersOf(layers.codes, clusters) : undefined;
  const all = layers.names.map((name) => {
    const own = typeof population === "number" ? population : population[name];
    if (own === undefined || (typeof population === "number" && layers.names.length > 1))
      throw new TallyError(
        "usage-invalid",
        `population must say how many units ${name} has in all; give one number per stratum.`,
      );
    return own;
  });
  const design = collapse(layers.names, groups?.strata ?? layers.codes, all);
  return ratioBy({ strata: design, ...(groups ? { clusters: groups.codes } : {}) }, sample, fpc);
}

/** How the stations lie in strata of drawn units, and in which drawn unit each is. */
export interface Design {
  readonly strata: Strata;
  /** Cluster of each station; the strata are then of clusters. */
  readonly clusters?: Int32Array;
}

/** The estimate by a design that is worked out already. */
export function ratioBy(
  { strata, clusters }: Design,
  { numerator, denominator }: Pick<RatioSample, "numerator" | "denominator">,
  fpc: boolean,
): RatioEstimate {
  const drawn = strata.codes.length;
  const y = totalsOf(numerator, clusters, drawn);
  const x = totalsOf(denominator, clusters, drawn);
  const { sampled, all, codes } = strata;
  let [top, bottom] = [0, 0];
  const [tops, bottoms] = [sumsBy(y, codes, sampled.length), sumsBy(x, codes, sampled.length)];
  for (let at = 0; at < sampled.length; at++) {
    const weight = all[at]! / sampled[at]!;
    top += weight * tops[at]!;
    bottom += weight * bottoms[at]!;
  }
  const ratio = top / bottom;
  const degreesOfFreedom = drawn - sampled.length;
  if (degreesOfFreedom < 1 || !(bottom > 0))
    throw new TallyError(
      "usage-invalid",
      "A ratio with a standard error needs at least two drawn units, and something in the denominator.",
    );
  const squares = new Float64Array(sampled.length);
  for (let at = 0; at < drawn; at++) {
    const code = codes[at]!;
    const mean = (tops[code]! - ratio * bottoms[code]!) / sampled[code]!;
    const residual = y[at]! - ratio * x[at]! - mean;
    squares[code]! += residual * residual;
  }
  let variance = 0;
  for (let at = 0; at < sampled.length; at++) {
    const [n, N] = [sampled[at]!, all[at]!];
    const left = fpc ? Math.max(0, 1 - n / N) : 1;
    variance += (left * N * N * squares[at]!) / (n * (n - 1));
  }
  const standardError = Math.sqrt(variance) / bottom;
  const within = (t: number) => ({
    low: ratio - t * standardError,
    high: ratio + t * standardError,
  });
  const p = (1 + CONFIDENCE) / 2;
  return {
    ratio,
    standardError,
    degreesOfFreedom,
    interval: within(studentQuantile(p, degreesOfFreedom)),
    normalInterval: within(normalQuantile(p)),
    collapsed: strata.collapsed,
  };
}

function totalsOf(
  values: ArrayLike<number>,
  clusters: Int32Array | undefined,
  drawn: number,
): ArrayLike<number> {
  return clusters ? sumsBy(values, clusters, drawn) : values;
}

function sumsBy(values: ArrayLike<number>, codes: Int32Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let at = 0; at < codes.length; at++) sums[codes[at]!]! += values[at]!;
  return sums;
}

/** Labels as numbers from 0, in the order that they first come in. */
export function coded(units: number, labels: Labels | undefined) {
  if (labels === undefined) return { names: ["all"], codes: new Int32Array(units) };
  const known = new Map<string, number>();
  const codes = new Int32Array(units);
  for (let at = 0; at < units; at++) {
    const label = `${labels[at]}`;
    let code = known.get(label);
    if (code === undefined) known.set(label, (code = known.size));
    codes[at] = code;
  }
  return { names: [...known.keys()], codes };
}

/** Clusters lie within strata: one of the same name in two of them is two. */
export function clustersOf(strata: Int32Array, labels: Labels) {
  const known = new Map<string, number>();
  const codes = new Int32Array(strata.length);
  const strataOfClusters: number[] = [];
  for (let at = 0; at < strata.length; at++) {
    const key = `${strata[at]} ${labels[at]}`;
    let code = known.get(key);
    if (code === undefined) {
      known.set(key, (code = known.size));
      strataOfClusters.push(strata[at]!);
    }
    codes[at] = code;
  }
  return { codes, strata: Int32Array.from(strataOfClusters) };
}
