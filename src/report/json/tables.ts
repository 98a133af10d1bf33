import type { KnownSum } from "../../count/groups";
import { regionName } from "../../model/election";
import { TallyError } from "../../model/error";
import { SHEET_COUNTS } from "../../model/tallies";
import type { Verification } from "../../verification";
import { harmless } from "./harmless";
import { shareText } from "./share-text";

/** A column of an exported table: its header, and what stands in it. */
export interface TableField {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
  readonly description: string;
}

/** What stands in a cell; what is not known is undefined, and never 0. */
export type Cell = string | number | undefined;

/** A table for other programs and spreadsheets. */
export interface Table {
  readonly fields: readonly TableField[];
  readonly rows: readonly (readonly Cell[])[];
}

const text = (name: string, description: string): TableField => ({
  name,
  type: "string",
  description,
});
const count = (name: string, description: string): TableField => ({
  name,
  type: "integer",
  description,
});
const share = (name: string, description: string): TableField => ({
  name,
  type: "number",
  description,
});

/** One row per candidate. */
export const candidatesTable = ({ election, count: totals, bounds }: Verification): Table => ({
  fields: [
    text("code", "Code of the candidate."),
    text("name", "Name of the candidate."),
    count("votes", "Votes on the covered stations."),
    share("share", "Their share of the valid votes, from 0 to 1."),
    count("leastVotes", "Votes over all stations if all missing votes went to others."),
    count("mostVotes", "Votes over all stations if all missing votes went to the candidate."),
    share("leastShare", "The share if all missing votes went to others."),
    share("mostShare", "The share if all missing votes went to the candidate."),
  ],
  rows: totals.candidates.map((own, at) => {
    const possible = bounds[at]!;
    return [
      own.code,
      election.candidates[at]!.name,
      own.votes,
      shareText(own.share),
      possible.votes.min,
      possible.votes.max,
      shareText(possible.share.min),
      shareText(possible.share.max),
    ];
  }),
});

const SUMS = {
  invalidVotes: "Invalid votes",
  blankVotes: "Blank votes",
  ballotsCast: "Ballots cast",
  registeredVoters: "Registered voters",
} as const satisfies Record<(typeof SHEET_COUNTS)[number], string>;

/** One row per region that has an accepted tally. */
export function regionsTable(verification: Verification): Table {
  const { regions, count: totals } = verification;
  if (regions === undefined)
    throw new TallyError(
      "usage-invalid",
      "There are totals by region only where they are asked for: " +
        'verify(election, tallies, { by: "State" }), with a region column of the layout.',
    );
  const stations = [
    count("stations", "Stations with an accepted tally."),
    count("allStations", "All stations of the region, where a register gives them."),
  ];
  const others = [
    count("validVotes", "Valid votes."),
    ...SHEET_COUNTS.flatMap((name) => [
      count(name, `${SUMS[name]}, of the stations whose sheets give them.`),
      count(`${name}Stations`, `${SUMS[name]}: how many stations give them.`),
    ]),
  ];
  const taken = new Set([...stations, ...others].map(({ name }) => name));
  const registered = registeredStations(verification);
  return {
    fields: [
      ...levelsOf(verification).map((level) =>
        text(free(level, taken), `Name of the region (${level}).`),
      ),
      ...stations,
      ...totals.candidates.map(({ code }) => count(free(code, taken), `Votes for ${code}.`)),
      ...others,
    ],
    rows: regions.map(({ region, count: own }) => [
      ...region,
      own.stations,
      registered.get(region.at(-1)!),
      ...own.candidates.map(({ votes }) => votes),
      own.validVotes,
      ...SHEET_COUNTS.flatMap((name) => cellsOf(own[name])),
    ]),
  };
}

const cellsOf = (known: KnownSum | undefined): Cell[] => [known?.sum, known?.stations];

/** Names of the region columns from the largest to the one that is counted by. */
function levelsOf({ regions, election, options }: Verification): string[] {
  const names = (election.layout.regions ?? []).map(regionName);
  const smallest = (regions?.[0]?.region.length ?? 1) - 1;
  return Array.from({ length: smallest + 1 }, (_, level) =>
    level === smallest ? options.by! : (names[level] ?? `region ${level + 1}`),
  );
}

/** A header that no other column has, and no spreadsheet runs. */
function free(name: string, taken: Set<string>): string {
  let header = harmless(name);
  while (taken.has(header)) header += "_";
  taken.add(header);
  return header;
}

/** A register knows regions by their own name only: of two of one name it tells nothing. */
function registeredStations({ regions = [], register, options }: Verification) {
  const stations = new Map<string, number | undefined>();
  if (register?.byRegion?.column !== options.by) return stations;
  for (const region of register?.byRegion?.regions ?? [])
    stations.set(region.region, region.stations);
  const seen = new Set<string>();
  for (const own of regions.map(({ region }) => region.at(-1)!)) {
    if (seen.has(own)) stations.delete(own);
    seen.add(own);
  }
  return stations;
}
