import type { Count } from "../count/count";
import type { Universe } from "../model/election";
import { TallyError } from "../model/error";

/** What is known of the stations without an accepted sheet. */
export interface Remainder {
  /** Stations without an accepted sheet. */
  readonly stations: number;
  /** The most valid votes they can hold. */
  readonly maxValidVotes: number;
  /**
   * What that limit rests on: `registered` voters at every covered station, `ballots` cast there
   * (which leaves more room), `mixed`, or `complete` when no station is uncovered.
   */
  readonly basis: "registered" | "mixed" | "ballots" | "complete";
  /** The stations whose registered voters are known, of the covered ones. */
  readonly stationsWithRegistered: number;
}

/**
 * How many valid votes the uncovered stations can hold: the voters on the roll less those
 * registered at covered stations, who vote there or nowhere. Where a sheet gives no registered voters, its ballots are taken
 * instead: at least so many voters are registered there, so the limit can only be too high, which
 * favours every claim (METHODS: partial identification, Manski 2003).
 *
 * @throws TallyError `universe-exceeded` when the tallies do not fit the universe
 */
export function remainderOf(count: Count, universe: Universe): Remainder {
  const stations = universe.stations - count.stations;
  const voters = universe.registeredVoters - count.atLeastRegistered;
  if (stations < 0)
    throw new TallyError(
      "universe-exceeded",
      `The tallies cover ${count.stations} stations, but the election is said to have only ` +
        `${universe.stations}. Correct the universe of the election, or check the station key.`,
    );
  if (voters < 0)
    throw new TallyError(
      "universe-exceeded",
      `The covered stations have at least ${count.atLeastRegistered} registered voters, but the ` +
        `roll is said to have only ${universe.registeredVoters}. Correct the universe of the election.`,
    );
  const stationsWithRegistered = count.registeredVoters?.stations ?? 0;
  return {
    stations,
    maxValidVotes: stations === 0 ? 0 : voters,
    basis:
      stations === 0
        ? "complete"
        : stationsWithRegistered === count.stations
          ? "registered"
          : stationsWithRegistered === 0
            ? "ballots"
            : "mixed",
    stationsWithRegistered,
  };
}
