import type { Place } from "./place";
import type { Open } from "./profile";
import { remainderOf } from "./remainder";
import { roomOf } from "./room";
import { type View, withinAll } from "./within-region";

/**
 * A place by only the sheets that say how many ballots, or invalid votes, they have at most. The others
 * are as good as missing: only voters who are registered nowhere else can add to them. An assumption on
 * turnout is on stations without a sheet, so it says nothing of those.
 */
export function stating(place: Place, figure: Open): Place {
  const { view, whole } = place;
  if (!view.profile.stating(figure)) return place;
  const [own, all] = [restOf(view, figure), restOf(whole, figure)];
  const remainder = withinAll(own.remainder, all.remainder);
  return { whole, view: own.view, remainder, room: roomOf(remainder, all.view) };
}

function restOf(view: View, figure: Open) {
  const { maxTurnout: _, ...universe } = view.universe;
  const part = { ...view, ...view.profile.stating(figure), universe };
  return { view: part, remainder: remainderOf(part.count, universe, part.tallies) };
}
