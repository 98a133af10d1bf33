import { type Claim, claimedInterval, SHARE_SCALE } from "../model/claim";
import { ceilDiv, type Fact, floorDiv, line } from "./lines";
import type { Premises } from "./premises";
import { type Condition, condition } from "./system";

/** Figures of a claim that limit all missing votes, and not those of one candidate. */
export type Total = "validVotes" | "invalidVotes" | "ballotsCast" | "turnout";

const TOTALS: readonly Total[] = ["validVotes", "invalidVotes", "ballotsCast", "turnout"];

/** What is known of W, and what a claim's totals say of it. */
export const limitsOf = (claim: Claim, premises: Premises, totals = TOTALS): Condition[] => [
  ...knownLimits(claim, premises),
  ...claimedLimits(claim, premises, totals),
];

/** What is known of W, all missing valid votes, whatever is claimed. */
export function knownLimits(claim: Claim, { validVotes, room }: Premises): Condition[] {
  return [
    limit({ kind: "votes-exist" }, 1n, -BigInt(leastVotes(claim, validVotes))),
    limit({ kind: "room" }, -1n, BigInt(room)),
  ];
}

/** A share of no votes is no share: where shares are claimed, there must be a vote. */
const leastVotes = ({ shares = {}, margin }: Claim, inHand: number) =>
  inHand === 0 && (Object.keys(shares).length > 0 || margin?.share !== undefined) ? 1 : 0;

/** What a claim's totals say of W, those named together. */
export function claimedLimits(
  claim: Claim,
  premises: Premises,
  totals: readonly Total[],
): Condition[] {
  const has = (total: Total) => totals.includes(total) && claim[total] !== undefined;
  const { ballots, invalidVotes, blankVotes, roll } = premises;
  const valid = BigInt(premises.validVotes);
  const limits: Condition[] = [];
  if (has("validVotes")) {
    const rest = BigInt(claim.validVotes!) - valid;
    limits.push(limit({ kind: "valid-votes" }, -1n, rest, -1n));
    limits.push(limit({ kind: "valid-votes" }, 1n, -rest));
  }
  const invalid = has("invalidVotes") ? BigInt(claim.invalidVotes!) : undefined;
  if (invalid !== undefined) {
    limits.push(limit({ kind: "invalid-least" }, 0n, invalid - BigInt(invalidVotes.least)));
    limits.push(limit({ kind: "invalid" }, -1n, BigInt(invalidVotes.most) - invalid));
  }
  for (const by of ["ballotsCast", "turnout"] as const) {
    if (!has(by)) continue;
    const { low, high } = claimedBallots(claim, by, roll);
    limits.push(limit({ kind: "ballots", by }, -1n, high - BigInt(ballots.least)));
    limits.push(limit({ kind: "ballots-whole", by }, 0n, high - low));
    limits.push(limit({ kind: "ballots-reach", by }, 0n, BigInt(ballots.most) - low));
    if (invalid !== undefined) {
      const parts = valid + BigInt(blankVotes) + invalid;
      limits.push(limit({ kind: "ballots-parts", by }, -1n, high - parts));
    }
  }
  if (has("ballotsCast") && has("turnout")) {
    const { low, high } = claimedBallots(claim, "turnout", roll);
    const own = BigInt(claim.ballotsCast!);
    limits.push(limit({ kind: "turnout-most" }, 0n, high - own));
    limits.push(limit({ kind: "turnout-least" }, 0n, own - low));
  }
  return limits;
}

/**
 * The fewest and the most ballots that a claim gives in all. A turnout is of the voters that the claim
 * names; else of some part of the roll, so that it only says how many there are at most. Ballots are
 * whole: none below, none above, and perhaps none between.
 */
export function claimedBallots(
  { ballotsCast, turnout, turnoutBase }: Claim,
  by: "ballotsCast" | "turnout",
  roll: number,
): { readonly low: bigint; readonly high: bigint } {
  if (by === "ballotsCast") {
    const ballots = BigInt(ballotsCast!);
    return { low: ballots, high: ballots };
  }
  const { low, high } = claimedInterval(turnout!);
  return {
    low: turnoutBase === undefined ? 0n : ceilDiv(low * BigInt(turnoutBase), SHARE_SCALE),
    high: floorDiv(high * BigInt(turnoutBase ?? roll), SHARE_SCALE),
  };
}

const limit = (fact: Fact, slope: bigint, intercept: bigint, sign?: bigint): Condition =>
  condition("known", [], line(SHARE_SCALE * slope, SHARE_SCALE * intercept, fact, sign));
