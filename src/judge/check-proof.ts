import type { Claim } from "../model/claim";
import { Exact } from "../model/share";
import type { Fact } from "./lines";
import type { CompletionProof, Proof, ProofCondition, StationsProof } from "./proof";

/** Whether a proof holds, and if not, why not. */
export interface ProofCheck {
  readonly holds: boolean;
  readonly why?: string;
}

/**
 * Checks a proof that a claim is impossible, from the proof alone: every fact is worked out anew from
 * the claim's text and the numbers in hand, the facts are added up, and the sums must exclude each
 * other. It shares no code with what finds proofs. The numbers in hand are taken as the proof states
 * them: compare those with a count of the tallies.
 *
 * Never throws: what is no proof, or a proof of something else, does not hold.
 *
 * @example
 * ```ts
 * import { checkProof, readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,21000000,16000000,0,16000000,0,0,0,0,0,0,0,0,0\n";
 * const { verdicts } = verify(venezuela2024, readTallies(csv, venezuela2024).tallies);
 * const [official] = verdicts;
 * official?.outcome; // => "contradicted"
 * const { proof } = official!;
 * checkProof(proof!); // => { holds: true }
 * ```
 */
export function checkProof(proof: Proof): ProofCheck {
  try {
    const why = proof.basis === "stations" ? stationsFault(proof) : completionFault(proof);
    return why === undefined ? { holds: true } : { holds: false, why };
  } catch {
    return { holds: false, why: "it is not a complete proof" };
  }
}

type Exactly = InstanceType<typeof Exact>;
const exact = (value: number | string) => new Exact(value);
const whole = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** A sum `Σ votes[c] · w_c + factor · W + offset`. */
interface Sum {
  readonly votes: Map<string, Exactly>;
  factor: Exactly;
  offset: Exactly;
}

function completionFault({
  claim,
  premises,
  conditions,
  wholeVotes,
}: CompletionProof): string | undefined {
  const { votes, validVotes, ballots, invalidVotes, room, allBallots, roll } = premises;
  const spans = [ballots.least, ballots.most, invalidVotes.least, invalidVotes.most];
  const numbers = [...Object.values(votes), validVotes, ...spans, room, allBallots, roll];
  if (!numbers.every(whole)) return "its numbers are not whole";
  if (ballots.most < ballots.least || invalidVotes.most < invalidVotes.least)
    return "there is less at most than at least";
  const counted = [validVotes, ballots.most, invalidVotes.most].some((number) => number > 0);
  if (counted && !isOnPlace(claim, premises)) return "its numbers are not of the claim's stations";
  const inHand = Object.values(votes).reduce((sum, own) => sum + own, 0);
  if (inHand !== validVotes) return "the votes in hand do not add up to the valid votes";
  const bounds: { least?: Exactly; most?: Exactly; never?: true }[] = [];
  for (const condition of conditions) {
    const bound = boundOf(condition, claim, premises);
    if (typeof bound === "string") return bound;
    bounds.push(bound);
  }
  if (bounds.some(({ never }) => never)) return undefined;
  const least = maxOf([exact(0), ...bounds.flatMap((bound) => bound.least ?? [])]).ceil();
  const most = minOf([exact(room), ...bounds.flatMap((bound) => bound.most ?? [])]).floor();
  if (least.gt(most)) return undefined;
  if (!wholeVotes) return "its conditions do not exclude each other";
  if (least.lt(wholeVotes.min) || most.gt(wholeVotes.max))
    return "its conditions leave other numbers of missing votes";
  if (most.minus(least).gt(MOST_TRIED)) return "there are too many numbers to try";
  for (let missing = least.toNumber(); missing <= most.toNumber(); missing++)
    if (wholeVotesDo(claim, premises, missing)) return `${missing} missing votes will do`;
  return undefined;
}

/** Whether what is in hand is of the place that the claim is on, and of all of its stations. */
function isOnPlace({ scope }: Claim, { region, stations }: CompletionProof["premises"]): boolean {
  if ((scope?.stations ?? Infinity) < stations) return false;
  return JSON.stringify(scope?.region ?? []) === JSON.stringify(region ?? []);
}

/** How often a fact is used; so few digits that no sum is rounded. */
const WEIGHT = /^-?\d{1,20}$/;

const DECIMAL = /^-?\d{1,40}(\.\d{1,20})?$/;

/** Numbers of missing votes that are tried one by one. */
const MOST_TRIED = 100_000;

/** What a condition says of W, once its facts are added up; or what is wrong with it. */
function boundOf(
  { facts, factor, offset }: ProofCondition,
  claim: Claim,
  premises: CompletionProof["premises"],
): { least?: Exactly; most?: Exactly; never?: true } | string {
  const sum: Sum = { votes: new Map(), factor: exact(0), offset: exact(0) };
  for (const { fact, times } of facts) {
    if (!WEIGHT.test(times)) return "a fact is not counted a whole number of times";
    const weight = exact(times);
    if (!EQUATIONS.has(fact.kind) && weight.isNegative())
      return `an inequality (${fact.kind}) is turned round`;
    const stated = statementOf(fact, claim, premises);
    if (stated === undefined) return `the claim does not say what is used of it (${fact.kind})`;
    for (const [code, own] of stated.votes ?? [])
      sum.votes.set(code, (sum.votes.get(code) ?? exact(0)).plus(weight.times(own)));
    sum.factor = sum.factor.plus(weight.times(stated.factor ?? 0));
    sum.offset = sum.offset.plus(weight.times(stated.offset ?? 0));
  }
  if ([...sum.votes.values()].some((left) => !left.isZero()))
    return "its facts do not add up: votes of a candidate are left";
  if (!DECIMAL.test(factor) || !DECIMAL.test(offset)) return "its condition is no number";
  if (!sum.factor.eq(factor) || !sum.offset.eq(offset)) return "its facts add up to something else";
  if (sum.factor.isZero())
    return sum.offset.isNegative() && !sum.offset.isZero() ? { never: true } : {};
  const end = sum.offset.neg().div(sum.factor);
  return sum.factor.isPositive() ? { least: end } : { most: end };
}

const EQUATIONS = new Set(["all-votes", "votes", "other-votes", "valid-votes", "margin-votes"]);

interface Statement {
  readonly votes?: readonly (readonly [string, number])[];
  readonly factor?: Exactly | number;
  readonly offset?: Exactly | number;
}

/** The fact as `Σ votes · w + factor · W + offset ≥ 0` (an equation: = 0); undefined where it is none. */
function statementOf(
  { kind, candidates = [], by }: Fact,
  claim: Claim,
  { votes, validVotes, ballots, invalidVotes, room, allBallots, roll }: CompletionProof["premises"],
): Statement | undefined {
  const own = (code: string) => (Object.hasOwn(votes, code) ? votes[code]! : Number.NaN);
  if (candidates.some((code) => Number.isNaN(own(code)))) return undefined;
  if (new Set(candidates).size < candidates.length) return undefined;
  const [first = "", second = ""] = candidates;
  const each = (sign: 1 | -1) => candidates.map((code) => [code, sign] as const);
  const claimed = <T>(of: Readonly<Record<string, T>> | undefined) =>
    of && Object.hasOwn(of, first) ? of[first] : undefined;
  const total = by === undefined ? undefined : ballotsOf(claim, by, roll);
  const { margin } = claim;
  const isMargin = margin?.winner === first && margin.loser === second;

  switch (kind) {
    case "votes-exist": {
      const shares = Object.keys(claim.shares ?? {}).length > 0 || margin?.share !== undefined;
      const some = validVotes === 0 && shares;
      return { factor: 1, offset: some ? -1 : 0 };
    }
    case "room":
      return { factor: -1, offset: room };
    case "within":
      return { votes: each(-1), factor: 1 };
    case "all-votes":
      return { votes: Object.keys(votes).map((code) => [code, 1]), factor: -1 };
    case "no-negative":
      return { votes: each(1) };
    case "votes": {
      const number = claimed(claim.votes);
      return number === undefined ? undefined : { votes: each(1), offset: own(first) - number };
    }
    case "other-votes": {
      const named = Object.keys(claim.votes ?? {});
      const others = Object.keys(votes).filter((code) => !named.includes(code));
      if (claim.otherVotes === undefined || !isSame(others, candidates)) return undefined;
      return {
        votes: each(1),
        offset: others.reduce((sum, code) => sum + own(code), 0) - claim.otherVotes,
      };
    }
    case "share-least":
    case "share-most": {
      const percent = claimed(claim.shares);
      if (percent === undefined) return undefined;
      const least = kind === "share-least";
      const share = percentEnds(percent)[least ? "low" : "high"];
      const sign = least ? 1 : -1;
      return {
        votes: each(sign),
        factor: share.times(-sign),
        offset: exact(own(first)).minus(share.times(validVotes)).times(sign),
      };
    }
    case "margin-votes":
      if (!isMargin || margin.votes === undefined) return undefined;
      return {
        votes: [
          [first, 1],
          [second, -1],
        ],
        offset: own(first) - own(second) - margin.votes,
      };
    case "margin-least":
    case "margin-most": {
      if (!isMargin || margin.share === undefined) return undefined;
      const least = kind === "margin-least";
      const share = percentEnds(margin.share)[least ? "low" : "high"];
      const sign = least ? 1 : -1;
      return {
        votes: [
          [first, sign],
          [second, -sign],
        ],
        factor: share.times(-sign),
        offset: exact(own(first) - own(second))
          .minus(share.times(validVotes))
          .times(sign),
      };
    }
    case "winner":
      return claim.winner === first && candidates.length === 2
        ? {
            votes: [
              [first, 1],
              [second, -1],
            ],
            offset: own(first) - own(second),
          }
        : undefined;
    case "valid-votes":
      return claim.validVotes === undefined
        ? undefined
        : { factor: 1, offset: validVotes - claim.validVotes };
    case "ballots":
      return total && { factor: -1, offset: total.high.minus(ballots.least) };
    case "ballots-all":
      return total && { offset: exact(allBallots).minus(total.low) };
    case "ballots-reach":
      return total && { offset: exact(ballots.most + room).minus(total.low) };
    case "ballots-whole":
      return total && { offset: total.high.minus(total.low) };
    case "ballots-valid":
      return total && claim.invalidVotes !== undefined
        ? { factor: -1, offset: total.high.minus(validVotes).minus(claim.invalidVotes) }
        : undefined;
    case "ballots-invalid":
      return total && claim.invalidVotes !== undefined
        ? {
            factor: -1,
            offset: total.high
              .minus(ballots.least)
              .minus(claim.invalidVotes)
              .plus(invalidVotes.most),
          }
        : undefined;
    case "invalid":
      return claim.invalidVotes !== undefined
        ? { factor: -1, offset: room - claim.invalidVotes + invalidVotes.most }
        : undefined;
    case "invalid-all":
      return claim.invalidVotes === undefined
        ? undefined
        : { factor: -1, offset: allBallots - validVotes - claim.invalidVotes };
    case "invalid-least":
      return claim.invalidVotes === undefined
        ? undefined
        : { offset: claim.invalidVotes - invalidVotes.least };
    case "turnout-least":
    case "turnout-most": {
      if (claim.ballotsCast === undefined || claim.turnout === undefined) return undefined;
      const { low, high } = ballotsOf(claim, "turnout", roll)!;
      return kind === "turnout-least"
        ? { offset: exact(claim.ballotsCast).minus(low) }
        : { offset: high.minus(claim.ballotsCast) };
    }
  }
  return undefined;
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((code) => b.includes(code));

/** The ballots that a claim gives in all, directly or by its turnout. */
function ballotsOf({ ballotsCast, turnout, turnoutBase }: Claim, by: string, roll: number) {
  if (by === "ballotsCast")
    return ballotsCast === undefined
      ? undefined
      : { low: exact(ballotsCast), high: exact(ballotsCast) };
  if (turnout === undefined) return undefined;
  const { low, high } = percentEnds(turnout);
  return {
    low: turnoutBase === undefined ? exact(0) : low.times(turnoutBase).ceil(),
    high: high.times(turnoutBase ?? roll).floor(),
  };
}

/** The shares that round to a percentage: half a unit of its last digit to either side, within 0 and 1. */
function percentEnds(percent: string): { readonly low: Exactly; readonly high: Exactly } {
  const decimals = percent.split(".")[1]?.length ?? 0;
  const halfUnit = exact(10).pow(-decimals).div(2);
  return {
    low: maxOf([exact(0), exact(percent).minus(halfUnit).div(100)]),
    high: minOf([exact(1), exact(percent).plus(halfUnit).div(100)]),
  };
}

const maxOf = (values: readonly Exactly[]) => values.reduce((a, b) => (a.gt(b) ? a : b));
const minOf = (values: readonly Exactly[]) => values.reduce((a, b) => (a.lt(b) ? a : b));

/** Whether whole numbers of so many missing votes make the claimed figures. */
function wholeVotesDo(
  claim: Claim,
  { votes, validVotes }: CompletionProof["premises"],
  missing: number,
): boolean {
  const { margin, otherVotes, winner } = claim;
  const valid = validVotes + missing;
  const within = (percent: string | undefined, low: number, high: number) => {
    if (percent === undefined) return [low, high] as const;
    const ends = percentEnds(percent);
    return [
      Math.max(low, ends.low.times(valid).ceil().toNumber()),
      Math.min(high, ends.high.times(valid).floor().toNumber()),
    ] as const;
  };
  if (margin) {
    // Of a margin, that there is such a whole lead; what else it asks is left out.
    const lead = margin.votes;
    const [low, high] = within(margin.share, lead ?? -valid, lead ?? valid);
    if (low > high) return false;
  }
  const get = <T>(figures: Readonly<Record<string, T>> | undefined, code: string) =>
    figures && Object.hasOwn(figures, code) ? figures[code] : undefined;
  const spans = Object.keys(votes).map((code) => {
    const inHand = votes[code]!;
    const number = get(claim.votes, code);
    const [low, high] = within(
      get(claim.shares, code),
      number ?? inHand,
      number ?? inHand + missing,
    );
    return { code, low: Math.max(low, inHand), high, other: number === undefined };
  });
  if (spans.some(({ low, high }) => low > high)) return false;
  const sum = (of: typeof spans, end: "low" | "high") =>
    of.reduce((total, span) => total + span[end], 0);
  const reaches = (of: typeof spans, total: number) =>
    sum(of, "low") <= total && sum(of, "high") >= total;
  const fits = (of: typeof spans) => {
    if (of.some(({ low, high }) => low > high)) return false;
    if (otherVotes === undefined) return reaches(of, valid);
    const others = of.filter(({ other }) => other);
    const named = of.filter(({ other }) => !other);
    return reaches(others, otherVotes) && reaches(named, valid - otherVotes);
  };
  const own = spans.find(({ code }) => code === winner);
  if (own === undefined) return fits(spans);
  // The more the winner has the more others may have: the most is what those beside it leave.
  const beside = spans.filter(
    (span) => span !== own && (otherVotes === undefined || span.other === own.other),
  );
  const total = otherVotes === undefined ? valid : own.other ? otherVotes : valid - otherVotes;
  const most = Math.min(own.high, total - sum(beside, "low"));
  return fits(
    spans.map((span) =>
      span === own
        ? { ...span, low: Math.max(span.low, most), high: most }
        : { ...span, high: Math.min(span.high, most) },
    ),
  );
}

function stationsFault(proof: StationsProof): string | undefined {
  const { claim, stations, covered, overlap, room, roll, figure, side } = proof;
  if (![stations, covered, overlap.least, overlap.most, room, roll].every(whole))
    return "its numbers are not whole";
  const meant = claim.scope?.stations;
  if (meant === undefined || meant > stations) return "the claim is not on part of the stations";
  if (covered > stations) return "more stations are covered than there are";
  if (side !== "least" && side !== "most") return "it says nothing";
  if (side === "least" && overlap.least === 0 && Number(proof.sum) > 0)
    return "of no stations nothing is too much";
  if (overlap.least !== Math.max(0, meant - (stations - covered)))
    return "another number of the claim's stations is covered at least";
  if (overlap.most !== Math.min(covered, meant))
    return "another number of the claim's stations can be covered";
  const range = stationsRange(proof);
  if (range === undefined) return `the claim does not say what is used of it (${figure})`;
  if (!DECIMAL.test(proof.sum)) return "its sum is no number";
  const sum = exact(proof.sum);
  const fails =
    side === "least"
      ? sum.minus(range.lessBy).gt(range.high)
      : sum.plus(range.moreBy).lt(range.low);
  return fails ? undefined : "what such stations can have includes what is claimed";
}

/** Between what the sum over all of the claim's stations must lie, and what missing votes can change. */
function stationsRange({ claim, figure, candidate = "", rival, room, roll, side }: StationsProof) {
  const of = (low: Exactly | number, high = low) => ({
    low: exact(low.toString()),
    high: exact(high.toString()),
    lessBy: exact(0),
    moreBy: exact(room),
  });
  const { margin } = claim;
  const get = <T>(figures: Readonly<Record<string, T>> | undefined) =>
    figures && Object.hasOwn(figures, candidate) ? figures[candidate] : undefined;
  /** Of votes (or lead) less the share of the valid votes: missing votes count in both. */
  const weighed = (percent: string | undefined, worst: number) => {
    if (percent === undefined) return undefined;
    const ends = percentEnds(percent);
    return {
      low: exact(0),
      high: exact(0),
      lessBy: ends.high.plus(worst).times(room),
      moreBy: exact(1).minus(ends.low).times(room),
    };
  };
  const isMargin = margin?.winner === candidate && margin.loser === rival;
  switch (figure) {
    case "votes": {
      const number = get(claim.votes);
      return number === undefined ? undefined : of(number);
    }
    case "otherVotes":
    case "validVotes":
    case "invalidVotes":
    case "ballotsCast":
      return claim[figure] === undefined ? undefined : of(claim[figure]);
    case "turnout": {
      const total = ballotsOf(claim, "turnout", roll);
      return total && of(total.low, total.high);
    }
    case "share":
      return weighed(get(claim.shares), 0);
    case "winner":
      return claim.winner === candidate && rival !== undefined && side === "most"
        ? of(0)
        : undefined;
    case "marginVotes":
      return isMargin && margin.votes !== undefined
        ? { ...of(margin.votes), lessBy: exact(room) }
        : undefined;
    case "marginShare":
      return isMargin ? weighed(margin.share, 1) : undefined;
  }
  return undefined;
}
