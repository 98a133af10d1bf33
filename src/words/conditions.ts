import type { Cause } from "./kinds";
import type { Phrases } from "./say";
import type { Conflict } from "../judge/feasible";
import { ceilDiv, type FactKind, floorDiv, UNIT, usesOf, valueAt } from "../judge/lines";
import type { Condition } from "../judge/system";

/** What a single fact about all missing votes rests on. */
const KNOWN: Partial<Record<FactKind, Cause>> = {
  "votes-exist": "negative",
  room: "room",
  "valid-votes": "valid",
  ballots: "ballots",
  "ballots-parts": "ballots-fit",
  "ballots-whole": "ballots-reach",
  "ballots-reach": "ballots-reach",
  invalid: "invalid",
  "invalid-least": "invalid-least",
  "turnout-least": "turnout",
  "turnout-most": "turnout",
};

/** Votes that a condition is on: the missing ones, or, before any tally, all valid votes. */
export type Which = "missing" | "all";

/** A condition as a clause; the number is the votes that it asks for or allows. */
export function conditionInWords(
  { kind, slope, intercept, candidates, basis }: Condition,
  say: Phrases,
  which: Which = "missing",
): string {
  const cause = say.cause(
    kind === "known" ? KNOWN[usesOf({ basis })[0]!.fact.kind]! : kind,
    candidates,
  );
  if (kind === "already" && slope === 0n)
    return say.alreadyOver(candidates, Number(ceilDiv(-intercept, UNIT)));
  if (slope > 0n) return say.condition(cause, "least", Number(ceilDiv(-intercept, slope)), which);
  const most = slope === 0n ? -1n : floorDiv(intercept, -slope);
  return most < 0n
    ? say.condition(cause, "none", 0, which)
    : say.condition(cause, "most", Number(most), which);
}

/** Why nothing satisfies all conditions, as a clause. */
export function conflictInWords(
  { above, below, fractions }: Conflict,
  say: Phrases,
  which?: Which,
): string {
  if (fractions) return say.noWholeVotes();
  const first = conditionInWords(above, say, which);
  if (!below) return first;
  const second = conditionInWords(below, say, which);
  // What allows no votes at all, or fewer than none, needs nothing beside it.
  const alone = valueAt(below, 0n) < 0n;
  return alone ? second : say.both(first, second);
}
