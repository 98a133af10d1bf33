import { type Count, countBy, type RegionCount } from "../../count/count";
import type { RegionCoverage, Tallies } from "../../model/tallies";
import type { Verification } from "../../verification";
import { leaders } from "./leaders";
import { percentOf } from "./shares-data";
import { plain } from "./text";

/** A region with what is known of it; shares in percent, of the two candidates who lead in all. */
export interface RegionRow {
  readonly region: string;
  readonly validVotes: number;
  readonly shares: readonly number[];
  /** Code of the candidate with the most votes there; absent for a tie and without votes. */
  readonly winner?: string;
  readonly coverage?: { readonly covered: number; readonly stations: number };
}

/** Rows in the order to draw, and of how many regions they are. */
export interface Regions {
  readonly column: string;
  readonly rows: readonly RegionRow[];
  readonly all: readonly RegionRow[];
}

/** As many rows are drawn at most: of more regions, those with the most votes. */
const MOST = 40;

/** The regions that the verification was asked for, else those of the register. */
export function regionsOf(verification: Verification, tallies?: Tallies): Regions | undefined {
  const { options, register } = verification;
  const byRegion = register?.byRegion;
  const column = options.by ?? byRegion?.column;
  if (column === undefined) return undefined;
  const counted = verification.regions ?? (tallies && countBy(tallies, column)) ?? [];
  const covered = byRegion?.column === column ? byRegion.regions : [];
  const all = [...countedRows(verification.count, counted, covered), ...bareRows(counted, covered)];
  if (all.length === 0) return undefined;
  const largest = all
    .toSorted((a, b) => b.validVotes - a.validVotes)
    .slice(0, MOST)
    .toSorted((a, b) => leadOf(b) - leadOf(a) || coverageOf(b) - coverageOf(a));
  return { column, rows: largest, all };
}

/** Regions with tallies come first, from the largest lead down. */
const leadOf = ({ shares: [first, second = 0] }: RegionRow) =>
  first === undefined ? -Infinity : first - second;

const coverageOf = ({ coverage }: RegionRow) =>
  coverage === undefined ? 0 : coverage.covered / coverage.stations;

function countedRows(
  totals: Count,
  counted: readonly RegionCount[],
  covered: readonly RegionCoverage[],
): RegionRow[] {
  const top = leaders(totals);
  const names = counted.map(({ region }) => region.at(-1)!);
  return counted.map(({ region, count }, index) => {
    const name = names[index]!;
    const isUnique = names.indexOf(name) === names.lastIndexOf(name);
    const own = isUnique ? covered.find(({ region: listed }) => listed === name) : undefined;
    const winner = winnerOf(count);
    return {
      region: plain(isUnique ? name : region.join(" / ")),
      validVotes: count.validVotes,
      shares: count.validVotes === 0 ? [] : top.map((at) => percentOf(count.candidates[at]!.share)),
      ...(winner === undefined ? {} : { winner }),
      ...(own ? { coverage: { covered: own.covered, stations: own.stations } } : {}),
    };
  });
}

/** Regions of the register without a count of their own. */
function bareRows(
  counted: readonly RegionCount[],
  covered: readonly RegionCoverage[],
): RegionRow[] {
  const known = new Set(counted.map(({ region }) => region.at(-1)!));
  return covered
    .filter(({ region }) => !known.has(region))
    .map((own) => ({
      region: plain(own.region),
      validVotes: 0,
      shares: [],
      coverage: { covered: own.covered, stations: own.stations },
    }));
}

function winnerOf({ candidates }: Count): string | undefined {
  const most = Math.max(...candidates.map(({ votes }) => votes));
  const first = candidates.filter(({ votes }) => votes === most);
  return most > 0 && first.length === 1 ? first[0]!.code : undefined;
}
