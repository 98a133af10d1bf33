import type { Election } from "../model/election";
import { Reading, type Section } from "./reading";

/** Where a section of an input is: from a line end on, up to another or to the input's end. */
export interface SectionPlace {
  readonly name: string;
  /** The first bytes of the input, with its header. */
  readonly beginning: Uint8Array;
  /** How many bytes the section has. */
  readonly bytes: number;
  readonly isLast: boolean;
}

/**
 * Reads a section of an input by itself, to be appended where the section before it was read;
 * undefined, or an error of whatever kind, where only who reads all of it can tell what is there.
 */
export function readSection(
  election: Election,
  { name, beginning, bytes, isLast }: SectionPlace,
  pieces: Iterable<Uint8Array>,
  onRead?: (rows: number, bytes: number) => void,
): Section | undefined {
  const reading = new Reading(election, undefined);
  reading.beginWithin(name, beginning, bytes);
  let read = 0;
  for (const piece of pieces) {
    reading.feed(piece);
    read += piece.length;
    onRead?.(reading.rows, read);
  }
  if (isLast) reading.feed(new Uint8Array(0), true);
  return reading.takeSection();
}
