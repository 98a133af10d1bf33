import { type Count, count, countBy, type RegionCount } from "./count/count";
import { type Bounds, boundsOf, certainWinner } from "./judge/bounds";
import { type ClaimDistance, distances } from "./judge/distance";
import { judgeCounted } from "./judge/judge";
import { type Remainder, remainderOf } from "./judge/remainder";
import type { Verdict } from "./judge/verdict";
import type { Election } from "./model/election";
import { TallyError } from "./model/error";
import type { Issue } from "./model/issue";
import type { InputSource, RegisterUse, RowCounts, Tallies } from "./model/tallies";
import { VERSION } from "./version";

/** What {@link verify} may be told beside the tallies. */
export interface VerifyOptions {
  /** Region column to count by as well, e.g. `"EDO"`. */
  readonly by?: string;
}

/**
 * Everything that was read, counted and judged, as plain data: `JSON.stringify` keeps all of it, and
 * the same input gives the same bytes.
 */
export interface Verification {
  /** Version of tallyproof that made it. */
  readonly version: string;
  readonly election: Election;
  readonly options: VerifyOptions;
  readonly sources: readonly InputSource[];
  /** The register that supplied registered voters, if one was given. */
  readonly register?: RegisterUse;
  readonly rows: RowCounts;
  /** Totals over the covered stations. */
  readonly count: Count;
  /** The same by region, when asked for. */
  readonly regions?: readonly RegionCount[];
  /** What the uncovered stations can hold. */
  readonly remainder: Remainder;
  /** What each candidate's result can be. */
  readonly bounds: readonly Bounds[];
  /** Code of the candidate with the most votes in every completion, if there is one. */
  readonly certainWinner?: string;
  /** One verdict per claim, in the election's order. */
  readonly verdicts: readonly Verdict[];
  /** Nearest claim first. */
  readonly distances: readonly ClaimDistance[];
  readonly issues: readonly Issue[];
}

/**
 * The verification of tallies by an election that has been checked; see `verify`, which checks it.
 * Apart, because a ready-made election needs no check, nor the time it takes to load what does it.
 */
export function verificationOf(
  election: Election,
  tallies: Tallies,
  options: VerifyOptions = {},
): Verification {
  requireSameCandidates(election, tallies);
  const totals = count(tallies);
  const remainder = remainderOf(totals, election.universe);
  if (remainder.basis === "complete") requireNoneBeside(election, tallies);
  const winner = certainWinner(totals, remainder);
  return {
    version: VERSION,
    election: election,
    options,
    sources: tallies.sources,
    ...(tallies.register === undefined ? {} : { register: tallies.register }),
    rows: tallies.rows,
    count: totals,
    ...(options.by === undefined ? {} : { regions: countBy(tallies, options.by) }),
    remainder,
    bounds: boundsOf(totals, remainder),
    ...(winner === undefined ? {} : { certainWinner: winner }),
    verdicts: election.claims.map((claim) =>
      judgeCounted(claim, tallies, totals, election.universe),
    ),
    distances: distances(election.claims, totals),
    issues: tallies.issues,
  };
}

function requireSameCandidates({ candidates, name }: Election, { columns }: Tallies): void {
  const expected = candidates.map(({ code }) => code);
  const received = columns.candidates;
  if (expected.length !== received.length || expected.some((code, at) => code !== received[at]))
    throw new TallyError(
      "candidate-unknown",
      `The tallies count ${received.join(", ")}, but ${name} has ${expected.join(", ")}. ` +
        "Read the tallies with the same election that you verify.",
    );
}

/** All stations are covered, and still rows of other stations were rejected: the universe is wrong. */
function requireNoneBeside({ universe }: Election, tallies: Tallies): void {
  const accepted = new Set(tallies.columns.stations);
  const beside = new Set(
    tallies.issues
      .filter(({ severity, code }) => severity === "error" && code !== "row-total")
      .flatMap(({ station }) => (station === undefined || accepted.has(station) ? [] : [station])),
  );
  if (beside.size > 0)
    throw new TallyError(
      "universe-exceeded",
      `The tallies cover all ${universe.stations} stations, and there are rejected rows of ` +
        `${beside.size} more (${[...beside].slice(0, 3).join(", ")}). ` +
        "Correct the number of stations in the universe, or the station codes.",
    );
}
