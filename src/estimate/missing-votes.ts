import type { Count } from "../count/count";
import { remainderOf } from "../judge/remainder";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";

/**
 * Valid votes to expect at uncovered stations, as a fraction of two integers: if as many of the voters
 * there vote as at the covered stations, or, where registered voters are not known, if there are as
 * many per station.
 */
export interface MissingVotes {
  readonly above: bigint;
  readonly below: bigint;
  readonly basis: "registered" | "stations";
}

export function missingVotesOf(count: Count, universe: Universe, tallies: Tallies): MissingVotes {
  const remainder = remainderOf(count, universe, tallies);
  const registered = count.registeredVoters;
  // Half of the sheets' registered voters would be those of other stations than the valid votes.
  if (registered !== undefined && registered.stations === count.stations && registered.sum > 0)
    return {
      above: BigInt(remainder.voters) * BigInt(count.validVotes),
      below: BigInt(registered.sum),
      basis: "registered",
    };
  return {
    above: BigInt(remainder.stations) * BigInt(count.validVotes),
    below: BigInt(Math.max(1, count.stations)),
    basis: "stations",
  };
}
