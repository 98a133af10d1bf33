import type { Count } from "../count/count";
import { forEachSheet } from "../count/sheets";
import { atLeastBallots, atLeastRegistered, mostBallots, mostInvalid } from "../model/sheet";
import { ABSENT, type Tallies } from "../model/tallies";

/** What is known of the most that covered stations have. */
export interface Known {
  /** Ballots and voters at stations whose sheets state the ballots, or at least the voters. */
  readonly ballots: number;
  readonly registered: number;
  /** Whether there are others, and the ballots that are in hand of them. */
  readonly open: boolean;
  readonly inOpen: number;
  /** Invalid votes where a limit on them is known, and whether there are others. */
  readonly invalid: number;
  readonly openInvalid: boolean;
  /** Ballots that are neither valid nor invalid for certain. */
  readonly blank: number;
}

/** Of the tallies and of their count, which has it all where every sheet states both. */
export function knownOf(tallies: Tallies, count: Count): Known {
  const known = {
    ballots: 0,
    invalid: 0,
    blank: 0,
    registered: 0,
    open: false,
    inOpen: 0,
    openInvalid: false,
  };
  const {
    stations,
    ballotsCast: cast,
    invalidVotes: spoilt,
    atLeastRegistered: registered,
  } = count;
  if (cast?.stations === stations && spoilt?.stations === stations) {
    const [ballots, invalid] = [cast.sum, spoilt.sum];
    return { ...known, ballots, invalid, blank: ballots - count.validVotes - invalid, registered };
  }
  forEachSheet(tallies, (sheet) => {
    const { validVotes, invalidVotes, blankVotes, ballotsCast } = sheet;
    known.blank +=
      ballotsCast === ABSENT || invalidVotes === ABSENT
        ? Math.max(0, blankVotes)
        : ballotsCast - validVotes - invalidVotes;
    const [ballots, invalid] = [mostBallots(sheet), mostInvalid(sheet)];
    if (invalid === ABSENT) known.openInvalid = true;
    else known.invalid += invalid;
    if (ballots === ABSENT) {
      known.open = true;
      known.inOpen += atLeastBallots(sheet);
    } else {
      known.ballots += ballots;
      known.registered += atLeastRegistered(sheet);
    }
  });
  return known;
}
