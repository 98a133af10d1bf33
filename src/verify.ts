import { type Count, count, countBy, type RegionCount } from "./count/count";
import { type Bounds, boundsOf, certainWinner } from "./judge/bounds";
import { type ClaimDistance, distances } from "./judge/distance";
import { judge } from "./judge/judge";
import { type Remainder, remainderOf } from "./judge/remainder";
import type { Verdict } from "./judge/verdict";
import { type Election, parseElection } from "./model/election";
import { TallyError } from "./model/error";
import type { Issue } from "./model/issue";
import type { InputSource, RowCounts, Tallies } from "./model/tallies";
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
 * The whole pipeline after reading: counts the tallies, bounds what the uncovered stations can
 * change, and judges every claim of the election.
 *
 * Verdicts are deductions from the tallies. They hold if the tallies are authentic, and say nothing
 * of whether they are.
 *
 * @throws TallyError `election-invalid`, `candidate-unknown` when the tallies are of other
 * candidates, `universe-exceeded` when they do not fit the universe, `region-unknown`
 * @example
 * ```ts
 * import { readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const verification = verify(venezuela2024, readTallies(csv, venezuela2024).tallies);
 * verification.remainder.maxValidVotes; // => 21391964
 * verification.verdicts[0]?.outcome; // => "undecided"
 * ```
 */
export function verify(
  election: Election,
  tallies: Tallies,
  options: VerifyOptions = {},
): Verification {
  const checked = parseElection(election);
  requireSameCandidates(checked, tallies);
  const totals = count(tallies);
  const remainder = remainderOf(totals, checked.universe);
  const winner = certainWinner(totals, remainder);
  return {
    version: VERSION,
    election: checked,
    options,
    sources: tallies.sources,
    rows: tallies.rows,
    count: totals,
    ...(options.by === undefined ? {} : { regions: countBy(tallies, options.by) }),
    remainder,
    bounds: boundsOf(totals, remainder),
    ...(winner === undefined ? {} : { certainWinner: winner }),
    verdicts: checked.claims.map((claim) => judge(claim, totals, checked.universe)),
    distances: distances(checked.claims, totals),
    issues: tallies.issues,
  };
}

function requireSameCandidates({ candidates, name }: Election, { columns }: Tallies): void {
  const expected = candidates.map(({ code }) => code).join(", ");
  const received = columns.candidates.join(", ");
  if (expected !== received)
    throw new TallyError(
      "candidate-unknown",
      `The tallies count ${received}, but ${name} has ${expected}. ` +
        "Read the tallies with the same election that you verify.",
    );
}
