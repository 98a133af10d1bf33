import { TallyError } from "../model/error";
import type { Tallies } from "../model/tallies";
import { VERSION } from "../version";
import { type Place, rowAt } from "./differences";
import { votesAs } from "./join";
import { lincolnPetersen } from "./lincoln-petersen";
import { transcription, type Transcription } from "./reconcile";

/** What one transcription reads at a station. */
export interface Reading extends Place {
  /** Which transcription, from 0. */
  readonly transcription: number;
  /** Votes by candidate, in the order of `candidates`. */
  readonly votes: readonly number[];
}

/** A station that the transcriptions do not all read alike. */
export interface Dispute {
  readonly station: string;
  /** What more than half of those that have the station read; absent where there is no such reading. */
  readonly majority?: readonly number[];
  /** The readings that are not the majority's; without one, all of them. */
  readonly dissenters: readonly Reading[];
}

/** How often a transcription agrees with the others. */
export interface Dissent extends Transcription {
  /** Stations where it reads otherwise than the majority. */
  readonly dissents: number;
}

/** Errors of one transcription that two others found. */
export interface Proofreading {
  /** The transcription that was read again, and the two that found errors, from 0. */
  readonly of: number;
  readonly by: readonly [number, number];
  /** Stations of all three at which each, and both alike, read otherwise. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Stations where both missed the error, by `lincolnPetersen`; absent where none was found by both. */
  readonly missed?: number;
}

/** Three or more transcriptions of one election. */
export interface Majority {
  /** Version of tallyproof that made it. */
  readonly version: string;
  readonly candidates: readonly string[];
  readonly transcriptions: readonly Dissent[];
  /** Stations by how many transcriptions have them. */
  readonly stations: { readonly all: number; readonly inSeveral: number; readonly inAll: number };
  /** Stations in several that all of them read alike, that a majority settles, and that none does. */
  readonly unanimous: number;
  readonly settled: number;
  readonly unsettled: number;
  readonly disputes: readonly Dispute[];
  /** For each transcription and each two others. */
  readonly proofreading: readonly Proofreading[];
}

/**
 * Holds three or more transcriptions of the same sheets beside each other: at each station the votes
 * that more than half of those that have it read, whole rows and not count by count, so that the
 * majority's sheet is one that somebody read; and who reads otherwise. Two that differ settle nothing.
 *
 * A majority can be wrong together: it says what most read, and not what the paper says.
 *
 * @throws TallyError `usage-invalid` for fewer than three, `candidate-unknown`
 * @example
 * ```ts
 * import { readTallies, reconcileAll } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const header =
 *   "EDO,MUN,PAR,CENTRO,MESA,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n";
 * const read = (eg) =>
 *   readTallies(`${header}E,M,P,1,1,${eg + 100},2,${eg},100,0,0,0,0,0,0,0,0\n`, venezuela2024).tallies;
 * const { settled, disputes } = reconcileAll([read(200), read(260), read(200)]);
 * settled; // => 1
 * disputes[0]?.dissenters.map(({ transcription }) => transcription); // => [1]
 * ```
 */
export function reconcileAll(all: readonly Tallies[]): Majority {
  const [first] = all;
  if (first === undefined || all.length < 3 || !all.every((tallies) => tallies?.columns))
    throw new TallyError(
      "usage-invalid",
      "A majority needs at least three tallies: reconcileAll([first, second, third]). For two, there is " +
        "reconcile.",
    );
  const votes = all.map((tallies) => votesAs(first, tallies));
  const places = placesOf(all);
  const dissents = all.map(() => 0);
  const disputes: Dispute[] = [];
  let [inSeveral, inAll, unanimous] = [0, 0, 0];
  for (const [station, at] of places) {
    const readers = all.flatMap((_, reader) => (at[reader] === -1 ? [] : [reader]));
    if (readers.length < 2) continue;
    inSeveral++;
    if (readers.length === all.length) inAll++;
    if (readers.every((reader) => isSame(votes, readers[0]!, reader, at))) {
      unanimous++;
      continue;
    }
    const leader = readers.find(
      (reader) =>
        2 * readers.filter((other) => isSame(votes, reader, other, at)).length > readers.length,
    );
    const dissenters = readers.filter(
      (reader) => leader === undefined || !isSame(votes, leader, reader, at),
    );
    if (leader !== undefined) for (const reader of dissenters) dissents[reader]!++;
    disputes.push({
      station,
      ...(leader === undefined ? {} : { majority: rowAt(votes[leader]!, at[leader]!) }),
      dissenters: dissenters.map((reader) => ({
        transcription: reader,
        source: sourceOf(all[reader]!, at[reader]!),
        line: all[reader]!.columns.lines[at[reader]!]!,
        votes: rowAt(votes[reader]!, at[reader]!),
      })),
    });
  }
  const settled = disputes.filter(({ majority }) => majority !== undefined).length;
  return {
    version: VERSION,
    candidates: first.columns.candidates,
    transcriptions: all.map((tallies, reader) => ({
      ...transcription(tallies),
      dissents: dissents[reader]!,
    })),
    stations: { all: places.size, inSeveral, inAll },
    unanimous,
    settled,
    unsettled: disputes.length - settled,
    disputes,
    proofreading: proofreadingOf(all.length, votes, places),
  };
}

type Votes = readonly (readonly Int32Array[])[];

/** Each station's place in each of the tallies, or −1. */
function placesOf(all: readonly Tallies[]): Map<string, Int32Array> {
  const places = new Map<string, Int32Array>();
  for (const [reader, { columns }] of all.entries()) {
    let place = 0;
    for (const station of columns.stations) {
      const known = places.get(station);
      const at = known ?? new Int32Array(all.length).fill(-1);
      at[reader] = place++;
      if (!known) places.set(station, at);
    }
  }
  return places;
}

function isSame(votes: Votes, one: number, other: number, at: Int32Array): boolean {
  const [own, others] = [votes[one]!, votes[other]!];
  for (let candidate = 0; candidate < own.length; candidate++)
    if (own[candidate]![at[one]!] !== others[candidate]![at[other]!]) return false;
  return true;
}

/** For each transcription and every two others: the errors that these find in it. */
function proofreadingOf(
  readers: number,
  votes: Votes,
  places: ReadonlyMap<string, Int32Array>,
): Proofreading[] {
  const every = [...Array(readers).keys()];
  return every.flatMap((base) =>
    every.flatMap((one) =>
      every.flatMap((other) => {
        if (one === base || other === base || one >= other) return [];
        let [first, second, both] = [0, 0, 0];
        for (const at of sharedBy(places, [base, one, other])) {
          const [found, alsoFound] = [
            !isSame(votes, base, one, at),
            !isSame(votes, base, other, at),
          ];
          if (found) first++;
          if (alsoFound) second++;
          // Both found the error only if they read the same instead.
          if (found && alsoFound && isSame(votes, one, other, at)) both++;
        }
        // Without an error that both found, nothing says how many each of them misses.
        const missed =
          both === 0 ? {} : { missed: lincolnPetersen({ first, second, both }).missed };
        return [{ of: base, by: [one, other] as const, first, second, both, ...missed }];
      }),
    ),
  );
}

/** The stations that all of these have. */
function* sharedBy(places: ReadonlyMap<string, Int32Array>, readers: readonly number[]) {
  for (const at of places.values()) if (readers.every((reader) => at[reader] !== -1)) yield at;
}

const sourceOf = ({ columns, sources }: Tallies, place: number) =>
  sources[columns.sourceIndex[place]!]!.name;
