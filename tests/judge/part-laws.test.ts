// Claims on part of the stations, against every choice of stations and every way to fill the missing
// ones: the least and the most of a single figure are exact, and pairs of figures never wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkProof, type Claim, judge, type Proof, type Tallies } from "../../src/index";
import { tryLaw } from "../laws";
import {
  add,
  type Country,
  claimOf,
  claimOn,
  codes,
  readCountry,
  splits,
  sum,
  type Votes,
  votesAgree,
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
function* worlds(place: Made, stations: number): Generator<Votes> {
  for (const { result } of completions(place, stations)) yield result;
}

/** Every choice of so many stations, of which `rest` are missing, and all that those can add. */
function* completions(
  { country, voters }: Made,
  stations: number,
): Generator<{ readonly result: Votes; readonly rest: number; readonly split: Votes }> {
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
        yield { result: add([base as unknown as Votes, split]), rest, split };
  }
}

const stationsOf = ({ country }: Made) => country.sheets.length + country.missing;

const withPart = made
  .filter((each) => stationsOf(each) > 1)
  .chain((each) =>
    fc.tuple(fc.constant(each), fc.integer({ min: 1, max: stationsOf(each) - 1 }), fc.nat(14)),
  );

/** What a sum in a proof comes to, in hundred-thousandths: `−256.275 + 0.705 × 330`. */
function sumOf(text: string): number {
  const number = (term: string) =>
    Math.round(Number(term.replaceAll(",", "").replace("−", "-")) * 1e5);
  const signs = [1, ...[...text.matchAll(/ ([+−]) /g)].map(([, sign]) => (sign === "+" ? 1 : -1))];
  const terms = text.split(/ [+−] /).map((term) => {
    const [first, second] = term.split(" × ");
    return second === undefined ? number(first!) : (number(first!) * number(second)) / 1e5;
  });
  return sum(terms.map((term, at) => signs[at]! * term));
}

/** Every sum in the steps comes to what they say, and rules the claim out. */
function expectChecked(proof: Proof | undefined, seen: Set<string>): void {
  if (proof?.basis !== "stations") return;
  for (const step of proof.steps)
    for (const [, terms, result] of step.matchAll(
      /(−?[\d.,]+(?: [+−×] [\d.,]+)+) = (−?[\d.,]*\d)/g,
    )) {
      expect([step, sumOf(terms!)]).toEqual([step, sumOf(result!)]);
      seen.add(terms!.replace(/[\d.,]+/g, "n"));
    }
  const end =
    /^That makes (?:.* = )?(\S+) at (least|most); the claim needs at (?:least|most) (?:.* = )?(\S+)\.$/;
  const [, value, side, claimed] = end.exec(proof.steps.at(-1)!) ?? [];
  const over = sumOf(value!) - sumOf(claimed!);
  expect([proof.steps, side === "least" ? over > 0 : over < 0]).toEqual([proof.steps, true]);
}

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
    const [seen, sums] = [new Set<string>(), new Set<string>()];
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
          expectChecked(verdict.proof, sums);
        }
      }),
      250,
      () => {
        expect(seen.size).toBe(3);
        expect([...sums]).toContain("n + n");
      },
    );
  });

  test("a share or a lead in points: by exactly the least and the most of each end", () => {
    const [seen, sums] = [new Set<string>(), new Set<string>()];
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
        expectChecked(verdict.proof, sums);
      }),
      600,
      () => {
        expect(seen.size).toBeGreaterThan(1);
        // What each missing vote adds, or takes away.
        expect([...sums]).toEqual(expect.arrayContaining(["−n + n × n", "n − n × n"]));
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

describe("what the missing stations would have to be", () => {
  const KINDS = ["votes", "shares", "otherVotes", "validVotes", "winner", "margin"] as const;
  // A claim that is nearly true of some choice of stations and some completion of it.
  const withClaim = withPart.chain(([place, stations, at]) => {
    const all = [...worlds(place, stations)];
    const result = all[(at * 7919) % all.length]!;
    const totals = { missing: 0, invalid: 0, ballots: sum(result) };
    return fc.tuple(
      fc.constant(place),
      fc.constant(stations),
      claimOn(result, totals, place.country.roll, KINDS),
    );
  });
  const at = (code: string) => codes.indexOf(code as "A");

  test("no choice of stations that makes the claim true has anything else there", () => {
    const seen = { looks: 0, worlds: 0, supposed: 0, lowest: 0, highest: 0 };
    fc.assert(
      fc.property(withClaim, ([place, stations, figures]) => {
        const { tallies, universe } = read(place);
        const claim = claimOf({ ...figures, scope: { stations } });
        const { look } = judge(claim, tallies, universe);
        if (!look) return;
        seen.looks++;
        const { missing } = place.country;
        const most = Math.min(missing, stations);
        expect(look.among).toEqual({ stations: most, covered: stations - most });
        for (const { result, rest, split } of completions(place, stations)) {
          if (rest !== most || !votesAgree(claim, result)) continue;
          seen.worlds++;
          const votes = sum(split);
          expect(votes).toBeGreaterThanOrEqual(look.possible.min);
          expect(votes).toBeLessThanOrEqual(look.possible.max);
          if (votes !== look.missingVotes) continue;
          seen.supposed++;
          if (look.total)
            expect([look.total.needed.min * most, look.total.needed.max * most]).toEqual([
              look.possible.min,
              look.possible.max,
            ]);
          for (const { candidate, rival, needed } of look.needs) {
            const own = split[at(candidate)]! - (rival === undefined ? 0 : split[at(rival)]!);
            const [low, high] = [needed.min * votes, needed.max * votes].map(Math.round);
            expect(own).toBeGreaterThanOrEqual(low!);
            expect(own).toBeLessThanOrEqual(high!);
            if (own === low) seen.lowest++;
            if (own === high) seen.highest++;
          }
        }
      }),
      { numRuns: 1500 },
    );
    // Both ends are reached: what is said is no weaker than it must be.
    for (const [what, times] of Object.entries(seen))
      expect([what, times > 20]).toEqual([what, true]);
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
    // Ballots are nowhere stated, and only the roll limits them.
    expect(of({ ballotsCast: 36 })).toMatchObject({
      reason:
        "Any 3 of the 4 stations can all be without a tally here. No such stations have more than " +
        "35 ballots (a sheet that does not say it counts as missing), 35 missing votes included; " +
        "36 are claimed.",
      proof: {
        covered: 0,
        steps: [
          "Of any 3 stations at most 4 − 0 = 4 have no tally here, so at least 0 have one.",
          "Up to 35 votes can be missing beside them (35 voters on the roll − 0 registered at covered stations = 35).",
          "That makes 0 + 35 = 35 at most; the claim needs at least 36.",
        ],
      },
    });
    expect(of({ turnout: "12" })).toMatchObject({
      proof: {
        steps: expect.arrayContaining([expect.stringContaining("at most 4 (12.5 % × 35).")]),
      },
    });
    // Between the ends not every number is reached: that is left open.
    expect(of({ validVotes: 27 }).outcome).toBe("undecided");
  });

  test("two numbers of votes are of the same stations", () => {
    expect(of({ votes: { B: 1 } }).outcome).toBe("undecided");
    const { proof } = of({ votes: { A: 30, B: 1 } });
    expect(proof).toMatchObject({ figure: "sum", side: "most", sum: "30", added: 0 });
    expectChecked(proof, new Set());
    expect(proof!.basis === "stations" && proof!.steps.at(-1)).toBe(
      "That makes 30 at most; the claim needs at least 30 + 1 = 31.",
    );
    expect(of({ votes: { B: 5 }, validVotes: 25 }).outcome).toBe("undecided");
    expect(of({ votes: { B: 5 }, validVotes: 24 })).toMatchObject({
      outcome: "contradicted",
      proof: { figure: "difference", side: "least", sum: "20" },
    });
  });

  test("what the missing stations would have to be is said, beside what the covered ones are", () => {
    const { look } = of({ votes: { A: 22 } });
    expect(look).toEqual({
      among: { stations: 1, covered: 2 },
      missingVotes: 5,
      basis: "covered",
      possible: { min: 2, max: 5 },
      perStation: { needed: 5, covered: { average: 10, low: 10, high: 10 } },
      needs: [
        {
          candidate: "A",
          needed: { min: 0.4, max: 0.4 },
          covered: { average: 1, low: 1, high: 1 },
          side: "below",
          stations: 0,
          ofStations: 3,
        },
      ],
      text:
        "Suppose that the 1 missing station is among them, and the 2 covered ones that suit each " +
        "figure best: if as many vote there as at the covered stations (5 valid votes), A would need " +
        "about 40.0 % of them; the covered stations average 100.0 %.",
    });
    // Of valid votes alone, what the missing station would have to hold.
    expect(of({ validVotes: 22 }).look!.total).toMatchObject({
      figure: "validVotes",
      needed: { min: 2, max: 2 },
    });
    // With no missing station there is nothing to suppose.
    expect(of({ ballotsCast: 30 }).look).toBeUndefined();
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
