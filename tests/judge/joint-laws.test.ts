// Claims of many figures at once, against every way to complete a small made country.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Claim, judge, type Outcome, verify } from "../../src/index";
import { runs, tryLaw } from "../laws";
import {
  add,
  claimOf,
  claimOn,
  codes,
  type Column,
  type Country,
  countryArbitrary,
  coveredCounts,
  type Figure,
  FIGURES,
  inHandOf,
  leastRegistered,
  patchyCountryArbitrary,
  percentText,
  prints,
  readCountry,
  type Sheet,
  shown,
  some,
  splits,
  sum,
  totalsAgree,
  totalsWithin,
  truthOf,
  votesAgree,
  withClaims,
} from "./small-country";

/** Sheets that state their invalid votes and their ballots, or leave both open. */
const LAYOUTS: readonly (readonly Column[])[] = [
  [],
  ["registered"],
  ["invalid"],
  ["invalid", "registered"],
  ["invalid", "blank"],
  ["invalid", "blank", "registered"],
  ["ballots"],
  ["ballots", "registered"],
  ["invalid", "ballots"],
  ["invalid", "blank", "ballots", "registered"],
];
const PATCHY: readonly (readonly Column[])[] = [
  ["blank"],
  ["blank", "ballots"],
  ["invalid", "registered"],
  ["ballots", "registered"],
  ["invalid", "ballots"],
  ["invalid", "blank", "ballots", "registered"],
];

const judgeIn = (country: Country, claim: Claim) => {
  const { election, tallies } = readCountry(country);
  return judge(claim, tallies, election.universe);
};

/** Whether some whole number of ballots is the turnout of the voters named. */
const hasWholeBallots = ({ turnout, turnoutBase }: Claim) =>
  turnout === undefined ||
  turnoutBase === undefined ||
  Array.from({ length: turnoutBase + 1 }, (_, ballots) => ballots).some((ballots) =>
    prints(ballots, turnoutBase, turnout),
  );

/** What a verdict is to be. */
const outcomeOf = ({ certain, possible }: ReturnType<typeof truthOf>): Outcome =>
  certain ? "confirmed" : possible.length > 0 ? "undecided" : "contradicted";

function neverWrong(country: Country, claim: Claim, outcome: Outcome) {
  const truth = truthOf(country, claim);
  if (outcome === "contradicted") expect(truth.possible).toEqual([]);
  if (outcome === "confirmed") expect(truth.certain).toBe(true);
  return truth;
}

describe("against every completion, invalid votes and ballots as well", () => {
  test("the verdict is exactly what the completions say", () => {
    const seen = new Map<Outcome, number>();
    tryLaw(
      fc.property(
        withClaims(countryArbitrary(LAYOUTS), FIGURES, 4, { base: true }),
        ([country, claims]) => {
          const { election, tallies } = readCountry(country);
          for (const claim of claims) {
            const { outcome, reason } = judge(claim, tallies, election.universe);
            const truth = neverWrong(country, claim, outcome);
            // A turnout that no whole number of ballots gives is not seen to be impossible.
            if (!hasWholeBallots(claim)) continue;
            expect({ claim, outcome, reason }).toMatchObject({
              outcome: outcomeOf(truth),
            });
            seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
          }
        },
      ),
      240,
      () => {
        expect(Math.min(...seen.values())).toBeGreaterThan(5);
        expect(seen.size).toBe(3);
      },
    );
  });

  test("together they leave exactly the missing valid votes of the completions", () => {
    let compared = 0;
    tryLaw(
      fc.property(
        withClaims(countryArbitrary(LAYOUTS), FIGURES, 4, { base: true }),
        ([country, claims]) => {
          const { election, tallies } = readCountry(country);
          for (const claim of claims) {
            const { findings } = judge(claim, tallies, election.universe);
            const range = findings.find(({ figure }) => figure === "together")?.uncoveredVotes;
            if (range === undefined || !hasWholeBallots(claim)) continue;
            compared++;
            const { possible } = truthOf(country, claim);
            expect({ claim, range }).toMatchObject({
              range: { min: possible[0], max: possible.at(-1) },
            });
          }
        },
      ),
      210,
      () => {
        expect(compared).toBeGreaterThan(20);
      },
    );
  });

  test("with sheets that leave out what others state: exactly as well", () => {
    const seen = new Set<Outcome>();
    tryLaw(
      fc.property(
        withClaims(patchyCountryArbitrary(PATCHY), FIGURES, 3, { base: true }),
        ([country, claims]) => {
          const { election, tallies } = readCountry(country);
          for (const claim of claims) {
            const { outcome, findings } = judge(claim, tallies, election.universe);
            seen.add(outcome);
            const truth = neverWrong(country, claim, outcome);
            if (!hasWholeBallots(claim)) continue;
            expect({ country, claim, outcome }).toMatchObject({
              outcome: outcomeOf(truth),
            });
            const range = findings.find(({ figure }) => figure === "together")?.uncoveredVotes;
            if (range === undefined) continue;
            expect({ claim, range }).toMatchObject({
              range: { min: truth.possible[0], max: truth.possible.at(-1) },
            });
          }
        },
      ),
      170,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });

  test("what totals alone ask of the missing stations is what the completions have there", () => {
    const kinds: readonly Figure[] = ["invalidVotes", "ballotsCast", "turnout"];
    const seen = { exactly: 0, within: 0 };
    tryLaw(
      fc.property(
        withClaims(fc.oneof(countryArbitrary(LAYOUTS), patchyCountryArbitrary(PATCHY)), kinds, 4, {
          base: true,
        }),
        ([country, claims]) => {
          const { election, tallies } = readCountry(country);
          const { sheets, columns, roll, missing } = country;
          for (const claim of claims) {
            const total = judge(claim, tallies, election.universe).look?.total;
            if (!total) continue;
            const there: number[] = [];
            for (const [invalid, ballots, registered] of coveredCounts(sheets, columns, roll))
              for (let cast = 0; cast <= roll - registered; cast++)
                for (let own = 0; own <= cast; own++) {
                  const totals = { missing: 0, invalid: invalid + own, ballots: ballots + cast };
                  if (totalsAgree(claim, totals, roll))
                    there.push(total.figure === "ballotsCast" ? cast : own);
                }
            if (there.length === 0) continue;
            const [least, most] = [Math.min(...there), Math.max(...there)];
            const min = Math.round(total.needed.min * missing);
            const max = Math.round(total.needed.max * missing);
            const alone = claim.invalidVotes === undefined || claim.ballotsCast === undefined;
            if (alone && claim.turnout === undefined) {
              seen.exactly++;
              expect({ country, claim, min, max }).toMatchObject({ min: least, max: most });
            } else {
              seen.within++;
              expect({ claim, inside: min <= least && most <= max }).toMatchObject({
                inside: true,
              });
            }
          }
        },
      ),
      210,
      () => {
        expect(Math.min(seen.exactly, seen.within)).toBeGreaterThan(5);
      },
    );
  });

  test("what a sheet may have as well is not said to be at the missing stations", () => {
    // 12 ballots in hand, and 8 more of voters who are registered nowhere else.
    const country: Country = {
      columns: ["ballots"],
      sheets: [{ votes: [6, 2, 0], ballots: 9 }, { votes: [3, 0, 0] }],
      missing: 1,
      roll: 20,
    };
    const claim = claimOf({ ballotsCast: 15 });
    expect(judgeIn(country, claim)).toMatchObject({
      outcome: "undecided",
      reason: "15 ballots are possible: not every covered sheet states how many it has.",
    });
    const [first] = country.sheets;
    expect(judgeIn({ ...country, sheets: [first!], missing: 2 }, claim)).toMatchObject({
      outcome: "undecided",
      reason: expect.stringContaining("leaves 6 ballots to the 2 missing stations"),
    });
  });

  // A lead is not looked at in whole votes: it can be undecided although no whole votes give it, or
  // give it beside the claim's other figures, or because their sum is odd where its is even.
  test("margins: never wrong", () => {
    const seen = new Set<Outcome>();
    tryLaw(
      fc.property(
        withClaims(countryArbitrary(LAYOUTS), [...FIGURES, "margin", "margin", "margin"], 4).filter(
          ([, claims]) => claims.some(({ margin }) => margin),
        ),
        ([country, claims]) => {
          const { election, tallies } = readCountry(country);
          for (const claim of claims) {
            const { outcome, findings } = judge(claim, tallies, election.universe);
            seen.add(outcome);
            const { possible } = neverWrong(country, claim, outcome);
            const range = findings.find(({ figure }) => figure === "together")?.uncoveredVotes;
            if (range && possible.length > 0) {
              expect(range.min).toBeLessThanOrEqual(possible[0]!);
              expect(range.max).toBeGreaterThanOrEqual(possible.at(-1)!);
            }
          }
        },
      ),
      210,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });

  test("a margin alone, with every station covered, is true or it is not", () => {
    fc.assert(
      fc.property(
        countryArbitrary([[]]),
        fc.constantFrom(...codes),
        fc.nat(1),
        fc.nat(2),
        fc.nat(2),
        fc.constantFrom(0, 0, 1, -1),
        (place, winner, other, which, decimals, off) => {
          const country = { ...place, missing: 0 };
          const loser = codes.filter((code) => code !== winner)[other]!;
          const result = inHandOf(country);
          const lead = result[codes.indexOf(winner)]! - result[codes.indexOf(loser)]!;
          const margin = {
            winner,
            loser,
            ...(which === 1 ? {} : { votes: Math.max(0, lead + off) }),
            ...(which === 0
              ? {}
              : { share: percentText(Math.max(0, lead), sum(result), decimals, off) }),
          };
          const claim = claimOf({ margin });
          expect(judgeIn(country, claim).outcome).toBe(
            votesAgree(claim, result) ? "confirmed" : "contradicted",
          );
        },
      ),
      { numRuns: runs(140) },
    );
  });
});

describe("claims on part of the stations, against every choice of stations", () => {
  test("all figures together: never wrong", () => {
    const seen = new Set<Outcome>();
    tryLaw(
      fc.property(
        fc.oneof(countryArbitrary(LAYOUTS), patchyCountryArbitrary(PATCHY)).chain((country) => {
          const { sheets, missing } = country;
          const stations = sheets.length + missing;
          return fc
            .tuple(fc.integer({ min: 1, max: stations }), fc.nat(1e6), fc.nat(1e6))
            .chain(([part, a, b]) => {
              const all = [...partsOf(country, part)];
              const { inHand, totals } = all[a % all.length]!;
              const missed = b % totals.length;
              const ways = [...splits(missed)];
              const result = add([inHand, ways[a % ways.length]!]);
              const own = totals[missed]![b % totals[missed]!.length]!;
              const kinds: readonly Figure[] = [...FIGURES, "margin"];
              return fc.tuple(
                fc.constant({ country, part, all }),
                fc.array(claimOn(result, own, country.roll, kinds), {
                  minLength: 3,
                  maxLength: 3,
                }),
              );
            });
        }),
        ([{ country, part, all }, claims]) => {
          const { election, tallies } = readCountry(country);
          for (const figures of claims) {
            const claim = { ...figures, scope: { stations: part } };
            const { outcome } = judge(claim, tallies, election.universe);
            seen.add(outcome);
            if (outcome === "undecided") continue;
            for (const { inHand, totals } of all)
              for (const [missing, own] of totals.entries()) {
                const agreeing = own.filter((each) => totalsAgree(claim, each, country.roll));
                if (outcome === "confirmed") expect(agreeing.length).toBe(own.length);
                else if (agreeing.length === 0) continue;
                for (const split of splits(missing)) {
                  const result = add([inHand, split]);
                  const agrees = votesAgree(claim, result, outcome === "contradicted");
                  if (agrees !== (outcome === "confirmed"))
                    expect({ claim, outcome, result }).toBe("never");
                }
              }
          }
        },
      ),
      170,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });

  test("a turnout of nobody knows how many voters is never confirmed", () => {
    // 1 ballot in hand and at most 9 more: no more than 90 % of 10 voters, whichever station it is.
    const country: Country = {
      columns: ["invalid"],
      sheets: [{ votes: [1, 0, 0], invalid: 0 }],
      missing: 1,
      roll: 10,
    };
    for (const scope of [undefined, { stations: 1 }])
      expect(judgeIn(country, claimOf({ turnout: "90", scope })).outcome).toBe("undecided");
  });

  /** Every set of so many stations: the votes of the covered ones among them, and what can be missing. */
  function* partsOf({ sheets, columns, missing, roll, maxTurnout }: Country, part: number) {
    expect(maxTurnout).toBeUndefined();
    for (let set = 0; set < 2 ** sheets.length; set++) {
      const chosen = sheets.filter((_, at) => (set >> at) & 1);
      const others = sheets.filter((_, at) => !((set >> at) & 1));
      const rest = part - chosen.length;
      if (rest < 0 || rest > missing) continue;
      const left = roll - leastRegistered(others);
      yield {
        inHand: add(chosen.map(({ votes }) => votes)),
        totals: totalsWithin(coveredCounts(chosen, columns, left), (registered) =>
          rest === 0 ? 0 : left - registered,
        ),
      };
    }
  }
});

test("beside other claims each is judged as it is alone", () => {
  const kinds: readonly Figure[] = [...FIGURES, "margin", "otherVotes", "votes"];
  fc.assert(
    fc.property(
      withClaims(fc.oneof(countryArbitrary(LAYOUTS), patchyCountryArbitrary(PATCHY)), kinds, 6),
      fc.array(some(fc.integer({ min: 1, max: 3 })), { minLength: 6, maxLength: 6 }),
      fc.array(fc.nat(9), { maxLength: 2 }),
      ([country, figures], parts, more) => {
        const all = country.sheets.length + country.missing;
        const claims = figures.map((claim, at) => ({
          ...claim,
          id: `${at}`,
          ...(parts[at] === undefined ? {} : { scope: { stations: Math.min(all, parts[at]) } }),
        }));
        const { election, tallies } = readCountry(country, claims);
        const least = Math.max(1, leastRegistered(country.sheets));
        const otherRolls = more.map((number) => ({ registeredVoters: least + number }));
        const universe = { ...election.universe, ...(more.length > 0 ? { otherRolls } : {}) };
        const { verdicts } = verify({ ...election, universe }, tallies);
        for (const [at, claim] of claims.entries())
          expect(verdicts[at]).toEqual(judge(claim, tallies, universe));
      },
    ),
    { numRuns: runs(70) },
  );
});

test("the votes of others are those of whom each claim does not name", () => {
  // Of A 5, of B 1: beside the votes of A others have 1, beside those of B they have 5.
  const country: Country = { columns: [], sheets: [{ votes: [5, 1, 0] }], missing: 1, roll: 6 };
  const scope = { stations: 1 };
  const claims = [
    { ...claimOf({ votes: { A: 5 }, otherVotes: 1, scope }), id: "first" },
    { ...claimOf({ votes: { B: 1 }, otherVotes: 5, scope }), id: "second" },
    { ...claimOf({ votes: { B: 1 }, otherVotes: 6, scope }), id: "third" },
  ];
  const { election, tallies } = readCountry(country, claims);
  expect(verify(election, tallies).verdicts.map(({ outcome }) => outcome)).toEqual([
    "undecided",
    "undecided",
    "contradicted",
  ]);
});

describe("where the truth is known", () => {
  interface Truth {
    readonly columns: readonly Column[];
    readonly sheets: readonly Required<Sheet>[];
    readonly covered: readonly number[];
    readonly roll: number;
  }

  /** Stations of any size, some of them hidden; the roll has everybody and perhaps a few more. */
  const truths: fc.Arbitrary<Truth> = fc
    .record({
      columns: fc.constantFrom(...LAYOUTS, ...PATCHY),
      sheets: fc.array(
        fc
          .record({
            votes: fc.tuple(fc.nat(300), fc.nat(300), fc.nat(40)),
            invalid: fc.nat(20),
            blank: fc.nat(5),
            absent: fc.nat(150),
          })
          .map(({ votes, invalid, blank, absent }) => {
            const ballots = sum(votes) + invalid + blank;
            return { votes, invalid, blank, ballots, registered: ballots + absent };
          }),
        { minLength: 1, maxLength: 6 },
      ),
      hidden: fc.nat(63),
      more: fc.constantFrom(0, 0, 1, 50),
    })
    .map(({ columns, sheets, hidden, more }) => ({
      columns,
      // What the files do not count apart is invalid for everybody.
      sheets: columns.includes("blank")
        ? sheets
        : sheets.map((sheet) => ({ ...sheet, invalid: sheet.invalid + sheet.blank, blank: 0 })),
      covered: sheets.flatMap((_, at) => ((hidden >> at) & 1 && sheets.length > 1 ? [] : [at])),
      roll: Math.max(1, sum(sheets.map(({ registered }) => registered)) + more),
    }))
    .filter(({ covered }) => covered.length > 0);

  const countryOf = ({ columns, sheets, covered, roll }: Truth): Country => ({
    columns,
    sheets: covered.map((at) => shown(sheets[at]!, columns)),
    missing: sheets.length - covered.length,
    roll,
  });

  const resultOf = (sheets: readonly Required<Sheet>[]) => ({
    result: add(sheets.map(({ votes }) => votes)),
    totals: {
      missing: 0,
      invalid: sum(sheets.map(({ invalid }) => invalid)),
      ballots: sum(sheets.map(({ ballots }) => ballots)),
    },
  });

  /** The truth with all its figures. */
  function trueClaim(sheets: readonly Required<Sheet>[], roll: number, decimals: number): Claim {
    const { result, totals } = resultOf(sheets);
    const valid = sum(result);
    const order = codes.toSorted((a, b) => of(b) - of(a));
    function of(code: string) {
      return result[codes.indexOf(code as "A")]!;
    }
    const [winner, loser] = [order[0]!, order[1]!];
    const lead = of(winner) - of(loser);
    return claimOf({
      votes: { A: result[0], B: result[1] },
      otherVotes: result[2],
      shares:
        valid === 0
          ? undefined
          : Object.fromEntries(codes.map((code) => [code, percentText(of(code), valid, decimals)])),
      validVotes: valid,
      invalidVotes: totals.invalid,
      ballotsCast: totals.ballots,
      turnout: percentText(totals.ballots, roll, decimals),
      turnoutBase: roll,
      winner,
      margin: {
        winner,
        loser,
        votes: lead,
        ...(valid === 0 ? {} : { share: percentText(lead, valid, decimals) }),
      },
    });
  }

  test("the truth is never contradicted, whatever is hidden", () => {
    fc.assert(
      fc.property(truths, fc.nat(3), fc.nat(62), (truth, decimals, set) => {
        const country = countryOf(truth);
        const { election, tallies } = readCountry(country);
        const { sheets, roll } = truth;
        const claim = trueClaim(sheets, roll, decimals);
        expect(judge(claim, tallies, election.universe)).not.toMatchObject({
          outcome: "contradicted",
        });
        const chosen = sheets.filter((_, at) => (set >> at) & 1);
        if (chosen.length === 0) return;
        const part = {
          ...trueClaim(chosen, roll, decimals),
          scope: { stations: chosen.length },
        };
        expect(judge(part, tallies, election.universe)).not.toMatchObject({
          outcome: "contradicted",
        });
      }),
      { numRuns: runs(210) },
    );
  });

  const nearTruth = truths.chain((truth) => {
    const { result, totals } = resultOf(truth.sheets);
    const kinds: readonly Figure[] = [...FIGURES, "margin"];
    return fc.tuple(
      fc.constant(truth),
      fc.array(claimOn(result, totals, truth.roll, kinds, { decimals: 3 }), {
        minLength: 4,
        maxLength: 4,
      }),
    );
  });
  const isTrue = ({ sheets, roll }: Truth, claim: Claim) => {
    const { result, totals } = resultOf(sheets);
    return votesAgree(claim, result) && totalsAgree(claim, totals, roll);
  };

  test("near the truth: what is true is not contradicted, and what is false not confirmed", () => {
    const seen = new Set<string>();
    tryLaw(
      fc.property(nearTruth, ([truth, claims]) => {
        const { election, tallies } = readCountry(countryOf(truth));
        for (const claim of claims) {
          const { outcome } = judge(claim, tallies, election.universe);
          const is = isTrue(truth, claim);
          seen.add(`${is} ${outcome}`);
          expect({ claim, outcome }).not.toMatchObject({
            outcome: is ? "contradicted" : "confirmed",
          });
        }
      }),
      210,
      () => {
        expect([...seen].sort()).toEqual([
          "false contradicted",
          "false undecided",
          "true confirmed",
          "true undecided",
        ]);
      },
    );
  });

  /** One sheet more. */
  const oneMore = nearTruth
    .filter(([{ sheets, covered }]) => covered.length < sheets.length)
    .map(([truth, claims]) => {
      const next = truth.sheets.findIndex((_, at) => !truth.covered.includes(at));
      return { before: truth, after: { ...truth, covered: [...truth.covered, next] }, claims };
    });

  const value = ({ votes, outOf }: { votes: number; outOf: number }) =>
    outOf === 0 ? 0 : votes / outOf;

  /** Of every second claim, on how many of the stations it is, whichever those are. */
  const parts = fc.array(fc.nat(5), { minLength: 2, maxLength: 2 });
  const onParts = (claims: readonly Claim[], numbers: readonly number[], { sheets }: Truth) =>
    claims.map((claim, at) =>
      at % 2 === 0
        ? claim
        : { ...claim, scope: { stations: 1 + (numbers[(at - 1) / 2]! % sheets.length) } },
    );

  function neverWider(before: Country, after: Country, claims: readonly Claim[]) {
    const wide = verifyIn(before, claims);
    const narrow = verifyIn(after, claims);
    expect(narrow.remainder.maxValidVotes).toBeLessThanOrEqual(wide.remainder.maxValidVotes);
    for (const [at, { votes, share }] of narrow.bounds.entries()) {
      const old = wide.bounds[at]!;
      expect(votes.min).toBeGreaterThanOrEqual(old.votes.min);
      expect(votes.max).toBeLessThanOrEqual(old.votes.max);
      expect(value(share.min)).toBeGreaterThanOrEqual(value(old.share.min) - 1e-12);
      expect(value(share.max)).toBeLessThanOrEqual(value(old.share.max) + 1e-12);
    }
    // The lead is that of the two who are ahead on the covered stations: they can be others now.
    const [lead, old] = [narrow.lead!, wide.lead!];
    if (lead.winner === old.winner && lead.loser === old.loser) {
      expect(lead.votes.min).toBeGreaterThanOrEqual(old.votes.min);
      expect(lead.votes.max).toBeLessThanOrEqual(old.votes.max);
      expect(value(lead.share.min)).toBeGreaterThanOrEqual(value(old.share.min) - 1e-12);
      expect(value(lead.share.max)).toBeLessThanOrEqual(value(old.share.max) + 1e-12);
    }
    if (wide.certainWinner !== undefined) expect(narrow.certainWinner).toBe(wide.certainWinner);
    for (const [at, claim] of claims.entries()) {
      const [was, is] = [wide.verdicts[at]!.outcome, narrow.verdicts[at]!.outcome];
      if (was !== "undecided") expect({ claim, was, is }).toMatchObject({ is: was });
    }
  }

  function verifyIn(country: Country, claims: readonly Claim[]) {
    const named = claims.map((claim, at) => ({ ...claim, id: `${at}` }));
    const { election, tallies } = readCountry(country, named);
    return verify(election, tallies);
  }

  test("one more sheet never widens a bound nor takes a verdict back", () => {
    fc.assert(
      fc.property(oneMore, parts, ({ before, after, claims }, some) => {
        neverWider(countryOf(before), countryOf(after), onParts(claims, some, before));
      }),
      { numRuns: runs(140) },
    );
  });

  test("nor does one that states less than the others", () => {
    fc.assert(
      fc.property(oneMore, fc.nat(15), parts, ({ before, after, claims }, mask, some) => {
        const country = countryOf(after);
        const kept = country.columns.filter((_, bit) => ((mask >> bit) & 1) === 0);
        const sheets = country.sheets.map((sheet, at) =>
          at + 1 < country.sheets.length
            ? sheet
            : {
                votes: sheet.votes,
                ...Object.fromEntries(kept.map((column) => [column, sheet[column]])),
              },
        );
        neverWider(countryOf(before), { ...country, sheets }, onParts(claims, some, before));
      }),
      { numRuns: runs(140) },
    );
  });

  test("nor does one that leaves open which of its ballots are invalid", () => {
    // Of 683 ballots with 632 valid and 45 invalid votes, 6 are blank; sheets in hand have 7.
    const claim = claimOf({ otherVotes: 632, invalidVotes: 45, ballotsCast: 683 });
    const sheets: Sheet[] = [
      { votes: [21, 7, 4], invalid: 18, blank: 3 },
      { votes: [247, 3, 40], invalid: 11, blank: 4 },
    ];
    const before: Country = { columns: ["invalid", "blank"], sheets, missing: 1, roll: 830 };
    const open: Sheet = { votes: [138, 170, 2] };
    const after: Country = { ...before, sheets: [...sheets, open], missing: 0 };
    expect(judgeIn(before, claim).outcome).toBe("contradicted");
    expect(judgeIn(after, claim).outcome).toBe("contradicted");
  });

  test("nor does one that leaves open how many of its voters came", () => {
    // Of the 4 who are registered elsewhere at most 4 cast an invalid vote, and 2 are in hand.
    const claim = claimOf({ invalidVotes: 7 });
    const first: Sheet = { votes: [6, 2, 0], invalid: 2, registered: 20 };
    const columns: readonly Column[] = ["invalid", "blank", "registered"];
    const before: Country = { columns, sheets: [first], missing: 2, roll: 24 };
    const after: Country = { ...before, sheets: [first, { votes: [1, 0, 0] }], missing: 1 };
    expect(judgeIn(before, claim).outcome).toBe("contradicted");
    expect(judgeIn(after, claim).outcome).toBe("contradicted");
  });

  test("nor does one without ballots, where the others' ballots and voters are known", () => {
    // At most 20 of 30 voters can cast a ballot: 10 of 20 did, and 10 are elsewhere.
    const claim = claimOf({ ballotsCast: 21 });
    const first: Sheet = { votes: [6, 4, 0], ballots: 10, registered: 20 };
    const columns: readonly Column[] = ["ballots", "registered"];
    const before: Country = { columns, sheets: [first], missing: 2, roll: 30 };
    const after: Country = {
      ...before,
      sheets: [first, { votes: [1, 0, 0] }],
      missing: 1,
    };
    expect(judgeIn(before, claim).outcome).toBe("contradicted");
    expect(truthOf(after, claim).possible).toEqual([]);
    expect(judgeIn(after, claim).outcome).toBe("contradicted");
  });
});

describe("symmetry", () => {
  type Codes = readonly ("A" | "B" | "C")[];
  const permute = (claim: Claim, to: Codes): Claim => {
    const renamed = (code: string) => to[codes.indexOf(code as "A")]!;
    const keys = <T>(of: Readonly<Record<string, T>> | undefined) =>
      of && Object.fromEntries(Object.entries(of).map(([code, own]) => [renamed(code), own]));
    const { votes, shares, winner, margin, ...rest } = claim;
    return claimOf({
      ...rest,
      votes: keys(votes),
      shares: keys(shares),
      winner: winner && renamed(winner),
      margin: margin && {
        ...margin,
        winner: renamed(margin.winner),
        loser: renamed(margin.loser),
      },
    });
  };

  test("other names for the candidates change nothing", () => {
    fc.assert(
      fc.property(
        withClaims(countryArbitrary(LAYOUTS), [...FIGURES, "margin"], 3),
        fc.constantFrom<Codes>(
          ["B", "A", "C"],
          ["A", "C", "B"],
          ["C", "B", "A"],
          ["B", "C", "A"],
          ["C", "A", "B"],
        ),
        some(fc.integer({ min: 1, max: 2 })),
        ([country, claims], to, stations) => {
          const sheets = country.sheets.map((sheet) => ({
            ...sheet,
            votes: codes.map((code) => sheet.votes[to.indexOf(code)]!) as [number, number, number],
          }));
          const other = { ...country, sheets };
          const [one, two] = [readCountry(country), readCountry(other)];
          for (const figures of claims) {
            const claim = stations === undefined ? figures : { ...figures, scope: { stations } };
            const a = judge(claim, one.tallies, one.election.universe);
            const b = judge(permute(claim, to), two.tallies, two.election.universe);
            const together = ({ findings }: typeof a) =>
              findings.find(({ figure }) => figure === "together")?.uncoveredVotes;
            expect({ claim, outcome: b.outcome, proof: b.proof !== undefined }).toMatchObject({
              outcome: a.outcome,
              proof: a.proof !== undefined,
            });
            expect(together(b)).toEqual(together(a));
          }
        },
      ),
      { numRuns: runs(210) },
    );
  });
});
