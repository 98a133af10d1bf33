import { atLeastBallots, atLeastRegistered } from "../model/sheet";
import { ABSENT, type Tallies } from "../model/tallies";

/** Ballots cast and voters registered for certain, by station. */
export function certainCounts({ columns, length }: Tallies): {
  ballots: Int32Array;
  registered: Int32Array;
} {
  const { invalidVotes, blankVotes, ballotsCast, registeredVoters } = columns;
  // Where every sheet states both there is nothing to work out.
  if (isWhole(ballotsCast) && isWhole(registeredVoters))
    return { ballots: ballotsCast, registered: registeredVoters };
  const ballots = new Int32Array(length);
  const registered = new Int32Array(length);
  // One sheet, filled anew for each station: a new one for each takes a third of the time.
  const sheet = {
    validVotes: 0,
    invalidVotes: ABSENT,
    blankVotes: ABSENT,
    ballotsCast: ABSENT,
    registeredVoters: ABSENT,
  };
  for (let index = 0; index < length; index++) {
    sheet.validVotes = columns.validVotes[index]!;
    if (invalidVotes) sheet.invalidVotes = invalidVotes[index]!;
    if (blankVotes) sheet.blankVotes = blankVotes[index]!;
    if (ballotsCast) sheet.ballotsCast = ballotsCast[index]!;
    if (registeredVoters) sheet.registeredVoters = registeredVoters[index]!;
    ballots[index] = atLeastBallots(sheet);
    registered[index] = atLeastRegistered(sheet);
  }
  return { ballots, registered };
}

const isWhole = (column: Int32Array | undefined): column is Int32Array =>
  column !== undefined && !column.includes(ABSENT);
