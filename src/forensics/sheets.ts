import { TallyError } from "../model/error";
import { ABSENT, type Tallies } from "../model/tallies";
import { type Groups, groupsByText, groupsOf } from "./groups";

/**
 * What forensic tests and the simulator need of tallies: columns of numbers, and which stations share a
 * centre. No text, so that it can be handed to another thread.
 */
export interface Sheets {
  readonly length: number;
  readonly candidates: readonly string[];
  readonly votes: readonly Int32Array[];
  readonly validVotes: Int32Array;
  readonly ballotsCast?: Int32Array;
  readonly registeredVoters?: Int32Array;
  /** Stations by polling centre, where the tallies tell. */
  readonly centres?: Groups;
}

/**
 * The columns of tallies; `centre` names the region column that is the polling centre, and `kept` are the
 * places of the stations that are wanted, if not all are.
 */
export function sheetsOf(tallies: Tallies, centre?: string, kept?: Int32Array): Sheets {
  const sheets = allSheets(tallies, centre);
  if (kept === undefined) return sheets;
  const { candidates, votes, validVotes, ballotsCast, registeredVoters, centres } = sheets;
  const only = (column: Int32Array) => Int32Array.from(kept, (at) => column[at]!);
  return {
    length: kept.length,
    candidates,
    votes: votes.map(only),
    validVotes: only(validVotes),
    ...(ballotsCast ? { ballotsCast: only(ballotsCast) } : {}),
    ...(registeredVoters ? { registeredVoters: only(registeredVoters) } : {}),
    ...(centres ? { centres: groupsOf(only(centres.codes), centres.count) } : {}),
  };
}

function allSheets(tallies: Tallies, centre: string | undefined): Sheets {
  const { columns, length } = tallies;
  const { candidates, votes, validVotes, ballotsCast, registeredVoters } = columns;
  const centres = centresOf(tallies, centre);
  return {
    length,
    candidates,
    votes,
    validVotes,
    ...(isKnown(ballotsCast) ? { ballotsCast } : {}),
    ...(isKnown(registeredVoters) ? { registeredVoters } : {}),
    ...(centres === undefined ? {} : { centres }),
  };
}

const isKnown = (column: Int32Array | undefined): column is Int32Array =>
  column?.some((value) => value !== ABSENT) ?? false;

/**
 * Stations of one centre: by the named region column, else by all of the station's key but its last
 * part. A key of one part does not tell, and a region is no centre.
 */
function centresOf({ columns, length }: Tallies, centre: string | undefined): Groups | undefined {
  if (centre !== undefined) {
    const column = columns.regions.find(({ name }) => name === centre);
    if (column === undefined)
      throw new TallyError(
        "region-unknown",
        `There is no region column "${centre}" to tell centres by. There is: ` +
          `${columns.regions.map(({ name }) => name).join(", ") || "none"}.`,
      );
    return groupsOf(column.codes, column.paths.length);
  }
  if (length === 0 || !columns.stations.at(0)!.includes("/")) return undefined;
  return groupsByText(centreKeys(columns.stations), length);
}

function* centreKeys(stations: Iterable<string>) {
  for (const station of stations) yield station.slice(0, station.lastIndexOf("/"));
}
