import { certainCounts } from "../count/certain";
import { ofEachSheet } from "../count/sheets";
import { claimedBallots } from "./limits";
import { type Part, type PartFigure, partFigure } from "./part";
import { type Claimed, numberOfPart, whole } from "./part-numbers";
import type { Judged } from "./verdict";

/** Ballots, invalid votes and turnout, of which a sheet may state less than another. */
export function totalsOfPart(part: Part): Judged[] {
  const { universe, count, tallies, say } = part;
  const { ballotsCast, invalidVotes, turnout, turnoutBase } = part.claim;
  const ballotsOf = (figure: PartFigure, claimed: Claimed) => {
    const least = part.sums("ballots", () => certainCounts(tallies).ballots);
    return numberOfPart(part, figure, claimed, least, part.stating("ballotsCast"));
  };
  const found: Judged[] = [];
  if (ballotsCast !== undefined) {
    const figure = partFigure("ballotsCast", say.totalNoun("ballotsCast"), ballotsCast);
    found.push(ballotsOf(figure, whole(ballotsCast)));
  }
  if (turnout !== undefined) {
    const figure = partFigure("turnout", say.nounTurnout(turnout, turnoutBase), turnout);
    const claimed = claimedBallots(part.claim, "turnout", universe.registeredVoters);
    // The fewest are at most the average of so many: without a least number, that may do.
    const average = BigInt(part.overlap.least) * BigInt(count.atLeastBallots);
    found.push(
      turnoutBase === undefined && average <= claimed.high * BigInt(count.stations)
        ? part.open(figure, "undecided", say.turnoutOfSome(turnout))
        : ballotsOf(figure, claimed),
    );
  }
  if (invalidVotes !== undefined) {
    const figure = partFigure("invalidVotes", say.totalNoun("invalidVotes"), invalidVotes);
    const least = part.sums("invalid votes", () =>
      ofEachSheet(tallies, (sheet) => Math.max(0, sheet.invalidVotes)),
    );
    const most = part.stating("invalidVotes");
    found.push(numberOfPart(part, figure, whole(invalidVotes), least, most));
  }
  return found;
}
