// Figures of the founding case and of Bolivia: vectors/estimate.json, and sums by another program.
import { describe, expect, test } from "vitest";
import { bolivia2019, venezuela2024 } from "../../src/elections/index";
import { arrivals, type Batch, estimate, estimateToText, tippingPoint } from "../../src/index";
import { readRegisterFile, readTalliesFile } from "../../src/node/index";
import { hasRealData, pathOf, realFile, textOf } from "../fixtures";

const { universe, claims } = venezuela2024;
const V1 = async () => (await readTalliesFile(pathOf(realFile("V1")), venezuela2024)).tallies;
const V2 = async (withRegister: boolean) => {
  const path = "../shared/data/venezuela-2024/stations-per-state.csv";
  const register = withRegister ? await readRegisterFile(pathOf(path), venezuela2024) : undefined;
  const options = register ? { register } : {};
  return (await readTalliesFile(pathOf(realFile("V2")), venezuela2024, options)).tallies;
};

describe.runIf(hasRealData)("Venezuela", () => {
  test("the tipping point of V1: −40.576 % for EG, which cannot be", async () => {
    const { input, expected } = JSON.parse(textOf("../shared/vectors/estimate.json")).vectors.find(
      ({ id }: { id: string }) => id === "V1-delta-sensitivity",
    );
    expect(input).toContain("V1");
    const tallies = await V1();
    const claim = { id: "nm", title: "NM has the most votes", by: "CNE", winner: "NM" };
    const made = tippingPoint(claim, tallies, universe);
    const [figure] = made.figures;
    expect(made.missingVotes).toBeCloseTo(expected.m, 6);
    expect(made.basis).toBe("registered");
    expect(figure!.rivalNeeded).toBeCloseTo(expected.tipping_EG_share_in_uncovered, 9);
    expect(figure!.delta).toBeCloseTo(expected.tipping_delta, 9);
    expect(figure!.possible).toBe(!expected.tipping_impossible);
    const official = tippingPoint(claims[0]!, tallies, universe).figures;
    expect(official.map(({ figure: kind, possible }) => [kind, possible])).toEqual([
      ["share", false],
      ["winner", false],
    ]);
  });

  test("V2 by state, with numbers of missing stations and without", async () => {
    const unknown = estimate(await V2(false), universe, { strata: "EDO" });
    expect(unknown.strata!.known).toBe("proportional");
    // Covered alike, the regions say no more than the whole.
    expect(unknown.assumptions[1]!.shares[0]!.share).toBeCloseTo(7303480 / 10887262, 12);
    const known = estimate(await V2(true), universe, { strata: "EDO" });
    expect(known.strata!.known).toBe("register");
    expect(known.assumptions[1]!.shares[0]!.share).toBeCloseTo(0.6702129845, 9);
    for (const made of [unknown, known]) expect(made.coverage.kind).toBe("convenience");
  });

  test("586 stations are missing within V2's centres; the 543 new ones are of the latest kind", async () => {
    const made = estimate(await V2(false), universe, { clusters: "centre", earlier: await V1() });
    expect(made.assumptions.map(({ assumption, stations }) => [assumption, stations])).toEqual([
      ["as-covered", undefined],
      ["as-neighbours", 586],
      ["as-latest", 543],
    ]);
    expect(made.clusters!.drawn).toBe(13110);
    expect(made.sampling[1]!.designEffect).toBeGreaterThan(2.5);
    expect(made.sampling[1]!.designEffect).toBeLessThan(3.2);
  });

  test("no naked ± stands in a report on stations that came by themselves", async () => {
    const made = estimate(await V2(false), universe, { strata: "EDO", clusters: "centre", claims });
    for (const language of ["en", "es"] as const) {
      const text = estimateToText(made, { election: venezuela2024, language });
      expect(text).not.toContain("±");
      expect(text.split("\n").every((line) => line.length <= 100)).toBe(true);
      expect(text.split("\n").slice(2, 4).join(" ")).toMatch(/not drawn at random|no por sorteo/);
    }
  });
});

describe.runIf(hasRealData)("Bolivia", () => {
  const read = async (name: string) => {
    const path = pathOf(`../shared/data/bolivia-2019/${name}.csv`);
    return (await readTalliesFile(path, bolivia2019)).tallies;
  };
  const lead = ({ votes, validVotes }: Pick<Batch, "votes" | "validVotes">) =>
    (100 * (votes[0]! - votes[1]!)) / validVotes;

  test("the halted count against the final one by region", async () => {
    const [early, all] = [await read("trep-2019-10-20-1940"), await read("computo-final")];
    const made = arrivals(all, early, "Departamento");
    expect([made.early.stations, made.late.stations]).toEqual([28975, 5580]);
    expect(lead(made.early)).toBeCloseTo(7.8829, 4);
    expect(lead(made.late)).toBeCloseTo(24.6509, 4);
    expect(lead({ votes: made.expected, validVotes: made.late.validVotes })).toBeCloseTo(
      11.0606,
      4,
    );
    const finer = arrivals(all, early, "Municipio");
    expect(lead({ votes: finer.expected, validVotes: finer.late.validVotes })).toBeCloseTo(
      17.121,
      4,
    );
    const beni = made.regions.find(({ region }) => region === "Bolivia / Beni")!;
    expect([beni.early.stations, beni.late.stations]).toEqual([969, 333]);
  });
});
