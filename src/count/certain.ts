import { atLeastBallots, atLeastRegistered } from "../model/sheet";
import { ABSENT, type Tallies } from "../model/tallies";
import { forEachSheet } from "./sheets";

/** Ballots cast and voters registered for certain, by station. */
export function certainCounts(tallies: Tallies): { ballots: Int32Array; registered: Int32Array } {
  const { ballotsCast, registeredVoters } = tallies.columns;
  // Where every sheet states both there is nothing to work out.
  if (isWhole(ballotsCast) && isWhole(registeredVoters))
    return { ballots: ballotsCast, registered: registeredVoters };
  const ballots = new Int32Array(tallies.length);
  const registered = new Int32Array(tallies.length);
  forEachSheet(tallies, (sheet, at) => {
    ballots[at] = atLeastBallots(sheet);
    registered[at] = atLeastRegistered(sheet);
  });
  return { ballots, registered };
}

const isWhole = (column: Int32Array | undefined): column is Int32Array =>
  column !== undefined && !column.includes(ABSENT);
