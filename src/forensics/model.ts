import { ABSENT } from "../model/tallies";
import { drawBinomial, drawGamma } from "../statistics/draws";
import type { Random } from "../statistics/random";
import { homogeneity } from "./tests/homogeneity";
import type { Sheets } from "./sheets";

/**
 * A clean election of the same geometry: the same stations with the same registered voters, in the same
 * centres, whose voters turn out and vote by their centre's shares, with as much scatter between the
 * stations of a centre as is usual in these tallies.
 */
export interface Model {
  readonly sheets: Sheets;
  /** The group of each station whose shares its voters have: its centre, or itself. */
  readonly groups: Int32Array;
  /** By group: shares of the ballots for each candidate, then for none of them. */
  readonly shares: Float64Array;
  /** By group: the share of the registered voters who cast a ballot; NaN where it is not known. */
  readonly turnouts: Float64Array;
  /** φ of the votes and of the turnout: variance between stations of a centre over that of chance. */
  readonly overdispersion: number;
  readonly turnoutOverdispersion: number;
}

/** φ of the votes is estimated unless it is given. */
export function modelOf(sheets: Sheets, overdispersion?: number): Model {
  const { length, votes, centres } = sheets;
  const groups = centres?.codes ?? Int32Array.from({ length }, (_, at) => at);
  const count = centres?.count ?? length;
  const categories = votes.length + 1;
  const shares = new Float64Array(count * categories);
  const cast = new Float64Array(count);
  const voters = new Float64Array(count);
  for (let at = 0; at < length; at++) {
    const group = groups[at]!;
    for (const [candidate, column] of votes.entries())
      shares[group * categories + candidate]! += column[at]!;
    shares[group * categories + categories - 1]! += ballotsOf(sheets, at) - sheets.validVotes[at]!;
    if (hasTurnout(sheets, at)) {
      cast[group]! += sheets.ballotsCast![at]!;
      voters[group]! += sheets.registeredVoters![at]!;
    }
  }
  for (let group = 0; group < count; group++) {
    const own = shares.subarray(group * categories, (group + 1) * categories);
    const all = own.reduce((total, value) => total + value, 0);
    for (let at = 0; at < categories; at++) own[at] = all === 0 ? 0 : own[at]! / all;
  }
  return {
    sheets,
    groups,
    shares,
    turnouts: cast.map((ballots, group) => ballots / voters[group]!),
    overdispersion: overdispersion ?? votesPhi(sheets),
    turnoutOverdispersion: turnoutPhi(sheets),
  };
}

/** Ballots of a sheet, as many as there are votes where it does not give them. */
export const ballotsOf = ({ ballotsCast, validVotes }: Sheets, at: number): number =>
  Math.max(validVotes[at]!, ballotsCast?.[at] ?? ABSENT);

/** Whether the sheet says what part of its voters voted. */
export const hasTurnout = ({ ballotsCast, registeredVoters }: Sheets, at: number): boolean =>
  (ballotsCast?.[at] ?? ABSENT) >= 0 && (registeredVoters?.[at] ?? ABSENT) >= ballotsCast![at]!;

/** The places of the candidates with the most votes, most first; two at most. */
export function leadersOf({ votes }: Pick<Sheets, "votes">): number[] {
  const totals = votes.map((column) => column.reduce((total, value) => total + value, 0));
  return [...votes.keys()].sort((a, b) => totals[b]! - totals[a]!).slice(0, 2);
}

/** The larger of the two leaders' robust φ: too large a φ only makes flags rarer. */
function votesPhi(sheets: Sheets): number {
  const { centres, votes, validVotes } = sheets;
  if (centres === undefined) return 1;
  const phis = leadersOf(sheets).map(
    (leader) => homogeneity(centres, halves(votes[leader]!, validVotes)).robustPhi,
  );
  return Math.max(1, ...phis);
}

function turnoutPhi(sheets: Sheets): number {
  const { centres, length, ballotsCast, registeredVoters } = sheets;
  if (centres === undefined || !ballotsCast || !registeredVoters) return 1;
  const known = (value: (at: number) => number) =>
    Int32Array.from({ length }, (_, at) => (hasTurnout(sheets, at) ? value(at) : 0));
  const cast = known((at) => ballotsCast[at]!);
  const voters = known((at) => registeredVoters[at]!);
  return homogeneity(centres, halves(cast, voters)).robustPhi;
}

/** A column and what it lacks of another one: two categories. */
export const halves = (part: Int32Array, whole: Int32Array): [Int32Array, Int32Array] => [
  part,
  whole.map((all, at) => all - part[at]!),
];

/** One clean election. The columns are new; stations, voters and centres are those of the model. */
export function drawSheets(model: Model, random: Random): Sheets {
  const { sheets, groups, shares, turnouts, overdispersion, turnoutOverdispersion } = model;
  const { length, candidates, registeredVoters } = sheets;
  const categories = candidates.length + 1;
  const votes = candidates.map(() => new Int32Array(length));
  const validVotes = new Int32Array(length);
  const ballotsCast = sheets.ballotsCast && new Int32Array(length).fill(ABSENT);
  const weights = new Float64Array(categories);
  for (let at = 0; at < length; at++) {
    const group = groups[at]!;
    const ballots = hasTurnout(sheets, at)
      ? drawPart(random, registeredVoters![at]!, turnouts[group]!, turnoutOverdispersion)
      : ballotsOf(sheets, at);
    const first = group * categories;
    const weight = scattered(random, shares, first, ballots, overdispersion, weights);
    let [left, leftWeight] = [ballots, weight];
    for (let candidate = 0; candidate < candidates.length; candidate++) {
      const own = weights[candidate]!;
      if (own === 0) continue;
      // What is left of the weights is never below their last one but by rounding.
      const drawn = drawBinomial(random, left, Math.min(1, own / leftWeight));
      votes[candidate]![at] = drawn;
      left -= drawn;
      leftWeight -= own;
      if (left === 0) break;
    }
    validVotes[at] = ballots - left;
    if (ballotsCast && sheets.ballotsCast![at]! !== ABSENT) ballotsCast[at] = ballots;
  }
  return { ...sheets, votes, validVotes, ...(ballotsCast ? { ballotsCast } : {}) };
}

/** Some of n, by a share that itself scatters: beta-binomial, of φ times the binomial's variance. */
function drawPart(random: Random, n: number, share: number, phi: number): number {
  const total = concentration(n, phi);
  if (total === Infinity || share <= 0 || share >= 1) return drawBinomial(random, n, share);
  const own = drawGamma(random, share * total);
  return drawBinomial(random, n, own / (own + drawGamma(random, (1 - share) * total)));
}

/** Weights of the categories at one station, Dirichlet around the group's shares; returns their sum. */
function scattered(
  random: Random,
  shares: Float64Array,
  first: number,
  n: number,
  phi: number,
  weights: Float64Array,
): number {
  const total = concentration(n, phi);
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    const share = shares[first + at]!;
    const weight = share === 0 || total === Infinity ? share : drawGamma(random, share * total);
    weights[at] = weight;
    sum += weight;
  }
  return sum;
}

/** Sum of the Dirichlet's parameters with which n draws have φ times the multinomial's variance. */
const concentration = (n: number, phi: number): number =>
  phi <= 1 || n <= phi ? Infinity : (n - 1) / (phi - 1) - 1;
