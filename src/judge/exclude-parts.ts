import { type Claim, claimedInterval, figureOf, SHARE_SCALE } from "../model/claim";
import type { Say } from "../words/index";
import { askedTogether } from "./asked";
import { solve } from "./feasible";
import { claimedBallots, claimedLimits, knownLimits } from "./limits";
import { ceilDiv, line } from "./lines";
import type { Premises } from "./premises";
import type { Asked, Condition } from "./system";

// Claims on different stations. What the stations of one have is the least that every place has in
// which they lie; more than that follows from no claim without a register.

const TOTALS = ["validVotes", "invalidVotes", "ballotsCast", "turnout"] as const;

/** The least that a claim's stations have, and so every place that they lie in. */
interface Least {
  readonly votes: ReadonlyMap<string, number>;
  readonly validVotes: number;
  readonly invalidVotes: number;
  /** Ballots that are not valid votes. */
  readonly spareBallots: number;
  readonly ballots: number;
}

function leastOf(claim: Claim, { votes: codes, roll }: Premises): Least {
  const sum = Object.values(claim.votes ?? {}).reduce((all, votes) => all + votes, 0);
  const validVotes = claim.validVotes ?? sum + (claim.otherVotes ?? 0);
  /** The fewest votes that make such a share of so many. */
  const partOf = (percent: string) =>
    Number(ceilDiv(claimedInterval(percent).low * BigInt(validVotes), SHARE_SCALE));
  const own = (code: string): number => {
    const [number, percent] = [figureOf(claim.votes, code), figureOf(claim.shares, code)];
    return number ?? (percent === undefined ? 0 : partOf(percent));
  };
  const votes = new Map(Object.keys(codes).map((code) => [code, own(code)]));
  const { margin, winner } = claim;
  if (margin) {
    const lead = margin.votes ?? partOf(margin.share!);
    raise(votes, margin.winner, lead + votes.get(margin.loser)!);
  }
  if (winner !== undefined) raise(votes, winner, Math.max(...votes.values()));
  const invalidVotes = claim.invalidVotes ?? 0;
  const cast = (["ballotsCast", "turnout"] as const).map((by) =>
    claim[by] === undefined ? 0 : Number(claimedBallots(claim, by, roll).low),
  );
  const spareBallots =
    claim.validVotes === undefined
      ? invalidVotes
      : Math.max(invalidVotes, ...cast.map((ballots) => ballots - validVotes));
  const all = [...votes.values()].reduce((total, each) => total + each, 0);
  const valid = Math.max(validVotes, all);
  return {
    votes,
    validVotes: valid,
    invalidVotes,
    spareBallots,
    ballots: Math.max(...cast, valid + spareBallots),
  };
}

function raise(votes: Map<string, number>, code: string, least: number): void {
  votes.set(code, Math.max(votes.get(code)!, least));
}

/** Why a claim on part of the stations, and one on all of a place that they lie in, exclude each other. */
export function within(
  part: Claim,
  whole: Claim,
  partIsFirst: boolean,
  /** Whether all figures are tried together as well. */
  isDeep: boolean,
  nothing: Premises,
  say: Say,
): string | undefined {
  const least = leastOf(part, nothing);
  const over = (noun: string, inPart: number, inAll: number | undefined) =>
    inAll !== undefined && inPart > inAll
      ? say.excludePart(noun, inPart, inAll, partIsFirst)
      : undefined;
  for (const [code, votes] of least.votes) {
    const reason = over(say.nounVotesFor(code), votes, figureOf(whole.votes, code));
    if (reason !== undefined) return reason;
  }
  const direct =
    over(say.totalNoun("validVotes"), least.validVotes, whole.validVotes) ??
    over(say.totalNoun("invalidVotes"), least.invalidVotes, whole.invalidVotes) ??
    over(say.totalNoun("ballotsCast"), least.ballots, whole.ballotsCast);
  if (direct !== undefined || !isDeep) return direct;
  const { asked, ...rest } = askedTogether([whole], nothing);
  const result = solve({
    limits: [
      ...knownLimits(whole, nothing),
      ...claimedLimits(whole, nothing, TOTALS),
      ...limitsOf(least, whole, nothing),
    ],
    asked: withLeast(asked, least),
    ...rest,
  });
  return "min" in result
    ? undefined
    : say.excludeWithin(partIsFirst, say.conflictInWords(result, "all"));
}

/** At least so many votes of each candidate, beside what the other claim asks for. */
function withLeast(asked: readonly Asked[], { votes }: Least): Asked[] {
  const others = new Map(asked.map((each) => [each.code, each]));
  return [...votes].flatMap(([code, number]) => {
    const { lows = [], highs = [] } = others.get(code) ?? {};
    const own = line(0n, SHARE_SCALE * BigInt(number), { kind: "votes", candidates: [code] });
    return lows.length + highs.length === 0 && number === 0
      ? []
      : [{ code, lows: [...lows, ...(number === 0 ? [] : [own])], highs }];
  });
}

/** At least so many valid votes, and ballots beside them. */
function limitsOf({ validVotes, spareBallots }: Least, whole: Claim, { roll }: Premises) {
  const limit = (slope: bigint, votes: number, kind: "valid-votes" | "ballots" | "room") =>
    ({
      ...line(slope * SHARE_SCALE, SHARE_SCALE * BigInt(votes), { kind }),
      kind: "known",
      candidates: [],
    }) satisfies Condition;
  const cast = (["ballotsCast", "turnout"] as const).flatMap((by) =>
    whole[by] === undefined ? [] : Number(claimedBallots(whole, by, roll).high),
  );
  return [
    limit(1n, -validVotes, "valid-votes"),
    limit(-1n, roll - spareBallots, "room"),
    ...cast.map((ballots) => limit(-1n, ballots - spareBallots, "ballots")),
  ];
}

/**
 * Why two claims of which neither's stations are known to lie among the other's exclude each other:
 * together they need more voters than there are. Votes that both count may be the same ones, but for
 * those beyond what the other says of its own stations.
 */
export function outside(
  first: Claim,
  second: Claim,
  areApart: boolean,
  nothing: Premises,
  say: Say,
): string | undefined {
  const [a, b] = [leastOf(first, nothing), leastOf(second, nothing)];
  const needed = areApart
    ? a.ballots + b.ballots
    : Math.max(a.ballots, b.ballots, validOfBoth(a, b, first, second) + spareOfBoth(a, b));
  return needed > nothing.roll ? say.excludeRoll(needed, nothing.roll) : undefined;
}

const spareOfBoth = (a: Least, b: Least) => Math.max(a.spareBallots, b.spareBallots);

function validOfBoth(a: Least, b: Least, first: Claim, second: Claim): number {
  const codes = [...a.votes.keys()];
  const sum = (of: (code: string) => number) => codes.reduce((all, code) => all + of(code), 0);
  const beyond = (own: Least, other: Claim) =>
    sum((code) => {
      const theirs = figureOf(other.votes, code);
      return theirs === undefined ? 0 : Math.max(0, own.votes.get(code)! - theirs);
    });
  return Math.max(
    sum((code) => Math.max(a.votes.get(code)!, b.votes.get(code)!)),
    a.validVotes + beyond(b, first),
    b.validVotes + beyond(a, second),
  );
}
