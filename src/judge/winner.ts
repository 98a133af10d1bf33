import { formatCount } from "../model/format";
import { solve } from "./feasible";
import { countOfCandidate, type Situation, systemOf } from "./situation";
import { type Judged, judged } from "./verdict";
import { missingVotes } from "./words";

/** A claim on who has the most votes. */
export function winnerFinding(situation: Situation): Judged[] {
  const { claim, count, remainder, limits, available } = situation;
  const { winner } = claim;
  if (winner === undefined) return [];
  const room = remainder.maxValidVotes;
  const own = countOfCandidate(count, winner);
  const rivals = count.candidates.filter(({ code }) => code !== winner);
  const strongest = rivals.reduce<(typeof rivals)[0] | undefined>(
    (best, rival) => (best === undefined || rival.votes > best.votes ? rival : best),
    undefined,
  );
  const lead = own.votes - (strongest?.votes ?? 0);
  const rival = strongest?.code ?? "anyone else";
  const common = { figure: "winner", candidate: winner, inHand: own.votes, available } as const;
  const result = solve(systemOf(situation, { limits, winner }));
  // A tie in votes is left to the claimant: lots or a second round may have decided it.
  if (!("min" in result))
    return [
      judged(result, {
        ...common,
        outcome: "contradicted",
        reason: `${winner} is ${formatCount(-lead)} votes behind ${rival}, more than ${missingVotes(situation)}.`,
      }),
    ];
  const certain = !strongest || lead > room;
  return [
    judged(result, {
      ...common,
      outcome: certain ? "confirmed" : "undecided",
      reason: certain
        ? `${winner} leads ${rival} by ${formatCount(lead)} votes, more than the ` +
          `${formatCount(room)} that can be missing.`
        : `${winner} is ${formatCount(Math.abs(lead))} votes ${lead < 0 ? "behind" : "ahead of"} ` +
          `${rival}, and up to ${formatCount(available)} can be missing.`,
    }),
  ];
}
