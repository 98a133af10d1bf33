// Venezuela's and Bolivia's figures: vectors, METHODS of the project, and sums by two other programs.
import { describe, test } from "vitest";
import { bolivia2019, venezuela2024 } from "../../src/elections/index";
import { arrivals, estimate, tippingPoint } from "../../src/index";
import { readRegisterFile, readTalliesFile } from "../../src/node/index";
import { hasRealData, pathOf, realFile } from "../fixtures";

const V1 = async () => (await readTalliesFile(pathOf(realFile("V1")), venezuela2024)).tallies;
const V2 = async (withRegister: boolean) => {
  const path = "../shared/data/venezuela-2024/stations-per-state.csv";
  const register = withRegister ? await readRegisterFile(pathOf(path), venezuela2024) : undefined;
  return (
    await readTalliesFile(pathOf(realFile("V2")), venezuela2024, register ? { register } : {})
  ).tallies;
};
describe.runIf(hasRealData)("x", () => {
  test("v2", async () => {
    for (const known of [false, true]) {
      const t = await V2(known);
      const e = estimate(t, venezuela2024.universe, {
        strata: "EDO",
        clusters: "centre",
        earlier: await V1(),
        claims: venezuela2024.claims,
      });
      console.log(
        e.coverage,
        e.missingVotes,
        e.strata?.known,
        e.strata?.collapsed,
        e.clusters,
        e.sampling.map((s) => [s.unit, s.candidates[0], s.designEffect, s.degreesOfFreedom]),
        e.assumptions.map((a) => [a.assumption, a.sizes, a.stations, a.shares[0], a.shares[1]]),
        e.envelope.slice(0, 2),
        e.claims.filter((c) => c.outside !== 0),
      );
    }
  });
  test("v1", async () => {
    const t = await V1();
    const e = estimate(t, venezuela2024.universe, {
      strata: "EDO",
      clusters: "centre",
      claims: venezuela2024.claims,
    });
    console.log(
      e.turnout,
      e.missingVotes,
      JSON.stringify(
        e.tipping.map((x) => x.figures.slice(0, 2)),
        null,
        1,
      ),
    );
    console.log(
      tippingPoint({ id: "x", by: "x", title: "x", winner: "NM" }, t, venezuela2024.universe)
        .figures,
    );
  });
  test("bol", async () => {
    const read = async (name: string) =>
      (await readTalliesFile(pathOf(`../shared/data/bolivia-2019/${name}.csv`), bolivia2019))
        .tallies;
    const [early, all] = [await read("trep-2019-10-20-1940"), await read("computo-final")];
    for (const by of ["Departamento", "Municipio"]) {
      const a = arrivals(all, early, by);
      const m = (b: { votes: readonly number[]; validVotes: number }) =>
        ((b.votes[0]! - b.votes[1]!) / b.validVotes) * 100;
      console.log(
        by,
        m(a.early),
        m(a.late),
        ((a.expected[0]! - a.expected[1]!) / a.late.validVotes) * 100,
        a.regions.length,
        by === "Departamento"
          ? a.regions.map((r) => [
              r.region,
              r.early.stations,
              r.late.stations,
              m(r.early),
              m(r.late),
            ])
          : "",
      );
    }
  });
});
