import type { Tallies } from "../model/tallies";
import { figuresOf, type Member, type Subject, type TestKind } from "./family";
import type { Outcome } from "./run";
import type { Sheets } from "./sheets";

/** A station's count of what was tested, and where its sheet stands. */
export interface SheetPlace {
  readonly station: string;
  readonly source: string;
  readonly line: number;
  readonly votes: number;
  readonly outOf: number;
}

/** A centre or station that stands out, with all stations of the centre to compare. */
export interface ForensicFlag {
  readonly kind: TestKind;
  readonly subject: Subject;
  readonly centre: string;
  /** The station that stands out from the others; absent where the centre as a whole does. */
  readonly station?: string;
  /** After Benjamini and Hochberg. */
  readonly p: number;
  /** Votes off what the others have. */
  readonly votesOff: number;
  readonly stations: readonly SheetPlace[];
}

/** The places that a test flagged, as a person can look them up. */
export function flagsOf(
  tallies: Tallies,
  sheets: Sheets,
  kept: Int32Array | undefined,
  centreColumn: string | undefined,
  { kind, subject }: Member,
  { places }: Outcome,
): ForensicFlag[] {
  if (places === undefined || sheets.centres === undefined) return [];
  const { codes, starts, members } = sheets.centres;
  const { part, whole } = figuresOf(sheets, subject)!;
  const { stations, lines, sourceIndex, regions } = tallies.columns;
  const placeOf = (at: number) => (kept ? kept[at]! : at);
  const keyOf = (at: number) => stations.at(placeOf(at))!;
  const nameOf = (at: number) => {
    if (centreColumn === undefined) return keyOf(at).slice(0, keyOf(at).lastIndexOf("/"));
    const column = regions.find(({ name }) => name === centreColumn)!;
    return column.paths[column.codes[placeOf(at)]!]!.join(", ");
  };
  const isCentre = kind === "centre-homogeneity";
  return places.flagged.map(({ at, p, votes }) => {
    const centre = isCentre ? at : codes[at]!;
    const own = members.subarray(starts[centre], starts[centre + 1]);
    return {
      kind,
      subject,
      centre: nameOf(own[0]!),
      ...(isCentre ? {} : { station: keyOf(at) }),
      p,
      votesOff: votes,
      stations: Array.from(own, (station) => ({
        station: keyOf(station),
        source: tallies.sources[sourceIndex[placeOf(station)]!]!.name,
        line: lines[placeOf(station)]!,
        votes: part[station]!,
        outOf: whole[station]!,
      })),
    };
  });
}
