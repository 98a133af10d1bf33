import { describe, expect, test } from "vitest";
import { type Claim, count, judge, readTallies, verify } from "../../src/index";
import { smallElection } from "../fixtures";

/** Two covered stations of three: A 60, B 40 of 100 valid votes; `roll` leaves 30 votes at most. */
const CSV = "station,roll,A,B\n1,60,30,20\n2,60,30,20\n";
const place = { stations: 3, registeredVoters: 150 };

const judged = (figures: Partial<Claim>, universe = place, csv = CSV) => {
  const claim = { id: "c", title: "t", by: "b", ...figures };
  const election = smallElection({ universe, claims: [claim] });
  return judge(claim, count(readTallies(csv, election).tallies), universe);
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

test("a claim on part of the stations says what is not judged", () => {
  const verdict = judged({ shares: { A: "1" }, scope: { stations: 2 } });
  expect(verdict.outcome).toBe("undecided");
  expect(verdict.reason).toMatch(/Not judged yet: the claim covers 2 of 3 stations/);
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
  const totals = count(readTallies(csv, election).tallies);
  for (const ballotsCast of [205, 220])
    expect(judge({ id: "c", title: "t", by: "b", ballotsCast }, totals, universe).outcome).toBe(
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
  const totals = count(readTallies(CSV, smallElection()).tallies);
  expect(() => judge({ id: "c", title: "t", by: "b", votes: { Z: 1 } }, totals, place)).toThrow(
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
