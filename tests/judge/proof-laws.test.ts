// Proofs: every contradiction has one that holds, and none that holds is ever wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkProof,
  type Claim,
  type CompletionProof,
  type Fact,
  judge,
  type Proof,
  readTallies,
  type StationsProof,
} from "../../src/index";
import { smallElection } from "../fixtures";
import { runs, tryLaw } from "../laws";
import {
  add,
  claimOf,
  codes,
  type Column,
  type Country,
  countryArbitrary,
  type Figure,
  FIGURES,
  patchyCountryArbitrary,
  readCountry,
  some,
  splits,
  sum,
  totalsAgree,
  votesAgree,
  type Votes,
  withClaims,
} from "./small-country";

const LAYOUTS: readonly (readonly Column[])[] = [
  [],
  ["invalid"],
  ["invalid", "registered"],
  ["ballots"],
  ["invalid", "blank", "ballots", "registered"],
];
const KINDS: readonly Figure[] = [...FIGURES, "margin"];

type Premises = CompletionProof["premises"];

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const judgeAll = ([country, claims, stations]: readonly [
  Country,
  readonly Claim[],
  (number | undefined)?,
]) => {
  const { election, tallies } = readCountry(country);
  return claims.map((figures) => {
    const claim = stations === undefined ? figures : { ...figures, scope: { stations } };
    return judge(claim, tallies, election.universe);
  });
};

const cases = fc.oneof(countryArbitrary(LAYOUTS), patchyCountryArbitrary(LAYOUTS));

/** Contradicted claims of small countries, with their proofs. */
const proofs = (margins: boolean, stations?: number) =>
  withClaims(cases, margins ? KINDS : FIGURES, 6)
    .map(([country, claims]) =>
      judgeAll([country, claims, stations]).flatMap(({ proof }) => (proof ? [copy(proof)] : [])),
    )
    .filter((found) => found.length > 0)
    .chain((found) => fc.constantFrom(...found));

describe("every contradiction has a proof that holds", () => {
  const holdsIn = (kinds: readonly Figure[]) =>
    fc.assert(
      fc.property(
        withClaims(cases, kinds, 4),
        some(fc.integer({ min: 1, max: 3 })),
        ([country, claims], stations) => {
          for (const { outcome, proof, claim } of judgeAll([country, claims, stations])) {
            expect({ claim, proof: proof !== undefined }).toMatchObject({
              proof: outcome === "contradicted",
            });
            if (proof)
              expect({ proof, check: checkProof(copy(proof)) }).toMatchObject({
                check: { holds: true },
              });
          }
        },
      ),
      { numRuns: runs(190) },
    );

  test("without margins", () => {
    holdsIn(FIGURES);
  });

  test("with margins", () => {
    holdsIn(KINDS);
  });

  test("where whole votes decide beside a margin", () => {
    // W = 1 to 5: 19.85 % to 19.95 % of 9 to 13 votes are no whole number.
    const country: Country = { columns: [], sheets: [{ votes: [7, 1, 0] }], missing: 1, roll: 13 };
    const margin = { winner: "A", loser: "B", share: "60" };
    const [verdict] = judgeAll([country, [claimOf({ shares: { B: "19.9" }, margin })]]);
    expect(verdict).toMatchObject({ outcome: "contradicted" });
    expect(checkProof(verdict!.proof!)).toEqual({ holds: true });
  });

  test("a sum over stations is the extreme one of all choices", () => {
    let compared = 0;
    tryLaw(
      fc.property(
        withClaims(countryArbitrary(LAYOUTS), ["votes", "validVotes", "shares", "margin"], 4),
        fc.integer({ min: 1, max: 4 }),
        ([country, claims], stations) => {
          for (const { proof } of judgeAll([country, claims, stations])) {
            if (proof?.basis !== "stations") continue;
            compared++;
            const { side, room, added } = proof;
            const end = (covered: Units, missing: number) =>
              covered + effectOf(proof) * BigInt(missing);
            const ends = choices(country, stations).map(({ result, missing }) =>
              end(sumOver(proof, result), missing > 0 ? room : 0),
            );
            const extreme = ends.reduce((a, b) =>
              (side === "least" ? compare(a, b) <= 0 : compare(a, b) >= 0) ? a : b,
            );
            expect(compare(extreme, end(decimal(proof.sum), added))).toBe(0);
          }
        },
      ),
      90,
      () => {
        expect(compared).toBeGreaterThan(10);
      },
    );
  });

  /** What the covered ones among so many stations can have, and how many others are missing. */
  function choices({ sheets, missing }: Country, stations: number) {
    const found: { result: Votes; missing: number }[] = [];
    for (let set = 0; set < 2 ** sheets.length; set++) {
      const chosen = sheets.filter((_, at) => (set >> at) & 1);
      const rest = stations - chosen.length;
      if (rest >= 0 && rest <= missing)
        found.push({ result: add(chosen.map(({ votes }) => votes)), missing: rest });
    }
    return found;
  }
});

// ---- Exact decimals: a whole number of units of 1e-20

type Units = bigint;
const ONE = 10n ** 20n;

function decimal(text: string): Units {
  const [, sign, whole, digits = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const value = BigInt(whole!) * ONE + BigInt(digits.padEnd(20, "0"));
  return sign === "-" ? -value : value;
}

const compare = (a: Units, b: Units) => (a < b ? -1 : a > b ? 1 : 0);

function written(value: Units): string {
  const [whole, digits] = [
    (value < 0n ? -value : value) / ONE,
    (value < 0n ? -value : value) % ONE,
  ];
  return `${value < 0n ? "-" : ""}${whole}.${digits.toString().padStart(20, "0")}`;
}

/** The lowest or highest share that is printed as the percentage. */
function endOf(percent: string, end: "low" | "high"): Units {
  const decimals = percent.split(".")[1]?.length ?? 0;
  const half = ONE / 100n / 10n ** BigInt(decimals) / 2n;
  const value = decimal(percent) / 100n + (end === "low" ? -half : half);
  return value < 0n ? 0n : value > ONE ? ONE : value;
}

/** What a proof on stations sums: votes or leads, less the share of the valid votes if it is of a share. */
function sumOver(
  { claim, figure, candidate = "", rival = "", side, parts }: StationsProof,
  result: Votes,
): Units {
  const of = (code: string) => BigInt(result[codes.indexOf(code as "A")] ?? 0) * ONE;
  const valid = BigInt(sum(result));
  const part = (at: 0 | 1) => {
    const { figure: own, candidate: who = "" } = parts![at];
    if (own === "votes") return of(who);
    if (own === "validVotes") return valid * ONE;
    const named = Object.keys(claim.votes ?? {});
    return codes.reduce((all, code) => (named.includes(code) ? all : all + of(code)), 0n);
  };
  const end = side === "least" ? "high" : "low";
  switch (figure) {
    case "votes":
      return of(candidate);
    case "share":
      return of(candidate) - endOf(claim.shares![candidate]!, end) * valid;
    case "winner":
    case "marginVotes":
      return of(candidate) - of(rival);
    case "sum":
      return part(0) + part(1);
    case "difference":
      return part(0) - part(1);
    case "marginShare":
      return of(candidate) - of(rival) - endOf(claim.margin!.share!, end) * valid;
    default:
      return valid * ONE;
  }
}

/** What one missing vote changes that sum by, at the end that the proof is on. */
function effectOf({ claim, figure, candidate = "", side, parts }: StationsProof): Units {
  const ofAll = parts?.[0].figure === "validVotes";
  if (side === "most") {
    if (figure === "share") return ONE - endOf(claim.shares![candidate]!, "low");
    if (figure === "marginShare") return ONE - endOf(claim.margin!.share!, "low");
    return figure === "sum" && ofAll ? 2n * ONE : ONE;
  }
  if (figure === "share") return -endOf(claim.shares![candidate]!, "high");
  if (figure === "marginShare") return -ONE - endOf(claim.margin!.share!, "high");
  return figure === "marginVotes" || figure === "winner" || (figure === "difference" && !ofAll)
    ? -ONE
    : 0n;
}

// ---- What premises allow

/** Whether some results that the premises allow are as claimed. */
function isPossible(claim: Claim, premises: Premises): boolean {
  const { votes, validVotes, blankVotes, ballots, invalidVotes, room, roll } = premises;
  const inHand: Votes = [votes["A"]!, votes["B"]!, votes["C"]!];
  for (let missing = 0; missing <= room; missing++) {
    let agreeing = false;
    for (const split of splits(missing))
      if (votesAgree(claim, add([inHand, split]))) agreeing = true;
    if (!agreeing) continue;
    for (let invalid = invalidVotes.least; invalid + missing <= invalidVotes.most; invalid++) {
      const least = Math.max(ballots.least, validVotes + blankVotes + invalid) + missing;
      for (let cast = least; cast <= ballots.most; cast++)
        if (totalsAgree(claim, { missing, invalid, ballots: cast }, roll)) return true;
    }
  }
  return false;
}

/** Whether a sum like the one in the proof can still come to what is claimed. */
function canComeTo(proof: StationsProof): boolean {
  const { claim, figure, candidate = "", rival = "", side, added, roll, parts } = proof;
  const margin = claim.margin;
  const isMargin = margin?.winner === candidate && margin.loser === rival;
  const numberOf = (part: NonNullable<typeof parts>[0]) =>
    part.figure === "votes" ? claim.votes![part.candidate!]! : claim[part.figure]!;
  const exactly = (number: number): [Units, Units] => [BigInt(number) * ONE, BigInt(number) * ONE];
  let [low, high]: [Units, Units] = [0n, 0n];
  if (figure === "votes") [low, high] = exactly(claim.votes![candidate]!);
  else if (figure === "winner") {
    if (claim.winner !== candidate || side === "least") return true;
    high = BigInt(Number.MAX_SAFE_INTEGER) * ONE;
  } else if (figure === "marginVotes" || figure === "marginShare") {
    if (!isMargin) return true;
    if (figure === "marginVotes") [low, high] = exactly(margin.votes!);
  } else if (figure === "turnout") {
    const voters = BigInt(claim.turnoutBase ?? roll);
    low = claim.turnoutBase === undefined ? 0n : endOf(claim.turnout!, "low") * voters;
    high = endOf(claim.turnout!, "high") * voters;
  } else if (figure === "sum" || figure === "difference") {
    const [first, second] = [numberOf(parts![0]), numberOf(parts![1])];
    [low, high] = exactly(figure === "sum" ? first + second : first - second);
  } else if (figure !== "share") [low, high] = exactly(claim[figure]!);
  const end = decimal(proof.sum) + effectOf(proof) * BigInt(added);
  return side === "least" ? end <= high : end >= low;
}

function isWrong(proof: Proof): boolean {
  if (proof.basis === "stations") return canComeTo(proof);
  return isPossible(proof.claim, proof.premises);
}

/** A fact as `votes · w + factor · W + offset` that is at least 0; by what is documented of it. */
function meaningOf({ kind, candidates = [], by }: Fact, claim: Claim, premises: Premises) {
  const { votes, validVotes, blankVotes, ballots, invalidVotes, room, roll } = premises;
  const of = (code: string) => BigInt(votes[code]!);
  const own = candidates.reduce((total, code) => total + of(code), 0n);
  const [first, second] = [candidates[0]!, candidates[1]!];
  const is = (factor: bigint | number, offset: bigint | number) => ({
    factor: BigInt(factor) * ONE,
    offset: BigInt(offset) * ONE,
  });
  const turnout = (end: "low" | "high") => {
    if (claim.turnoutBase === undefined && end === "low") return 0n;
    const part = endOf(claim.turnout!, end) * BigInt(claim.turnoutBase ?? roll);
    return end === "low" ? ((part + ONE - 1n) / ONE) * ONE : (part / ONE) * ONE;
  };
  const cast = (end: "low" | "high") =>
    by === "ballotsCast" ? BigInt(claim.ballotsCast!) * ONE : turnout(end);
  const share = (percent: string, end: "low" | "high", inHand: bigint) => {
    const value = endOf(percent, end);
    const sign = end === "low" ? 1n : -1n;
    return {
      factor: -sign * value,
      offset: sign * (inHand * ONE - value * BigInt(validVotes)),
    };
  };
  const invalid = () => BigInt(claim.invalidVotes!);
  const less = (number: bigint | number) => BigInt(number) * ONE;
  switch (kind) {
    case "votes-exist": {
      const shares = Object.keys(claim.shares ?? {}).length > 0;
      const some = validVotes === 0 && (shares || claim.margin?.share !== undefined);
      return is(1, some ? -1 : 0);
    }
    case "room":
      return is(-1, room);
    case "within":
      return is(1, 0);
    case "all-votes":
      return is(-1, 0);
    case "no-negative":
      return is(0, 0);
    case "votes":
      return is(0, own - BigInt(claim.votes![first]!));
    case "other-votes":
      return is(0, own - BigInt(claim.otherVotes!));
    case "valid-votes":
      return is(1, validVotes - claim.validVotes!);
    case "share-least":
      return share(claim.shares![first]!, "low", own);
    case "share-most":
      return share(claim.shares![first]!, "high", own);
    case "margin-votes":
      return is(0, of(first) - of(second) - BigInt(claim.margin!.votes!));
    case "margin-least":
      return share(claim.margin!.share!, "low", of(first) - of(second));
    case "margin-most":
      return share(claim.margin!.share!, "high", of(first) - of(second));
    case "winner":
      return is(0, of(first) - of(second));
    case "ballots":
      return { factor: -ONE, offset: cast("high") - less(ballots.least) };
    case "ballots-parts":
      return {
        factor: -ONE,
        offset: cast("high") - less(validVotes) - less(blankVotes) - less(invalid()),
      };
    case "ballots-reach":
      return { factor: 0n, offset: less(ballots.most) - cast("low") };
    case "ballots-whole":
      return { factor: 0n, offset: cast("high") - cast("low") };
    case "invalid":
      return is(-1, BigInt(invalidVotes.most) - invalid());
    case "invalid-least":
      return is(0, invalid() - BigInt(invalidVotes.least));
    case "turnout-least":
      return {
        factor: 0n,
        offset: less(claim.ballotsCast!) - cast("low"),
      };
    case "turnout-most":
      return { factor: 0n, offset: cast("high") - less(claim.ballotsCast!) };
  }
}

/** The proof with the sums of its facts as they really are; undefined where a fact is not stated. */
function summedUp(proof: CompletionProof): CompletionProof | undefined {
  try {
    const conditions = proof.conditions.map((condition) => {
      let [factor, offset] = [0n, 0n];
      for (const { fact, times } of condition.facts) {
        const each = meaningOf(fact, proof.claim, proof.premises);
        factor += BigInt(times) * each.factor;
        offset += BigInt(times) * each.offset;
      }
      return { ...condition, factor: written(factor), offset: written(offset) };
    });
    return { ...proof, conditions };
  } catch {
    return undefined;
  }
}

describe("a proof that holds is never wrong", () => {
  test("it is right of the claim and the premises that it states", () => {
    fc.assert(
      fc.property(fc.oneof(proofs(true), proofs(true, 1), proofs(false, 2)), (proof) => {
        if (checkProof(proof).holds)
          expect({ proof, wrong: isWrong(proof) }).toMatchObject({ wrong: false });
      }),
      { numRuns: runs(160) },
    );
  });

  /** Every number in it, also those that are text. */
  function* numbersIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
    if (typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)))
      yield path;
    else if (typeof value === "object" && value !== null)
      for (const [key, own] of Object.entries(value)) yield* numbersIn(own, [...path, key]);
  }

  function changed(proof: Proof, path: readonly string[], by: number): Proof {
    const other = copy(proof);
    let place = other as unknown as Record<string, unknown>;
    for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
    const [last, old] = [path.at(-1)!, place[path.at(-1)!]];
    if (typeof old === "number") place[last] = old + by;
    else {
      const decimals = (old as string).split(".")[1]?.length ?? 0;
      place[last] = (Number(old) + by / 10 ** decimals).toFixed(decimals);
    }
    return other;
  }

  test("with any one number changed, it holds only where it is still right", () => {
    const seen = new Set<boolean>();
    tryLaw(
      fc.property(
        fc.oneof(proofs(true), proofs(true, 1), proofs(false, 2)),
        fc.constantFrom(1, -1, 2, -3),
        (proof, by) => {
          for (const path of numbersIn(proof)) {
            const other = changed(proof, path, by);
            const { holds } = checkProof(other);
            seen.add(holds);
            // Of a share or a turnout below 0 or above 100 nobody knows what it should say.
            if (!holds || isMeaningless(other)) continue;
            expect({ path, other, wrong: isWrong(other) }).toMatchObject({ wrong: false });
            // Sums follow from the facts, and how many stations are covered from the stations.
            expect(["factor", "offset", "least", "most"]).not.toContain(
              path[0] === "conditions" || path[0] === "overlap" ? path.at(-1) : "",
            );
          }
        },
      ),
      70,
      () => {
        expect(seen.size).toBe(2);
      },
    );
  });

  function isMeaningless({ claim }: Proof): boolean {
    const percents = [...Object.values(claim.shares ?? {}), claim.margin?.share, claim.turnout];
    const counts = [
      ...Object.values(claim.votes ?? {}),
      claim.otherVotes,
      claim.validVotes,
      claim.invalidVotes,
      claim.ballotsCast,
      claim.margin?.votes,
    ];
    return (
      percents.some((percent) => percent !== undefined && !/^[\d.]+$/.test(percent)) ||
      percents.some((percent) => Number(percent) > 100) ||
      counts.some((count) => count !== undefined && count < 0) ||
      (claim.turnoutBase ?? 1) < 1
    );
  }

  /** A proof, and a claim of the same country, possible or not. */
  const withOther = withClaims(cases, KINDS, 8)
    .map(([country, claims]) => ({
      claims,
      found: judgeAll([country, claims]).flatMap(({ proof }) =>
        proof?.basis === "completion" ? [copy(proof)] : [],
      ),
    }))
    .filter(({ found }) => found.length > 0)
    .chain(({ claims, found }) =>
      fc.record({ proof: fc.constantFrom(...found), claim: fc.constantFrom(...claims) }),
    );

  test("nor with the facts of one proof for the claim of another, summed up anew", () => {
    const seen = { holds: 0, possible: 0 };
    tryLaw(
      fc.property(withOther, withOther, fc.boolean(), (one, other, elsewhere) => {
        const mixed = summedUp({
          ...one.proof,
          claim: one.claim,
          premises: elsewhere ? other.proof.premises : one.proof.premises,
        });
        if (mixed === undefined) return;
        const { holds } = checkProof(mixed);
        if (holds) seen.holds++;
        if (isPossible(mixed.claim, mixed.premises)) {
          seen.possible++;
          expect({ mixed, holds }).toMatchObject({ holds: false });
        }
      }),
      240,
      () => {
        expect(seen.holds).toBeGreaterThan(1);
        expect(seen.possible).toBeGreaterThan(1);
      },
    );
  });

  const KINDS_OF_FACT = [
    "votes-exist",
    "room",
    "valid-votes",
    "ballots",
    "ballots-parts",
    "ballots-reach",
    "invalid",
    "invalid-least",
    "turnout-least",
    "turnout-most",
  ] as const;

  test("nor with facts taken at random", () => {
    const seen = { holds: 0, possible: 0 };
    const total = fc
      .record({
        kind: fc.constantFrom(...KINDS_OF_FACT),
        by: fc.constantFrom("ballotsCast" as const, "turnout" as const),
      })
      .map((fact) => [{ fact, times: "1" }]);
    // Votes of a candidate that cancel: a bound from below and one from above.
    const pair = fc
      .tuple(
        fc.constantFrom("votes" as const, "share-least" as const, "no-negative" as const),
        fc.constantFrom("votes" as const, "share-most" as const, "within" as const),
        fc.constantFrom(...codes),
      )
      .map(([below, above, code]) => [
        { fact: { kind: below, candidates: [code] }, times: "1" },
        { fact: { kind: above, candidates: [code] }, times: above === "votes" ? "-1" : "1" },
      ]);
    const shares = fc
      .constantFrom("share-least" as const, "share-most" as const)
      .map((kind) => [
        ...codes.map((code) => ({ fact: { kind, candidates: [code] }, times: "1" })),
        { fact: { kind: "all-votes" as const }, times: kind === "share-least" ? "-1" : "1" },
      ]);
    const condition = fc
      .array(fc.oneof(total, pair, shares), { minLength: 1, maxLength: 2 })
      .map((parts) => ({
        text: "",
        factor: "0",
        offset: "0",
        facts: parts.flat().map((used) => ({ ...used, text: "" })),
      }));
    tryLaw(
      fc.property(
        proofs(true),
        fc.array(condition, { minLength: 1, maxLength: 2 }),
        some(fc.tuple(fc.nat(9), fc.nat(9))),
        (first, conditions, whole) => {
          if (first.basis !== "completion") return;
          const mixed = summedUp({
            basis: "completion",
            claim: first.claim,
            premises: first.premises,
            conditions,
            ...(whole ? { wholeVotes: { min: Math.min(...whole), max: Math.max(...whole) } } : {}),
          });
          if (mixed === undefined) return;
          const { holds } = checkProof(mixed);
          if (holds) {
            seen.holds++;
            expect({ mixed, possible: isPossible(mixed.claim, mixed.premises) }).toMatchObject({
              possible: false,
            });
          } else seen.possible++;
        },
      ),
      260,
      () => {
        expect(seen.holds).toBeGreaterThan(1);
        expect(seen.possible).toBeGreaterThan(1);
      },
    );
  });

  // One vote claimed, and five that can be missing: all of these claims are possible.
  const claim = claimOf({ votes: { A: 1 } });
  const premises: Premises = {
    stations: 9,
    covered: 0,
    registered: 0,
    roomBy: "roll",
    votes: { A: 0, B: 0, C: 0 },
    validVotes: 0,
    blankVotes: 0,
    ballots: { least: 0, most: 5 },
    invalidVotes: { least: 0, most: 5 },
    room: 5,
    roll: 5,
  };
  const proofOf = (
    condition: CompletionProof["conditions"][number],
    rest: Partial<CompletionProof> = {},
  ): CompletionProof => ({
    basis: "completion",
    claim,
    premises,
    conditions: [condition],
    ...rest,
  });

  test("weights without end prove nothing", () => {
    expect(isPossible(claim, premises)).toBe(true);
    const condition = {
      text: "",
      factor: "-Infinity",
      offset: "Infinity",
      facts: [{ fact: { kind: "room" }, times: "Infinity", text: "" }],
    } as const;
    const proof = proofOf(condition, { wholeVotes: { min: 0, max: 0 } });
    expect(checkProof(proof)).toMatchObject({ holds: false });
  });

  test("weights so large that sums are rounded prove nothing", () => {
    const large = `1${"0".repeat(80)}`;
    const facts = [
      { fact: { kind: "valid-votes" }, times: large, text: "" },
      { fact: { kind: "within", candidates: ["A"] }, times: "1", text: "" },
      { fact: { kind: "valid-votes" }, times: `-${large}`, text: "" },
      { fact: { kind: "votes", candidates: ["A"] }, times: "1", text: "" },
    ] as const;
    // Really W − 2 ≥ 0; with its W rounded away, −2 ≥ 0.
    const other = claimOf({ votes: { A: 2 }, validVotes: 3 });
    expect(isPossible(other, premises)).toBe(true);
    const proof = proofOf({ text: "", factor: "0", offset: "-2", facts }, { claim: other });
    expect(checkProof(proof)).toMatchObject({ holds: false });
  });

  /** A proof with each condition summed up as its facts are, and the claim it is said to exclude. */
  const told = (
    other: Claim,
    conditions: readonly (readonly [factor: string, offset: string, ...facts: [Fact, string][]])[],
  ): CompletionProof => ({
    basis: "completion",
    claim: other,
    premises,
    conditions: conditions.map(([factor, offset, ...facts]) => ({
      text: "",
      factor,
      offset,
      facts: facts.map(([fact, times]) => ({ fact, times, text: "" })),
    })),
  });

  test("an inequality that is turned round proves nothing", () => {
    // W ≤ 5 turned round is W ≥ 5, and 4 valid votes are claimed, which is possible.
    const other = claimOf({ validVotes: 4 });
    expect(isPossible(other, premises)).toBe(true);
    const valid: [Fact, string] = [{ kind: "valid-votes" }, "-1"];
    const turned = told(other, [
      ["1", "-5", [{ kind: "room" }, "-1"]],
      ["-1", "4", valid],
    ]);
    expect(checkProof(turned)).toEqual({
      holds: false,
      why: "an inequality (room) is turned round",
    });
    const right = told(claimOf({ validVotes: 6 }), [
      ["-1", "5", [{ kind: "room" }, "1"]],
      ["1", "-6", [{ kind: "valid-votes" }, "1"]],
    ]);
    expect(checkProof(right)).toEqual({ holds: true });
    for (const kind of ["within", "no-negative", "winner", "votes-exist", "ballots"] as const)
      expect(
        checkProof(
          told(claimOf({ winner: "A" }), [["0", "-1", [{ kind, candidates: ["A", "B"] }, "-1"]]]),
        ).holds,
      ).toBe(false);
  });

  test("votes of a candidate that are left over prove nothing", () => {
    // Of A's missing votes it is only known that they are the 1 claimed: w − 1 = 0 says nothing of W.
    expect(isPossible(claim, premises)).toBe(true);
    const left = told(claim, [["0", "-1", [{ kind: "votes", candidates: ["A"] }, "1"]]]);
    expect(checkProof(left)).toEqual({
      holds: false,
      why: "its facts do not add up: votes of a candidate are left",
    });
  });

  test("numbers to try other than those that the conditions leave prove nothing", () => {
    // W = 1 to 5: 19.85 % to 19.95 % of 9 to 13 votes are no whole number.
    const country: Country = { columns: [], sheets: [{ votes: [7, 1, 0] }], missing: 1, roll: 13 };
    const margin = { winner: "A", loser: "B", share: "60" };
    const [verdict] = judgeAll([country, [claimOf({ shares: { B: "19.9" }, margin })]]);
    const proof = verdict!.proof as CompletionProof;
    const { min, max } = proof.wholeVotes!;
    expect(checkProof(proof)).toEqual({ holds: true });
    for (const wholeVotes of [
      { min: min + 1, max },
      { min, max: max - 1 },
    ])
      expect(checkProof({ ...proof, wholeVotes })).toEqual({
        holds: false,
        why: "its conditions leave other numbers of missing votes",
      });
  });

  test("premises that are no whole numbers prove nothing", () => {
    const other = claimOf({ ballotsCast: 7 });
    const condition = {
      text: "",
      factor: "0",
      offset: "-2",
      facts: [{ fact: { kind: "ballots-reach", by: "ballotsCast" }, times: "1", text: "" }],
    } as const;
    for (const most of [null, 5.5, -1, Number.NaN, "5"]) {
      const ballots = { least: 0, most } as unknown as Premises["ballots"];
      const proof = proofOf(condition, {
        claim: other,
        premises: { ...premises, ballots, roll: 9, roomBy: "register" },
      });
      expect({ most, ...checkProof(proof) }).toMatchObject({ holds: false });
    }
  });

  test("a sum that is no number proves nothing", () => {
    const proof: StationsProof = {
      basis: "stations",
      claim: { ...claim, scope: { stations: 1 } },
      stations: 2,
      covered: 1,
      registered: 4,
      roll: 9,
      room: 5,
      roomBy: "roll",
      overlap: { least: 0, most: 1 },
      figure: "votes",
      candidate: "A",
      side: "least",
      taken: 0,
      sum: "0",
      added: 5,
      votersKnown: false,
      text: "",
      steps: [],
    };
    for (const own of ["Infinity", "1e400", "NaN", "", "0x1p9"])
      expect({ own, ...checkProof({ ...proof, sum: own }) }).toMatchObject({ holds: false });
    expect(checkProof({ ...proof, side: "most", sum: "-Infinity" })).toMatchObject({
      holds: false,
    });
  });
});

describe("what is no proof", () => {
  /** Where it took minutes, the test would not end in time. */
  const held = (proof: unknown) => checkProof(proof as Proof).holds;

  test("anything at all is answered and does not hold", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        expect(held(value)).toBe(false);
      }),
      { numRuns: runs(320) },
    );
    for (const value of [
      undefined,
      null,
      0,
      "",
      [],
      {},
      { basis: "stations" },
      { basis: "completion" },
    ])
      expect(held(value)).toBe(false);
  });

  test("a proof with anything in any place is answered", () => {
    const places = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
      typeof value === "object" && value !== null
        ? [path, ...Object.entries(value).flatMap(([key, own]) => places(own, [...path, key]))]
        : [path];
    const strange = fc.oneof(
      fc.anything(),
      fc.constantFrom<unknown>(
        null,
        "",
        "NaN",
        "Infinity",
        "1e9999",
        -1,
        0.5,
        1e300,
        Number.MAX_SAFE_INTEGER,
        Number.NaN,
        [],
        {},
        "__proto__",
        "toString",
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(proofs(true), proofs(true, 1)),
        fc.nat(1e6),
        strange,
        (proof, at, value) => {
          const other = copy(proof) as unknown as Record<string, unknown>;
          const all = places(other).filter((path) => path.length > 0);
          const path = all[at % all.length]!;
          let place = other;
          for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
          place[path.at(-1)!] = value;
          held(other);
        },
      ),
      { numRuns: runs(190) },
    );
  });

  test("many numbers to try are refused or tried in no time", () => {
    const claim = claimOf({ winner: "A", otherVotes: 1e9 });
    const premises: Premises = {
      stations: 9,
      covered: 0,
      registered: 0,
      roomBy: "roll",
      votes: { A: 0, B: 0, C: 0 },
      validVotes: 0,
      blankVotes: 0,
      ballots: { least: 0, most: 6000 },
      invalidVotes: { least: 0, most: 6000 },
      room: 6000,
      roll: 6000,
    };
    const wholeVotes = { min: 0, max: 6000 };
    held({ basis: "completion", claim, premises, conditions: [], wholeVotes });
  });

  test("the proof of a claim on millions of votes is checked in no time", () => {
    const election = smallElection({
      candidates: codes.map((code) => ({ code, name: code })),
      universe: { stations: 2, registeredVoters: 21_000_000 },
      layout: { station: [{ column: "station" }], candidates: { A: "A", B: "B", C: "C" } },
    });
    const { tallies } = readTallies("station,A,B,C\n1,1000,0,1000\n", election);
    // Some six million votes are missing, and 0.06 of a vote is for B.
    const shares = { A: "33.3333", B: "0.00000100" };
    const claim = claimOf({ winner: "C", votes: { A: 2_000_000 }, shares });
    const { outcome, proof } = judge(claim, tallies, election.universe);
    expect(outcome).toBe("contradicted");
    expect(held(proof)).toBe(true);
  });
});
