import { TallyError } from "../model/error";
import type { Tallies } from "../model/tallies";
import { coded } from "./ratio";

/** Names one of the tallies' groupings of stations; see `EstimateOptions`. */
export const CENTRE = "centre";

/** A grouping of the covered stations. */
export interface Grouping {
  readonly names: readonly string[];
  readonly codes: Int32Array;
}

/** By a region column; its own name, or the whole path where two regions have the same name. */
export function groupsBy(tallies: Tallies, column: string): Grouping {
  const { regions, stations } = tallies.columns;
  const region = regions.find(({ name }) => name === column);
  if (region) {
    const own = region.paths.map((path) => path.at(-1)!);
    const isUnique = new Set(own).size === own.length;
    const names = isUnique ? own : region.paths.map((path) => path.join(" / "));
    return used(names, region.codes);
  }
  if (column !== CENTRE)
    throw new TallyError(
      "region-unknown",
      `There is no region column "${column}". There is: ` +
        `${[...regions.map(({ name }) => name), CENTRE].join(", ")}. (${CENTRE}: the station key without its ` +
        "last part.)",
    );
  const keys: string[] = [];
  for (const station of stations) {
    const end = station.lastIndexOf("/");
    if (end === -1)
      throw new TallyError(
        "region-unknown",
        "The station keys have one part only, so they do not say which centre a station is in. Name a region " +
          "column instead.",
      );
    keys.push(station.slice(0, end));
  }
  return coded(keys.length, keys);
}

/** Only the groups that a station is in. */
function used(names: readonly string[], codes: Int32Array): Grouping {
  const isUsed = new Uint8Array(names.length);
  for (const code of codes) isUsed[code] = 1;
  const kept = names.flatMap((_, code) => (isUsed[code] === 1 ? [code] : []));
  const place = new Int32Array(names.length);
  for (const [at, code] of kept.entries()) place[code] = at;
  return { names: kept.map((code) => names[code]!), codes: codes.map((code) => place[code]!) };
}

/**
 * Stations that are missing within covered centres, by centre: numbers below the largest one there that no
 * station in hand has. A centre may have more stations behind its last one, so there are at least so many.
 * Undefined where the last part of the keys is no number.
 */
export function gapsOf(tallies: Tallies, { names, codes }: Grouping): Int32Array | undefined {
  const largest = new Int32Array(names.length);
  const held = new Int32Array(names.length);
  let at = 0;
  for (const station of tallies.columns.stations) {
    const number = station.slice(station.lastIndexOf("/") + 1);
    if (!/^\d{1,4}$/.test(number)) return undefined;
    const code = codes[at++]!;
    largest[code] = Math.max(largest[code]!, Number(number));
    held[code]!++;
  }
  return largest.map((most, code) => Math.max(0, most - held[code]!));
}
