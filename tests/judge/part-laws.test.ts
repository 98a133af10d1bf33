// Claims on part of the stations, against every choice of stations and every way to fill the missing
// ones: the least and the most of a single figure are exact, and pairs of figures never wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkProof, type Claim, judge, type Tallies } from "../../src/index";
import { tryLaw } from "../laws";
import {
  type Country,
  claimOf,
  codes,
  readCountry,
  splits,
  sum,
  type Votes,
} from "./small-country";

/** A country, and of some how many voters each missing station has. */
interface Made {
  readonly country: Country;
  readonly voters?: readonly number[];
}

const made: fc.Arbitrary<Made> = fc
  .record({
    sheets: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(1)), { minLength: 1, maxLength: 3 }),
    voters: fc.array(fc.nat(4), { maxLength: 3 }),
    known: fc.boolean(),
  })
  .map(({ sheets, voters, known }) => ({
    country: {
      columns: [],
      sheets: sheets.map((votes) => ({ votes })),
      missing: voters.length,
      roll: Math.max(1, sum(sheets.flat()) + sum(voters)),
    },
    ...(known && voters.length > 0 ? { voters } : {}),
  }));

function read({ country, voters }: Made): {
  tallies: Tallies;
  universe: Parameters<typeof judge>[2];
} {
  const { election, tallies } = readCountry(country, [], voters);
  return { tallies, universe: election.universe };
}

/** Every result that some so many stations can have. */
function* worlds({ country, voters }: Made, stations: number): Generator<Votes> {
  const { sheets, missing, roll } = country;
  const all = missing === 0 ? 0 : roll - sum(sheets.flatMap(({ votes }) => votes));
  for (let set = 0; set < 2 ** sheets.length; set++) {
    const chosen = sheets.filter((_, at) => (set >> at) & 1);
    const rest = stations - chosen.length;
    if (rest < 0 || rest > missing) continue;
    let room = rest === 0 ? 0 : all;
    if (voters && rest > 0) {
      const largest = voters.toSorted((a, b) => b - a).slice(0, rest);
      room = Math.min(all, sum(largest));
    }
    const base = codes.map((_, at) => sum(chosen.map(({ votes }) => votes[at]!)));
    for (let more = 0; more <= room; more++)
      for (const split of splits(more))
        yield [base[0]! + split[0], base[1]! + split[1], base[2]! + split[2]];
  }
}

const stationsOf = ({ country }: Made) => country.sheets.length + country.missing;

const withPart = made
  .filter((each) => stationsOf(each) > 1)
  .chain((each) =>
    fc.tuple(fc.constant(each), fc.integer({ min: 1, max: stationsOf(each) - 1 }), fc.nat(14)),
  );

describe("a single figure", () => {
  const of: Record<string, (result: Votes) => number> = {
    votes: ([a]) => a,
    validVotes: (result) => sum(result),
    otherVotes: ([, b, c]) => b + c,
    margin: ([a, b]) => a - b,
  };
  const claims: Record<string, (claimed: number) => Partial<Claim>> = {
    votes: (claimed) => ({ votes: { A: claimed } }),
    validVotes: (claimed) => ({ validVotes: claimed }),
    // Beside the votes of one candidate, which are judged by themselves.
    otherVotes: (claimed) => ({ votes: { A: 0 }, otherVotes: claimed }),
    margin: (claimed) => ({ margin: { winner: "A", loser: "B", votes: claimed } }),
  };

  test.each(Object.keys(of))("%s: from exactly the least to exactly the most", (figure) => {
    const seen = new Set<string>();
    tryLaw(
      fc.property(withPart, ([place, stations, claimed]) => {
        const { tallies, universe } = read(place);
        const reached = [...worlds(place, stations)].map(of[figure]!);
        const [least, most] = [Math.min(...reached), Math.max(...reached)];
        for (const number of new Set([claimed, least, most, least - 1, most + 1])) {
          if (number < 0) continue;
          const claim = claimOf({ ...claims[figure]!(number), scope: { stations } });
          const verdict = judge(claim, tallies, universe);
          const finding = verdict.findings.find((each) => each.figure === figure)!;
          const outcome =
            number < least || number > most
              ? "contradicted"
              : least === most
                ? "confirmed"
                : "undecided";
          expect({ number, least, most, outcome: finding.outcome }).toEqual({
            number,
            least,
            most,
            outcome,
          });
          seen.add(outcome);
          if (verdict.proof)
            expect(checkProof(verdict.proof, { tallies, universe })).toEqual({ holds: true });
        }
      }),
      250,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });

  test("a share or a lead in points: by exactly the least and the most of each end", () => {
    const seen = new Set<string>();
    tryLaw(
      fc.property(withPart, fc.nat(100), fc.boolean(), ([place, stations], percent, ofLead) => {
        const { tallies, universe } = read(place);
        const claim = claimOf({
          ...(ofLead
            ? { margin: { winner: "A", loser: "B", share: `${percent}` } }
            : { shares: { A: `${percent}` } }),
          scope: { stations },
        });
        // 200 × votes − (2 × percent ± 1) × valid votes, which must reach 0 from both sides.
        const [low, high] = [Math.max(0, 2 * percent - 1), Math.min(200, 2 * percent + 1)];
        let [most, least, fewest, all] = [-Infinity, Infinity, Infinity, true];
        for (const result of worlds(place, stations)) {
          const valid = sum(result);
          const votes = 200 * (result[0] - (ofLead ? result[1] : 0));
          most = Math.max(most, votes - low * valid);
          least = Math.min(least, votes - high * valid);
          fewest = Math.min(fewest, valid);
          if (votes < low * valid || votes > high * valid) all = false;
        }
        const expected =
          most < 0 || least > 0 ? "contradicted" : all && fewest > 0 ? "confirmed" : "undecided";
        const verdict = judge(claim, tallies, universe);
        // The claim may also contradict itself: no share of so few votes prints like that.
        expect(verdict.findings[0]!.outcome).toBe(expected);
        seen.add(expected);
        if (verdict.proof)
          expect(checkProof(verdict.proof, { tallies, universe })).toEqual({ holds: true });
      }),
      600,
      () => {
        expect(seen.size).toBeGreaterThan(1);
      },
    );
  });

  test("a winner of two: possible and certain exactly where some and all results have it", () => {
    const seen = new Set<string>();
    tryLaw(
      fc.property(withPart, ([place, stations]) => {
        const two = {
          ...place,
          country: {
            ...place.country,
            sheets: place.country.sheets.map(({ votes: [a, b, c] }) => ({
              votes: [a, b + c, 0] as const,
            })),
          },
        };
        const { tallies, universe } = read(two);
        const leads = [...worlds(two, stations)].map(([a, b]) => a - b);
        const claim = claimOf({ winner: "A", scope: { stations } });
        const { outcome } = judge(claim, tallies, universe);
        const beatsThird = leads.every((lead) => lead > 0);
        if (Math.max(...leads) < 0) expect(outcome).toBe("contradicted");
        else expect(outcome).not.toBe("contradicted");
        if (outcome === "confirmed") expect(beatsThird).toBe(true);
        seen.add(outcome);
      }),
      400,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });
});

describe("the stations that the reviewer counted", () => {
  // Three stations have 10 votes for A each; of a fourth one 5 votes can be missing.
  const country: Country = {
    columns: [],
    sheets: [{ votes: [10, 0, 0] }, { votes: [10, 0, 0] }, { votes: [10, 0, 0] }],
    missing: 1,
    roll: 35,
  };
  const of = (figures: Partial<Claim>) => {
    const { election, tallies } = readCountry(country);
    const verdict = judge(
      claimOf({ ...figures, scope: { stations: 3 } }),
      tallies,
      election.universe,
    );
    if (verdict.proof) expect(checkProof(verdict.proof)).toEqual({ holds: true });
    return verdict;
  };

  test("three of them have 30 votes, or 25 at most with the missing one", () => {
    expect(of({ votes: { A: 30 } }).outcome).toBe("undecided");
    expect(of({ votes: { A: 31 } })).toMatchObject({
      outcome: "contradicted",
      reason:
        "Of any 3 of the 4 stations, at least 2 have a tally here. " +
        "No such stations have more than 30 votes for A; 31 are claimed.",
      proof: { side: "most", taken: 3, sum: "30", added: 0 },
    });
    // Between the ends not every number is reached: that is left open.
    expect(of({ validVotes: 27 }).outcome).toBe("undecided");
  });

  test("two numbers of votes are of the same stations", () => {
    expect(of({ votes: { B: 1 } }).outcome).toBe("undecided");
    expect(of({ votes: { A: 30, B: 1 } })).toMatchObject({
      outcome: "contradicted",
      proof: { figure: "sum", side: "most", sum: "30", added: 0 },
    });
    expect(of({ votes: { B: 5 }, validVotes: 25 }).outcome).toBe("undecided");
    expect(of({ votes: { B: 5 }, validVotes: 24 })).toMatchObject({
      outcome: "contradicted",
      proof: { figure: "difference", side: "least", sum: "20" },
    });
  });

  test("what is needed of the missing stations is said", () => {
    const { findings, reason } = of({ votes: { A: 22 } });
    expect(findings[0]!.missing).toEqual({ stations: 1, covered: 20, votes: 2 });
    expect(reason).toBe(
      "Any 3 stations have at least 20 and at most 30 votes for A; 22 are claimed. If the 1 missing " +
        "station is among them, and the 2 covered ones with the most (20), 2 more are needed there: " +
        "2.0 per station, where the covered stations average 10.0 votes for A.",
    );
  });
});
