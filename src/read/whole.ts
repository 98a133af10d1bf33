import { type Issue, makeIssue } from "../model/issue";
import type { StationRegister } from "../model/register";
import type { InputSource, RegisterUse, TallyColumns } from "../model/tallies";

// What can only be seen when all sheets are there.

/** Votes below which figures agree by chance. */
const BY_CHANCE = 100;

/**
 * Sheets that are no stations but totals: candidate by candidate the sum of the rows just above them
 * (a subtotal), of the subtotals above them, or of all other stations.
 */
export function totalRows(columns: TallyColumns, someRejected: boolean): Set<number> {
  const { votes, validVotes, stations, sourceIndex } = columns;
  const totals = new Set<number>();
  const isSum = (index: number, sums: Sums) =>
    validVotes[index] === sums.valid &&
    sums.rows > 1 &&
    sums.valid >= BY_CHANCE &&
    votes.every((column, candidate) => column[index] === sums.votes[candidate]);

  let rows = new Sums(votes.length);
  let subtotals = new Sums(votes.length);
  for (let index = 0; index < stations.length; index++) {
    if (index > 0 && sourceIndex[index] !== sourceIndex[index - 1])
      [rows, subtotals] = [new Sums(votes.length), new Sums(votes.length)];
    if (isSum(index, rows)) {
      totals.add(index);
      subtotals.add(columns, index);
      rows = new Sums(votes.length);
    } else if (rows.rows === 0 && isSum(index, subtotals)) {
      totals.add(index);
      subtotals = new Sums(votes.length);
    } else rows.add(columns, index);
  }

  // Of all other stations: where rows were rejected, a total is more than the rows that are left.
  const all = new Sums(votes.length);
  for (let index = 0; index < stations.length; index++)
    if (!totals.has(index)) all.add(columns, index);
  for (let again = true; again;) {
    again = false;
    for (let index = 0; index < stations.length; index++) {
      if (totals.has(index) || 2 * validVotes[index]! < all.valid || all.rows < 3) continue;
      all.add(columns, index, -1);
      const exceeds =
        (someRejected || all.rows > 9) &&
        all.valid >= BY_CHANCE &&
        votes.every((column, candidate) => column[index]! >= all.votes[candidate]!);
      if (isSum(index, all) || exceeds) {
        totals.add(index);
        again = true;
      } else all.add(columns, index);
    }
  }
  return totals;
}

/** Running sums over sheets. */
class Sums {
  rows = 0;
  valid = 0;
  readonly votes: number[];

  constructor(candidates: number) {
    this.votes = Array.from({ length: candidates }, () => 0);
  }

  add({ votes, validVotes }: TallyColumns, index: number, sign = 1): void {
    this.rows += sign;
    this.valid += sign * validVotes[index]!;
    for (let candidate = 0; candidate < votes.length; candidate++)
      this.votes[candidate]! += sign * votes[candidate]![index]!;
  }
}

/** Accepted sheets of stations of which another row was rejected: somebody should compare the two. */
export function contested(
  { stations, sourceIndex, lines }: TallyColumns,
  issues: readonly Issue[],
  sources: readonly InputSource[],
): Issue[] {
  const rejected = new Map(
    issues.flatMap((issue) =>
      issue.severity === "error" && issue.station !== undefined ? [[issue.station, issue]] : [],
    ),
  );
  if (rejected.size === 0) return [];
  return stations.flatMap((station, index) => {
    const other = rejected.get(station);
    if (other === undefined) return [];
    return [
      makeIssue("duplicate-rejected", {
        source: sources[sourceIndex[index]!]!.name,
        line: lines[index],
        station,
        received: `${other.code} on line ${other.line} of ${other.source}`,
      }),
    ];
  });
}

/** Stations on whose sheets every candidate has no vote, one issue for all: placeholders, perhaps. */
export function withoutVotes(
  { validVotes, lines, sourceIndex, stations }: TallyColumns,
  sources: readonly InputSource[],
): Issue[] {
  const first = validVotes.indexOf(0);
  if (first === -1) return [];
  const number = validVotes.reduce((sum, votes) => sum + (votes === 0 ? 1 : 0), 0);
  return [
    makeIssue("votes-none", {
      source: sources[sourceIndex[first]!]!.name,
      line: lines[first],
      station: stations[first],
      received: `${number} such stations`,
    }),
  ];
}

/** Stations without a name in a region column, one issue a column. */
export function withoutRegion(
  { regions, lines, sourceIndex }: TallyColumns,
  sources: readonly InputSource[],
): Issue[] {
  return regions.flatMap(({ name, paths, codes }) => {
    const nameless: readonly boolean[] = paths.map((path) => path.at(-1) === "");
    if (!nameless.includes(true)) return [];
    const first = codes.findIndex((code) => nameless[code] === true);
    if (first === -1) return [];
    const number = codes.reduce((sum, code) => sum + (nameless[code] ? 1 : 0), 0);
    return [
      makeIssue("region-missing", {
        source: sources[sourceIndex[first]!]!.name,
        line: lines[first],
        field: name,
        received: `${number} such stations`,
      }),
    ];
  });
}

/** Keys that somebody may have written in two ways: zeros in front, spaces, capitals, quotes. */
export function lookalikes(
  { stations, sourceIndex, lines }: TallyColumns,
  sources: readonly InputSource[],
): Issue[] {
  const seen = new Map<string, string>();
  return stations.flatMap((station, index) => {
    const bare = station
      .replace(/\p{Cf}/gu, "")
      .replace(/["'\s]+/g, " ")
      .trim()
      .toLowerCase()
      .replace(/(^|\/)0+(?=[^/])/g, "$1");
    const other = seen.get(bare);
    if (other === undefined) {
      seen.set(bare, station);
      return [];
    }
    const source = sources[sourceIndex[index]!]!.name;
    const received = `${other} as well`;
    return [makeIssue("station-lookalike", { source, line: lines[index], station, received })];
  });
}

/** What a register was used for, and the regions that do not fit it. */
export function registerUse(
  { source, registeredVoters, complete, rows, byRegion }: StationRegister,
  columns: TallyColumns,
): { use: RegisterUse; issues: Issue[] } {
  let matched = 0;
  let uncoveredVoters = 0;
  for (const voters of registeredVoters.values()) uncoveredVoters += voters;
  for (const station of columns.stations) {
    const voters = registeredVoters.get(station);
    if (voters === undefined) continue;
    matched++;
    uncoveredVoters -= voters;
  }
  const use = {
    source,
    stations: registeredVoters.size,
    matched,
    complete,
    ...(complete && !byRegion ? { uncoveredVoters } : {}),
    rows,
  };
  if (!byRegion) return { use, issues: [] };
  const { region: column, regions } = byRegion;
  const covered = stationsBy(column, columns);
  const issues = [...covered].flatMap(([region, number]) => {
    const known = regions.get(region);
    if (known && number <= known.stations) return [];
    return [
      makeIssue("region-differs", {
        source: source.name,
        field: column,
        expected: known ? `at most ${known.stations} stations` : "a region of the register",
        received: `${number} in ${region}`,
      }),
    ];
  });
  const coverage = [...regions].map(([region, universe]) => ({
    region,
    ...universe,
    covered: covered.get(region) ?? 0,
  }));
  return { use: { ...use, byRegion: { column, regions: coverage } }, issues };
}

/** Stations by name of the region; regions of one name in different larger ones fall together. */
function stationsBy(name: string, { regions }: TallyColumns): Map<string, number> {
  const { codes, paths } = regions.find((region) => region.name === name)!;
  const stations = new Map<string, number>();
  for (const code of codes) {
    const region = paths[code]!.at(-1)!;
    stations.set(region, (stations.get(region) ?? 0) + 1);
  }
  return stations;
}
