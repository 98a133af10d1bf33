// Verdicts against brute force: every completion of a small country is listed and tried.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Claim, count, type Election, judge, readTallies, verify } from "../../src/index";
import { smallElection } from "../fixtures";
import { runs, tryLaw } from "../laws";

interface Country {
  readonly votes: readonly (readonly [number, number, number])[];
  readonly stations: number;
  readonly roll: number;
}

const codes = ["A", "B", "C"] as const;
const electionOf = ({ stations, roll }: Country, claims: readonly Claim[]): Election =>
  smallElection({
    candidates: codes.map((code) => ({ code, name: code })),
    universe: { stations, registeredVoters: roll },
    layout: { station: [{ column: "station" }], candidates: { A: "A", B: "B", C: "C" } },
    claims,
  });

const country: fc.Arbitrary<Country> = fc
  .record({
    votes: fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(4)), { minLength: 1, maxLength: 3 }),
    missing: fc.nat(2),
    room: fc.nat(14),
  })
  .map(({ votes, missing, room }) => ({
    votes,
    stations: votes.length + missing,
    roll: votes.flat().reduce((a, b) => a + b, 1) + room - 1 || 1,
  }));

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const inHandOf = ({ votes }: Country) =>
  codes.map((_, at) => votes.reduce((sum, station) => sum + station[at]!, 0));
const roomOf = (country: Country) =>
  country.stations === country.votes.length
    ? 0
    : country.roll - inHandOf(country).reduce((a, b) => a + b, 0);

/** A claim that is true of some completion, or nearly so: those are the hard ones. */
const figuresNear = (country: Country) =>
  fc
    .record({
      parts: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(3)),
      decimals: fc.nat(1),
      shares: fc.subarray([...codes]),
      votes: fc.subarray([...codes]),
      valid: fc.boolean(),
      others: fc.boolean(),
      off: fc.array(fc.constantFrom(0, 0, 0, 0, 1, -1), { minLength: 8, maxLength: 8 }),
    })
    .map(({ parts, decimals, shares, votes, valid, others, off }) => {
      const sum = parts.reduce((a, b) => a + b, 0) || 1;
      const result = inHandOf(country).map((own, at) =>
        Math.max(0, own + Math.floor((roomOf(country) * parts[at]!) / sum) + off[at]!),
      );
      const total = result.reduce((a, b) => a + b, 0);
      const of = (code: string) => result[codes.indexOf(code as "A")]!;
      const unit = 10 ** -decimals;
      const percentOf = (code: string, at: number) => {
        const value = (100 * of(code)) / Math.max(1, total) + off[at + 3]! * unit;
        return Math.min(100, Math.max(0, value)).toFixed(decimals);
      };
      const record = <T>(of: readonly string[], value: (code: string, at: number) => T) =>
        of.length === 0
          ? undefined
          : Object.fromEntries(of.map((code, at) => [code, value(code, at)]));
      return {
        shares: record(shares, percentOf),
        votes: record(votes, of),
        validVotes: valid ? Math.max(0, total + off[6]!) : undefined,
        otherVotes: others
          ? codes.filter((code) => !votes.includes(code)).reduce((rest, code) => rest + of(code), 0)
          : undefined,
      };
    });

const countryAndFigures = country.chain((place) =>
  fc.tuple(fc.constant(place), figuresNear(place)),
);

const readCountry = (country: Country, claims: readonly Claim[]) => {
  const election = electionOf(country, claims);
  const rows = country.votes.map((votes, station) => [station + 1, ...votes].join(","));
  return { election, ...readTallies(`station,A,B,C\n${rows.join("\n")}\n`, election) };
};

/** Every way in which the uncovered stations can complete the count: votes of A, B and C overall. */
function* completions(country: Country): Generator<readonly number[]> {
  const inHand = inHandOf(country);
  const room = roomOf(country);
  for (let a = 0; a <= room; a++)
    for (let b = 0; a + b <= room; b++)
      for (let c = 0; a + b + c <= room; c++)
        yield [inHand[0]! + a, inHand[1]! + b, inHand[2]! + c];
}

/** Whether a result prints as claimed; written without the library's arithmetic. */
function agrees(claim: Claim, result: readonly number[]): boolean {
  const valid = result.reduce((a, b) => a + b, 0);
  const of = (code: string) => result[codes.indexOf(code as "A")]!;
  // A share of no votes is no share.
  if (claim.shares && valid === 0) return false;
  const shares = Object.entries(claim.shares ?? {}).every(([code, text]) => {
    const tenth = text.includes(".") ? 1 : 10;
    const units = Math.round(Number(text) * 10);
    // share within half a unit of the text's last digit, times 2000 · valid
    return Math.abs(2000 * of(code) - 2 * units * valid) <= tenth * valid;
  });
  return (
    shares &&
    Object.entries(claim.votes ?? {}).every(([code, number]) => of(code) === number) &&
    (claim.validVotes === undefined || claim.validVotes === valid) &&
    (claim.otherVotes === undefined ||
      claim.otherVotes ===
        codes.reduce((sum, code) => sum + (claim.votes?.[code] === undefined ? of(code) : 0), 0)) &&
    (claim.winner === undefined ||
      codes.every((code) => code === claim.winner || of(claim.winner!) > of(code)))
  );
}

const toClaim = (parts: object): Claim => ({
  id: "claim",
  title: "claim",
  by: "somebody",
  ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
});

/** Keeps a law honest: it must have met true, possible and impossible claims. */
const seen = new Set<number>();

const hasFigure = ({ shares, votes, validVotes, winner, otherVotes }: Partial<Claim>) =>
  [shares, votes, validVotes, winner, otherVotes].some((figure) => figure !== undefined);

const isTrueIn = (country: Country, claim: Claim) => {
  const all = [...completions(country)].map((result) => agrees(claim, result));
  return { some: all.includes(true), every: !all.includes(false) };
};

describe("against every completion of a small country", () => {
  test("shares, votes and valid votes: the verdict is exactly what the completions say", () => {
    tryLaw(
      fc.property(countryAndFigures, ([place, { otherVotes: _others, ...parts }]) => {
        fc.pre(hasFigure(parts as Partial<Claim>));
        const claim = toClaim(parts);
        const { election, tallies } = readCountry(place, [claim]);
        const truth = isTrueIn(place, claim);
        seen.add(truth.every ? 1 : truth.some ? 2 : 3);
        const { outcome, reason } = judge(claim, tallies, election.universe);
        expect({ outcome, reason }).toMatchObject({
          outcome: truth.every ? "confirmed" : truth.some ? "undecided" : "contradicted",
        });
      }),
      3000,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });

  test("with a winner and others' votes as well: a verdict is never wrong", () => {
    fc.assert(
      fc.property(countryAndFigures, some(fc.constantFrom(...codes)), ([place, near], winner) => {
        const parts = { ...near, winner } as Partial<Claim>;
        fc.pre(hasFigure(parts));
        const claim = toClaim(parts);
        const { election, tallies } = readCountry(place, [claim]);
        const truth = isTrueIn(place, claim);
        const { outcome } = judge(claim, tallies, election.universe);
        if (outcome === "contradicted") expect(truth.some).toBe(false);
        if (outcome === "confirmed") expect(truth.every).toBe(true);
        if (truth.every) expect(outcome).toBe("confirmed");
      }),
      { numRuns: runs(2000) },
    );
  });

  test("bounds contain every completion and are reached", () => {
    fc.assert(
      fc.property(country, (place) => {
        const { election, tallies } = readCountry(place, []);
        const { bounds, certainWinner } = verify(election, tallies);
        const results = [...completions(place)];
        for (const [at, { votes }] of bounds.entries()) {
          expect(Math.min(...results.map((result) => result[at]!))).toBe(votes.min);
          expect(Math.max(...results.map((result) => result[at]!))).toBe(votes.max);
        }
        const winners = new Set(
          results.map((result) => {
            const most = Math.max(...result);
            const first = result.filter((votes) => votes === most);
            return first.length === 1 ? codes[result.indexOf(most)] : undefined;
          }),
        );
        expect(certainWinner).toBe(winners.size === 1 ? [...winners][0] : undefined);
      }),
      { numRuns: runs(300) },
    );
  });

  test("a claim's uncovered votes are the least and the most with which it is true", () => {
    fc.assert(
      fc.property(countryAndFigures, ([place, { otherVotes: _others, ...parts }]) => {
        fc.pre(hasFigure(parts as Partial<Claim>));
        const claim = toClaim(parts);
        const { election, tallies } = readCountry(place, [claim]);
        const range = judge(claim, tallies, election.universe).findings.find(
          ({ figure }) => figure === "together",
        )?.uncoveredVotes;
        fc.pre(range !== undefined);
        const sums = [...completions(place)]
          .filter((result) => agrees(claim, result))
          .map((result) => result.reduce((a, b) => a + b, 0) - count(tallies).validVotes);
        expect(range).toEqual({ min: Math.min(...sums), max: Math.max(...sums) });
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe("claims on part of the stations, against every choice of stations and votes", () => {
  // Every set of K stations, and every way of filling the missing ones among them.
  function* worlds(place: Country, stations: number): Generator<readonly number[]> {
    const covered = place.votes.length;
    const missing = place.stations - covered;
    const room = roomOf(place);
    for (let set = 0; set < 2 ** covered; set++) {
      const chosen = place.votes.filter((_, at) => (set >> at) & 1);
      const rest = stations - chosen.length;
      if (rest < 0 || rest > missing) continue;
      const base = codes.map((_, at) => chosen.reduce((sum, votes) => sum + votes[at]!, 0));
      const most = rest === 0 ? 0 : room;
      for (let a = 0; a <= most; a++)
        for (let b = 0; a + b <= most; b++)
          for (let c = 0; a + b + c <= most; c++) yield [base[0]! + a, base[1]! + b, base[2]! + c];
    }
  }

  test("a verdict is never wrong", () => {
    const outcomes = new Set<string>();
    tryLaw(
      fc.property(
        countryAndFigures,
        fc.nat(4),
        some(fc.constantFrom(...codes)),
        ([place, near], part, winner) => {
          fc.pre(place.stations > 1);
          const stations = 1 + (part % (place.stations - 1));
          const parts = { ...near, winner } as Partial<Claim>;
          fc.pre(hasFigure(parts));
          const claim = toClaim({ ...parts, scope: { stations } });
          const { election, tallies } = readCountry(place, [claim]);
          const all = [...worlds(place, stations)].map((result) => agrees(claim, result));
          const { outcome } = judge(claim, tallies, election.universe);
          outcomes.add(outcome);
          if (outcome === "contradicted") expect(all).not.toContain(true);
          if (outcome === "confirmed") expect(all).not.toContain(false);
        },
      ),
      2000,
      () => {
        expect([...outcomes]).toEqual(expect.arrayContaining(["contradicted", "undecided"]));
      },
    );
  });
});

describe("symmetry", () => {
  test("swapping the two sides swaps the verdicts", () => {
    const swap = (code: string) => (code === "A" ? "B" : code === "B" ? "A" : code);
    const swapKeys = <T>(record: Readonly<Record<string, T>> | undefined) =>
      record &&
      Object.fromEntries(Object.entries(record).map(([code, value]) => [swap(code), value]));
    fc.assert(
      fc.property(countryAndFigures, some(fc.constantFrom(...codes)), ([place, parts], winner) => {
        fc.pre(hasFigure({ ...parts, winner } as Partial<Claim>));
        const claim = toClaim({ ...parts, winner } as Partial<Claim>);
        const mirrored = toClaim({
          ...parts,
          shares: swapKeys(parts.shares),
          votes: swapKeys(parts.votes),
          winner: winner && swap(winner),
        } as Partial<Claim>);
        const swapped = { ...place, votes: place.votes.map(([a, b, c]) => [b, a, c] as const) };
        const outcomeOf = (where: Country, what: Claim) => {
          const { election, tallies } = readCountry(where, [what]);
          return judge(what, tallies, election.universe).outcome;
        };
        expect(outcomeOf(swapped, mirrored)).toBe(outcomeOf(place, claim));
      }),
    );
  });

  test("one more accepted sheet never widens the bounds", () => {
    fc.assert(
      fc.property(country, fc.tuple(fc.nat(9), fc.nat(9), fc.nat(4)), (place, extra) => {
        const more = { ...place, votes: [...place.votes, extra], stations: place.stations + 1 };
        const before = { ...more, votes: place.votes, roll: place.roll + 30 };
        const after = { ...more, roll: place.roll + 30 };
        const boundsIn = (where: Country) => {
          const { election, tallies } = readCountry(where, []);
          return verify(election, tallies).bounds;
        };
        const wide = boundsIn(before);
        for (const [at, { votes, share }] of boundsIn(after).entries()) {
          expect(votes.min).toBeGreaterThanOrEqual(wide[at]!.votes.min);
          expect(votes.max).toBeLessThanOrEqual(wide[at]!.votes.max);
          const value = ({ votes: part, outOf }: { votes: number; outOf: number }) => part / outOf;
          expect(value(share.min)).toBeGreaterThanOrEqual(value(wide[at]!.share.min) - 1e-12);
          expect(value(share.max)).toBeLessThanOrEqual(value(wide[at]!.share.max) + 1e-12);
        }
      }),
    );
  });
});
