import { count } from "../count/count";
import { ofEachSheet } from "../count/sheets";
import { mostBallots, mostInvalid, type SheetCounts } from "../model/sheet";
import { ABSENT } from "../model/tallies";
import type { Place } from "./place";
import { Profile } from "./profile";
import type { StationsFigure } from "./proof";
import { remainderOf } from "./remainder";
import { roomOf } from "./room";
import { pick } from "./within-region";

/** The most that a sheet has of a figure of which it may leave open how much it has. */
const MOST: Partial<Record<StationsFigure, (sheet: SheetCounts) => number>> = {
  ballotsCast: mostBallots,
  turnout: mostBallots,
  invalidVotes: mostInvalid,
};

/** A place, and how much of a figure each of its stations has at most. */
export interface Stated {
  readonly place: Place;
  readonly most?: Int32Array;
}

/**
 * A place as far as its sheets say how much of a figure they have at most, and how much that is, where it
 * can be open. A sheet that does not say it is as good as missing: only voters can add to it who are
 * registered nowhere else. An assumption on turnout is on stations without a sheet, so not on those.
 */
export function stating(place: Place, figure: StationsFigure): Stated {
  const mostOf = MOST[figure];
  if (!mostOf) return { place };
  const { tallies, universe, profile } = place.view;
  const { most, own } = profile.once(`stating ${figure}`, () => {
    const each = ofEachSheet(tallies, mostOf);
    if (!each.includes(ABSENT)) return { most: each };
    // 0 for those that say it.
    const open = each.map((votes) => Math.min(0, votes));
    const part = pick(tallies, open, 0);
    const own = { tallies: part, count: count(part), profile: new Profile(part) };
    return { most: each.filter((votes) => votes !== ABSENT), own };
  });
  if (!own) return { place, most };
  const { maxTurnout: _, ...rest } = universe;
  const view = { ...place.view, ...own, universe: rest };
  const remainder = remainderOf(view.count, rest, view.tallies);
  return { place: { view, remainder, room: roomOf(remainder, undefined) }, most };
}
