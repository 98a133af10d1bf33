import { describe, expect, test } from "vitest";
import {
  forensicCharts,
  forensics,
  forensicStudy,
  forensicsToHtml,
  forensicsToJson,
  forensicsToMarkdown,
  forensicsToText,
  parseForensicPlan,
  readTallies,
  simulateElection,
  tamper,
  TallyError,
  type Tallies,
} from "../../src/index";
import { readFixture, smallElection, tierraClara } from "../fixtures";

const { tallies } = readFixture("fixtures/tierra-clara.csv", tierraClara);
const sum = (column: Int32Array) => column.reduce((total, value) => total + value, 0);
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof TallyError ? error.code : error;
  }
  return undefined;
};

describe("a made country that is clean", () => {
  const study = forensicStudy(tallies, { seed: "clean" });
  const replicates = Array.from({ length: 200 }, (_, index) => study.replicate(index));
  const found = study.finish(replicates);

  test("has no flags beyond chance over 200 seeds", () => {
    // 5 % and three standard errors of 200 draws.
    expect(found.familyFalseAlarms.exploratory!.rate).toBeLessThanOrEqual(0.05 + 3 * 0.0154);
    expect(found.tests.filter(({ outcome }) => outcome === "flag")).toEqual([]);
  });

  test("each test that may flag has at most 10 % of false alarms", () => {
    for (const { kind, subject, outcome } of found.tests) {
      const alike = found.tests.filter(
        (other) => other.kind === kind && "candidate" in other.subject === "candidate" in subject,
      );
      const isLoud = alike.some(({ falseAlarms }) => falseAlarms!.rate > 0.1);
      expect(outcome === "refused").toBe(isLoud);
    }
  });

  test("replicates do not depend on who makes them, nor in which order", () => {
    const again = forensicStudy(tallies, { seed: "clean" });
    for (const index of [7, 0, 133]) expect(again.replicate(index)).toEqual(replicates[index]);
    expect(structuredClone(again.ground)).toEqual(again.ground);
  });

  test("both candidates are tested alike", () => {
    const kindsOf = (code: string) =>
      found.tests.flatMap(({ kind, subject }) =>
        "candidate" in subject && subject.candidate === code ? [kind] : [],
      );
    expect(kindsOf("EG")).toEqual(kindsOf("NM"));
    expect(kindsOf("EG")).toHaveLength(7);
  });

  test("reports say the same in every form, and never a word that accuses", () => {
    for (const language of ["en", "es"] as const) {
      const texts = [
        forensicsToText(found, { language }),
        forensicsToMarkdown(found, { language }),
        forensicsToHtml(found, { language, pictures: [] }),
        ...forensicCharts(found, { language }).map(({ description }) => description),
      ];
      for (const text of texts) {
        expect(text).not.toMatch(/fraud/i);
        expect(text).not.toMatch(/\b(?:NaN|undefined)\b/);
      }
      for (const line of texts[0]!.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    }
    const json = forensicsToJson(found);
    expect(json).toBe(forensicsToJson(study.finish(replicates)));
    expect(JSON.parse(json).tests[0].falseAlarms.simulations).toBe(200);
  });

  test("has a fingerprint, digits and centres of both as charts", () => {
    expect(forensicCharts(found).map(({ name }) => name)).toEqual(
      ["fingerprint", "digits", "centres"].flatMap((name) => [`${name}-1`, `${name}-2`]),
    );
    expect(codeOf(() => forensicCharts(found, { width: 1 }))).toBe("usage-invalid");
  });

  test("digits and centres outside the band of chance have another shape, and their number", () => {
    interface Layer {
      readonly data: { readonly values: readonly { readonly count?: number; label?: string }[] };
      readonly mark: { readonly type: string; readonly shape?: string };
    }
    for (const { name, title, description, spec } of forensicCharts(found)) {
      if (name.startsWith("fingerprint")) continue;
      const layers = spec["layer"] as Layer[];
      const valuesOf = (is: (mark: Layer["mark"]) => boolean) =>
        layers.filter(({ mark }) => is(mark)).flatMap(({ data }) => data.values);
      const countsOf = (shape: string) =>
        valuesOf((mark) => mark.shape === shape).map(({ count }) => count!);
      const [low, high] = /By chance ([\d,]+) to ([\d,]+) each/
        .exec(description)!
        .slice(1)
        .map((text) => Number(text.replaceAll(",", ""))) as [number, number];
      for (const count of countsOf("circle")) {
        expect(count).toBeGreaterThanOrEqual(low);
        expect(count).toBeLessThanOrEqual(high);
      }
      const outside = countsOf("diamond");
      for (const count of outside) expect(count < low || count > high).toBe(true);
      expect(valuesOf(({ type }) => type === "text").map(({ label }) => label)).toEqual(
        [...outside.filter((count) => count < low), ...outside.filter((count) => count > high)].map(
          (count) => count.toLocaleString("en"),
        ),
      );
      if (name.startsWith("digits"))
        expect(title).toContain(
          outside.length === 0 ? "every last digit" : `${outside.length} last`,
        );
    }
  });
});

describe("simulated elections", () => {
  const made = simulateElection(tallies, { seed: "one" });

  test("keep stations and voters, add up, and repeat", () => {
    expect([...made.columns.stations]).toEqual([...tallies.columns.stations]);
    for (const sheet of made) {
      const votes = Object.values(sheet.votes).reduce((total, value) => total + value, 0);
      expect(votes).toBe(sheet.validVotes);
      expect(sheet.validVotes + sheet.invalidVotes!).toBe(sheet.ballotsCast);
      expect(sheet.ballotsCast!).toBeLessThanOrEqual(sheet.registeredVoters!);
    }
    const again = simulateElection(tallies, { seed: "one" });
    expect(again.columns.votes).toEqual(made.columns.votes);
    const other = simulateElection(tallies, { seed: "two" });
    expect(other.columns.votes).not.toEqual(made.columns.votes);
  });

  test("have the scatter that is asked for", () => {
    const phiOf = (given: Tallies) =>
      forensicStudy(given, { simulations: 20 }).ground.model.overdispersion;
    expect(phiOf(simulateElection(tallies, { seed: "phi", overdispersion: 4 }))).toBeGreaterThan(
      2.5,
    );
    expect(phiOf(simulateElection(tallies, { seed: "phi", overdispersion: 1 }))).toBeLessThan(1.35);
    expect(codeOf(() => simulateElection(tallies, { seed: "phi", overdispersion: 0.5 }))).toBe(
      "usage-invalid",
    );
  });
});

describe("tampering", () => {
  const sides = { to: "NM", from: "EG", seed: "tamper" } as const;
  const votesOf = (given: Tallies, code: string) =>
    sum(given.columns.votes[given.columns.candidates.indexOf(code)]!);
  const clean = simulateElection(tallies, { seed: "before" });

  test("of no station changes nothing", () => {
    for (const tampering of ["stuffing", "transfer", "invention", "rounding"] as const) {
      const same = tamper(clean, { tampering, stations: 0, ...sides });
      expect(same.columns.votes).toEqual(clean.columns.votes);
    }
  });

  test("stuffing adds ballots, transfer and rounding move votes", () => {
    const stuffed = tamper(clean, { tampering: "stuffing", stations: 0.1, ...sides });
    expect(votesOf(stuffed, "NM")).toBeGreaterThan(votesOf(clean, "NM"));
    expect(votesOf(stuffed, "EG")).toBe(votesOf(clean, "EG"));
    for (const tampering of ["transfer", "rounding"] as const) {
      const moved = tamper(clean, { tampering, stations: 0.1, ...sides });
      expect(votesOf(moved, "NM") - votesOf(clean, "NM")).toBe(
        votesOf(clean, "EG") - votesOf(moved, "EG"),
      );
      expect(moved.columns.validVotes).toEqual(clean.columns.validVotes);
    }
    for (const sheet of stuffed)
      expect(sheet.ballotsCast!).toBeLessThanOrEqual(sheet.registeredVoters!);
  });

  test("a transfer in a tenth of the stations is flagged, with the neighbours to look at", () => {
    const moved = tamper(clean, { tampering: "transfer", stations: 0.1, ...sides });
    const found = forensics(moved, { simulations: 100 });
    const homogeneity = found.tests.filter(({ kind }) => kind === "centre-homogeneity");
    expect(homogeneity.map(({ outcome }) => outcome)).toEqual(["flag", "flag"]);
    expect(found.flags.length).toBeGreaterThan(10);
    for (const { stations } of found.flags) expect(stations.length).toBeGreaterThanOrEqual(2);
  });

  test("whole percentages are flagged where every fifth station is rounded", () => {
    const rounded = tamper(clean, { tampering: "rounding", stations: 0.2, ...sides });
    const found = forensics(rounded, { simulations: 100, tests: ["whole-percentages"] });
    const own = found.tests.find(
      ({ subject }) => "candidate" in subject && subject.candidate === "NM",
    );
    expect(own!.outcome).toBe("flag");
  });

  test("needs what it can do", () => {
    const wrong = { tampering: "stuffing", stations: 2, ...sides } as const;
    expect(codeOf(() => tamper(clean, wrong))).toBe("usage-invalid");
    expect(codeOf(() => tamper(clean, { ...wrong, stations: 0.1, to: "EG" }))).toBe(
      "usage-invalid",
    );
  });
});

describe("what cannot be tested", () => {
  // Counts from 0 to 5: their last digits cannot be even.
  const csv = Array.from({ length: 400 }, (_, at) => `${at},${20},${at % 6},${5 - (at % 6)}`);
  const small = readTallies(
    `station,roll,A,B\n${csv.join("\n")}\n`,
    smallElection({
      universe: { stations: 400, registeredVoters: 8000 },
    }),
  ).tallies;

  test("a test with too many false alarms refuses to flag, however small its p", () => {
    const found = forensics(small, { simulations: 50 });
    const digits = found.tests.filter(({ kind }) => kind === "last-digit");
    for (const { outcome, p, holm, falseAlarms } of digits) {
      expect(outcome).toBe("refused");
      expect(falseAlarms!.rate).toBe(1);
      expect(p).toBeLessThan(1e-6);
      expect(holm).toBe(1);
    }
    expect(forensicsToText(found)).toContain("refused to flag");
  });

  test("tests of centres say that centres are not known; those of turnout, that it is not", () => {
    const found = forensics(small, { simulations: 20 });
    const lacks = new Map(found.tests.map(({ kind, lack }) => [kind, lack]));
    expect(lacks.get("centre-homogeneity")).toBe("centres");
    expect(found.tests.length).toBe(19);
  });
});

describe("plans", () => {
  const plan = parseForensicPlan({ tests: ["final-pairs"], seed: "plan", simulations: 40 });

  test("mark everything else as exploratory, in a family of its own", () => {
    const found = forensics(tallies, { ...plan, planSha256: "0".repeat(64) });
    expect(found.tests.filter(({ planned }) => planned).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 3 }, () => "final-pairs"),
    );
    expect(found.tests).toHaveLength(19);
    expect(Object.keys(found.familyFalseAlarms).sort()).toEqual(["exploratory", "planned"]);
    for (const { planned, p, holm } of found.tests)
      if (planned) expect(holm!).toBeGreaterThanOrEqual(p!);
  });

  test("filters keep the stations they name", () => {
    const region = tallies.columns.regions[0]!;
    const name = region.paths[0]!.at(-1)!;
    const filters = { leastValidVotes: 300, regions: { [region.name]: [name] } };
    const found = forensics(tallies, { filters, simulations: 20 });
    const expected = [...tallies].filter(
      ({ validVotes, regions }) => validVotes >= 300 && regions[region.name] === name,
    );
    expect(found.stations).toBe(expected.length);
    expect(found.accepted).toBe(tallies.length);
    const none = { leastValidVotes: 1e6 };
    expect(codeOf(() => forensics(tallies, { filters: none }))).toBe("usage-invalid");
  });

  test.each([
    [{ test: ["last-digit"] }],
    [{ tests: ["benford"] }],
    [{ tests: [] }],
    [{ filters: { share: 0.9 } }],
    [{ ties: "up" }],
    [null],
  ])("%j is none", (value) => {
    expect(codeOf(() => parseForensicPlan(value))).toBe("plan-invalid");
  });

  test("what cannot be run is refused", () => {
    expect(codeOf(() => forensics(tallies, { simulations: 3 }))).toBe("usage-invalid");
    expect(codeOf(() => forensics(tallies, { candidates: ["ZZ"] }))).toBe("usage-invalid");
    expect(codeOf(() => forensics(tallies, { centre: "ZZ" }))).toBe("region-unknown");
  });
});
