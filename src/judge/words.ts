import type { Situation } from "./situation";

// Parts of sentences that several verdicts share.

/** What can be missing, and why, when the claim itself says less than the roll allows. */
export const missingVotes = ({ available, remainder, say }: Situation) =>
  say.missingVotes(available, {
    ownTotals: available < remainder.maxValidVotes,
    ...(remainder.maxTurnout === undefined ? {} : { maxTurnout: remainder.maxTurnout }),
  });

/** With how many missing votes something is possible. */
export const possibleIf = (min: number, max: number, { available, remainder, say }: Situation) =>
  say.possibleIf({ min, max, available, missing: remainder.stations });

/** A number of votes for each missing station, beside the average of the covered ones. */
export const perStation = (votes: number, covered: number, { remainder, count, say }: Situation) =>
  say.perStation(say.average(votes / remainder.stations), say.average(covered / count.stations));
