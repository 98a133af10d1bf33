import { TallyError } from "../model/error";
import type { Tallies } from "../model/tallies";
import { TEST_KINDS, type TestKind } from "./family";
import { leadersOf } from "./model";
import type { TieRule } from "./tests/percentages";

/** A false alarm in one of twenty clean elections is accepted, in each test and in each family. */
export const ALPHA = 0.05;
/** A test with more false alarms than this, measured on this election's geometry, does not flag. */
export const MOST_FALSE_ALARMS = 0.1;

const SIMULATIONS = { least: 20, usual: 200, most: 100000 };

/** Which stations are tested; all that are not given. */
export interface ForensicFilters {
  readonly leastValidVotes?: number;
  /** Names of regions by region column: only stations in them. */
  readonly regions?: Readonly<Record<string, readonly string[]>>;
}

/** What a forensic family is made of, and what a plan fixes before the data are read. */
export interface ForensicPlan {
  /** Kinds of tests; all of them unless given. */
  readonly tests?: readonly TestKind[];
  /** Codes of the candidates; the two with the most votes unless given. */
  readonly candidates?: readonly string[];
  /** Region column that is the polling centre, where the station key does not begin with it. */
  readonly centre?: string;
  readonly filters?: ForensicFilters;
  /** For percentages exactly between two whole ones; half up unless given. */
  readonly ties?: TieRule;
  /** Text that the simulated elections are drawn from. */
  readonly seed?: string;
  /** How many clean elections are simulated: 200 unless given, 20 at least. */
  readonly simulations?: number;
}

/** What {@link forensics} may be told. */
export interface ForensicsOptions extends ForensicPlan {
  /**
   * SHA-256 of the file in which all of the above was fixed before the data were read. With it, tests of
   * other kinds run as well, marked exploratory; without it, nothing is marked as planned.
   */
  readonly planSha256?: string;
}

/** A plan with everything that it leaves open filled in. */
export interface ForensicSettings extends Required<
  Pick<ForensicPlan, "tests" | "candidates" | "ties" | "seed" | "simulations">
> {
  readonly centre?: string;
  readonly filters?: ForensicFilters;
  readonly planSha256?: string;
  readonly alpha: number;
  readonly mostFalseAlarms: number;
}

export function settingsOf(tallies: Tallies, options: ForensicsOptions): ForensicSettings {
  const { tests, candidates, centre, filters, seed, simulations, planSha256 } = options;
  const known = tallies.columns.candidates;
  const kinds = tests ?? TEST_KINDS;
  requireKnown(kinds, TEST_KINDS, "test");
  requireKnown(candidates ?? [], known, "candidate");
  const draws = simulations ?? SIMULATIONS.usual;
  if (!Number.isInteger(draws) || draws < SIMULATIONS.least || draws > SIMULATIONS.most)
    throw new TallyError(
      "usage-invalid",
      `Simulate from ${SIMULATIONS.least} to ${SIMULATIONS.most} elections; ${draws} is none of these ` +
        "numbers. 200 know a false-alarm rate of 5 % to 1.5 points, 1,000 to 0.7.",
    );
  return {
    tests: TEST_KINDS.filter((kind) => kinds.includes(kind)),
    candidates: candidates ?? leadersOf(tallies.columns).map((leader) => known[leader]!),
    ...(centre === undefined ? {} : { centre }),
    ...(filters === undefined ? {} : { filters }),
    ties: options.ties ?? "half-up",
    seed: seed ?? "tallyproof",
    simulations: draws,
    ...(planSha256 === undefined ? {} : { planSha256 }),
    alpha: ALPHA,
    mostFalseAlarms: MOST_FALSE_ALARMS,
  };
}

function requireKnown(given: readonly string[], known: readonly string[], noun: string): void {
  const unknown = given.find((one) => !known.includes(one));
  if (unknown !== undefined)
    throw new TallyError(
      "usage-invalid",
      `There is no ${noun} ${JSON.stringify(unknown)} to run. There is: ${known.join(", ")}.`,
    );
}

/** The stations that the filters keep, by their places in the tallies; undefined for all of them. */
export function keptBy(tallies: Tallies, filters?: ForensicFilters): Int32Array | undefined {
  if (filters === undefined) return undefined;
  const { leastValidVotes = 0, regions = {} } = filters;
  const { columns, length } = tallies;
  const wanted = Object.entries(regions).map(([column, names]) => {
    const found = columns.regions.find(({ name }) => name === column);
    if (found === undefined)
      throw new TallyError(
        "region-unknown",
        `There is no region column "${column}" to filter by. There is: ` +
          `${columns.regions.map(({ name }) => name).join(", ") || "none"}.`,
      );
    const isIn = found.paths.map((path) => names.includes(path.at(-1)!));
    return (at: number) => isIn[found.codes[at]!]!;
  });
  const kept = Int32Array.from({ length }, (_, at) => at).filter(
    (at) => columns.validVotes[at]! >= leastValidVotes && wanted.every((isIn) => isIn(at)),
  );
  if (kept.length === 0)
    throw new TallyError("usage-invalid", "The filters keep no station. Widen them.");
  return kept;
}
