import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { parseElection } from "../model/parse-election";
import type { InputSource, RowCounts, Tallies } from "../model/tallies";
import { VERSION } from "../version";
import { differencesOf, type Place, type StationDifference } from "./differences";
import { type View, viewOf } from "./effect";
import { join, votesAs } from "./join";
import { nearKeys, type NearKeys } from "./near-keys";
import { corrected, united, withRegistered } from "./views";

/** What {@link reconcile} may be told beside the two tallies. */
export interface ReconcileOptions {
  /** The election, to judge its claims by each transcription. */
  readonly election?: Election;
}

/** Where one transcription came from. */
export interface Transcription {
  readonly name: string;
  readonly stations: number;
  readonly sources: readonly InputSource[];
  readonly rows: RowCounts;
}

/** A station that only one transcription has. */
export interface LoneStation extends Place {
  readonly station: string;
}

/** How many stations each has. */
export interface StationsBeside {
  /** In both. */
  readonly shared: number;
  readonly equal: number;
  readonly different: number;
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Two transcriptions of one election beside each other; `a` is the first, `b` the second. */
export interface Reconciliation {
  /** Version of tallyproof that made it. */
  readonly version: string;
  readonly election?: Election;
  readonly a: Transcription;
  readonly b: Transcription;
  readonly stations: StationsBeside;
  /** In the order of the first. */
  readonly differences: readonly StationDifference[];
  readonly onlyA: readonly LoneStation[];
  readonly onlyB: readonly LoneStation[];
  /** Stations of either that may be one and the same but for zeros in front of their key. */
  readonly nearKeys: readonly NearKeys[];
  /** Totals and verdicts by each, by the first as the second corrects it, and by both together. */
  readonly views: readonly View[];
  /**
   * Stations that both may have misread: at most so many are to be expected, if they read independently.
   * Absent where no station is equal.
   */
  readonly bothMisread?: number;
}

/**
 * Holds two transcriptions of the same sheets beside each other: which stations agree, which differ and
 * in what count, which only one has, and what that does to totals and to the verdict of each claim. As
 * well for an official file of station results beside tallies, and for two editions of one file.
 *
 * Stations are joined by their keys, which reading has normalised. A count that one of them does not
 * give is no difference. Votes are counts; nothing is decided on who is right.
 *
 * `bothMisread`: were a stations misread by the first alone and b by the second alone, independently,
 * then a · b / equal would be misread by both (Lincoln 1930, Petersen 1896). Who is right is not known,
 * but a + b are the different ones, so that is at most different² / (4 · equal). What is hard to read
 * misleads both, and in the same way: the true number can be larger.
 *
 * @throws TallyError `candidate-unknown` when they count different candidates, `usage-invalid` for
 * anything but tallies, `election-invalid`
 * @example
 * ```ts
 * import { readTallies, reconcile } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const header =
 *   "EDO,MUN,PAR,CENTRO,MESA,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n";
 * const read = (rows) => readTallies(header + rows, venezuela2024).tallies;
 * const a = read("E,M,P,1,1,300,2,200,100,0,0,0,0,0,0,0,0\nE,M,P,1,2,90,0,60,30,0,0,0,0,0,0,0,0\n");
 * const b = read("E,M,P,1,1,300,2,200,100,0,0,0,0,0,0,0,0\nE,M,P,1,2,96,0,66,30,0,0,0,0,0,0,0,0\n");
 * const { stations, differences } = reconcile(a, b);
 * stations.equal; // => 1
 * differences[0]?.counts; // => [{ candidate: "EG", a: 60, b: 66, kind: "one-digit" }]
 * ```
 */
export function reconcile(
  a: Tallies,
  b: Tallies,
  { election }: ReconcileOptions = {},
): Reconciliation {
  if (!(a?.columns && b?.columns))
    throw new TallyError(
      "usage-invalid",
      "reconcile needs the `tallies` of two readings: reconcile(first.tallies, second.tallies).",
    );
  return reconciliationOf(a, b, election === undefined ? undefined : parseElection(election));
}

/** The same by an election that has been checked. */
export function reconciliationOf(
  a: Tallies,
  b: Tallies,
  election: Election | undefined,
): Reconciliation {
  const votesB = votesAs(a, b);
  const joined = join(a, b);
  const differences = differencesOf(a, b, joined, votesB);
  const placesA = [...joined.other.keys()].filter((index) => joined.other[index] === -1);
  const shared = a.length - placesA.length;
  const equal = shared - differences.length;
  return {
    version: VERSION,
    ...(election === undefined ? {} : { election }),
    a: transcription(a),
    b: transcription(b),
    stations: {
      shared,
      equal,
      different: differences.length,
      onlyA: placesA.length,
      onlyB: joined.onlyOther.length,
    },
    differences,
    onlyA: placesA.map((place) => loneStation(a, place)),
    onlyB: Array.from(joined.onlyOther, (place) => loneStation(b, place)),
    nearKeys: nearKeys(a, placesA, b, joined.onlyOther, votesB),
    views: [
      viewOf("a", a, election),
      viewOf("b", withRegistered(b, a, joined), election),
      viewOf("corrected", corrected(a, b, joined, votesB), election),
      viewOf("united", united(a, b, joined, votesB), election),
    ],
    ...(equal === 0 ? {} : { bothMisread: differences.length ** 2 / (4 * equal) }),
  };
}

export const transcription = (tallies: Tallies): Transcription => ({
  name: tallies.sources.map(({ name }) => name).join(", "),
  stations: tallies.length,
  sources: tallies.sources,
  rows: tallies.rows,
});

function loneStation({ columns, sources }: Tallies, place: number): LoneStation {
  return {
    station: columns.stations.at(place)!,
    source: sources[columns.sourceIndex[place]!]!.name,
    line: columns.lines[place]!,
  };
}
