import type { SheetCounts } from "../model/sheet";
import { ABSENT, type Tallies } from "../model/tallies";

/** A number of each station. */
export function ofEachSheet(
  { columns, length }: Tallies,
  of: (sheet: SheetCounts) => number,
): Int32Array {
  const { validVotes, invalidVotes, blankVotes, ballotsCast, registeredVoters } = columns;
  const values = new Int32Array(length);
  // One sheet, filled anew for each station: a new one for each takes a third of the time.
  const sheet = {
    validVotes: 0,
    invalidVotes: ABSENT,
    blankVotes: ABSENT,
    ballotsCast: ABSENT,
    registeredVoters: ABSENT,
  };
  for (let at = 0; at < length; at++) {
    sheet.validVotes = validVotes[at]!;
    if (invalidVotes) sheet.invalidVotes = invalidVotes[at]!;
    if (blankVotes) sheet.blankVotes = blankVotes[at]!;
    if (ballotsCast) sheet.ballotsCast = ballotsCast[at]!;
    if (registeredVoters) sheet.registeredVoters = registeredVoters[at]!;
    values[at] = of(sheet);
  }
  return values;
}

/** A column that no sheet leaves open; else undefined. */
export const statedByAll = (column: Int32Array | undefined): Int32Array | undefined =>
  column?.includes(ABSENT) ? undefined : column;
