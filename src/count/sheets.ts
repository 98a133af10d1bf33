import type { SheetCounts } from "../model/sheet";
import { ABSENT, type Tallies } from "../model/tallies";

/** Each station's counts in turn. It is one sheet, filled anew: a new one for each takes a third of the time. */
export function forEachSheet(
  { columns, length }: Tallies,
  take: (sheet: SheetCounts, at: number) => void,
): void {
  const { validVotes, invalidVotes, blankVotes, ballotsCast, registeredVoters } = columns;
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
    take(sheet, at);
  }
}

/** A number of each station. */
export function ofEachSheet(tallies: Tallies, of: (sheet: SheetCounts) => number): Int32Array {
  const values = new Int32Array(tallies.length);
  forEachSheet(tallies, (sheet, at) => {
    values[at] = of(sheet);
  });
  return values;
}

/** A column that no sheet leaves open; else undefined. */
export const statedByAll = (column: Int32Array | undefined): Int32Array | undefined =>
  column?.includes(ABSENT) ? undefined : column;
