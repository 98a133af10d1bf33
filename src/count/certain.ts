import { atLeastBallots, atLeastRegistered } from "../model/sheet";
import type { Tallies } from "../model/tallies";
import { ofEachSheet, statedByAll } from "./sheets";

/** Ballots cast and voters registered for certain, by station. */
export function certainCounts(tallies: Tallies): { ballots: Int32Array; registered: Int32Array } {
  const { ballotsCast, registeredVoters } = tallies.columns;
  // What every sheet states, or none, need not be worked out.
  const ballots = statedByAll(ballotsCast) ?? ofEachSheet(tallies, atLeastBallots);
  const registered =
    registeredVoters === undefined
      ? ballots
      : (statedByAll(registeredVoters) ?? ofEachSheet(tallies, atLeastRegistered));
  return { ballots, registered };
}
