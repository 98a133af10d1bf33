// Every reason for which a proof does not hold: a proof that holds, changed so that this alone is wrong.
import { describe, expect, test } from "vitest";
import {
  checkProof,
  type Claim,
  type CompletionProof,
  judge,
  type Proof,
  type StationsProof,
} from "../../src/index";
import { claimOf, type Country, readCountry } from "./small-country";

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What is changed, by path, and to what. */
type Changes = Readonly<Record<string, unknown>>;

function changed<T extends Proof>(proof: T, changes: Changes): T {
  const other = copy(proof);
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split(".");
    let place = other as unknown as Record<string, unknown>;
    for (const name of names.slice(0, -1)) place = place[name] as Record<string, unknown>;
    if (value === undefined) delete place[names.at(-1)!];
    else place[names.at(-1)!] = value;
  }
  return other;
}

function proofIn<T extends Proof>(country: Country, figures: Partial<Claim>) {
  const { election, tallies } = readCountry(country);
  const { proof } = judge(claimOf(figures), tallies, election.universe);
  const of = { tallies, universe: election.universe };
  expect(checkProof(proof!)).toEqual({ holds: true });
  expect(checkProof(proof!, of)).toEqual({ holds: true });
  return { proof: copy(proof!) as T, of };
}

/** Two of three stations, 14 valid votes, 19 of 25 voters: 6 votes can be missing. */
const COUNTRY: Country = {
  columns: ["invalid", "registered"],
  sheets: [
    { votes: [5, 2, 0], invalid: 1, registered: 10 },
    { votes: [3, 3, 1], invalid: 0, registered: 9 },
  ],
  missing: 1,
  roll: 25,
};

describe("a proof on all stations", () => {
  // A has 8 and would need 12 of the 6.
  const { proof, of } = proofIn<CompletionProof>(COUNTRY, { votes: { A: 20 } });
  const uses = proof.conditions[0]!.facts;
  const at = uses.findIndex(({ fact }) => fact.kind === "votes");

  test("is what the changes below start from", () => {
    expect(proof.premises).toMatchObject({
      stations: 3,
      covered: 2,
      registered: 19,
      votes: { A: 8, B: 5, C: 1 },
      validVotes: 14,
      blankVotes: 0,
      room: 6,
      roomBy: "roll",
      ballots: { least: 15, most: 21 },
      invalidVotes: { least: 1, most: 7 },
      roll: 25,
    });
    expect(at).toBeGreaterThan(-1);
  });

  const voters = "more voters are registered at covered stations than on the roll";
  const ballots = "its ballots are not those of the roll";
  const span = "there is less at most than at least";
  const parts = "its ballots are fewer than their parts";
  const place = "its numbers are not of the claim's stations";
  const percent = "a percentage of the claim is none";
  const number = "a number of the claim is not whole";
  const fact = `conditions.0.facts.${at}`;

  test.each<[why: string, changes: Changes]>([
    [number, { "claim.votes.B": 1.5 }],
    [number, { "claim.votes.B": -1 }],
    [number, { "claim.validVotes": "9" }],
    [number, { "claim.margin": { winner: "A", loser: "B", votes: 0.5 } }],
    [percent, { "claim.shares": { B: "5e1" } }],
    [percent, { "claim.turnout": "50 %" }],
    [percent, { "claim.margin": { winner: "A", loser: "B", share: "" } }],
    ["its numbers are not whole", { "premises.votes.C": 1.5, "premises.validVotes": 14.5 }],
    ["its numbers are not whole", { "premises.stations": 3.5 }],
    ["more stations are covered than there are", { "premises.stations": 1 }],
    [voters, { "premises.roll": 18 }],
    ["its turnout is no percentage", { "premises.maxTurnout": "1e2" }],
    ["whether stations are missing is said in two ways", { "premises.roomBy": "complete" }],
    ["whether stations are missing is said in two ways", { "premises.stations": 2 }],
    [
      "no station is missing, and votes are",
      { "premises.stations": 2, "premises.roomBy": "complete" },
    ],
    ["more votes can be missing than the roll leaves", { "premises.room": 7 }],
    [
      "more votes can be missing than the roll leaves",
      { "premises.maxTurnout": "50", "premises.roomBy": "register" },
    ],
    ["it does not say what can be missing", { "premises.roomBy": "guess" }],
    ["what can be missing is not what the roll leaves", { "premises.room": 5 }],
    [span, { "premises.ballots.most": 20 }],
    [span, { "premises.invalidVotes.most": 6 }],
    ["the votes in hand do not add up to the valid votes", { "premises.votes.C": 2 }],
    [parts, { "premises.invalidVotes.least": 2, "premises.invalidVotes.most": 8 }],
    [parts, { "premises.invalidVotes.most": 8 }],
    [parts, { "premises.blankVotes": 1 }],
    [
      "more ballots are in hand than voters are registered there",
      { "premises.ballots": { least: 20, most: 26 } },
    ],
    [ballots, { "premises.ballots.most": 26 }],
    ["no station is covered, and voters are registered there", { "premises.covered": 0 }],
    [place, { "claim.scope": { region: ["North"] } }],
    [place, { "claim.scope": { stations: 2 } }],
    [place, { "premises.region": ["North"] }],
    ["a fact is not counted a whole number of times", { [`${fact}.times`]: "1.5" }],
    ["the claim does not say what is used of it (votes)", { [`${fact}.fact.candidates`]: ["B"] }],
    [
      "the claim does not say what is used of it (within)",
      { "conditions.0.facts.0.fact.candidates": ["A", "A"] },
    ],
    [
      "the claim does not say what is used of it (within)",
      { "conditions.0.facts.0.fact.candidates": ["A", "X"] },
    ],
    [
      "its facts do not add up: votes of a candidate are left",
      { "conditions.0.facts.0.fact.candidates": ["A", "B"] },
    ],
    ["its condition is no number", { "conditions.0.factor": "1e0" }],
    ["its condition is no number", { "conditions.0.offset": "-12e0" }],
    ["its facts add up to something else", { "conditions.0.factor": "2" }],
    ["its facts add up to something else", { "conditions.0.offset": "-13" }],
    ["its conditions do not exclude each other", { conditions: [] }],
    ["its conditions do not exclude each other", { conditions: [proof.conditions[1]] }],
  ])("%s: %j", (why, changes) => {
    expect(uses[0]!.fact.kind).toBe("within");
    expect(checkProof(changed(proof, changes))).toEqual({ holds: false, why });
  });

  test("a condition that always holds changes nothing", () => {
    const idle = { text: "", factor: "0", offset: "0", facts: [] };
    const conditions = [idle, ...proof.conditions];
    expect(checkProof(changed(proof, { conditions }))).toEqual({ holds: true });
  });

  test.each([
    { kind: "votes", candidates: ["B"] },
    { kind: "other-votes", candidates: ["B", "C"] },
    { kind: "valid-votes" },
    { kind: "share-least", candidates: ["A"] },
    { kind: "share-most", candidates: ["A"] },
    { kind: "margin-votes", candidates: ["A", "B"] },
    { kind: "margin-least", candidates: ["A", "B"] },
    { kind: "margin-most", candidates: ["A", "B"] },
    { kind: "winner", candidates: ["A", "B"] },
    ...(["ballotsCast", "turnout"] as const).flatMap((by) =>
      ["", "-reach", "-whole", "-parts"].map((which) => ({
        kind: `ballots${which}`,
        by,
      })),
    ),
    { kind: "ballots" },
    { kind: "invalid" },
    { kind: "invalid-least" },
    { kind: "turnout-least" },
    { kind: "turnout-most" },
    { kind: "guess" },
  ])("what the claim does not say is of no use: $kind $by", (used) => {
    expect(checkProof(changed(proof, { [`${fact}.fact`]: used }))).toEqual({
      holds: false,
      why: `the claim does not say what is used of it (${used.kind})`,
    });
  });

  test("nor what it says of others", () => {
    const claimed = { winner: "B", margin: { winner: "B", loser: "C", votes: 1, share: "9" } };
    for (const used of [
      { kind: "winner", candidates: ["A", "B"] },
      { kind: "winner", candidates: ["B", "A", "C"] },
      { kind: "margin-votes", candidates: ["A", "C"] },
      { kind: "margin-votes", candidates: ["B", "A"] },
      { kind: "margin-least", candidates: ["A", "C"] },
      { kind: "margin-most", candidates: ["B", "A"] },
    ])
      expect(
        checkProof(
          changed(proof, {
            "claim.winner": claimed.winner,
            "claim.margin": claimed.margin,
            [`${fact}.fact`]: used,
          }),
        ),
      ).toEqual({
        holds: false,
        why: `the claim does not say what is used of it (${used.kind})`,
      });
    const others = { "claim.otherVotes": 3, [`${fact}.fact`]: { kind: "other-votes" } };
    for (const candidates of [["B"], ["A", "B"], ["A", "B", "C"]])
      expect(
        checkProof(changed(proof, { ...others, [`${fact}.fact.candidates`]: candidates })),
      ).toEqual({
        holds: false,
        why: "the claim does not say what is used of it (other-votes)",
      });
  });

  test("of other numbers than those of the tallies", () => {
    const why = "its numbers are not those of the tallies";
    for (const changes of [
      { "premises.votes": { A: 8, B: 6, C: 0 } },
      { "premises.stations": 4 },
      {
        "premises.roll": 26,
        "premises.room": 7,
        "premises.ballots.most": 22,
        "premises.invalidVotes.most": 8,
        "conditions.1.offset": "7",
      },
    ]) {
      const other = changed(proof, changes);
      expect(checkProof(other)).toEqual({ holds: true });
      expect(checkProof(other, of)).toEqual({ holds: false, why });
    }
  });
});

describe("whole numbers of votes", () => {
  // 19.85 % to 19.95 % of 9 to 13 votes are no whole number.
  const country: Country = { columns: [], sheets: [{ votes: [7, 1, 0] }], missing: 1, roll: 13 };
  const { proof } = proofIn<CompletionProof>(country, {
    shares: { B: "19.9" },
    margin: { winner: "A", loser: "B", share: "60" },
  });

  test.each<[why: string, changes: Changes]>([
    ["its conditions do not exclude each other", { wholeVotes: undefined }],
    ["its conditions leave other numbers of missing votes", { "wholeVotes.min": 4 }],
    ["its conditions leave other numbers of missing votes", { "wholeVotes.max": 1 }],
  ])("%s: %j", (why, changes) => {
    expect(checkProof(changed(proof, changes))).toEqual({ holds: false, why });
  });

  /** Nothing in hand, so many voters, and no condition: only what is tried counts. */
  const tried = (figures: Partial<Claim>, roll: number): CompletionProof => ({
    basis: "completion",
    claim: claimOf(figures),
    premises: {
      stations: 1,
      covered: 0,
      registered: 0,
      votes: { A: 0, B: 0, C: 0 },
      validVotes: 0,
      blankVotes: 0,
      room: roll,
      roomBy: "roll",
      ballots: { least: 0, most: roll },
      invalidVotes: { least: 0, most: roll },
      roll,
    },
    conditions: [],
    wholeVotes: { min: 0, max: roll },
  });

  test("too many to try", () => {
    expect(checkProof(tried({ votes: { A: 1e6 } }, 100_000))).toEqual({ holds: true });
    expect(checkProof(tried({ votes: { A: 1e6 } }, 100_001))).toEqual({
      holds: false,
      why: "there are too many numbers to try",
    });
  });

  // Every way to share out W votes among three shows whether some will do; of a margin only its lead.
  test.each<[figures: Partial<Claim>, first: number | undefined]>([
    [{ votes: { A: 3 } }, 3],
    [{ votes: { A: 3, B: 2, C: 1 } }, 6],
    [{ votes: { A: 3, B: 2 }, otherVotes: 4 }, 9],
    [{ votes: { A: 3, B: 2 }, otherVotes: 4, winner: "A" }, undefined],
    [{ votes: { A: 3, B: 2 }, otherVotes: 3, winner: "A" }, 8],
    [{ otherVotes: 4, votes: { A: 1 }, winner: "A" }, undefined],
    [{ otherVotes: 4, votes: { A: 1 }, winner: "B" }, 5],
    [{ otherVotes: 2, votes: { A: 1 }, winner: "A" }, 3],
    [{ votes: { A: 2 }, winner: "B" }, 4],
    [{ votes: { A: 2, B: 1 }, winner: "B" }, undefined],
    [{ shares: { A: "50" } }, 0],
    [{ shares: { A: "50" }, votes: { A: 2 } }, 4],
    [{ shares: { A: "50", B: "30" } }, 0],
    [{ votes: { A: 1 }, shares: { B: "14" } }, 7],
    [{ shares: { A: "60", B: "60" }, votes: { C: 1 } }, undefined],
    [{ shares: { A: "30", B: "30", C: "30" }, votes: { C: 1 } }, undefined],
    [{ votes: { A: 9 } }, 9],
    [{ votes: { A: 11 } }, undefined],
    [{ votes: { A: 1 }, margin: { winner: "A", loser: "B", share: "50", votes: 1 } }, 2],
    [{ votes: { A: 1 }, margin: { winner: "A", loser: "B", share: "50.0", votes: 9 } }, undefined],
  ])("%j: tried from 0 to 10, the first that will do is %s", (figures, first) => {
    expect(checkProof(tried(figures, 10))).toEqual(
      first === undefined
        ? { holds: true }
        : { holds: false, why: `${first} missing votes will do` },
    );
  });
});

describe("a proof on part of the stations", () => {
  // Three of four stations are covered: any three have the two with the fewest votes for A, or more.
  const country: Country = {
    columns: [],
    sheets: [{ votes: [10, 0, 0] }, { votes: [20, 1, 0] }, { votes: [30, 2, 0] }],
    missing: 1,
    roll: 70,
  };
  const least = proofIn<StationsProof>(country, { scope: { stations: 3 }, votes: { A: 5 } });
  const of61 = { scope: { stations: 3 }, votes: { A: 61 } };
  const most = proofIn<StationsProof>(country, of61);
  const lead = proofIn<StationsProof>(country, {
    scope: { stations: 3 },
    margin: { winner: "A", loser: "B", votes: 58 },
  });

  test("is what the changes below start from", () => {
    expect(least.proof).toMatchObject({
      stations: 4,
      covered: 3,
      registered: 63,
      room: 7,
      overlap: { least: 2, most: 3 },
      side: "least",
      taken: 2,
      sum: "30",
      added: 7,
    });
    expect(most.proof).toMatchObject({ side: "most", taken: 3, sum: "60", added: 0 });
    expect(lead.proof).toMatchObject({ side: "most", taken: 3, sum: "57", added: 0 });
  });

  const includes = "what such stations can have includes what is claimed";
  const part = "the claim is not on part of the stations";
  const region = "its numbers are not of the claim's region";
  const any = "so many of the claim's stations cannot be covered";
  const missing = "more votes are missing there than can be";

  test.each<[why: string, proof: StationsProof, changes: Changes]>([
    ["a number of the claim is not whole", least.proof, { "claim.votes.B": 0.5 }],
    ["more stations are covered than there are", least.proof, { stations: 2 }],
    ["its numbers are not whole", least.proof, { added: 0.5 }],
    ["its numbers are not whole", least.proof, { "overlap.most": "3" }],
    [part, least.proof, { "claim.scope.stations": undefined }],
    [part, least.proof, { "claim.scope.stations": 5 }],
    [region, least.proof, { "claim.scope.region": ["North"] }],
    [region, least.proof, { region: ["North"] }],
    ["it says nothing", least.proof, { side: "middle" }],
    [
      "another number of the claim's stations is covered at least",
      least.proof,
      { "overlap.least": 1 },
    ],
    ["another number of the claim's stations can be covered", least.proof, { "overlap.most": 2 }],
    [any, lead.proof, { taken: 1 }],
    [any, lead.proof, { taken: 4 }],
    [missing, least.proof, { added: 8 }],
    [missing, lead.proof, { added: 1 }],
    ["any missing station may hold all that is missing", least.proof, { added: 6 }],
    ["its sum is no number", least.proof, { sum: "3e1" }],
    ["the claim does not say what is used of it (votes)", least.proof, { candidate: "B" }],
    ["its sum is more than the whole roll", least.proof, { sum: "64" }],
    ["its sum is of fewer than no votes", most.proof, { sum: "-1" }],
    ["fewer covered stations have less", least.proof, { taken: 3, sum: "60", added: 0 }],
    [
      "more covered stations have more",
      // Two covered ones have 50 and the missing one 7 at most; all three 60.
      proofIn<StationsProof>({ ...country, missing: 2 }, of61).proof,
      { taken: 1, sum: "30", added: 7 },
    ],
    [includes, least.proof, { "claim.votes.A": 30 }],
    [includes, most.proof, { "claim.votes.A": 60 }],
    [includes, lead.proof, { "claim.margin.votes": 57 }],
  ])("%s", (why, proof, changes) => {
    expect(checkProof(changed(proof, changes))).toEqual({ holds: false, why });
  });

  const others = "its numbers are not those of the tallies";

  const ofOthers: [why: string, made: typeof least, changes: Changes][] = [
    [others, least, { sum: "31" }],
    [others, least, { sum: "29" }],
    [others, least, { stations: 5, "claim.scope.stations": 4 }],
    [others, least, { covered: 2, stations: 3, "overlap.most": 2 }],
    [others, least, { registered: 62, roll: 69 }],
    [others, least, { registered: 62, room: 8, added: 8 }],
    [others, least, { roll: 71, room: 8, added: 8 }],
    [others, least, { room: 6, added: 6, roomBy: "register" }],
    [others, least, { maxTurnout: "100" }],
    [others, least, { votersKnown: true }],
    // The lead of two covered ones is 47, and 7 can be missing; of all three it is 57.
    [
      "3 covered stations among the claim's have other sums",
      lead,
      { taken: 2, sum: "47", added: 7 },
    ],
  ];

  test.each(ofOthers.map(([why, made, changes]) => ({ why, made, changes })))(
    "$why: $changes",
    ({ why, made: { proof, of }, changes }) => {
      const other = changed(proof, changes);
      expect(checkProof(other)).toEqual({ holds: true });
      expect(checkProof(other, of)).toEqual({ holds: false, why });
    },
  );

  test("of the same tallies with other rolls, under any of them", () => {
    const { proof, of } = least;
    const universe = { ...of.universe, registeredVoters: 99 };
    const otherRolls = [{ registeredVoters: 70 }];
    expect(checkProof(proof, { ...of, universe })).toEqual({ holds: false, why: others });
    expect(checkProof(proof, { ...of, universe: { ...universe, otherRolls } })).toEqual({
      holds: true,
    });
  });

  test("of ballots that a sheet leaves open, the most are what is missing", () => {
    // 22 + 33 at two of them, and 15 of the voters who are not registered there.
    const [open, second, third] = country.sheets;
    const sheets = [open!, { ...second!, ballots: 22 }, { ...third!, ballots: 33 }];
    const { proof, of } = proofIn<StationsProof>(
      { ...country, columns: ["ballots"], sheets },
      { scope: { stations: 3 }, ballotsCast: 71 },
    );
    expect(proof).toMatchObject({ side: "most", covered: 2, taken: 2, sum: "55", added: 15 });
    expect(checkProof(proof, of)).toEqual({ holds: true });
    const other = changed(proof, { sum: "54" });
    expect(checkProof(other)).toEqual({ holds: true });
    expect(checkProof(other, of)).toEqual({ holds: false, why: others });
  });
});
