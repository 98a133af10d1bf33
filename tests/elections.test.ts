// Ready-made elections and elections by JSON alone, on real files. Expected figures: the electoral
// body's published results, and sums made by others (see the notes beside each).
import { describe, expect, test } from "vitest";
import {
  charts,
  type Election,
  formatShare,
  parseElection,
  readRegister,
  readTallies,
  toHtml,
  toJson,
  toMarkdown,
  toText,
  verify,
} from "../src/index";
import { electionIn } from "../src/model/texts";
import { bolivia2019, venezuela2024 } from "../src/elections/index";
import { bytesOf, hasRealData, realFile, textOf } from "./fixtures";

const real = (path: string) => ({ name: path, data: bytesOf(`../shared/data/${path}`) });

describe.runIf(hasRealData)("Bolivia 2019", () => {
  const verified = (file: string, election = bolivia2019) =>
    verify(election, readTallies(real(`bolivia-2019/${file}.csv`), election).tallies);
  const votesOf = ({ count }: ReturnType<typeof verified>, code: string) =>
    count.candidates.find((candidate) => candidate.code === code)!;
  const outcomes = ({ verdicts }: ReturnType<typeof verified>) =>
    Object.fromEntries(verdicts.map(({ claim, outcome }) => [claim, outcome]));

  // Official count: MAS 2,889,359, CC 2,240,920 of 6,137,671 valid; blank 93,507, null 229,337.
  test.each([
    ["as code", bolivia2019],
    ["as JSON", parseElection(JSON.parse(JSON.stringify(bolivia2019)))],
  ])("the official count, %s", (_, election) => {
    const final = verified("computo-final", election);
    expect(final.rows).toMatchObject({ read: 34555, accepted: 34555 });
    expect([votesOf(final, "MAS").votes, votesOf(final, "CC").votes]).toEqual([2889359, 2240920]);
    expect(final.count).toMatchObject({
      validVotes: 6137671,
      invalidVotes: { sum: 229337 },
      blankVotes: { sum: 93507 },
    });
    expect(outcomes(final)).toEqual({ official: "confirmed", "preliminary-83": "contradicted" });
  });

  test("the preliminary count when it was halted, and at its end", () => {
    const halted = verified("trep-2019-10-20-1940");
    expect(halted.count.stations).toBe(28975);
    expect(formatShare(votesOf(halted, "MAS").share)).toBe("45.71 %");
    expect(formatShare(votesOf(halted, "CC").share)).toBe("37.84 %");
    expect(outcomes(halted)).toEqual({ official: "undecided", "preliminary-83": "undecided" });
    expect(halted).not.toHaveProperty("certainWinner");

    const ended = verified("trep-2019-10-21-1829");
    expect(ended.count.stations).toBe(32806);
    expect(ended.certainWinner).toBe("MAS");
  });
});

describe.runIf(hasRealData)("Venezuela 2024", () => {
  // MOE Colombia: 21,952 sheets, González 6,392,350, Maduro 2,891,553.
  test("the QR re-read by an election JSON alone", () => {
    const election = parseElection(JSON.parse(textOf("examples/venezuela-2024-qr.json")));
    const { tallies } = readTallies(real("venezuela-2024/2024_vzla_presidential.csv"), election);
    const { count } = verify(election, tallies);
    expect(count.stations).toBe(21952);
    expect(count.candidates.slice(0, 2).map(({ votes }) => votes)).toEqual([6392350, 2891553]);
    expect(tallies.at(0)?.station).toBe("010101001/01");
  });

  test("V2 beside the number of stations of each state", () => {
    const register = readRegister(real("venezuela-2024/stations-per-state.csv"), venezuela2024);
    const file = { name: "V2", data: bytesOf(realFile("V2")) };
    const { tallies } = readTallies(file, venezuela2024, { register });
    const regions = tallies.register!.byRegion!.regions;
    const sum = (what: "covered" | "stations") =>
      regions.reduce((total, region) => total + region[what], 0);
    expect(regions).toHaveLength(24);
    expect([sum("covered"), sum("stations")]).toEqual([25073, 30026]);
    expect(tallies.issues.filter(({ code }) => code === "region-differs")).toEqual([]);
  });
});

describe.each([venezuela2024, bolivia2019])("$id in Spanish", (election) => {
  const spanish = electionIn(election, "es");
  const textsOf = ({ name, universe, claims }: Election) => [
    name,
    universe.source,
    ...(universe.otherRolls ?? []).map(({ source }) => source),
    ...claims.flatMap(({ by, title, source, note }) => [by, title, source, note]),
  ];

  test("every text has a translation, and every translation a text", () => {
    const texts = new Set(textsOf(election).filter((text) => text !== undefined));
    // A name that is the same in both.
    texts.delete("CNE");
    expect(Object.keys(election.texts!.es!).sort()).toEqual([...texts].sort());
    for (const text of textsOf(spanish))
      expect(text ?? "").not.toMatch(
        /\b(the|of|with|official|stations?|claim)\b|\d,\d{3}|\d\.\d\d %/,
      );
  });

  test("and nothing else changes", () => {
    const { claims, universe } = spanish;
    expect(claims.map(({ id, shares, votes }) => [id, shares, votes])).toEqual(
      election.claims.map(({ id, shares, votes }) => [id, shares, votes]),
    );
    expect(universe.registeredVoters).toBe(election.universe.registeredVoters);
    expect(electionIn(election, "en")).toBe(election);
  });
});

test("a report, a page and charts in Spanish have no English text of the election", () => {
  const csv =
    "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
    "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
  const { tallies } = readTallies(csv, venezuela2024);
  const verification = verify(venezuela2024, tallies, { language: "es" });
  const outputs = [
    toText(verification),
    toMarkdown(verification),
    toHtml(verification),
    charts(verification, tallies, { language: "es" })
      .map(({ description }) => description)
      .join(),
  ].map((text) => text.replace(/\s+/g, " "));
  for (const output of outputs) {
    expect(output).toContain("segundo boletín");
    expect(output).not.toMatch(/opposition|bulletin|official result|nearly/);
  }
  expect(outputs[2]).toContain("<title>Venezuela, elección presidencial, 28 de julio de 2024");
  // The document for other programs is the election as it is.
  expect(JSON.parse(toJson(verification)).election.name).toBe(venezuela2024.name);
});
