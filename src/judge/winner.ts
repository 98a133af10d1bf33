import { formatCount } from "../model/format";
import { countOfCandidate, type Situation } from "./situation";
import type { Finding } from "./verdict";

/** A claim on who has the most votes. */
export function winnerFinding({ claim, count, remainder }: Situation): Finding[] {
  if (claim.winner === undefined) return [];
  const room = remainder.maxValidVotes;
  const own = countOfCandidate(count, claim.winner);
  const rivals = count.candidates.filter(({ code }) => code !== claim.winner);
  const strongest = rivals.reduce<(typeof rivals)[0] | undefined>(
    (best, rival) => (best === undefined || rival.votes > best.votes ? rival : best),
    undefined,
  );
  const lead = own.votes - (strongest?.votes ?? 0);
  const rival = strongest?.code ?? "anyone else";
  const common = {
    figure: "winner",
    candidate: claim.winner,
    inHand: own.votes,
    available: room,
  } as const;
  if (!strongest || lead > room)
    return [
      {
        ...common,
        outcome: "confirmed",
        reason:
          `${claim.winner} leads ${rival} by ${formatCount(lead)} votes, more than the ` +
          `${formatCount(room)} that can be missing.`,
      },
    ];
  // A tie in votes is left to the claimant: lots or a second round may have decided it.
  if (-lead > room)
    return [
      {
        ...common,
        outcome: "contradicted",
        reason:
          `${claim.winner} is ${formatCount(-lead)} votes behind ${rival}, more than the ` +
          `${formatCount(room)} that can be missing.`,
      },
    ];
  return [
    {
      ...common,
      outcome: "undecided",
      reason:
        `${claim.winner} is ${formatCount(Math.abs(lead))} votes ${lead < 0 ? "behind" : "ahead of"} ` +
        `${rival}, and up to ${formatCount(room)} can be missing.`,
    },
  ];
}
