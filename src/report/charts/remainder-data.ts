import type { FigureKind, Finding, Outcome } from "../../judge/verdict";
import type { Verification } from "../../verification";
import type { Style } from "./chart";
import { type NamedClaim, namedClaims } from "./claims";

/** What a claim needs of the missing votes, or what it has too many of already. */
export interface Measure {
  readonly claim: NamedClaim;
  readonly kind: "need" | "excess";
  readonly votes: number;
  /** Votes of that kind that are counted already; of a claim on part of the stations, at least. */
  readonly inHand: number;
  /** The most votes that can be missing; fewer where the claim's own totals leave fewer. */
  readonly room: number;
  /** Whether they do. */
  readonly ownTotals: boolean;
  readonly figure: FigureKind;
  readonly candidate?: string;
  readonly claimed?: number | string;
  readonly outcome: Outcome;
}

/** One measure for each claim that has one: what contradicts it, else the most that it needs. */
export function measuresOf(verification: Verification, style: Style): Measure[] {
  return namedClaims(verification, style).flatMap((named) => {
    const found = measureOf(named, verification);
    return found === undefined ? [] : [found];
  });
}

/** Votes that a finding needs or has too many of, and those of the kind in hand. */
interface Found {
  readonly votes: number;
  readonly inHand: number;
  readonly finding: Finding;
}

function measureOf(named: NamedClaim, verification: Verification): Measure | undefined {
  const { claim, verdict } = named;
  const { findings, outcome } = verdict;
  const measure = (kind: Measure["kind"], { votes, inHand, finding }: Found): Measure => ({
    claim: named,
    kind,
    votes,
    inHand,
    room: roomOf(finding, verification),
    ownTotals: roomOf(finding, verification) < verification.remainder.maxValidVotes,
    figure: finding.figure,
    ...(finding.candidate === undefined ? {} : { candidate: finding.candidate }),
    ...(finding.claimed === undefined ? {} : { claimed: finding.claimed }),
    outcome,
  });
  const largest = (found: readonly Found[]) => found.toSorted((a, b) => b.votes - a.votes)[0];
  const excess = largest(
    findings.flatMap((finding) => {
      const { outcome: own, required = 0, claimed } = finding;
      if (own !== "contradicted" || required >= 0) return [];
      return [{ votes: -required, inHand: Number(claimed) - required, finding }];
    }),
  );
  if (excess) return measure("excess", excess);
  // A part of the stations has another room, and nobody says which one.
  if (claim.scope !== undefined || outcome === "confirmed") return undefined;
  const needs = findings.flatMap((finding) => needOf(finding, verification));
  const need = largest(
    outcome === "contradicted"
      ? needs.filter(
          ({ votes, finding }) =>
            finding.outcome === "contradicted" && votes > roomOf(finding, verification),
        )
      : // All figures together need at least as much as each: they come last, and win a tie.
        needs.toReversed(),
  );
  return need && measure("need", need);
}

function roomOf({ available }: Finding, { remainder }: Verification): number {
  return Math.min(available ?? Infinity, remainder.maxValidVotes);
}

/** The fewest missing votes with which the figure could be true; nothing where that is not known. */
function needOf(finding: Finding, { count }: Verification): Found[] {
  const { figure, neededVotes, uncoveredVotes, required, candidate, inHand } = finding;
  const all = count.validVotes;
  if (neededVotes !== undefined) return [{ votes: neededVotes, inHand: all, finding }];
  if (figure === "winner") {
    const own = count.candidates.find(({ code }) => code === candidate)!.votes;
    const most = Math.max(...count.candidates.map(({ votes }) => votes));
    return most > own ? [{ votes: most - own, inHand: own, finding }] : [];
  }
  const least = uncoveredVotes?.min ?? 0;
  if (required === undefined && uncoveredVotes === undefined) return [];
  return required !== undefined && required > least
    ? [{ votes: required, inHand: inHand ?? all, finding }]
    : [{ votes: Math.max(0, least), inHand: all, finding }];
}
