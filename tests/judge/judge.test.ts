import { describe, expect, test } from "vitest";
import { type Claim, judge, readTallies, verify } from "../../src/index";
import { smallElection } from "../fixtures";

/** Two covered stations of three: A 60, B 40 of 100 valid votes; `roll` leaves 30 votes at most. */
const CSV = "station,roll,A,B\n1,60,30,20\n2,60,30,20\n";
const place = { stations: 3, registeredVoters: 150 };

const judged = (figures: Partial<Claim>, universe = place, csv = CSV) => {
  const claim = { id: "c", title: "t", by: "b", ...figures };
  const election = smallElection({ universe, claims: [claim] });
  return judge(claim, readTallies(csv, election).tallies, universe);
};
const outcomeOf = (figures: Partial<Claim>, universe = place) => judged(figures, universe).outcome;

describe("each figure below, at and above its thresholds", () => {
  test.each<[string, Partial<Claim>, string]>([
    ["votes below those in hand", { votes: { A: 59 } }, "contradicted"],
    ["votes in hand", { votes: { A: 60 } }, "undecided"],
    ["votes with all that can be missing", { votes: { A: 90 } }, "undecided"],
    ["votes above", { votes: { A: 91 } }, "contradicted"],
    ["others' votes below", { votes: { A: 70 }, otherVotes: 39 }, "contradicted"],
    ["others' votes in hand", { votes: { A: 70 }, otherVotes: 40 }, "undecided"],
    ["valid votes below", { validVotes: 99 }, "contradicted"],
    ["valid votes in hand", { validVotes: 100 }, "undecided"],
    ["valid votes at most", { validVotes: 130 }, "undecided"],
    ["valid votes above", { validVotes: 131 }, "contradicted"],
    ["ballots below", { ballotsCast: 99 }, "contradicted"],
    ["ballots in hand", { ballotsCast: 100 }, "undecided"],
    // The sheets say nothing of invalid votes, so only the roll limits the ballots.
    ["ballots as many as the roll", { ballotsCast: 150 }, "undecided"],
    ["ballots above the roll", { ballotsCast: 151 }, "contradicted"],
    ["invalid votes as many as the roll leaves", { invalidVotes: 50 }, "undecided"],
    ["invalid votes above", { invalidVotes: 51 }, "contradicted"],
    [
      "valid votes and ballots that exclude each other",
      { validVotes: 130, ballotsCast: 120 },
      "contradicted",
    ],
    [
      "votes for others when all are named",
      { votes: { A: 70, B: 50 }, otherVotes: 1 },
      "contradicted",
    ],
    [
      "no votes for others when all are named",
      { votes: { A: 70, B: 50 }, otherVotes: 0 },
      "undecided",
    ],
    ["shares of more than everything", { shares: { A: "60", B: "52" } }, "contradicted"],
    ["the winner A", { winner: "A" }, "undecided"],
    // A has 60 and at most 90 of 130: 46.15 % to 69.23 %.
    ["a share above all possible", { shares: { A: "70" } }, "contradicted"],
    ["a share whose rounding just reaches", { shares: { A: "69" } }, "undecided"],
    ["a share just above rounding", { shares: { A: "69.8" } }, "contradicted"],
    ["a share below all possible", { shares: { A: "45" } }, "contradicted"],
    ["a share whose rounding just reaches down", { shares: { A: "46" } }, "undecided"],
    // Alone each fits, together A needs 21 of 30 and B 26.
    ["shares that exclude each other", { shares: { A: "62.4", B: "37.4" } }, "contradicted"],
    ["shares that fit", { shares: { A: "62.5", B: "37.5" } }, "undecided"],
    ["votes that need more than there is", { votes: { A: 80, B: 51 } }, "contradicted"],
    ["votes that leave nothing", { votes: { A: 80, B: 50 } }, "undecided"],
    ["votes beside the claim's valid votes", { votes: { A: 80 }, validVotes: 119 }, "contradicted"],
  ])("%s", (_, figures, outcome) => {
    expect(judged(figures)).toMatchObject({ outcome });
  });

  test("the winner, by the room that is left", () => {
    const room = (votes: number) => ({ stations: 3, registeredVoters: 120 + votes });
    expect(outcomeOf({ winner: "A" }, room(19))).toBe("confirmed");
    expect(outcomeOf({ winner: "A" }, room(20))).toBe("undecided");
    expect(outcomeOf({ winner: "B" }, room(19))).toBe("contradicted");
    // A tie in votes is left to the claimant.
    expect(outcomeOf({ winner: "B" }, room(20))).toBe("undecided");
    expect(outcomeOf({ winner: "B" }, room(21))).toBe("undecided");
  });

  test("with every station covered, a claim is true or it is not", () => {
    const all = { stations: 2, registeredVoters: 500 };
    expect(outcomeOf({ votes: { A: 60, B: 40 }, validVotes: 100 }, all)).toBe("confirmed");
    expect(outcomeOf({ votes: { A: 61 } }, all)).toBe("contradicted");
    expect(outcomeOf({ shares: { A: "60" } }, all)).toBe("confirmed");
    expect(outcomeOf({ shares: { A: "60.1" } }, all)).toBe("contradicted");
    expect(outcomeOf({ shares: { A: "60", B: "40" }, winner: "A" }, all)).toBe("confirmed");
  });
});

describe("claims on part of the stations, nobody knows which", () => {
  // Votes for A by station: 10, 20, 30, 40; for B 5 each. One of five stations is missing.
  const csv = "station,roll,A,B\n1,60,10,5\n2,60,20,5\n3,60,30,5\n4,60,40,5\n";
  const five = { stations: 5, registeredVoters: 260 };
  const of = (stations: number, figures: Partial<Claim>) =>
    judged({ scope: { stations }, ...figures }, five, csv);

  // Of any 3 of 5 at least 2 are covered (the least 10 + 20), at most 3; 20 votes can be missing.
  test.each<[string, number, Partial<Claim>, string]>([
    ["fewer votes than the smallest stations have", 3, { votes: { A: 29 } }, "contradicted"],
    ["as many", 3, { votes: { A: 30 } }, "undecided"],
    // Of the largest three no vote is missing: 20 + 30 + 40; with the two largest and the missing one 90.
    ["as many as the largest can have", 3, { votes: { A: 90 } }, "undecided"],
    ["more", 3, { votes: { A: 91 } }, "contradicted"],
    ["no station need be covered", 1, { votes: { A: 0 } }, "undecided"],
    ["valid votes below", 3, { validVotes: 39 }, "contradicted"],
    ["valid votes", 3, { validVotes: 40 }, "undecided"],
    ["B the winner", 4, { winner: "B" }, "contradicted"],
    ["A the winner", 4, { winner: "A" }, "confirmed"],
    ["A the winner of two, one of them missing", 2, { winner: "A" }, "undecided"],
    ["others' votes", 3, { votes: { A: 60 }, otherVotes: 9 }, "contradicted"],
    // The least share of A: 10 + 20 of 40 with 20 missing votes for B: 30 of 60.
    ["a share below all possible", 3, { shares: { A: "49" } }, "contradicted"],
    ["a share whose rounding reaches", 3, { shares: { A: "50" } }, "undecided"],
    ["a share above", 3, { shares: { A: "96" } }, "contradicted"],
  ])("%s", (_, stations, figures, outcome) => {
    expect(of(stations, figures)).toMatchObject({ outcome });
  });

  test("the finding names the overlap and the excess", () => {
    const [finding] = of(3, { votes: { A: 25 } }).findings;
    expect(finding).toMatchObject({
      overlap: { claimed: 3, least: 2, most: 3 },
      inHand: 30,
      required: -5,
    });
    expect(finding!.reason).toBe(
      "Of any 3 of the 5 stations, at least 2 have a tally here. Even the 2 with the fewest have " +
        "30 votes for A, 5 more than the 25 claimed.",
    );
  });
});

test("blank votes that the sheets leave out keep the ballots open", () => {
  const csv = "station,A,B,I\n1,120,80,5\n";
  const universe = { stations: 1, registeredVoters: 500 };
  const election = smallElection({
    universe,
    layout: {
      station: [{ column: "station" }],
      candidates: { A: "A", B: "B" },
      invalidVotes: "I",
      blankVotes: { column: "blank", optional: true },
    },
  });
  const { tallies } = readTallies(csv, election);
  for (const ballotsCast of [205, 220])
    expect(judge({ id: "c", title: "t", by: "b", ballotsCast }, tallies, universe).outcome).toBe(
      "undecided",
    );
});

test("a share of no votes satisfies no claim", () => {
  const csv = "station,A,B\n1,0,0\n";
  const figures = { shares: { A: "52" } };
  expect(judged(figures, { stations: 1, registeredVoters: 500 }, csv).outcome).toBe("contradicted");
  expect(judged(figures, { stations: 2, registeredVoters: 1 }, csv).outcome).toBe("contradicted");
  expect(judged(figures, { stations: 2, registeredVoters: 25 }, csv).outcome).toBe("undecided");
});

test("no sentence has a number that cannot be", () => {
  const reasonOf = (csv: string, figures: Partial<Claim>, universe = place) =>
    judged(figures, universe, csv)
      .findings.map(({ reason }) => reason)
      .join(" ");
  const big = { stations: 10, registeredVoters: 20000 };
  expect(
    reasonOf("station,A,B\n1,200,400\n", { shares: { A: "33.3", B: "66.5" } }, big),
  ).not.toMatch(/-\d/);
  const fixed = reasonOf(
    "station,A,B\n1,6000,4000\n",
    { shares: { A: "60" }, votes: { A: 6000 } },
    big,
  );
  expect(fixed).toMatch(
    /together are possible if the 9 missing stations have at most 84 valid votes/,
  );
  const few = reasonOf("station,A,B\n1,495,9505\n", { shares: { A: "5" }, validVotes: 10010 }, big);
  expect(few).not.toMatch(/[1-9]\d{2}\.\d+ %/);
  const whole = reasonOf(
    "station,A,B\n1,0,1\n",
    { shares: { A: "56" } },
    { stations: 2, registeredVoters: 7 },
  );
  expect(whole).toMatch(/No whole number of missing votes, up to 6, gives A 56 %/);
});

test("a claim that does not fit the count is refused", () => {
  expect(() => judged({ shares: { A: 52 } as never })).toThrow(/share|text/);
  const { tallies } = readTallies(CSV, smallElection());
  expect(() => judge({ id: "c", title: "t", by: "b", votes: { Z: 1 } }, tallies, place)).toThrow(
    /names "Z"/,
  );
});

test("tallies that do not fit the universe are refused", () => {
  expect(() => judged({ winner: "A" }, { stations: 1, registeredVoters: 500 })).toThrow(
    /cover 2 stations.*only 1/,
  );
  expect(() => judged({ winner: "A" }, { stations: 3, registeredVoters: 119 })).toThrow(
    /at least 120 registered voters.*only 119/,
  );
});

test("tallies of other candidates are refused", () => {
  const { tallies } = readTallies(CSV, smallElection());
  const other = smallElection({
    candidates: [
      { code: "B", name: "Ben" },
      { code: "A", name: "Ana" },
    ],
  });
  expect(() => verify(other, tallies)).toThrow(/Read the tallies with the same election/);
});

test("a candidate may be called like something every object has", () => {
  const code = "toString";
  const election = smallElection({
    candidates: [
      { code, name: "x" },
      { code: "constructor", name: "y" },
    ],
    layout: { station: [{ column: "station" }], candidates: { [code]: "A", constructor: "B" } },
    claims: [{ id: "c", title: "t", by: "b", votes: { constructor: 39 }, otherVotes: 59 }],
  });
  const { verdicts } = verify(election, readTallies(CSV, election).tallies);
  expect(verdicts[0]!.findings.map(({ required }) => required)).toEqual([-1, -1]);
});
