// Numbers of R's survey package, and of a closed form in numpy; each vector names its source.
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { ratioEstimate, type RatioEstimate } from "../../src/index";
import { venezuela2024 } from "../../src/elections/index";
import { readTalliesFile } from "../../src/node/index";
import { pathOf, realFile, textOf } from "../fixtures";
import { describeWhere } from "../needs";

const file = "../shared/vectors/estimate.json";
const hasVectors = existsSync(pathOf(file));

interface Vector {
  readonly id: string;
  readonly input: never;
  readonly expected: never;
}
const vector = (id: string): { input: any; expected: any } =>
  (JSON.parse(textOf(file)).vectors as Vector[]).find((each) => each.id === id)!;

const close = (made: number, expected: number, tolerance = 1e-8) =>
  expect(Math.abs(made - expected)).toBeLessThan(tolerance);

function expectEstimate(made: RatioEstimate, expected: Record<string, any>): void {
  close(made.ratio, expected["est"]);
  close(made.standardError, expected["se"] ?? expected["se_fpc"]);
  const [normal, student] = [
    expected["ci_z"] ?? expected["ci95_z_fpc"],
    expected["ci_t"] ?? expected["ci95_t_fpc"],
  ];
  if (normal) {
    close(made.normalInterval.low, normal[0]);
    close(made.normalInterval.high, normal[1]);
  }
  if (student) {
    close(made.interval.low, student[0]);
    close(made.interval.high, student[1]);
  }
  if (expected["df"]) expect(made.degreesOfFreedom).toBe(expected["df"]);
}

describeWhere(hasVectors)("R survey", () => {
  test("apistrat: stratified combined ratio", () => {
    const { input, expected } = vector("svyratio-apistrat");
    const sample = {
      numerator: input.y,
      denominator: input.x,
      strata: input.stratum,
      population: input.N_h,
    };
    expectEstimate(ratioEstimate(sample), expected.with_fpc);
    expectEstimate(ratioEstimate({ ...sample, fpc: false }), expected.no_fpc);
    const exact = ratioEstimate(sample);
    close(exact.ratio, expected.with_exact_N_over_n_weights.est, 1e-14);
    close(exact.standardError, expected.with_exact_N_over_n_weights.se, 1e-14);
    for (const [stratum, own] of Object.entries(expected.separate_by_stratum)) {
      const at = (input.stratum as string[]).flatMap((each, index) =>
        each === stratum ? [index] : [],
      );
      const alone = ratioEstimate({
        numerator: at.map((index) => input.y[index]),
        denominator: at.map((index) => input.x[index]),
        population: input.N_h[stratum],
      });
      expectEstimate(alone, own as Record<string, number>);
    }
  });

  test("apiclus1: clusters with a correction on their number", () => {
    const { input, expected } = vector("svyratio-apiclus1");
    const made = ratioEstimate({
      numerator: input.y,
      denominator: input.x,
      clusters: input.cluster,
      population: input.N_clusters,
    });
    expectEstimate(made, expected);
    close(made.standardError, expected.se, 1e-14);
  });
});

describeWhere(hasVectors)("V1", async () => {
  const { expected } = vector("V1-ratio");
  const { tallies } = await readTalliesFile(pathOf(realFile("V1")), venezuela2024);
  const { columns } = tallies;
  const centres = [...columns.stations].map((station) => station.split("/")[0]!);
  const states = Array.from(
    columns.regions[0]!.codes,
    (code) => columns.regions[0]!.paths[code]![0]!,
  );
  const [n, N] = [tallies.length, 30026];
  // The vectors name states by number.
  const numbers = new Map(
    states.map((state, at) => [state, `${Number(centres[at]!.slice(0, 2))}`]),
  );
  const byNumber = states.map((state) => numbers.get(state)!);
  const scaled = (counts: Record<string, number>, factor: number) =>
    Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count * factor]));
  const allCentres = Object.values(expected.centres_h as Record<string, number>).reduce(
    (sum, count) => sum + count,
  );

  test.each(["EG", "NM"])("%s", (code) => {
    const sample = {
      numerator: columns.votes[columns.candidates.indexOf(code)]!,
      denominator: columns.validVotes,
    };
    const own = expected[code];
    const both = (
      name: string,
      given: Omit<Parameters<typeof ratioEstimate>[0], keyof typeof sample>,
    ) => {
      expectEstimate(ratioEstimate({ ...sample, ...given }), own[name]);
      const { standardError } = ratioEstimate({ ...sample, ...given, fpc: false });
      close(standardError, own[name].se_nofpc);
      return standardError;
    };
    const stations = both("A_mesa_proportional_Nh", {
      strata: byNumber,
      population: scaled(expected.n_h, N / n),
    });
    both("B_mesa_equal_missing_Nh", { strata: byNumber, population: expected.N_h_scenarioB });
    const clustered = both("C_cluster_centro_proportional", {
      strata: byNumber,
      clusters: centres,
      population: scaled(expected.centres_h, 15797 / allCentres),
    });
    both("D_SRS_nostrata_mesa", { population: N });
    both("E_cluster_nostrata", { clusters: centres, population: 15797 });
    if (own.deff_cluster_vs_mesa_nofpc)
      close((clustered / stations) ** 2, own.deff_cluster_vs_mesa_nofpc);
  });
});
