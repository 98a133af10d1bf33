import type { FigureKind, Finding, Outcome } from "../../judge/verdict";
import type { Verification } from "../../verification";
import type { Style } from "./chart";
import { type NamedClaim, namedClaims } from "./claims";

/** What a claim needs of the missing votes, or what it has too many of already. */
export interface Measure {
  readonly claim: NamedClaim;
  readonly kind: "need" | "excess";
  readonly votes: number;
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

function measureOf(named: NamedClaim, verification: Verification): Measure | undefined {
  const { claim, verdict } = named;
  const { findings, outcome } = verdict;
  const measure = (
    kind: Measure["kind"],
    { votes, finding }: { readonly votes: number; readonly finding: Finding },
  ): Measure => ({
    claim: named,
    kind,
    votes,
    room: roomOf(finding, verification),
    ownTotals: roomOf(finding, verification) < verification.remainder.maxValidVotes,
    figure: finding.figure,
    ...(finding.candidate === undefined ? {} : { candidate: finding.candidate }),
    ...(finding.claimed === undefined ? {} : { claimed: finding.claimed }),
    outcome,
  });
  const largest = (found: readonly { readonly votes: number; readonly finding: Finding }[]) =>
    found.toSorted((a, b) => b.votes - a.votes)[0];
  const excess = largest(
    findings
      .filter(({ outcome: own, required = 0 }) => own === "contradicted" && required < 0)
      .map((finding) => ({ votes: -finding.required!, finding })),
  );
  if (excess) return measure("excess", excess);
  // A part of the stations has another room, and nobody says which one.
  if (claim.scope !== undefined || outcome === "confirmed") return undefined;
  const needs = findings.flatMap((finding) => {
    const votes = needOf(finding, verification);
    return votes === undefined ? [] : [{ votes, finding }];
  });
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
function needOf(finding: Finding, { count }: Verification): number | undefined {
  const { figure, neededVotes, uncoveredVotes, required, candidate } = finding;
  if (neededVotes !== undefined) return neededVotes;
  if (figure === "winner") {
    const own = count.candidates.find(({ code }) => code === candidate)!.votes;
    const most = Math.max(...count.candidates.map(({ votes }) => votes));
    return most > own ? most - own : undefined;
  }
  const needs = [required, uncoveredVotes?.min].filter((votes) => votes !== undefined);
  return needs.length === 0 ? undefined : Math.max(0, ...needs);
}
