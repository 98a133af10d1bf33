import { type Issue, makeIssue } from "../model/issue";
import type { StationRegister } from "../model/register";
import type { InputSource, RegisterUse, TallyColumns } from "../model/tallies";

// What can only be seen when all sheets are there.

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
  const found = [...rejected].flatMap(([station, other]) => {
    const index = stations.indexOf(station);
    return index === -1 ? [] : [{ station, other, index }];
  });
  return found
    .sort((a, b) => a.index - b.index)
    .map(({ station, other, index }) =>
      makeIssue("duplicate-rejected", {
        source: sources[sourceIndex[index]!]!.name,
        line: lines[index],
        station,
        received: `${other.code} on line ${other.line} of ${other.source}`,
      }),
    );
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
      station: stations.at(first),
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
