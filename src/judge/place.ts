import type { Count } from "../count/count";
import type { Claim } from "../model/claim";
import type { Universe } from "../model/election";
import { TallyError } from "../model/error";
import type { Tallies } from "../model/tallies";
import type { Say } from "../words/index";
import type { Profile } from "./profile";
import { type Remainder, remainderOf } from "./remainder";
import { type Room, roomOf } from "./room";
import { type View, withinRegion } from "./within-region";

/** What a claim is held against: the tallies of the place that it is on, and what can be missing there. */
export interface Place {
  /** The whole election. */
  readonly whole: View;
  readonly view: View;
  readonly remainder: Remainder;
  /** What some of the missing stations can hold. */
  readonly room: Room;
}

/** The whole election. */
export const viewOf = (
  tallies: Tallies,
  count: Count,
  universe: Universe,
  say: Say,
  profile: Profile,
): View => ({
  tallies,
  count,
  universe,
  profile,
  say,
  knowsStations: true,
  knowsVoters: true,
  register: tallies.register,
});

/**
 * @throws TallyError `region-unknown`, and `claim-invalid` for a claim on more stations than its region
 * is known to have
 */
export function placeOf(claim: Claim, whole: View): Place {
  const { region, stations } = claim.scope ?? {};
  const remainder = remainderOf(whole.count, whole.universe, whole.tallies);
  // How many voters the largest missing stations have only matters where some of them are meant.
  const known = stations === undefined ? undefined : whole;
  if (region === undefined)
    return { whole, view: whole, remainder, room: roomOf(remainder, known) };
  const inside = withinRegion(region, whole, remainder);
  requireStations(claim, inside.view);
  return { whole, ...inside, room: roomOf(inside.remainder, known) };
}

/** Refuses a claim on more stations than its region is known to have. */
function requireStations({ id, scope }: Claim, { universe, knowsStations }: View): void {
  if (knowsStations && (scope?.stations ?? 0) > universe.stations)
    throw new TallyError(
      "claim-invalid",
      `The claim "${id}" is on ${scope!.stations} stations of ${scope!.region!.join(" / ")}, which has ` +
        `${universe.stations} by the register. Correct the claim or the register.`,
    );
}
