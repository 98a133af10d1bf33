// The recipes of docs/verdicts.md on the real files: every figure that the page prints, worked out
// again. Bounds, overlap and bulletin 2's arithmetic: ../shared/vectors/deduction.json (Python and R).
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  arithmetic,
  checkProof,
  explain,
  formatShare,
  judge,
  parseElection,
  readRegister,
  readTallies,
  roundedPercentages,
  toText,
  verify,
} from "../src/index";
import { bolivia2019, venezuela2024 } from "../src/elections/index";
import { formatCount } from "../src/model/format";
import { bytesOf, hasRealData, pathOf, readFixture, realFile, textOf } from "./fixtures";

const page = textOf("docs/verdicts.md").replace(/\s+/g, " ");
const n = formatCount;

describe.runIf(hasRealData)("recipes of docs/verdicts.md", () => {
  const v1 = hasRealData ? readFixture(realFile("V1"), venezuela2024).tallies : undefined!;
  const vectors = "../shared/vectors/deduction.json";

  test("worst-case bounds under each roll", () => {
    for (const roll of [21323253, 21392464, 21620705]) {
      const election = {
        ...venezuela2024,
        universe: { stations: 30026, registeredVoters: roll },
      };
      const { bounds, lead, remainder, certainWinner } = verify(election, v1);
      expect(certainWinner).toBe("EG");
      const range = (code: string) => {
        const { share } = bounds.find((each) => each.code === code)!;
        return `${formatShare(share.min)} to ${formatShare(share.max)}`;
      };
      const row = [
        n(roll),
        n(remainder.maxValidVotes),
        range("EG"),
        range("NM"),
        n(lead!.votes.min),
      ];
      expect(page).toContain(`| ${row.join(" | ")} |`);
    }
  });

  test("every verdict is the same under each roll, and says so once", () => {
    const verification = verify(venezuela2024, v1);
    for (const { rolls, outcome } of verification.verdicts)
      expect(rolls!.map((roll) => [roll.registeredVoters, roll.outcome])).toEqual(
        [21323253, 21392464, 21620705].map((roll) => [roll, outcome]),
      );
    expect(toText(verification)).toContain(
      "Every verdict is the same with each published number of voters: 21,323,253; 21,392,464;",
    );
  });

  test("every contradiction has a proof that holds, and the page's is the one of 52 %", () => {
    const { verdicts } = verify(venezuela2024, v1);
    for (const { outcome, proof } of verdicts) {
      expect(proof === undefined).toBe(outcome !== "contradicted");
      if (proof) expect(checkProof(proof)).toEqual({ holds: true });
    }
    const report = toText(verify(venezuela2024, v1)).replace(/\s+/g, " ");
    for (const line of page.split("```text ")[1]!.split(" ```")[0]!.split(". "))
      expect(report).toContain(line);
  });

  test("1.5 million votes short", () => {
    const short = (tallies: typeof v1) => {
      const { findings } = verify(venezuela2024, tallies).verdicts.find(
        ({ claim }) => claim === "cne-bulletin-2",
      )!;
      const { required, available, inHand } = findings.find(
        ({ figure, candidate }) => figure === "votes" && candidate === "NM",
      )!;
      return { inHand, required, available, short: required! - available! };
    };
    const first = short(v1);
    expect(first).toEqual({
      inHand: 3241461,
      required: 3167383,
      available: 1676756,
      short: 1490627,
    });
    const second = short(readFixture(realFile("V2"), venezuela2024).tallies);
    expect(second).toMatchObject({ required: 3092702, available: 1448622, short: 1644080 });
    for (const number of [...Object.values(first), second.short])
      expect(page).toContain(n(number!));
  });

  test("per missing station, in the first bulletin", () => {
    const { tallies } = readFixture(realFile("V2"), venezuela2024);
    const written = page.split("**Per missing station")[1]!.split("**The missing-votes")[0]!;
    for (const [id, stations] of [
      ["cne-bulletin-1", 24020],
      ["cne-bulletin-2", 29086],
    ] as const) {
      const claim = venezuela2024.claims.find((each) => each.id === id)!;
      const { findings } = judge(
        { ...claim, scope: { stations } },
        tallies,
        venezuela2024.universe,
      );
      const of = (code: string) =>
        findings.find(({ figure, candidate }) => figure === "votes" && candidate === code)!;
      const { missing, claimed, overlap } = of("NM");
      expect(written).toContain(n(Math.round(missing!.votes / missing!.stations)));
      expect(written).toContain(n(stations));
      if (id === "cne-bulletin-2") continue;
      for (const number of [
        missing!.stations,
        missing!.covered,
        missing!.votes,
        claimed as number,
        overlap!.least,
        of("EG").inHand!,
        of("EG").claimed as number,
        tallies.length,
      ])
        expect(written).toContain(n(number));
    }
  });

  test("the missing-votes bound of the observers", () => {
    const example = JSON.parse(textOf("examples/venezuela-2024-qr.json"));
    const claim = JSON.parse(
      textOf("docs/verdicts.md")
        .split("```json\n")
        .map((block) => block.split("```")[0]!)
        .find((block) => block.includes('"observers"'))!,
    );
    const bulletin = venezuela2024.claims.find(({ id }) => id === "cne-bulletin-2")!;
    expect(claim.ballotsCast).toBe(bulletin.ballotsCast);
    const election = parseElection({ ...example, claims: [claim] });
    const data = bytesOf("../shared/data/venezuela-2024/2024_vzla_presidential.csv");
    const { tallies } = readTallies(data, election);
    const bound = verify(election, tallies);
    const [verdict] = bound.verdicts;
    expect(verdict!.outcome).toBe("contradicted");
    expect(checkProof(verdict!.proof!)).toEqual({ holds: true });
    expect(page).toContain(verdict!.reason);
    const { available } = verdict!.findings.find(({ figure }) => figure === "winner")!;
    expect(bound.certainWinner).toBeUndefined();

    const register = readRegister(bytesOf(realFile("V1")), election);
    const registered = verify(election, readTallies(data, election, { register }).tallies);
    expect(registered.certainWinner).toBeUndefined();
    const lead = bound.lead!.votes.covered;
    const figures = [
      bound.count.stations,
      lead,
      bound.count.validVotes,
      claim.ballotsCast,
      available,
      lead - available!,
      bound.remainder.maxValidVotes,
      registered.remainder.maxValidVotes,
      verify(venezuela2024, v1).lead!.votes.covered,
      verify(venezuela2024, v1).remainder.maxValidVotes,
    ];
    expect(figures).toEqual([
      21952, 3500797, 9515322, 12386669, 2871347, 629450, 11877142, 5560268, 3915001, 3647225,
    ]);
    for (const figure of figures) expect(page).toContain(n(figure!));
    const written = page.split("**The missing-votes bound")[1]!.split("**A count halted")[0]!;
    // Figures of others, and the number of the bulletin.
    const named = [...figures.map((figure) => n(figure!)), "2,871,377"];
    for (const [number] of written.matchAll(/\d+(?:,\d{3})+/g)) expect(named).toContain(number);
  });

  test("a count halted at 83 %: what could and could not still change", () => {
    const read = (file: string) =>
      readTallies(bytesOf(`../shared/data/bolivia-2019/${file}.csv`), bolivia2019).tallies;
    const halted = verify(bolivia2019, read("trep-2019-10-20-1940"));
    expect(halted.possibleWinners).toEqual(["MAS", "CC"]);
    expect(halted.certainWinner).toBeUndefined();
    const { lead, remainder, count } = halted;
    const points = ({ votes, outOf }: { votes: number; outOf: number }) =>
      ((100 * votes) / outOf).toFixed(2).replace("-", "−");
    expect(page).toContain(`from ${points(lead!.share.min)} to ${points(lead!.share.max)} points`);
    expect(page).toContain(`${points(lead!.share.covered)} points apart`);
    for (const number of [count.stations, remainder.stations, remainder.maxValidVotes])
      expect(page).toContain(n(number));

    const official = halted.verdicts[0]!;
    expect(official.outcome).toBe("undecided");
    expect(official.look!.possible).toEqual({ min: 984692, max: 984692 });
    const [mas, cc] = ["MAS", "CC"].map((code) =>
      official.look!.needs.find(({ candidate, rival }) => candidate === code && !rival)!,
    );
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    expect(page).toContain(
      `${percent(mas!.needed.min)} had to be for MAS and ${percent(cc!.needed.min)} for CC`,
    );
    expect(page).toContain(
      `averages ${percent(mas!.covered.average)}, nine in ten have ${percent(mas!.covered.low)} to ` +
        `${percent(mas!.covered.high)}, and ${n(mas!.stations)} of ${n(mas!.ofStations)} have ${percent(mas!.needed.min)} or more`,
    );

    // The final count shows what the missing sheets were: as the claim needed, to the vote.
    const final = verify(bolivia2019, read("computo-final"));
    expect(final.verdicts.map(({ outcome }) => outcome)).toEqual(["confirmed", "contradicted"]);
    expect(final.lead!.votes).toEqual({ covered: 648439, min: 648439, max: 648439 });
  });

  test.runIf(existsSync(pathOf(vectors)))("bulletin 2's turnout and bulletin 1's rounding", () => {
    const all = JSON.parse(textOf(vectors)).vectors;
    const vector = (id: string) => all.find((each: { id: string }) => each.id === id).expected;
    const codes = venezuela2024.candidates.map(({ code }) => code);
    const claim = (id: string) => venezuela2024.claims.find((each) => each.id === id)!;
    const base = arithmetic(claim("cne-bulletin-2"), codes).find(
      ({ check }) => check === "turnout-base",
    )!.impliedBase!;
    const expected = vector("bounds").bulletin2_arithmetic;
    expect(Number(base.middle)).toBeCloseTo(expected.implied_base, 2);
    // 96.87 % of the voters in the country would do, the whole roll would not.
    expect(base.min).toBeLessThan(expected.roll_times_96_87);
    expect(base.max).toBeGreaterThan(expected.roll_times_96_87);
    expect(base.max).toBeLessThan(21392464);

    const rounding = roundedPercentages(claim("cne-bulletin-1"))!;
    const known = vector("cne-bulletin1-rounding");
    expect(rounding.probability).toBe(known.p_three_counts);
    expect(rounding.favourable).toBe(`${known.favourable_three}`);
    expect(roundedPercentages(claim("cne-bulletin-2"))!.flagged).toBe(false);
  });

  test("what is explained has one to three sentences", () => {
    for (const verdict of verify(venezuela2024, v1).verdicts) {
      const sentences = explain(verdict).split(/(?<=[.!?)]) (?=[A-Z])/);
      expect(sentences.length).toBeLessThanOrEqual(3);
    }
  });
});
