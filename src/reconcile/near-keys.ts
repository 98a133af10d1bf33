import type { Tallies } from "../model/tallies";

/** Stations that one transcription alone has, and a key of the other that may be the same station. */
export interface NearKeys {
  readonly a: string;
  readonly b: string;
  /** Whether both have the same votes there. */
  readonly sameVotes: boolean;
}

const withoutZeros = (station: string) =>
  station
    .split("/")
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join("/");

/**
 * Pairs of keys that are the same but for zeros in front: a spreadsheet drops them, and then one
 * station looks like two. Only where the pair is unambiguous.
 */
export function nearKeys(
  a: Tallies,
  onlyA: readonly number[] | Int32Array,
  b: Tallies,
  onlyB: Int32Array,
  votesB: readonly Int32Array[],
): NearKeys[] {
  if (onlyA.length === 0 || onlyB.length === 0) return [];
  const byKey = new Map<string, number[]>();
  for (const place of onlyB) {
    const key = withoutZeros(b.columns.stations.at(place)!);
    byKey.set(key, [...(byKey.get(key) ?? []), place]);
  }
  return [...onlyA].flatMap((place) => {
    const station = a.columns.stations.at(place)!;
    const found = byKey.get(withoutZeros(station));
    if (found?.length !== 1) return [];
    const [other = 0] = found;
    const sameVotes = a.columns.votes.every(
      (votes, candidate) => votes[place] === votesB[candidate]![other],
    );
    return [{ a: station, b: b.columns.stations.at(other)!, sameVotes }];
  });
}
