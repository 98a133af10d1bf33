import { count, type CandidateCount, type Count } from "../count/count";
import { judgeCounted } from "../judge/judge-counted";
import type { Outcome } from "../judge/verdict";
import type { Election } from "../model/election";
import { TallyError, type TallyErrorCode } from "../model/error";
import type { Tallies } from "../model/tallies";
import { sayIn } from "../words/index";

/**
 * What one counts: the first transcription (`a`), the second (`b`), the first with what the second reads
 * where they differ (`corrected`), or the first with the stations that only the second has (`united`).
 */
export type ViewName = "a" | "b" | "corrected" | "united";

/** The outcome of a claim. */
export interface ClaimOutcome {
  readonly claim: string;
  readonly outcome: Outcome;
}

/** Totals of one view, and what they say of each claim. */
export interface View {
  readonly name: ViewName;
  readonly stations: number;
  readonly validVotes: number;
  readonly candidates: readonly CandidateCount[];
  /** One per claim, if an election was given. */
  readonly verdicts?: readonly ClaimOutcome[];
  /** Why claims cannot be judged by it: code of what `judge` throws. */
  readonly refused?: TallyErrorCode;
}

/** Counts a view, and judges the election's claims by it. */
export function viewOf(name: ViewName, tallies: Tallies, election: Election | undefined): View {
  const totals = count(tallies);
  const { stations, validVotes, candidates } = totals;
  return {
    name,
    stations,
    validVotes,
    candidates,
    ...(election === undefined ? {} : verdictsOf(tallies, totals, election)),
  };
}

function verdictsOf(
  tallies: Tallies,
  totals: Count,
  { claims, universe }: Election,
): Pick<View, "verdicts" | "refused"> {
  try {
    return {
      verdicts: claims.map((claim) => {
        const { outcome } = judgeCounted(claim, tallies, totals, universe, sayIn("en"));
        return { claim: claim.id, outcome };
      }),
    };
  } catch (error) {
    // Together they may have more stations or voters than there are; that is a finding, too.
    if (error instanceof TallyError && error.code === "universe-exceeded")
      return { refused: error.code };
    throw error;
  }
}
