import { type Claim, SHARE_SCALE } from "../model/claim";
import { Exact } from "../model/share";
import type { Say } from "../words/index";
import type { Conflict } from "./feasible";
import { type Fact, type Use, usesOf } from "./lines";
import type { Premises } from "./premises";
import type { PlaceNumbers } from "./remainder";
import type { Condition } from "./system";

/** Why a claim cannot be true, in numbers that a reader can check; `checkProof` does. */
export type Proof = CompletionProof | StationsProof;

/**
 * No number W of missing valid votes will do: two conditions on W that exclude each other, or one that
 * never holds. Each is a sum of facts: what is in hand, what can be missing, and what the claim says.
 */
export interface CompletionProof {
  readonly basis: "completion";
  readonly claim: Claim;
  readonly premises: Premises;
  readonly conditions: readonly ProofCondition[];
  /** Where the conditions leave these W, but no whole numbers of votes for the candidates. */
  readonly wholeVotes?: { readonly min: number; readonly max: number };
}

/** `factor · W + offset ≥ 0`, both as decimal text. */
export interface ProofCondition {
  /** What it asks for and why, in words. */
  readonly text: string;
  readonly factor: string;
  readonly offset: string;
  /** The facts that add up to it, each so many times; equations also a negative number of times. */
  readonly facts: readonly {
    readonly fact: Fact;
    readonly times: string;
    /** The fact with its numbers, in words. */
    readonly text: string;
  }[];
}

/**
 * Whichever stations the claim means, so many of them are covered, and what those add up to is already
 * too much, or with all missing votes still too little.
 */
export interface StationsProof extends PlaceNumbers {
  readonly basis: "stations";
  readonly claim: Claim;
  /** The region that the numbers are of, if not of the whole election. */
  readonly region?: readonly string[];
  /** How many of the claim's stations can be among the covered ones. */
  readonly overlap: { readonly least: number; readonly most: number };
  readonly figure: StationsFigure;
  readonly candidate?: string;
  /** Of a winner or a margin: over whom. */
  readonly rival?: string;
  /** Of a sum or a difference: the two numbers of votes, of which the second is added or taken off. */
  readonly parts?: readonly [StationsPart, StationsPart];
  /** Whether the least such stations can have is too much, or the most too little. */
  readonly side: "least" | "most";
  /** With so many covered stations among them the end is reached. */
  readonly taken: number;
  /**
   * The sum over those, the smallest or the largest that there is: of votes or ballots; of the lead over
   * the rival; of a share or points s, of votes (or lead) less s times the valid votes. Decimal text.
   */
  readonly sum: string;
  /** The most missing votes at the rest of the claim's stations. */
  readonly added: number;
  /** Whether the voters of the missing stations are known; else any of them may hold all that is missing. */
  readonly votersKnown: boolean;
  readonly text: string;
  /** How to work it out, step by step, in words. */
  readonly steps: readonly string[];
}

/** A number of votes that the claim gives. */
export interface StationsPart {
  readonly figure: "votes" | "otherVotes" | "validVotes";
  readonly candidate?: string;
}

export type StationsFigure =
  | "votes"
  | "otherVotes"
  | "validVotes"
  | "invalidVotes"
  | "ballotsCast"
  | "turnout"
  | "share"
  | "winner"
  | "marginVotes"
  | "marginShare"
  | "sum"
  | "difference";

/** What a solver found to exclude a claim, written down for others. */
export function completionProof(
  { above, below, fractions }: Conflict,
  claim: Claim,
  premises: Premises,
  say: Say,
): CompletionProof {
  return {
    basis: "completion",
    claim,
    premises,
    conditions: [above, ...(below ? [below] : [])].map((condition) =>
      writtenDown(condition, claim, premises, say),
    ),
    ...(fractions
      ? { wholeVotes: { min: Number(fractions.min), max: Number(fractions.max) } }
      : {}),
  };
}

function writtenDown(
  condition: Condition,
  claim: Claim,
  premises: Premises,
  say: Say,
): ProofCondition {
  const facts = addUp(usesOf(condition));
  // Lines count in halves; where nothing is halved, the reader need not know.
  const halves = facts.some(({ weight }) => weight % 2n !== 0n);
  const unit = halves ? SHARE_SCALE : 2n * SHARE_SCALE;
  const text = (value: bigint) => new Exact(`${value}`).div(`${unit}`).toFixed();
  return {
    text: say.conditionInWords(condition),
    factor: text(condition.slope),
    offset: text(condition.intercept),
    facts: facts.map(({ fact, weight }) => ({
      fact,
      times: `${halves ? weight : weight / 2n}`,
      text: say.factInWords(fact, claim, premises),
    })),
  };
}

/** Each fact once; those that only say that no candidate has negative votes as one. */
function addUp(uses: readonly Use[]): Use[] {
  const sums = new Map<string, { fact: Fact; weight: bigint }>();
  const split = uses.flatMap(({ fact, weight }) =>
    fact.kind === "no-negative"
      ? fact.candidates!.map((code) => ({ fact: { ...fact, candidates: [code] }, weight }))
      : [{ fact, weight }],
  );
  for (const { fact, weight } of split) {
    const key = JSON.stringify([fact.kind, fact.by, fact.candidates]);
    const known = sums.get(key);
    if (known) known.weight += weight;
    else sums.set(key, { fact, weight });
  }
  const nonNegative = new Map<bigint, string[]>();
  const rest: Use[] = [];
  for (const use of sums.values()) {
    if (use.weight === 0n) continue;
    if (use.fact.kind !== "no-negative") rest.push(use);
    else
      nonNegative.set(use.weight, [
        ...(nonNegative.get(use.weight) ?? []),
        ...use.fact.candidates!,
      ]);
  }
  return [
    ...rest,
    ...[...nonNegative].map(([weight, candidates]) => ({
      fact: { kind: "no-negative" as const, candidates },
      weight,
    })),
  ];
}
