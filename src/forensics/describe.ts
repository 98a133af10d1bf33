import { hasTurnout } from "./model";
import type { Sheets } from "./sheets";
import {
  correlation,
  type Described,
  excessVotes,
  kurtosis,
  secondDigits,
  skewness,
} from "./tests/described";

/** Statistics that are given and never flagged. */
export const DESCRIBED_KINDS = [
  "second-digit",
  "skewness",
  "kurtosis",
  "turnout-correlation",
  "excess-votes",
] as const;

/** Name of a statistic that is described only. */
export type DescribedKind = (typeof DESCRIBED_KINDS)[number];

export interface DescribedOutcome {
  readonly kind: DescribedKind;
  readonly candidate: string;
  readonly value: number;
  /** What the law that it is held against expects; none for votes. */
  readonly usual?: number;
  readonly p?: number;
}

/** Every described statistic of these candidates that the tallies allow. */
export function describedOf(sheets: Sheets, candidates: readonly string[]): DescribedOutcome[] {
  return candidates.flatMap((candidate) => {
    const votes = sheets.votes[sheets.candidates.indexOf(candidate)]!;
    const counted = indices(sheets, (at) => sheets.validVotes[at]! > 0);
    const share = (at: number) => votes[at]! / sheets.validVotes[at]!;
    const shares = Float64Array.from(counted, share);
    const outcome = (kind: DescribedKind, { value, usual, p }: Described) => ({
      kind,
      candidate,
      value,
      usual,
      p,
    });
    return [
      outcome("second-digit", secondDigits(votes)),
      ...(shares.length < 2
        ? []
        : [outcome("skewness", skewness(shares)), outcome("kurtosis", kurtosis(shares))]),
      ...ofTurnout(sheets, candidate, votes, outcome),
    ];
  });
}

function ofTurnout(
  sheets: Sheets,
  candidate: string,
  votes: Int32Array,
  outcome: (kind: DescribedKind, found: Described) => DescribedOutcome,
): DescribedOutcome[] {
  const { ballotsCast, registeredVoters, validVotes } = sheets;
  if (!ballotsCast || !registeredVoters) return [];
  const known = indices(
    sheets,
    (at) => hasTurnout(sheets, at) && registeredVoters[at]! > 0 && validVotes[at]! > 0,
  );
  if (known.length < 2) return [];
  const turnouts = Float64Array.from(known, (at) => ballotsCast[at]! / registeredVoters[at]!);
  const shares = Float64Array.from(known, (at) => votes[at]! / validVotes[at]!);
  const excess = excessVotes(votes, validVotes, ballotsCast, registeredVoters);
  return [
    outcome("turnout-correlation", correlation(turnouts, shares)),
    ...(excess === undefined ? [] : [{ kind: "excess-votes" as const, candidate, value: excess }]),
  ];
}

const indices = ({ length }: Sheets, isIn: (at: number) => boolean) =>
  Int32Array.from({ length }, (_, at) => at).filter(isIn);
