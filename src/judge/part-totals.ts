import { certainCounts } from "../count/certain";
import { SHARE_SCALE } from "../model/claim";
import { claimedBallots } from "./limits";
import { type Part, partFigure } from "./part";
import { numberOfPart, whole } from "./part-numbers";
import type { Judged } from "./verdict";

/** Ballots, invalid votes and turnout, of which a sheet may state less than another. */
export function totalsOfPart(part: Part): Judged[] {
  const { claim, universe, count, tallies, say } = part;
  const certain = () => part.sums("certain ballots", () => certainCounts(tallies).ballots);
  const found: Judged[] = [];
  if (claim.ballotsCast !== undefined) {
    const figure = partFigure("ballotsCast", say.totalNoun("ballotsCast"), claim.ballotsCast);
    const claimed = whole(claim.ballotsCast);
    found.push(numberOfPart(part, figure, claimed, certain(), part.stating("ballotsCast")));
  }
  if (claim.turnout !== undefined) {
    const { turnout, turnoutBase } = claim;
    const figure = partFigure("turnout", say.nounTurnout(turnout, turnoutBase), turnout);
    const { low, high } = claimedBallots(claim, "turnout", universe.registeredVoters);
    // The fewest are at most the average of so many: without a least number, that may do.
    const average = SHARE_SCALE * BigInt(part.overlap.least) * BigInt(count.atLeastBallots);
    found.push(
      turnoutBase === undefined && average <= high * BigInt(count.stations)
        ? part.open(figure, "undecided", say.turnoutOfSome(turnout))
        : numberOfPart(part, figure, { low, high }, certain(), part.stating("turnout")),
    );
  }
  if (claim.invalidVotes !== undefined) {
    const figure = partFigure("invalidVotes", say.totalNoun("invalidVotes"), claim.invalidVotes);
    const { invalidVotes } = tallies.columns;
    const known = part.sums(
      "invalid votes",
      () => invalidVotes?.map((votes) => Math.max(0, votes)) ?? new Int32Array(tallies.length),
    );
    const claimed = whole(claim.invalidVotes);
    found.push(numberOfPart(part, figure, claimed, known, part.stating("invalidVotes")));
  }
  return found;
}
