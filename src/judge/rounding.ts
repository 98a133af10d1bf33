import type { Claim } from "../model/claim";
import { TallyError } from "../model/error";
import type { Language } from "../model/locale";
import { type Say, sayIn } from "../words/index";
import { Exact } from "../model/share";
import { type Chance, chanceOf, roundUp, stepsOf, sumOf } from "./rounding-chance";

/** A count beside the nearest whole step of the percentages. */
export interface RoundedCount {
  readonly votes: number;
  /** The nearest step in percent, as text with the check's decimals; the upper of two as near. */
  readonly percent: string;
  /** Votes less that percentage of all votes; worked out exactly. */
  readonly residual: number;
  /** Whether the votes are that percentage rounded to a whole number, either way at a tie. */
  readonly rounded: boolean;
}

/** What {@link roundedPercentages} finds. Without a chance where there is nothing to explain. */
export interface RoundingCheck {
  /** Id of the claim. */
  readonly claim: string;
  /** Decimals of the percentages looked for: 1 means whole steps of 0.1 points. */
  readonly decimals: number;
  /** The votes of which the counts are parts. */
  readonly total: number;
  /** One for each count of the claim; without `candidate`: all others together. */
  readonly counts: readonly (RoundedCount & { readonly candidate?: string })[];
  /** Every count is rounded, and the chance of that is below 1 in 1,000. */
  readonly flagged: boolean;
  /** Divisions of the total that are as round, of all that there are: whole numbers as text. */
  readonly favourable?: string;
  readonly outOf?: string;
  /** `favourable / outOf`, 0–1; never 0. */
  readonly probability?: number;
  /** What it comes to, in plain words, with the harmless explanation. */
  readonly reading: string;
}

/** Chances below this are flagged. */
const RARE = 1 / 1000;

/** Decimals up to which divisions are counted: 10,000 steps take about 0.1 s. */
const MOST_DECIMALS = 2;

/**
 * Are all vote counts of a claim whole steps of rounded percentages? Then they may have been worked
 * out from percentages, and not added up from stations.
 *
 * The step is fixed beforehand: the coarsest that the claim's printed shares have. The chance takes
 * all divisions of the total into whole numbers as equally likely and counts them exactly; steps are
 * so narrow that any smooth distribution gives nearly the same.
 *
 * - Three counts that make up the total: all (a, b) with a + b ≤ total for which a, b and the rest
 *   are round.
 * - Two that do: all a for which a and the rest are round.
 * - Else the two largest counts: all (a, b) with a + b ≤ total for which both are round. Where there
 *   are more counts, that is an upper bound for all of them together.
 *
 * A half is rounded up, and either way only where one of these counts needs it: the larger set then,
 * which contains the other. With votes so few that every count is a rounded percentage nothing is
 * flagged; with more than two decimals no chance is worked out, and nothing is flagged either.
 *
 * A flag does not say that the result is wrong: whoever announces percentages and has the counts
 * worked out from them publishes such counts.
 *
 * Source: A. Gelman, statmodeling.stat.columbia.edu, 31 July 2024, with 1 in 100 million.
 *
 * @param claim one that {@link parseElection} accepts
 * @returns `undefined` without two counts, a printed share, or a total (`validVotes`, else the sum of
 * `votes` and `otherVotes`)
 * @example
 * ```ts
 * import { roundedPercentages } from "tallyproof";
 *
 * const check = roundedPercentages({
 *   id: "bulletin-1",
 *   title: "first bulletin",
 *   by: "electoral council",
 *   shares: { A: "51.2", B: "44.2" },
 *   votes: { A: 5150092, B: 4445978 },
 *   otherVotes: 462704,
 * });
 * check?.counts.map(({ residual }) => residual); // => [-0.288, -0.108, 0.396]
 * check?.favourable; // => "376479"
 * check?.probability?.toPrecision(3); // => "7.44e-9"
 * ```
 */
export function roundedPercentages(
  claim: Claim,
  language: Language = "en",
): RoundingCheck | undefined {
  const say = sayIn(language);
  const named = Object.entries(claim.votes ?? {}).map(([candidate, votes]) => ({
    candidate,
    votes,
  }));
  const { otherVotes } = claim;
  const stated = [...named, ...(otherVotes === undefined ? [] : [{ votes: otherVotes }])];
  const sum = sumOf(stated);
  const total = claim.validVotes ?? (otherVotes === undefined ? 0 : Number(sum));
  const shares = Object.values(claim.shares ?? {});
  if (stated.length < 2 || shares.length === 0) return undefined;
  if (total < 1 || total > Number.MAX_SAFE_INTEGER) return undefined;

  const decimals = Math.min(...shares.map((percent) => percent.split(".")[1]?.length ?? 0));
  const rounded = roundedCounts(
    total,
    stated.map(({ votes }) => votes),
    decimals,
  );
  const counts = stated.map((count, at) => ({ ...count, ...rounded[at]! }));
  const whole = counts.every(({ rounded }) => rounded) && sum <= BigInt(total);
  const chance = whole && decimals <= MOST_DECIMALS ? chanceOf(total, counts, decimals) : undefined;
  const flagged = chance !== undefined && chance.probability < RARE;
  const found = { claim: claim.id, decimals, total, counts, flagged };
  if (!chance) return { ...found, reading: withoutChance(found, sum, say) };
  const { favourable, outOf, probability } = chance;
  return { ...found, favourable, outOf, probability, reading: withChance(found, chance, say) };
}

/**
 * Counts beside the nearest percentages with so many decimals; what {@link roundedPercentages} looks
 * at, for any step. All of it is worked out exactly.
 *
 * @param total all votes, at least 1
 * @param decimals of the percentages, 0 to 8
 * @throws TallyError `usage-invalid` for anything but whole numbers in these ranges
 * @example
 * ```ts
 * import { roundedCounts } from "tallyproof";
 *
 * const [count] = roundedCounts(12335884, [6408844], 1);
 * count?.percent; // => "52.0"
 * count?.residual; // => -5815.68
 * ```
 */
export function roundedCounts(
  total: number,
  votes: readonly number[],
  decimals: number,
): RoundedCount[] {
  const isWhole = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;
  if (
    !isWhole(total, 1) ||
    !votes.every((count) => isWhole(count, 0)) ||
    !isWhole(decimals, 0) ||
    decimals > 8
  )
    throw new TallyError(
      "usage-invalid",
      "Counts are compared with percentages of at least 1 vote, in whole votes and 0 to 8 decimals.",
    );
  const steps = stepsOf(decimals);
  const all = BigInt(total);
  return votes.map((count) => {
    const step = roundUp(BigInt(count) * steps, all);
    const off = BigInt(count) * steps - step * all;
    return {
      votes: count,
      percent: new Exact(`${step}`).times(100).div(`${steps}`).toFixed(decimals),
      residual: Number(off) / Number(steps),
      rounded: 2n * (off < 0n ? -off : off) <= steps,
    };
  });
}

type Found = Omit<RoundingCheck, "reading">;

function withChance({ total, counts, flagged }: Found, chance: Chance, say: Say): string {
  const { favourable, outOf, probability, ways } = chance;
  const percents = counts.map(({ percent }) => percent);
  const printed = probability.toPrecision(2);
  return say.roundedCounts(percents, total, favourable, outOf, ways, printed, flagged);
}

function withoutChance({ decimals, total, counts }: Found, sum: bigint, say: Say): string {
  const step = new Exact(10).pow(-decimals).toFixed(decimals);
  const [farthest] = counts
    .filter(({ rounded }) => !rounded)
    .sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual));
  if (farthest) {
    const { candidate, percent, residual } = farthest;
    const off = Math.abs(residual);
    const votes = off < 10 ? say.locale.decimal(`${off}`) : say.locale.count(off);
    return say.notRounded(candidate, votes, percent, total, step);
  }
  return sum > BigInt(total) ? say.roundedTooMany(`${sum}`, total) : say.roundedTooFine(step);
}
