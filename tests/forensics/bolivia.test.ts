// Bolivia 2019, the official count: the same family on both sides, and what docs/forensics.md says of it.
import { describe, expect, test } from "vitest";
import { bolivia2019 } from "../../src/elections/index";
import { forensics, readTallies } from "../../src/index";
import { bytesOf, hasRealData } from "../fixtures";

const FILE = "../shared/data/bolivia-2019/computo-final.csv";

describe.skipIf(!hasRealData)("Bolivia's official count of 2019", () => {
  const found = () => {
    const { tallies } = readTallies({ name: "computo.csv", data: bytesOf(FILE) }, bolivia2019);
    return forensics(tallies, { seed: "bolivia", simulations: 20, centre: "Recinto" });
  };

  test("both sides are tested alike, and what cries wolf here refuses for both", () => {
    const { tests } = found();
    const of = (code: string) =>
      tests.filter(({ subject }) => "candidate" in subject && subject.candidate === code);
    const [mas, cc] = [of("MAS"), of("CC")];
    expect(mas.map(({ kind }) => kind)).toEqual(cc.map(({ kind }) => kind));
    expect(mas.map(({ outcome }) => outcome === "refused")).toEqual(
      cc.map(({ outcome }) => outcome === "refused"),
    );
    const rate = (code: string, kind: string) =>
      of(code).find((each) => each.kind === kind)!.falseAlarms!.rate;
    // CC's counts are small: their last digits are never even, in the cleanest of elections.
    expect(rate("CC", "last-digit")).toBe(1);
    expect(rate("MAS", "last-digit")).toBeLessThan(0.3);
    const refused = tests.filter(({ outcome }) => outcome === "refused").map(({ kind }) => kind);
    expect(new Set(refused)).toContain("last-digit");
    expect(new Set(refused)).toContain("centre-homogeneity");
    for (const { outcome, falseAlarms } of tests)
      if (outcome === "flag") expect(falseAlarms!.rate).toBeLessThanOrEqual(0.1);
  });
});
