import type { Layout } from "../model/election";
import type { IssueCode } from "../model/issue";
import { atLeastBallots, type SheetCounts } from "../model/sheet";
import { ABSENT, LARGEST_COUNT } from "../model/tallies";

/** A rule that a row's own figures break. */
export interface BrokenRule {
  readonly code: IssueCode;
  readonly expected: string;
  readonly received: string;
}

/** What of an election's layout the rules depend on. */
export interface SheetRules {
  /** Whether sheets count blank votes apart; else they are among the invalid ones. */
  readonly countsBlanks: boolean;
}

export const rulesOf = ({ blankVotes, rows }: Layout): SheetRules => ({
  countsBlanks: blankVotes !== undefined || rows?.blankVotes !== undefined,
});

/** The ballots cast, where the sheet does not state them but counts all their parts. */
export function ballotsOf(sheet: SheetCounts, { countsBlanks }: SheetRules): number {
  const { ballotsCast, invalidVotes, blankVotes, validVotes } = sheet;
  if (ballotsCast !== ABSENT) return ballotsCast;
  if (invalidVotes === ABSENT || (countsBlanks && blankVotes === ABSENT)) return ABSENT;
  return validVotes + invalidVotes + Math.max(0, blankVotes);
}

/**
 * The arithmetic that every sheet must satisfy by itself. A row that breaks a rule is not counted:
 * at least one of its figures is wrong, and nothing tells which.
 *
 * @param statedValid valid votes as the row states them, or {@link ABSENT}
 */
export function brokenRule(
  sheet: SheetCounts,
  statedValid: number,
  { countsBlanks }: SheetRules,
): BrokenRule | undefined {
  const { validVotes, invalidVotes, blankVotes, ballotsCast, registeredVoters } = sheet;
  const together = validVotes + Math.max(0, invalidVotes) + Math.max(0, blankVotes);
  if (together > LARGEST_COUNT)
    return {
      code: "count-too-large",
      expected: `votes that add up to at most ${LARGEST_COUNT}`,
      received: `${together}`,
    };
  if (statedValid !== ABSENT && statedValid !== validVotes)
    return {
      code: "valid-votes-mismatch",
      expected: `candidates that add up to the ${statedValid} valid votes`,
      received: `${validVotes}`,
    };
  if (ballotsCast !== ABSENT) {
    const counted = validVotes + Math.max(0, invalidVotes) + Math.max(0, blankVotes);
    // Where invalid or blank votes are absent, what is missing from the ballots may be just those.
    const complete = invalidVotes !== ABSENT && (blankVotes !== ABSENT || !countsBlanks);
    if (counted > ballotsCast || (complete && counted < ballotsCast))
      return {
        code: "ballots-cast-mismatch",
        expected: `votes that add up to the ${ballotsCast} ballots cast`,
        received: `${counted}`,
      };
  }
  const ballots = atLeastBallots(sheet);
  if (registeredVoters !== ABSENT && ballots > registeredVoters)
    return {
      code: "ballots-exceed-registered",
      expected: `at most ${registeredVoters} ballots, one per registered voter`,
      received: `${ballots}`,
    };
  return undefined;
}
