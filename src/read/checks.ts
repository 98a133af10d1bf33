import type { IssueCode } from "../model/issue";
import { atLeastBallots, type SheetCounts } from "../model/sheet";
import { ABSENT, LARGEST_COUNT } from "../model/tallies";

/** A rule that a row's own figures break. */
export interface BrokenRule {
  readonly code: IssueCode;
  readonly expected: string;
  readonly received: string;
}

/**
 * The arithmetic that every sheet must satisfy by itself. A row that breaks a rule is not counted:
 * at least one of its figures is wrong, and nothing tells which.
 *
 * @param statedValid valid votes as the row states them, or {@link ABSENT}
 */
export function brokenRule(sheet: SheetCounts, statedValid: number): BrokenRule | undefined {
  const { validVotes, invalidVotes, blankVotes, ballotsCast, registeredVoters } = sheet;
  if (validVotes > LARGEST_COUNT)
    return {
      code: "count-too-large",
      expected: `candidates that add up to at most ${LARGEST_COUNT}`,
      received: `${validVotes}`,
    };
  if (statedValid !== ABSENT && statedValid !== validVotes)
    return {
      code: "valid-votes-mismatch",
      expected: `candidates that add up to the ${statedValid} valid votes`,
      received: `${validVotes}`,
    };
  if (ballotsCast !== ABSENT) {
    const counted = validVotes + Math.max(0, invalidVotes) + Math.max(0, blankVotes);
    // With invalid votes absent, what is missing from the ballots may be just those.
    if (counted > ballotsCast || (invalidVotes !== ABSENT && counted < ballotsCast))
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
