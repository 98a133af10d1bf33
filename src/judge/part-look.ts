import { SHARE_SCALE } from "../model/claim";
import type { InHand } from "./asked";
import { claimedLimits, knownLimits } from "./limits";
import { type Look, lookOf } from "./look";
import { fractionOf } from "./overlap";
import type { Part } from "./part";

/**
 * How a possible claim on part of the stations would look, if as many missing stations as can be are
 * among them. Of the covered ones beside them, each figure has those that suit it best: what the missing
 * ones would then need, they would need whichever covered ones are meant.
 */
export function lookOfPart(part: Part): Look | undefined {
  const { claim, count, remainder, overlap, room, profile, say, nothing } = part;
  const { least } = overlap;
  const stations = overlap.claimed - least;
  const inHand: InHand = (whose, share = 0n) => {
    const of = fractionOf(share, SHARE_SCALE);
    const sums = part.weighed(whose, of);
    const times = SHARE_SCALE / of.scale;
    return { least: times * sums.smallest(least), most: times * sums.largest(least) };
  };
  const valid = part.validVotes();
  const maxValidVotes = room.at(stations);
  const having = (sum: bigint) => ({ ...nothing, room: maxValidVotes, validVotes: Number(sum) });
  const [fewest, most] = [having(valid.smallest(least)), having(valid.largest(least))];
  return lookOf(
    {
      claim,
      count,
      say,
      premises: most,
      remainder: { ...remainder, stations, maxValidVotes },
      knowsStations: true,
      // How many voters there are at some of the missing stations is not known.
      knowsVoters: stations === remainder.stations,
      allLimits: [
        ...knownLimits(claim, most),
        // That the missing ones have at most, and at least, what the claim's valid votes leave.
        ...claimedLimits(claim, fewest, ["validVotes"]).slice(0, 1),
        ...claimedLimits(claim, most, ["validVotes"]).slice(1),
      ],
      among: { stations, covered: least },
    },
    profile,
    inHand,
  );
}
