// Small made countries, every way to complete them, and claims that are nearly true of one. All
// arithmetic is written anew here: nothing of it is the library's.
import fc from "fast-check";
import {
  type Claim,
  type Election,
  readRegister,
  readTallies,
  type Tallies,
} from "../../src/index";
import { smallElection } from "../fixtures";

export const codes = ["A", "B", "C"] as const;

/** Votes of A, B and C. */
export type Votes = readonly [number, number, number];

/** A tally sheet; what it does not state is not known. */
export interface Sheet {
  readonly votes: Votes;
  readonly invalid?: number;
  readonly blank?: number;
  readonly ballots?: number;
  readonly registered?: number;
}

/** Columns that the files have beside the candidates'. */
export type Column = "invalid" | "blank" | "ballots" | "registered";

export interface Country {
  readonly columns: readonly Column[];
  readonly sheets: readonly Sheet[];
  /** Stations without a sheet. */
  readonly missing: number;
  readonly roll: number;
  readonly maxTurnout?: string;
}

export const sum = (numbers: Iterable<number>) => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
export const add = (all: Iterable<Votes>): Votes => {
  const total: [number, number, number] = [0, 0, 0];
  for (const votes of all) for (const at of [0, 1, 2] as const) total[at] += votes[at];
  return total;
};
export const inHandOf = ({ sheets }: Country) => add(sheets.map(({ votes }) => votes));

// ---- Reading it

const layoutNames = {
  invalid: "invalidVotes",
  blank: "blankVotes",
  ballots: "ballotsCast",
  registered: "registeredVoters",
} as const;

export function electionOf(country: Country, claims: readonly Claim[] = []): Election {
  const { columns, sheets, missing, roll, maxTurnout } = country;
  return smallElection({
    candidates: codes.map((code) => ({ code, name: code })),
    universe: {
      stations: sheets.length + missing,
      registeredVoters: roll,
      ...(maxTurnout === undefined ? {} : { maxTurnout }),
    },
    layout: {
      station: [{ column: "station" }],
      candidates: { A: "A", B: "B", C: "C" },
      ...Object.fromEntries(
        columns.map((column) => [layoutNames[column], { column, optional: true }]),
      ),
    },
    claims,
  });
}

export function readCountry(
  country: Country,
  claims: readonly Claim[] = [],
  /** Voters of each missing station, if a register has them. */
  missingVoters?: readonly number[],
): { election: Election; tallies: Tallies } {
  const election = electionOf(country, claims);
  const { columns, sheets } = country;
  const header = ["station", ...codes, ...columns];
  const rows = sheets.map((sheet, at) => [
    `${at + 1}`,
    ...sheet.votes,
    ...columns.map((column) => sheet[column] ?? ""),
  ]);
  const csv = [header, ...rows].map((row) => `${row.join(",")}\n`).join("");
  const { tallies } = readTallies(
    csv,
    election,
    missingVoters ? { register: registerOf(country, missingVoters) } : {},
  );
  if (tallies.length !== sheets.length) throw new Error(`a made sheet was refused:\n${csv}`);
  return { election, tallies };
}

/** A register of every station; covered ones have as many voters as their sheets account for. */
function registerOf(country: Country, missingVoters: readonly number[]) {
  const election = smallElection({
    ...electionOf(country),
    registers: [{ station: [{ column: "station" }], registeredVoters: "voters" }],
  });
  const voters = [...country.sheets.map((sheet) => leastRegistered([sheet])), ...missingVoters];
  const rows = voters.map((number, at) => `${at + 1},${number}\n`);
  return readRegister(`station,voters\n${rows.join("")}`, election);
}

// ---- Every way to complete it

/** Invalid votes and ballots of some stations, and the fewest voters registered there. */
type Counts = readonly [invalid: number, ballots: number, registered: number];

/** What a sheet leaves open, with at most `free` ballots beside those it accounts for. */
function* countsOf(sheet: Sheet, columns: readonly Column[], free: number): Generator<Counts> {
  const { votes, invalid, blank, registered } = sheet;
  const known = sum(votes) + (invalid ?? 0) + (blank ?? 0);
  // Blank votes that the files do not count apart are among the invalid ones.
  const complete = invalid !== undefined && (blank !== undefined || !columns.includes("blank"));
  const ballots = sheet.ballots ?? (complete ? known : undefined);
  const most = ballots ?? registered ?? known + free;
  for (let cast = ballots ?? known; cast <= most; cast++)
    if (invalid !== undefined) yield [invalid, cast, registered ?? cast];
    else for (let own = 0; own <= cast - known; own++) yield [own, cast, registered ?? cast];
}

function unique(all: Iterable<Counts>): Counts[] {
  const found = new Map<number, Counts>();
  for (const counts of all) found.set(counts[0] * 1e6 + counts[1] * 1e3 + counts[2], counts);
  return [...found.values()];
}

/** The fewest voters that are registered at the stations of these sheets. */
export const leastRegistered = (sheets: readonly Sheet[]) =>
  sum(
    sheets.map(
      ({ votes, invalid = 0, blank = 0, ballots, registered }) =>
        registered ?? ballots ?? sum(votes) + invalid + blank,
    ),
  );

/** Every invalid votes, ballots and voters that these stations can have together, of `roll` voters. */
export function coveredCounts(
  sheets: readonly Sheet[],
  columns: readonly Column[],
  roll: number,
): Counts[] {
  const free = roll - leastRegistered(sheets);
  let all: Counts[] = [[0, 0, 0]];
  for (const sheet of sheets) {
    const own = [...countsOf(sheet, columns, free)];
    all = unique(
      all.flatMap((a) => own.map((b): Counts => [a[0] + b[0], a[1] + b[1], a[2] + b[2]])),
    ).filter(([, , registered]) => registered <= roll);
  }
  return all;
}

/** So many percent of the voters, rounded down, in whole numbers. */
export function percentOf(percent: string, voters: number): number {
  const [units, scale] = unitsOf(percent);
  return Number((BigInt(units) * BigInt(voters)) / (100n * BigInt(scale)));
}

/** A way to fill what is open: all missing valid votes, and invalid votes and ballots of all stations. */
export interface Totals {
  readonly missing: number;
  readonly invalid: number;
  readonly ballots: number;
}

/** All ways by the missing valid votes; `room` is the most ballots beside so many registered voters. */
export function totalsWithin(
  covered: readonly Counts[],
  room: (registered: number) => number,
): readonly (readonly Totals[])[] {
  const found: Totals[][] = [];
  const seen: Set<number>[] = [];
  for (const [invalid, ballots, registered] of covered) {
    const most = room(registered);
    for (let cast = 0; cast <= most; cast++)
      for (let missing = 0; missing <= cast; missing++)
        for (let own = 0; own + missing <= cast; own++) {
          const totals = { missing, invalid: invalid + own, ballots: ballots + cast };
          const key = totals.invalid * 1e4 + totals.ballots;
          const at = (seen[missing] ??= new Set());
          if (at.has(key)) continue;
          at.add(key);
          (found[missing] ??= []).push(totals);
        }
  }
  return found;
}

const known = new WeakMap<Country, ReturnType<typeof totalsWithin>>();

export function totalsOf(country: Country): ReturnType<typeof totalsWithin> {
  const { sheets, columns, missing, roll, maxTurnout } = country;
  const before = known.get(country);
  const totals =
    before ??
    totalsWithin(coveredCounts(sheets, columns, roll), (registered) => {
      if (missing === 0) return 0;
      const voters = roll - registered;
      return maxTurnout === undefined ? voters : percentOf(maxTurnout, voters);
    });
  known.set(country, totals);
  return totals;
}

/** Every way to share out `votes` votes. */
export function* splits(votes: number): Generator<Votes> {
  for (let a = 0; a <= votes; a++) for (let b = 0; a + b <= votes; b++) yield [a, b, votes - a - b];
}

// ---- What a claim says

function unitsOf(percent: string): [units: number, scale: number] {
  const decimals = percent.split(".")[1]?.length ?? 0;
  return [Number(percent.replace(".", "")), 10 ** decimals];
}

/** Whether part of whole can be printed as the percentage, a tie rounded either way. */
export function prints(part: number, whole: number, percent: string): boolean {
  if (part < 0 || part > whole) return false;
  const [units, scale] = unitsOf(percent);
  const value = 200 * scale * part;
  return (2 * units - 1) * whole <= value && value <= (2 * units + 1) * whole;
}

export const percentText = (part: number, whole: number, decimals: number, off = 0) => {
  const scale = 10 ** decimals;
  const units = Math.round((100 * scale * part) / Math.max(1, whole)) + off;
  return (Math.min(100 * scale, Math.max(0, units)) / scale).toFixed(decimals);
};

const indexOf = (code: string) => codes.indexOf(code as "A");

/** Whether the claim's figures on candidates and valid votes are those of the result. */
export function votesAgree(claim: Claim, result: Votes, tieWins = true): boolean {
  const { votes, shares, otherVotes, validVotes, winner, margin } = claim;
  const valid = result[0] + result[1] + result[2];
  const of = (code: string) => result[indexOf(code)]!;
  if (validVotes !== undefined && validVotes !== valid) return false;
  for (const code in votes) if (votes[code] !== of(code)) return false;
  // A share of no votes is no share.
  for (const code in shares)
    if (valid === 0 || !prints(of(code), valid, shares[code]!)) return false;
  if (otherVotes !== undefined) {
    let others = 0;
    for (const code of codes) if (votes?.[code] === undefined) others += of(code);
    if (others !== otherVotes) return false;
  }
  if (winner !== undefined)
    for (const code of codes)
      if (code !== winner && (tieWins ? of(code) > of(winner) : of(code) >= of(winner)))
        return false;
  if (margin) {
    const lead = of(margin.winner) - of(margin.loser);
    if (margin.votes !== undefined && margin.votes !== lead) return false;
    if (margin.share !== undefined && (valid === 0 || !prints(lead, valid, margin.share)))
      return false;
  }
  return true;
}

/** Whether its totals are those; a turnout without its voters is one of some part of the roll. */
export function totalsAgree(claim: Claim, { invalid, ballots }: Totals, roll: number): boolean {
  const { invalidVotes, ballotsCast, turnout, turnoutBase } = claim;
  if (invalidVotes !== undefined && invalidVotes !== invalid) return false;
  if (ballotsCast !== undefined && ballotsCast !== ballots) return false;
  if (turnout === undefined) return true;
  if (turnoutBase !== undefined) return prints(ballots, turnoutBase, turnout);
  for (let voters = 1; voters <= roll; voters++) if (prints(ballots, voters, turnout)) return true;
  return false;
}

export interface Truth {
  /** The missing valid votes with which the claim can be true. */
  readonly possible: readonly number[];
  /** Whether it is true in every completion, whoever wins a tie. */
  readonly certain: boolean;
}

export const truthOf = (country: Country, claim: Claim) =>
  truthAmong(inHandOf(country), totalsOf(country), country.roll, claim);

export function truthAmong(
  inHand: Votes,
  totals: ReturnType<typeof totalsWithin>,
  roll: number,
  claim: Claim,
): Truth {
  const possible: number[] = [];
  let certain = true;
  for (const [missing, all] of totals.entries()) {
    let [fits, always] = [false, true];
    for (const each of all)
      if (totalsAgree(claim, each, roll)) fits = true;
      else always = false;
    let found = false;
    if (fits || (certain && always))
      for (const split of splits(missing)) {
        const result = add([inHand, split]);
        if (votesAgree(claim, result)) found = true;
        if (always && !votesAgree(claim, result, false)) always = false;
      }
    if (fits && found) possible.push(missing);
    if (!always) certain = false;
  }
  return { possible, certain };
}

// ---- Making them

export const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Drops what is undefined. */
export const compact = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const votesArbitrary: fc.Arbitrary<Votes> = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(3));

/** A sheet with all its counts, of which a file shows some. */
export const sheetArbitrary: fc.Arbitrary<Required<Sheet>> = fc
  .record({ votes: votesArbitrary, invalid: fc.nat(2), blank: fc.nat(1), absent: fc.nat(3) })
  .map(({ votes, invalid, blank, absent }) => {
    const ballots = sum(votes) + invalid + blank;
    return { votes, invalid, blank, ballots, registered: ballots + absent };
  });

/** The sheet as the columns show it; without blank votes apart, those are invalid. */
export function shown(sheet: Required<Sheet>, columns: readonly Column[]): Sheet {
  const apart = columns.includes("blank");
  const all = apart ? sheet : { ...sheet, blank: undefined, invalid: sheet.invalid + sheet.blank };
  return {
    votes: sheet.votes,
    ...compact(Object.fromEntries(columns.map((column) => [column, all[column]]))),
  };
}

/** Countries whose sheets all give the same counts. */
export const countryArbitrary = (layouts: readonly (readonly Column[])[]) =>
  fc
    .record({
      columns: fc.constantFrom(...layouts),
      sheets: fc.array(sheetArbitrary, { minLength: 1, maxLength: 3 }),
      missing: fc.nat(2),
      room: fc.nat(8),
    })
    .map(({ columns, sheets, missing, room }): Country => {
      const own = sheets.map((sheet) => shown(sheet, columns));
      return { columns, sheets: own, missing, roll: Math.max(1, leastRegistered(own) + room) };
    });

export type Figure = Exclude<
  keyof Claim,
  "id" | "title" | "by" | "date" | "source" | "note" | "scope" | "turnoutBase"
>;

export const FIGURES = [
  "votes",
  "shares",
  "otherVotes",
  "validVotes",
  "invalidVotes",
  "ballotsCast",
  "turnout",
  "winner",
] as const satisfies readonly Figure[];

export const claimOf = (figures: object): Claim => ({
  id: "claim",
  title: "claim",
  by: "somebody",
  ...compact(figures),
});

/** A claim that is true of the result, or nearly so: those are the hard ones. */
export const claimOn = (
  result: Votes,
  { invalid, ballots }: Totals,
  roll: number,
  kinds: readonly Figure[],
  options: { readonly decimals?: number; readonly base?: boolean } = {},
): fc.Arbitrary<Claim> =>
  fc
    .record({
      figures: fc.subarray([...kinds], { minLength: 1 }),
      votes: fc.subarray([...codes], { minLength: 1 }),
      shares: fc.subarray([...codes], { minLength: 1 }),
      decimals: fc.nat(options.decimals ?? 1),
      winner: fc.constantFrom(...codes, "most"),
      margin: fc.tuple(fc.nat(2), fc.nat(1), fc.nat(2)),
      base: fc.constantFrom(0, 0, 1, 7, 100),
      hasBase: options.base === true ? fc.constant(true) : fc.boolean(),
      off: fc.array(fc.constantFrom(0, 0, 0, 0, 0, 1, -1), { minLength: 13, maxLength: 13 }),
    })
    .map(({ figures, off, decimals, ...chosen }) => {
      const has = (figure: Figure) => figures.includes(figure);
      const valid = sum(result);
      const near = (number: number, at: number) => Math.max(0, number + off[at]!);
      const named = has("votes") ? chosen.votes : [];
      const best = codes[result.indexOf(Math.max(...result))]!;
      const winner = has("winner") && (chosen.winner === "most" ? best : (chosen.winner as "A"));
      const first = winner || codes[chosen.margin[0]]!;
      const loser = codes.filter((code) => code !== first)[chosen.margin[1]]!;
      const lead = Math.max(0, result[indexOf(first)]! - result[indexOf(loser)]!);
      const turnoutBase = roll + chosen.base;
      return claimOf({
        votes: has("votes")
          ? Object.fromEntries(
              named.map((code) => [code, near(result[indexOf(code)]!, indexOf(code))]),
            )
          : undefined,
        shares: has("shares")
          ? Object.fromEntries(
              chosen.shares.map((code) => [
                code,
                percentText(result[indexOf(code)]!, valid, decimals, off[3 + indexOf(code)]),
              ]),
            )
          : undefined,
        otherVotes: has("otherVotes")
          ? near(sum(codes.map((code, at) => (named.includes(code) ? 0 : result[at]!))), 6)
          : undefined,
        validVotes: has("validVotes") ? near(valid, 7) : undefined,
        invalidVotes: has("invalidVotes") ? near(invalid, 8) : undefined,
        ballotsCast: has("ballotsCast") ? near(ballots, 9) : undefined,
        turnout: has("turnout") ? percentText(ballots, turnoutBase, decimals, off[10]) : undefined,
        turnoutBase: has("turnout") && chosen.hasBase ? turnoutBase : undefined,
        winner: winner || undefined,
        margin: has("margin")
          ? compact({
              winner: first,
              loser,
              votes: chosen.margin[2] === 1 ? undefined : near(lead, 11),
              share:
                chosen.margin[2] === 0 ? undefined : percentText(lead, valid, decimals, off[12]),
            })
          : undefined,
      });
    });

/** A country, and claims that are true of some completion of it, or nearly so. */
export const withClaims = (
  countries: fc.Arbitrary<Country>,
  kinds: readonly Figure[],
  number = 3,
  options: { readonly decimals?: number; readonly base?: boolean } = {},
) =>
  countries.chain((country) => {
    const all = totalsOf(country);
    const claim = fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6)).chain(([a, b, c]) => {
      const missing = a % all.length;
      const totals = all[missing]![b % all[missing]!.length]!;
      const ways = [...splits(missing)];
      const result = add([inHandOf(country), ways[c % ways.length]!]);
      return claimOn(result, totals, country.roll, kinds, options);
    });
    return fc.tuple(
      fc.constant(country),
      fc.array(claim, { minLength: number, maxLength: number }),
    );
  });

/** Countries some of whose sheets leave out what others give. */
export const patchyCountryArbitrary = (layouts: readonly (readonly Column[])[]) =>
  fc
    .tuple(
      countryArbitrary(layouts),
      fc.array(fc.nat(15), { minLength: 3, maxLength: 3 }),
      fc.nat(5),
    )
    .map(([country, masks, room]): Country => {
      const sheets = country.sheets.map((sheet, at): Sheet => {
        const kept = country.columns.filter((_, bit) => ((masks[at]! >> bit) & 1) === 0);
        return {
          votes: sheet.votes,
          ...compact(Object.fromEntries(kept.map((column) => [column, sheet[column]]))),
        };
      });
      return { ...country, sheets, roll: Math.max(1, leastRegistered(sheets) + room) };
    });
