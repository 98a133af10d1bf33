import { TallyError } from "../model/error";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import type { EstimateOptions } from "./estimate";
import type { Grouping } from "./missing-stations";

/** A stratum with its covered stations and all of them; not whole where all were worked out. */
export interface StratumSize {
  readonly stratum: string;
  readonly covered: number;
  readonly all: number;
}

/** How many stations each stratum has in all, and how that is known. */
export function sizesOf(
  { names, codes }: Grouping,
  tallies: Tallies,
  universe: Universe,
  { strata, stations }: Pick<EstimateOptions, "strata" | "stations">,
): { known: "register" | "given" | "proportional"; sizes: StratumSize[] } {
  const covered = new Int32Array(names.length);
  for (const code of codes) covered[code]!++;
  const register = tallies.register?.byRegion;
  const known = stations
    ? "given"
    : register?.column === strata && register
      ? "register"
      : "proportional";
  const listed = new Map(register?.regions.map((region) => [region.region, region.stations]));
  const sizes = names.map((stratum, code): StratumSize => {
    const own = covered[code]!;
    if (known === "proportional")
      return { stratum, covered: own, all: (own * universe.stations) / tallies.length };
    const all =
      known === "register"
        ? listed.get(stratum)
        : Object.hasOwn(stations!, stratum)
          ? stations![stratum]
          : undefined;
    if (all === undefined)
      throw new TallyError(
        "region-unknown",
        `It is not said how many stations ${stratum} has in all. Complete the register, or leave it out.`,
      );
    if (all < own)
      throw new TallyError(
        "universe-exceeded",
        `${own} stations of ${stratum} are covered, and it is said to have only ${all}. Correct the register.`,
      );
    return { stratum, covered: own, all };
  });
  return { known, sizes };
}
