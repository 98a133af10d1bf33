import { type Issue, makeIssue } from "../model/issue";
import type { StationRegister } from "../model/register";
import type { InputSource, RegisterUse, TallyColumns } from "../model/tallies";

// What can only be seen when all sheets are there.

/** Votes below which figures agree by chance. */
const BY_CHANCE = 100;

/** The sheet that is the sum of all others, candidate by candidate: a totals row among the stations. */
export function totalRow({ votes, validVotes, stations }: TallyColumns): number | undefined {
  if (stations.length < 3) return undefined;
  const sums = votes.map((column) => column.reduce((sum, own) => sum + own, 0));
  const half = sums.reduce((a, b) => a + b, 0) / 2;
  if (half < BY_CHANCE) return undefined;
  for (let index = 0; index < stations.length; index++)
    if (
      validVotes[index] === half &&
      votes.every((column, candidate) => sums[candidate] === 2 * column[index]!)
    )
      return index;
  return undefined;
}

/** Keys that a spreadsheet may have made two of: with and without zeros in front. */
export function lookalikes(
  { stations, sourceIndex, lines }: TallyColumns,
  sources: readonly InputSource[],
): Issue[] {
  const seen = new Map<string, string>();
  return stations.flatMap((station, index) => {
    const bare = station.replace(/(^|\/)0+(?=[^/])/g, "$1");
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
  const matched = columns.stations.filter((station) => registeredVoters.has(station)).length;
  const use = { source, stations: registeredVoters.size, matched, complete, rows };
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
