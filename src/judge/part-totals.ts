import { certainCounts } from "../count/certain";
import { SHARE_SCALE } from "../model/claim";
import { ABSENT, type SheetCount } from "../model/tallies";
import { claimedBallots } from "./limits";
import { type Part, partFigure } from "./part";
import { numberOfPart, whole } from "./part-numbers";
import type { Judged } from "./verdict";

/** Ballots, invalid votes and turnout: where sheets leave them open, only the roll limits them. */
export function totalsOfPart(part: Part): Judged[] {
  const { claim, universe, count, tallies, say } = part;
  const { ballotsCast, invalidVotes, registeredVoters } = tallies.columns;
  const roll = universe.registeredVoters;
  const isComplete = (name: SheetCount) => count[name]?.stations === count.stations;
  const certain = () => part.sums("certain ballots", () => certainCounts(tallies).ballots);
  const mostBallots = () =>
    isComplete("ballotsCast")
      ? part.sums("ballots", () => ballotsCast!)
      : isComplete("registeredVoters")
        ? part.sums("registered voters", () => registeredVoters!)
        : roll;
  const found: Judged[] = [];
  if (claim.ballotsCast !== undefined) {
    const figure = partFigure("ballotsCast", say.totalNoun("ballotsCast"), claim.ballotsCast);
    found.push(numberOfPart(part, figure, whole(claim.ballotsCast), certain(), mostBallots()));
  }
  if (claim.turnout !== undefined) {
    const { turnout, turnoutBase } = claim;
    const figure = partFigure("turnout", say.nounTurnout(turnout, turnoutBase), turnout);
    const { low, high } = claimedBallots(claim, "turnout", roll);
    // The fewest are at most the average of so many: without a least number, that may do.
    const average = SHARE_SCALE * BigInt(part.overlap.least) * BigInt(count.atLeastBallots);
    found.push(
      turnoutBase === undefined && average <= high * BigInt(count.stations)
        ? part.open(figure, "undecided", say.turnoutOfSome(turnout))
        : numberOfPart(part, figure, { low, high }, certain(), mostBallots()),
    );
  }
  if (claim.invalidVotes !== undefined) {
    const figure = partFigure("invalidVotes", say.totalNoun("invalidVotes"), claim.invalidVotes);
    const known = part.sums(
      "invalid votes",
      () =>
        invalidVotes?.map((votes) => (votes === ABSENT ? 0 : votes)) ??
        new Int32Array(tallies.length),
    );
    const most = isComplete("invalidVotes") ? known : roll;
    found.push(numberOfPart(part, figure, whole(claim.invalidVotes), known, most));
  }
  return found;
}
