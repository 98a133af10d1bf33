import type { AuditList } from "./list";

/** A reported winner and a reported loser of one contest, and how far apart they are. */
export interface AuditMargin {
  readonly contest?: string;
  readonly winner: string;
  readonly loser: string;
  /** Votes of the winner less those of the loser at the listed stations, as reported. */
  readonly reported: number;
  /** The same less every ballot that uncovered stations can hold: the lead that errors have to undo. */
  readonly margin: number;
}

/** Every pair whose order the audit tests: in each contest, each winner and each loser. */
export function marginsOf(list: AuditList): AuditMargin[] {
  const totals = list.candidates.map((_, at) =>
    list.stations.reduce((sum, { votes }) => sum + votes[at]!, 0),
  );
  const votesOf = (code: string) => totals[list.candidates.indexOf(code)]!;
  return list.contests.flatMap(({ name, candidates, winners = 1 }) => {
    // Of tied candidates the first one counts as elected; their margin is 0 whichever it is.
    const ranked = [...candidates].sort((a, b) => votesOf(b) - votesOf(a));
    return ranked.slice(0, winners).flatMap((winner) =>
      ranked.slice(winners).map((loser) => {
        const reported = votesOf(winner) - votesOf(loser);
        return {
          ...(name === undefined ? {} : { contest: name }),
          winner,
          loser,
          reported,
          // The loser could have all of them: the choice that is hardest on the winner.
          margin: reported - list.uncovered.ballots,
        };
      }),
    );
  });
}
