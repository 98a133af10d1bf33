import { benjaminiHochberg } from "../statistics/multiplicity";
import { figuresOf, type Figures, type Member } from "./family";
import { halves } from "./model";
import type { Sheets } from "./sheets";
import { finalPairs, lastDigits, zerosAndFives } from "./tests/digits";
import { centreChances, homogeneity } from "./tests/homogeneity";
import { outliers } from "./tests/outliers";
import {
  roundedZerosAndFives,
  type TieRule,
  WholeChances,
  wholePercentages,
} from "./tests/percentages";

/** How large what a test found is, whatever its p-value. */
export interface Effect {
  /** Whether stations or votes are counted. */
  readonly unit: "stations" | "votes";
  /** More (or fewer) than expected; of votes: those in flagged places off what their neighbours have. */
  readonly amount: number;
  /** The same as a share, 0 to 1, of the stations tested or of all the votes there. */
  readonly share: number;
}

/** What one test found. */
export interface Outcome {
  /** Numbers, or places, that were tested. */
  readonly n: number;
  /** z or χ²; of tests that look place by place, the largest. */
  readonly statistic: number;
  readonly effect: Effect;
  readonly p: number;
  /** Of tests that look place by place: those that stand out at α by Benjamini and Hochberg. */
  readonly places?: Places;
}

/** Centres or stations that a test singles out. */
export interface Places {
  readonly flagged: readonly FlaggedPlace[];
  /** Scatter within centres, as the test took it. */
  readonly phi?: number;
}

export interface FlaggedPlace {
  /** A centre's code, or a station's place. */
  readonly at: number;
  readonly statistic: number;
  /** Adjusted after Benjamini and Hochberg. */
  readonly p: number;
  /** Votes off what the neighbours have. */
  readonly votes: number;
}

/** What tests share over many elections. */
export interface Tools {
  readonly alpha: number;
  readonly ties: TieRule;
  readonly chances: WholeChances;
}

export const toolsOf = (alpha: number, ties: TieRule): Tools => ({
  alpha,
  ties,
  chances: new WholeChances(),
});

/** Makes one test. */
export function runTest(sheets: Sheets, { kind, subject }: Member, tools: Tools): Outcome {
  const figures = figuresOf(sheets, subject)!;
  const { part, whole } = figures;
  switch (kind) {
    case "whole-percentages": {
      const { n, observed, expected, z, p } = wholePercentages(part, whole, tools.chances);
      return { n, statistic: z, p, effect: ofStations(observed - expected, n) };
    }
    case "last-digit": {
      const { n, counts, chiSquare, p } = lastDigits(part);
      const off = counts.reduce((sum, count) => sum + Math.abs(count - n / 10), 0) / 2;
      return { n, statistic: chiSquare, p, effect: ofStations(off, n) };
    }
    case "final-pairs": {
      const { n, repeated, chiSquare, p } = finalPairs(part);
      return { n, statistic: chiSquare, p, effect: ofStations(repeated - n / 10, n) };
    }
    case "zeros-and-fives": {
      const { n, count, z, p } = zerosAndFives(part);
      return { n, statistic: z, p, effect: ofStations(count - n / 5, n) };
    }
    case "rounded-zeros-and-fives": {
      const { n, count, z, p } = roundedZerosAndFives(part, whole, tools.ties);
      return { n, statistic: z, p, effect: ofStations(count - n / 5, n) };
    }
    case "centre-homogeneity":
      return runHomogeneity(sheets, figures, tools.alpha);
    case "local-outliers":
      return runOutliers(sheets, figures, tools.alpha);
  }
}

const ofStations = (amount: number, n: number): Effect => ({
  unit: "stations",
  amount,
  share: n === 0 ? 0 : amount / n,
});

function runHomogeneity(sheets: Sheets, { part, whole }: Figures, alpha: number): Outcome {
  const { starts, members } = sheets.centres!;
  const found = homogeneity(sheets.centres!, halves(part, whole));
  const phi = found.robustPhi;
  const votesOff = (centre: number) => {
    const own = members.subarray(starts[centre], starts[centre + 1]);
    const sum = (column: Int32Array) => own.reduce((total, at) => total + column[at]!, 0);
    const share = sum(part) / sum(whole);
    // Half of the differences: one vote too many here is one too few there.
    return own.reduce((total, at) => total + Math.abs(part[at]! - share * whole[at]!), 0) / 2;
  };
  return placeByPlace(
    {
      p: centreChances(found, phi),
      statistic: (at) => found.chiSquares[at]! / phi,
      place: (at) => found.centres[at]!,
      votes: (at) => votesOff(found.centres[at]!),
      phi,
    },
    whole,
    alpha,
  );
}

function runOutliers(sheets: Sheets, { part, whole }: Figures, alpha: number): Outcome {
  const found = outliers(sheets.centres!, part, whole);
  return placeByPlace(
    {
      p: found.p,
      statistic: (at) => found.z[at]!,
      place: (at) => found.stations[at]!,
      votes: (at) => Math.abs(part[found.stations[at]!]! - found.expected[at]!),
    },
    whole,
    alpha,
  );
}

interface PlaceFindings {
  readonly p: Float64Array;
  readonly statistic: (at: number) => number;
  readonly place: (at: number) => number;
  readonly votes: (at: number) => number;
  readonly phi?: number;
}

/**
 * One p-value for all places: the smallest after Benjamini and Hochberg (Simes 1986). It is at most α
 * exactly when some place is flagged.
 */
function placeByPlace(
  { p, statistic, place, votes, phi }: PlaceFindings,
  whole: Int32Array,
  alpha: number,
): Outcome {
  const adjusted = benjaminiHochberg(p);
  const order = [...adjusted.keys()].filter((at) => adjusted[at]! <= alpha);
  order.sort((a, b) => p[a]! - p[b]!);
  const flagged = order.map((at) => ({
    at: place(at),
    statistic: statistic(at),
    p: adjusted[at]!,
    votes: votes(at),
  }));
  const amount = flagged.reduce((sum, one) => sum + one.votes, 0);
  const all = whole.reduce((sum, one) => sum + Math.max(0, one), 0);
  let largest = 0;
  for (let at = 0; at < p.length; at++)
    if (Math.abs(statistic(at)) > Math.abs(largest)) largest = statistic(at);
  return {
    n: p.length,
    statistic: largest,
    p: adjusted.reduce((least, one) => Math.min(least, one), 1),
    effect: { unit: "votes", amount, share: all === 0 ? 0 : amount / all },
    places: { flagged, ...(phi === undefined ? {} : { phi }) },
  };
}
