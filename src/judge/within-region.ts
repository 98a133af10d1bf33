import { type Count, count } from "../count/count";
import type { Universe } from "../model/election";
import { TallyError } from "../model/error";
import type { RegisterUse, Tallies } from "../model/tallies";
import type { Say } from "../words/index";
import { pick } from "./pick";
import { Profile } from "./profile";
import { registeredRegion, type Remainder, remainderOf } from "./remainder";

/** What is counted and known of the place that a claim is on. */
export interface View {
  readonly tallies: Tallies;
  readonly count: Count;
  readonly universe: Universe;
  readonly profile: Profile;
  readonly say: Say;
  /** Whether it is known how many stations there are in it; else every uncovered one may lie in it. */
  readonly knowsStations: boolean;
  /** Whether it is known how many voters are registered there; else they may be anywhere. */
  readonly knowsVoters: boolean;
  /** The register, of which the tallies of a region know nothing. */
  readonly register: RegisterUse | undefined;
}

/**
 * A claim on a region is held against the tallies of its stations. How many stations and voters it has
 * comes from a register by that region; what is missing there is no more than is missing in the regions
 * that it lies in, and in all. Unless a register says so, any uncovered station can lie there, which
 * favours the claim.
 *
 * @throws TallyError `region-unknown` when neither tallies nor register know the region
 */
export function withinRegion(
  path: readonly string[],
  whole: View,
  remainder: Remainder,
): { readonly view: View; readonly remainder: Remainder } {
  let inside = { view: whole, remainder };
  for (let level = 1; level <= path.length; level++)
    inside = oneLevelDown(path.slice(0, level), whole, inside);
  return inside;
}

function oneLevelDown(
  path: readonly string[],
  whole: View,
  outer: { readonly view: View; readonly remainder: Remainder },
): { readonly view: View; readonly remainder: Remainder } {
  const { tallies, register, profile } = whole;
  const column = tallies.columns.regions[path.length - 1];
  const listed = column && registeredRegion(register, column, path);
  const code =
    column?.paths.findIndex((names) => names.every((name, at) => name === path[at])) ?? -1;
  if (column === undefined || (code === -1 && listed === undefined))
    throw new TallyError(
      "region-unknown",
      `A claim is on the region ${path.join(" / ")}, of which there is no tally. The tallies have ` +
        `${namesOf(column)}. Write it as they do, from the largest region down.`,
    );
  const { part, totals, own } = profile.once(`region ${JSON.stringify(path)}`, () => {
    const picked = pick(tallies, column.codes, code);
    return { part: picked, totals: count(picked), own: new Profile(picked) };
  });
  // A register that has fewer stations than are covered there says nothing to rely on.
  const known = listed && listed.stations >= totals.stations ? listed : undefined;
  const { universe, count: around } = outer.view;
  const view: View = {
    ...whole,
    tallies: part,
    count: totals,
    profile: own,
    knowsStations: known !== undefined,
    knowsVoters: known?.registeredVoters !== undefined,
    universe: {
      stations: known?.stations ?? totals.stations + outer.remainder.stations,
      // Voters registered at covered stations elsewhere are not in the region.
      registeredVoters: Math.min(
        known?.registeredVoters ?? Infinity,
        universe.registeredVoters - (around.atLeastRegistered - totals.atLeastRegistered),
      ),
      ...(universe.maxTurnout !== undefined && { maxTurnout: universe.maxTurnout }),
    },
  };
  const rest = remainderOf(totals, view.universe, part);
  return { view, remainder: withinAll(rest, outer.remainder) };
}

/** What is missing in a region is missing in all: no more than there. */
export const withinAll = (region: Remainder, all: Remainder): Remainder =>
  region.voters <= all.voters
    ? region
    : { ...region, voters: all.voters, maxValidVotes: all.maxValidVotes, basis: all.basis };

/** Names that a region can have, as many as a message holds. */
function namesOf(column: { readonly paths: readonly (readonly string[])[] } | undefined): string {
  const names = (column?.paths ?? []).map((path) => path.join(" / "));
  if (names.length === 0) return "no such regions";
  return `${names.slice(0, 10).join(", ")}${names.length > 10 ? ", ..." : ""}`;
}
