// What a verdict says beside its outcome, on countries small enough to check by hand.
import { describe, expect, test } from "vitest";
import {
  checkProof,
  type Claim,
  type Election,
  exclusions,
  explain,
  judge,
  readRegister,
  readTallies,
  TallyError,
  toText,
  verify,
} from "../../src/index";
import { smallElection } from "../fixtures";

/** Two states: North has stations 1 and 2, South station 3; of six stations three are covered. */
const CSV = "station,state,roll,A,B\n1,North,100,60,20\n2,North,100,50,30\n3,South,100,20,60\n";
const COUNTRY = smallElection({
  universe: { stations: 6, registeredVoters: 600 },
  layout: {
    station: [{ column: "station" }],
    candidates: { A: "A", B: "B" },
    registeredVoters: "roll",
    regions: ["state"],
  },
  registers: [{ region: "state", stations: "stations", registeredVoters: "voters" }],
});

const claimOf = (figures: Partial<Claim>): Claim => ({ id: "c", title: "t", by: "b", ...figures });
const judged = (figures: Partial<Claim>, universe: Election["universe"] = COUNTRY.universe) =>
  judge(claimOf(figures), readTallies(CSV, COUNTRY).tallies, universe);
const withRegister = (csv: string) =>
  readTallies(CSV, COUNTRY, { register: readRegister(csv, COUNTRY) }).tallies;

describe("what can be missing", () => {
  test("by region: one that is covered as a whole leaves nothing", () => {
    const tallies = withRegister("state,stations,voters\nNorth,2,250\nSouth,4,350\n");
    const { remainder } = verify(COUNTRY, tallies);
    // The roll alone leaves 300; North's 50 other voters have no station left to vote at.
    expect(remainder).toMatchObject({ voters: 250, maxValidVotes: 250, basis: "regions" });
    expect(toText(verify(COUNTRY, tallies))).toContain("voters of each region");
  });

  test("by region, where the register lists only some", () => {
    const tallies = withRegister("state,stations,voters\nNorth,2,250\n");
    // Elsewhere 4 stations and 350 voters, of whom 100 are registered at a covered one.
    expect(verify(COUNTRY, tallies).remainder).toMatchObject({ voters: 250, basis: "regions" });
  });

  test("by a register of every station", () => {
    const election = {
      ...COUNTRY,
      registers: [{ station: [{ column: "station" }], registeredVoters: "roll" }],
    };
    const csv = "station,roll\n1,100\n2,100\n3,100\n4,80\n5,70\n6,60\n";
    const { tallies } = readTallies(CSV, election, { register: readRegister(csv, election) });
    expect(verify(election, tallies).remainder).toMatchObject({ voters: 210, basis: "register" });
    expect(tallies.uncoveredVoters).toEqual(Int32Array.from([80, 70, 60]));
    // Two stations without a tally have 80 + 70 voters at most; one covered one has 60 votes for A.
    const two = (votes: number) =>
      judge(claimOf({ scope: { stations: 2 }, votes: { A: votes } }), tallies, election.universe);
    expect(two(150).outcome).toBe("undecided");
    expect(two(151)).toMatchObject({
      outcome: "contradicted",
      reason: expect.stringContaining("No such stations have more than 150 votes for A"),
    });
  });

  test("a region with fewer voters than its covered stations is refused", () => {
    const tallies = withRegister("state,stations,voters\nNorth,3,150\nSouth,3,350\n");
    expect(() => verify(COUNTRY, tallies)).toThrow(/North have at least 200 registered voters/);
  });

  test("an assumed turnout, to the vote", () => {
    const most = (maxTurnout: string) =>
      verify(
        { ...COUNTRY, universe: { ...COUNTRY.universe, maxTurnout } },
        readTallies(CSV, COUNTRY).tallies,
      ).remainder.maxValidVotes;
    expect(["100", "33.3", "33.4", "0"].map(most)).toEqual([300, 99, 100, 0]);
    expect(() => most("101")).toThrow(TallyError);
  });
});

describe("several rolls", () => {
  // A leads by 20 and can be overtaken with 20 votes for B.
  const universe = (...others: number[]) => ({
    stations: 6,
    registeredVoters: 400,
    otherRolls: others.map((registeredVoters) => ({ registeredVoters })),
  });

  test("a verdict that holds under each", () => {
    expect(judged({ winner: "B" }, universe(350, 500))).toMatchObject({
      outcome: "undecided",
      rolls: [350, 400, 500].map((registeredVoters) => ({
        registeredVoters,
        outcome: "undecided",
      })),
    });
  });

  test("one that does not says under which", () => {
    const verdict = judged({ winner: "A" }, { ...universe(310), registeredVoters: 400 });
    expect(verdict.outcome).toBe("undecided");
    expect(verdict.rolls!.map(({ outcome }) => outcome)).toEqual(["confirmed", "undecided"]);
    expect(explain(verdict)).toContain(
      "It depends on the roll: with 310 voters, where at most 10 votes can be missing, it is confirmed; " +
        "with 400, where 100 can be, it is open.",
    );
  });

  test("one with fewer voters than are registered at covered stations is refused", () => {
    expect(() => judged({ winner: "A" }, universe(200))).toThrow(/only 200/);
  });
});

test("what is certain holds under the largest roll", () => {
  const universe = { stations: 6, registeredVoters: 310, otherRolls: [{ registeredVoters: 400 }] };
  const verification = verify({ ...COUNTRY, universe }, readTallies(CSV, COUNTRY).tallies);
  expect(verification.certainWinner).toBeUndefined();
  expect(verification.possibleWinners).toEqual(["A", "B"]);
});

describe("claims on a region", () => {
  const north = (figures: Partial<Claim>) => claimOf({ scope: { region: ["North"] }, ...figures });

  test("are judged on its stations, with what a register says of it", () => {
    const tallies = withRegister("state,stations,voters\nNorth,3,280\nSouth,3,320\n");
    const of = (figures: Partial<Claim>) =>
      judge(north(figures), tallies, COUNTRY.universe).outcome;
    // A has 110 of 160 there; 80 voters are left.
    expect(of({ votes: { A: 109 } })).toBe("contradicted");
    expect(of({ votes: { A: 190 } })).toBe("undecided");
    expect(of({ votes: { A: 191 } })).toBe("contradicted");
    expect(of({ winner: "B" })).toBe("undecided");
    expect(of({ shares: { B: "55" } })).toBe("contradicted");
    expect(of({ scope: { region: ["North"], stations: 2 }, votes: { A: 49 } })).toBe(
      "contradicted",
    );
    expect(of({ scope: { region: ["North"], stations: 2 }, votes: { A: 50 } })).toBe("undecided");
  });

  test("without one every missing station can lie in it", () => {
    const { tallies } = readTallies(CSV, COUNTRY);
    const of = (figures: Partial<Claim>) =>
      judge(north(figures), tallies, COUNTRY.universe).outcome;
    expect(of({ votes: { A: 410 } })).toBe("undecided");
    expect(of({ votes: { A: 411 } })).toBe("contradicted");
  });

  test("a region that is covered as a whole is decided", () => {
    const tallies = withRegister("state,stations,voters\nNorth,2,250\nSouth,4,350\n");
    const of = (figures: Partial<Claim>) =>
      judge(north(figures), tallies, COUNTRY.universe).outcome;
    expect(of({ votes: { A: 110 }, winner: "A" })).toBe("confirmed");
    expect(of({ votes: { A: 111 } })).toBe("contradicted");
  });

  test("more stations than it has are refused", () => {
    const tallies = withRegister("state,stations,voters\nNorth,3,280\nSouth,3,320\n");
    const claim = north({ scope: { region: ["North"], stations: 4 }, winner: "A" });
    expect(() => judge(claim, tallies, COUNTRY.universe)).toThrow(
      /4 stations of North, which has 3/,
    );
  });

  test("without a register it says that missing stations may lie there", () => {
    const { tallies } = readTallies(CSV, COUNTRY);
    const of = (figures: Partial<Claim>) => judge(north(figures), tallies, COUNTRY.universe);
    // 110 of 160 are 68.75 %; with 22 for others 110 of 182 are 60.44 %.
    const fewest = of({ shares: { A: "60" } });
    expect(fewest.look).toMatchObject({ missingVotes: 22, basis: "least" });
    expect(fewest.look!.perStation).toBeUndefined();
    expect(explain(fewest)).toBe(
      "A has 68.75 % so far; 60 % (59.5 % to 60.5 %) is possible if the 3 missing stations have at " +
        "least 22 valid votes (at most 300 can be missing). Were there 300, 54.67 % to 56.00 % of them " +
        "would have to be for A. Any of the 3 missing stations may lie in North; even with the fewest " +
        "votes that will do (22 valid votes), A would need about 0.0 % of them; the covered stations " +
        "average 68.8 %.",
    );
    // Possible with no vote: then with the most.
    expect(of({ shares: { A: "69" } }).look).toMatchObject({ missingVotes: 300, basis: "most" });
    const total = of({ validVotes: 200 });
    expect(total.look).toBeUndefined();
    expect(total.reason).toContain("Any of the 3 missing stations may lie in North.");
  });

  describe("of a name that several regions have", () => {
    const nested = {
      ...COUNTRY,
      layout: { ...COUNTRY.layout, regions: ["state", "town"] },
      registers: [{ region: "town", stations: "stations", registeredVoters: "voters" }],
    };
    const csv =
      "station,state,town,roll,A,B\n1,N,San Juan,100,60,20\n2,N,Other,100,50,30\n3,S,San Juan,100,10,70\n";
    const register = readRegister("town,stations,voters\nSan Juan,1,100\nOther,4,400\n", nested);
    const { tallies } = readTallies(csv, nested, { register });
    const of = (...region: string[]) =>
      judge(claimOf({ scope: { region }, shares: { A: "40" } }), tallies, nested.universe);

    test("a register by its own name says nothing", () => {
      expect(of("S", "San Juan").outcome).toBe("undecided");
    });

    test("nor is one found in another region", () => {
      expect(() => of("S", "Other")).toThrow(/of which there is no tally/);
    });
  });

  test("a region that nobody knows is refused, with those there are", () => {
    const claim = claimOf({ scope: { region: ["East"] }, winner: "A" });
    expect(() => judge(claim, readTallies(CSV, COUNTRY).tallies, COUNTRY.universe)).toThrow(
      /region East, of which there is no tally. The tallies have North, South/,
    );
  });
});

describe("figures together", () => {
  test("votes that make another one win", () => {
    const verdict = judged({ votes: { A: 150, B: 160 }, winner: "A" });
    expect(verdict.outcome).toBe("contradicted");
    expect(verdict.reason).toBe(
      "The claim contradicts itself. By the claim's own votes B has 160, more than the 150 of A, its winner.",
    );
    expect(checkProof(verdict.proof!)).toEqual({ holds: true });
  });

  test("invalid votes that leave no room for the valid ones", () => {
    const election = smallElection({
      universe: { stations: 2, registeredVoters: 200 },
      layout: {
        station: [{ column: "station" }],
        candidates: { A: "A", B: "B" },
        invalidVotes: "I",
        registeredVoters: "roll",
      },
    });
    const { tallies } = readTallies("station,roll,A,B,I\n1,100,60,20,5\n", election);
    const outcome = (figures: Partial<Claim>) =>
      judge(claimOf(figures), tallies, election.universe).outcome;
    expect(outcome({ validVotes: 140, invalidVotes: 45 })).toBe("undecided");
    expect(outcome({ validVotes: 140, invalidVotes: 46 })).toBe("contradicted");
    expect(outcome({ validVotes: 100, invalidVotes: 10, ballotsCast: 110 })).toBe("undecided");
    expect(outcome({ validVotes: 100, invalidVotes: 11, ballotsCast: 110 })).toBe("contradicted");
  });

  test.each<[string, Partial<Claim>, string]>([
    [
      "a lead in votes at its least",
      { margin: { winner: "B", loser: "A", votes: 280 } },
      "undecided",
    ],
    ["above", { margin: { winner: "B", loser: "A", votes: 281 } }, "contradicted"],
    // A's lead over all 540 votes is from (20 − 300) to (20 + 300): up to 59.26 points.
    [
      "a lead in points at its most",
      { margin: { winner: "A", loser: "B", share: "59.3" } },
      "undecided",
    ],
    ["above", { margin: { winner: "A", loser: "B", share: "59.4" } }, "contradicted"],
    [
      "points and votes that agree",
      { margin: { winner: "A", loser: "B", share: "10.0", votes: 40 } },
      "undecided",
    ],
    [
      "that do not",
      { margin: { winner: "A", loser: "B", share: "10.0", votes: 400 } },
      "contradicted",
    ],
    [
      "votes that contradict the lead",
      { votes: { A: 200, B: 190 }, margin: { winner: "A", loser: "B", votes: 11 } },
      "contradicted",
    ],
    [
      "votes that make it",
      { votes: { A: 200, B: 189 }, margin: { winner: "A", loser: "B", votes: 11 } },
      "undecided",
    ],
    // 240 valid votes are in hand of 600 voters.
    ["a turnout below what is in hand", { turnout: "39", turnoutBase: 600 }, "contradicted"],
    ["at it", { turnout: "40", turnoutBase: 600 }, "undecided"],
    ["of fewer voters", { turnout: "70", turnoutBase: 300 }, "contradicted"],
    ["of nobody knows how many", { turnout: "39.9" }, "contradicted"],
    ["of some part of the roll", { turnout: "40" }, "undecided"],
    [
      "that is not what the ballots are",
      { turnout: "50", turnoutBase: 600, ballotsCast: 310 },
      "contradicted",
    ],
  ])("%s", (_, figures, outcome) => {
    const verdict = judged(figures);
    expect(verdict).toMatchObject({ outcome });
    if (verdict.proof) expect(checkProof(verdict.proof)).toEqual({ holds: true });
  });
});

describe("sentences on claims that cannot be", () => {
  test("two ways to give a margin that exclude each other", () => {
    const margin = { winner: "A", loser: "B", votes: 10, share: "50" };
    expect(judged({ margin }).reason).toMatch(/^The claim's own figures exclude each other/);
  });

  test("the only candidate has every vote", () => {
    const one = smallElection({
      candidates: [{ code: "A", name: "Ana" }],
      universe: { stations: 2, registeredVoters: 200 },
      layout: { station: [{ column: "station" }], candidates: { A: "A" } },
    });
    const { tallies } = readTallies("station,A\n1,10\n", one);
    const outcome = (figures: Partial<Claim>) =>
      judge(claimOf(figures), tallies, one.universe).outcome;
    expect(outcome({ shares: { A: "100" }, winner: "A" })).toBe("confirmed");
    expect(outcome({ shares: { A: "99" } })).toBe("contradicted");
  });

  test("a proof is of the claim's own place", () => {
    const { proof } = judged({ votes: { A: 70 } });
    for (const scope of [{ stations: 1 }, { region: ["North"] }])
      expect(checkProof({ ...proof!, claim: { ...proof!.claim, scope } }).holds).toBe(false);
    expect(checkProof(proof!)).toEqual({ holds: true });
  });
});

describe("what an undecided claim needs", () => {
  test("beside what the covered stations are", () => {
    const { look } = judged({ shares: { B: "52" } });
    // 240 votes of 300 voters: with as many of the 300 missing ones, B needs 138 to 142 of 240.
    expect(look).toMatchObject({
      missingVotes: 240,
      basis: "covered",
      possible: { min: 29, max: 300 },
      perStation: { needed: 80, covered: { average: 80, low: 80, high: 80 } },
      turnout: { needed: 0.8, covered: { average: 0.8 } },
      needs: [
        {
          candidate: "B",
          side: "above",
          covered: { low: 0.25, high: 0.75 },
          stations: 1,
          ofStations: 3,
        },
      ],
    });
    expect(look!.needs[0]!.needed).toEqual({ min: 138 / 240, max: 142 / 240 });
  });

  test("a winner who is behind needs a lead there", () => {
    const { look } = judged({ winner: "B" });
    expect(look!.needs).toMatchObject([
      { candidate: "B", rival: "A", needed: { min: 20 / 240, max: 1 }, side: "above", stations: 1 },
    ]);
    expect(explain(judged({ winner: "B" }))).toBe(
      "B is 20 votes behind A, and up to 300 can be missing. If as many vote there as at the covered " +
        "stations (240 valid votes), B would have to be ahead of A by at least 8.3 % of them; the covered " +
        "stations average −8.3 %.",
    );
  });

  test("with fewer votes than can be expected", () => {
    const { look } = judged({ shares: { A: "54.0" }, validVotes: 250 });
    expect(look).toMatchObject({ missingVotes: 10, basis: "most", possible: { min: 10, max: 10 } });
  });
});

describe("claims that exclude each other before any tally", () => {
  const of = (...figures: Partial<Claim>[]) =>
    exclusions({
      ...COUNTRY,
      claims: figures.map((own, at) => ({ ...claimOf(own), id: `${at}` })),
    });

  test.each<[string, Partial<Claim>, Partial<Claim>, string | undefined]>([
    [
      "shares apart",
      { shares: { A: "52" } },
      { shares: { A: "50.9" } },
      "A has 52 % (51.5 % or more) by the one, 50.9 % (50.95 % or less) by the other.",
    ],
    ["shares that touch", { shares: { A: "52" } }, { shares: { A: "51" } }, undefined],
    [
      "other votes",
      { votes: { A: 5 } },
      { votes: { A: 6 } },
      "A has 5 votes by the one, 6 votes by the other.",
    ],
    ["other winners", { winner: "A" }, { winner: "B" }, "The one says that A won, the other B."],
    [
      "a share and a winner",
      { shares: { A: "60" } },
      { winner: "B" },
      "Their figures do not go together",
    ],
    [
      "shares of more than all",
      { shares: { A: "60" } },
      { shares: { B: "41.6" } },
      "Their figures do not go together",
    ],
    ["shares of all", { shares: { A: "60" } }, { shares: { B: "40" } }, undefined],
    [
      "votes and valid votes",
      { votes: { A: 50 } },
      { validVotes: 49 },
      "Their figures do not go together",
    ],
    ["other places", { winner: "A", scope: { region: ["North"] } }, { winner: "B" }, undefined],
    ["parts of the stations", { winner: "A", scope: { stations: 3 } }, { winner: "B" }, undefined],
    [
      "more votes on part of the stations than on all",
      { votes: { A: 50 }, scope: { stations: 3 } },
      { votes: { A: 40 } },
      "There are 50 votes for A on part of the stations by the one, 40 on all of them by the other.",
    ],
    [
      "more votes in a region than in the country",
      { validVotes: 60 },
      { votes: { A: 40 }, otherVotes: 21, scope: { region: ["North"] } },
      "There are 60 valid votes on all stations by the one, 61 on part of them by the other.",
    ],
    ["as many", { votes: { A: 40 }, scope: { stations: 3 } }, { votes: { A: 40 } }, undefined],
    [
      "a lead on part of the stations that needs more than all valid votes",
      { margin: { winner: "A", loser: "B", votes: 50 }, scope: { region: ["North"] } },
      { votes: { B: 20 }, validVotes: 69 },
      "The stations of the first are among those of the other, and their figures do not go together",
    ],
    [
      "the same that fits",
      { margin: { winner: "A", loser: "B", votes: 50 }, scope: { region: ["North"] } },
      { votes: { B: 20 }, validVotes: 70 },
      undefined,
    ],
    [
      "two parts of the stations, with more votes than voters",
      { votes: { A: 400 }, scope: { stations: 5 } },
      { votes: { B: 201 }, scope: { stations: 5 } },
      "Together they need at least 601 voters, more than the 600 there are.",
    ],
    [
      "with as many",
      { votes: { A: 400 }, scope: { stations: 5 } },
      { votes: { B: 200 }, scope: { stations: 5 } },
      undefined,
    ],
    [
      "two regions, with more ballots than voters",
      { ballotsCast: 300, scope: { region: ["North"] } },
      { turnout: "60", turnoutBase: 505, scope: { region: ["South"] } },
      "Together they need at least 601 voters, more than the 600 there are.",
    ],
    [
      "a margin and shares",
      { margin: { winner: "A", loser: "B", share: "10" } },
      { shares: { A: "60", B: "40" } },
      "Their figures do not go together",
    ],
    [
      "a margin and shares that agree",
      { margin: { winner: "A", loser: "B", share: "20" } },
      { shares: { A: "60", B: "40" } },
      undefined,
    ],
    [
      "more than the roll",
      { validVotes: 400 },
      { invalidVotes: 201 },
      "Their figures do not go together",
    ],
  ])("%s", (_, first, second, reason) => {
    const found = of(first, second);
    if (reason === undefined) expect(found).toEqual([]);
    else
      expect(found).toMatchObject([
        { claims: ["0", "1"], reason: expect.stringContaining(reason) },
      ]);
    expect(of(second, first)).toHaveLength(found.length);
  });
});

test("of very many claims the figures that both give are still compared", () => {
  const claims = Array.from({ length: 31 }, (_, at) => ({
    ...claimOf({ votes: { A: at < 30 ? 5 : 6 } }),
    id: `${at}`,
  }));
  const election = { ...COUNTRY, claims };
  expect(exclusions(election)).toHaveLength(30);
  expect(toText(verify(election, readTallies(CSV, COUNTRY).tallies))).toContain(
    "Of more than 30 claims only the figures that two of them give are compared",
  );
});

describe("claims that cannot be meant", () => {
  test.each<[string, Partial<Claim>, string]>([
    ["a margin over itself", { margin: { winner: "A", loser: "A", votes: 1 } }, "claim-invalid"],
    [
      "a margin of another winner",
      { winner: "B", margin: { winner: "A", loser: "B", votes: 1 } },
      "claim-invalid",
    ],
    [
      "a margin over nobody known",
      { margin: { winner: "A", loser: "X", votes: 1 } },
      "candidate-unknown",
    ],
    ["a turnout that is no text", { turnout: 60 as unknown as string }, "share-invalid"],
    ["a share of more than all votes", { shares: { A: "100.01" } }, "share-invalid"],
  ])("%s", (_, figures, code) => {
    expect(() => judged(figures)).toThrow(expect.objectContaining({ code }));
    expect(() => smallElection({ claims: [claimOf(figures)] })).toThrow(TallyError);
  });
});
