import type { Claim } from "../model/claim";
import {
  ballotsOf,
  claimFault,
  DECIMAL,
  exact,
  type Exactly,
  figureFor,
  maxOf,
  minOf,
  percentEnds,
} from "./check-claim";
import { placeFault, premisesFault } from "./check-premises";
import { wholeVotesDo } from "./check-whole-votes";
import type { Fact } from "./lines";
import type { Premises } from "./premises";
import type { CompletionProof, ProofCondition } from "./proof";

/** A sum `Σ votes[c] · w_c + factor · W + offset`. */
interface Sum {
  readonly votes: Map<string, Exactly>;
  factor: Exactly;
  offset: Exactly;
}

export function completionFault({
  claim,
  premises,
  conditions,
  wholeVotes,
}: CompletionProof): string | undefined {
  const fault = claimFault(claim) ?? premisesFault(premises) ?? placeFault(claim, premises);
  if (fault !== undefined) return fault;
  const { room } = premises;
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

/** How often a fact is used; so few digits that no sum is rounded. */
const WEIGHT = /^-?\d{1,20}$/;

/** Numbers of missing votes that are tried one by one. */
const MOST_TRIED = 100_000;

/** What a condition says of W, once its facts are added up; or what is wrong with it. */
function boundOf(
  { facts, factor, offset }: ProofCondition,
  claim: Claim,
  premises: Premises,
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
  { votes, validVotes, blankVotes, ballots, invalidVotes, room, roll }: Premises,
): Statement | undefined {
  const own = (code: string) => (Object.hasOwn(votes, code) ? votes[code]! : Number.NaN);
  if (candidates.some((code) => Number.isNaN(own(code)))) return undefined;
  if (new Set(candidates).size < candidates.length) return undefined;
  const [first = "", second = ""] = candidates;
  const each = (sign: 1 | -1) => candidates.map((code) => [code, sign] as const);
  const claimed = <T>(of: Readonly<Record<string, T>> | undefined) => figureFor(of, first);
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
    case "ballots-reach":
      return total && { offset: exact(ballots.most).minus(total.low) };
    case "ballots-whole":
      return total && { offset: total.high.minus(total.low) };
    case "ballots-parts":
      return total && claim.invalidVotes !== undefined
        ? { factor: -1, offset: total.high.minus(validVotes + blankVotes + claim.invalidVotes) }
        : undefined;
    case "invalid":
      return claim.invalidVotes === undefined
        ? undefined
        : { factor: -1, offset: invalidVotes.most - claim.invalidVotes };
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
