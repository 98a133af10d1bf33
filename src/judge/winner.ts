import { solve } from "./feasible";
import { countOfCandidate, type Situation, strongestRival, systemOf } from "./situation";
import { type Judged, judged } from "./verdict";

/** A claim on who has the most votes. */
export function winnerFinding(situation: Situation): Judged[] {
  const { claim, count, remainder, limits, available, say } = situation;
  const { winner } = claim;
  if (winner === undefined) return [];
  const room = remainder.maxValidVotes;
  const own = countOfCandidate(count, winner);
  const strongest = strongestRival(count, winner);
  const lead = own.votes - (strongest?.votes ?? 0);
  const common = { figure: "winner", candidate: winner, inHand: own.votes, available } as const;
  const result = solve(systemOf(situation, { limits, winner }));
  // A tie in votes is left to the claimant: lots or a second round may have decided it.
  if (!("min" in result))
    return [
      judged(result, {
        ...common,
        outcome: "contradicted",
        reason:
          strongest && lead < 0
            ? say.winnerBehind(winner, -lead, strongest.code, say.missingInWords(situation))
            : say.winnerImpossible(winner, say.missingInWords(situation)),
      }),
    ];
  const certain = !strongest || lead > room;
  return [
    judged(result, {
      ...common,
      outcome: certain ? "confirmed" : "undecided",
      reason: certain
        ? say.winnerCertain(winner, strongest?.code, lead, room)
        : say.winnerOpen(winner, strongest.code, lead, available),
    }),
  ];
}
