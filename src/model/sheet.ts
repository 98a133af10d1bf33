import { ABSENT, type SheetCount } from "./tallies";

/** A sheet's counts apart from the candidates'; {@link ABSENT} marks what it does not give. */
export type SheetCounts = Readonly<Record<SheetCount | "validVotes", number>>;

/** Ballots that were cast at a station for certain: as stated, else as many as its votes add up to. */
export function atLeastBallots(sheet: SheetCounts): number {
  return sheet.ballotsCast !== ABSENT
    ? sheet.ballotsCast
    : sheet.validVotes + Math.max(0, sheet.invalidVotes) + Math.max(0, sheet.blankVotes);
}

/**
 * Voters that are registered at a station for certain: as stated, else as many as cast a ballot
 * there, since nobody votes twice.
 */
export function atLeastRegistered(sheet: SheetCounts): number {
  return sheet.registeredVoters !== ABSENT ? sheet.registeredVoters : atLeastBallots(sheet);
}

/** The most ballots that were cast at a station, if its sheet states them or at least its voters. */
export const mostBallots = ({ ballotsCast, registeredVoters }: SheetCounts): number =>
  ballotsCast === ABSENT ? registeredVoters : ballotsCast;

/** The most of them that are invalid. */
export function mostInvalid(sheet: SheetCounts): number {
  const most = mostBallots(sheet);
  return sheet.invalidVotes !== ABSENT || most === ABSENT
    ? sheet.invalidVotes
    : most - sheet.validVotes - Math.max(0, sheet.blankVotes);
}

/** Ballots that are neither valid nor invalid for certain: what is left, or as many as are stated. */
export const leastBlank = ({ ballotsCast, validVotes, invalidVotes, blankVotes }: SheetCounts) =>
  ballotsCast === ABSENT || invalidVotes === ABSENT
    ? Math.max(0, blankVotes)
    : ballotsCast - validVotes - invalidVotes;

/** Writes a sheet's counts as columns have them: valid votes, then `SHEET_COUNTS`. */
export function writeCounts(sheet: SheetCounts, into: Int32Array, at: number): void {
  into[at] = sheet.validVotes;
  into[at + 1] = sheet.invalidVotes;
  into[at + 2] = sheet.blankVotes;
  into[at + 3] = sheet.ballotsCast;
  into[at + 4] = sheet.registeredVoters;
}

/** Reads them back: `SHEET_COUNTS` from `at` on. */
export function readCounts(
  from: ArrayLike<number>,
  at: number,
  sheet: Record<SheetCount, number>,
): void {
  sheet.invalidVotes = from[at]!;
  sheet.blankVotes = from[at + 1]!;
  sheet.ballotsCast = from[at + 2]!;
  sheet.registeredVoters = from[at + 3]!;
}
