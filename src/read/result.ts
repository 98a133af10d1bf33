import { showing } from "../model/display";
import { talliesBundle } from "../model/display-tallies";
import type { Issue } from "../model/issue";
import type { Tallies } from "../model/tallies";

/** The accepted tallies, and everything that was wrong or assumed on the way (also in `tallies`). */
export interface ReadResult {
  readonly tallies: Tallies;
  readonly issues: readonly Issue[];
}

/** In a notebook the tallies show themselves. */
export const resultOf = (tallies: Tallies): ReadResult => ({
  tallies: showing(tallies, () => talliesBundle(tallies)),
  issues: tallies.issues,
});
