import { countOf } from "../model/format";
import type { Conflict } from "./feasible";
import { ceilDiv, type FactKind, floorDiv } from "./lines";
import type { Condition } from "./system";

/** What a single fact about all missing votes rests on. */
const KNOWN: Partial<Record<FactKind, string>> = {
  "votes-exist": "since there are no negative votes",
  room: "since no more voters are left",
  "valid-votes": "by the claim's own valid votes",
  ballots: "by the claim's own ballots",
  "ballots-valid": "since the claim's valid and invalid votes must fit into its ballots",
  "ballots-invalid": "since the claim's valid and invalid votes must fit into its ballots",
  "ballots-reach": "for the claim's ballots",
  "ballots-roll": "for the claim's ballots",
  invalid: "since the claim's invalid votes take room",
  "invalid-roll": "since the claim's invalid votes take room",
  "invalid-least": "by the claim's own invalid votes",
  "turnout-least": "for the claimed turnout and ballots to agree",
  "turnout-most": "for the claimed turnout and ballots to agree",
};

/** A condition as a clause; the number is the uncovered valid votes that it asks for or allows. */
export function conditionInWords(
  { kind, slope, intercept, candidates, uses }: Condition,
  noun = "missing vote",
): string {
  const who = candidates.join(", ");
  const most = slope < 0n ? floorDiv(intercept, -slope) : undefined;
  const bound =
    slope === 0n || (most !== undefined && most < 0n)
      ? `no number of ${noun}s will do`
      : most === undefined
        ? `at least ${countOf(Number(ceilDiv(-intercept, slope)), noun)} would be needed`
        : `there could be at most ${countOf(Number(most), noun)}`;
  const cause = {
    known: KNOWN[uses[0]!.fact.kind],
    already: `for what ${who} already has not to exceed the claim`,
    own: `for what the claim says of ${who} to agree`,
    needs: `for ${who} to get what the claim gives them`,
    absorbs: "since the claim gives all candidates less than all the votes",
    winner: `for ${candidates[0]} to have the most votes`,
  }[kind];
  return `${cause}, ${bound}`;
}

/** Why nothing satisfies all conditions, as a clause. */
export function conflictInWords({ above, below, fractions }: Conflict, noun?: string): string {
  if (fractions) return "no whole numbers of votes give all of them";
  const first = conditionInWords(above, noun);
  return below ? `${first}, and ${conditionInWords(below, noun)}` : first;
}
