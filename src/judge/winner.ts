import { solve } from "./feasible";
import { countOfCandidate, type Situation, strongestRival, systemOf } from "./situation";
import { type Judged, judged } from "./verdict";

/** A claim on who has the most votes. */
export function winnerFinding(situation: Situation): Judged[] {
  const { claim, count, remainder, limits, available, say } = situation;
  const { winner } = claim;
  if (winner === undefined) return [];
  const own = countOfCandidate(count, winner);
  const strongest = strongestRival(count, winner);
  const lead = own.votes - (strongest?.votes ?? 0);
  const common = { figure: "winner", candidate: winner, inHand: own.votes, available } as const;
  const result = solve(systemOf(situation, { limits, winner }));
  // A tie in votes is left to the claimant: lots or a second round may have decided it.
  const outcome = !("min" in result)
    ? "contradicted"
    : !strongest || lead > remainder.maxValidVotes
      ? "confirmed"
      : "undecided";
  const reason = say.winnerInWords(winner, strongest?.code, lead, outcome, situation);
  return [judged(result, { ...common, outcome, reason })];
}
