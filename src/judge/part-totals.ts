import { certainCounts } from "../count/certain";
import { ofEachSheet } from "../count/sheets";
import { claimedBallots } from "./limits";
import type { Sums } from "./overlap";
import { type Part, type PartFigure, partFigure } from "./part";
import { type Claimed, numberOfPart, whole } from "./part-numbers";
import type { Judged } from "./verdict";

/** Ballots, invalid votes and turnout, of which a sheet may state less than another. */
export function totalsOfPart(part: Part): Judged[] {
  const { universe, count, tallies, say } = part;
  const { ballotsCast, invalidVotes, turnout, turnoutBase } = part.claim;
  const numberOf = (figure: PartFigure, claimed: Claimed, least: Sums) =>
    numberOfPart(part, figure, claimed, least, part.stating(figure.proof.figure));
  const ballots = () => part.sums("ballots", () => certainCounts(tallies).ballots);
  const found: Judged[] = [];
  if (ballotsCast !== undefined) {
    const figure = partFigure("ballotsCast", say.totalNoun("ballotsCast"), ballotsCast);
    found.push(numberOf(figure, whole(ballotsCast), ballots()));
  }
  if (turnout !== undefined) {
    const figure = partFigure("turnout", say.nounTurnout(turnout, turnoutBase), turnout);
    const claimed = claimedBallots(part.claim, "turnout", universe.registeredVoters);
    // The fewest are at most the average of so many: without a least number, that may do.
    const average = BigInt(part.overlap.least) * BigInt(count.atLeastBallots);
    found.push(
      turnoutBase === undefined && average <= claimed.high * BigInt(count.stations)
        ? part.open(figure, "undecided", say.turnoutOfSome(turnout))
        : numberOf(figure, claimed, ballots()),
    );
  }
  if (invalidVotes !== undefined) {
    const figure = partFigure("invalidVotes", say.totalNoun("invalidVotes"), invalidVotes);
    const least = part.sums("invalid votes", () =>
      ofEachSheet(tallies, (sheet) => Math.max(0, sheet.invalidVotes)),
    );
    found.push(numberOf(figure, whole(invalidVotes), least));
  }
  return found;
}
