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
