import type { Election } from "../model/election";
import { batchesOf } from "../read/batches";
import { readSection, type Section } from "../read/sections";
import { blocksOf } from "./blocks";

/** A file in sections, as each thread knows it. */
export interface FileSections {
  readonly election: Election;
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** The first bytes of the file, with its header. */
  readonly beginning: Uint8Array;
  /** Where each begins; it ends where the next one begins, or with the file. */
  readonly starts: readonly number[];
  /** By section, in memory that threads share, whether somebody has claimed it. */
  readonly claimed: Int32Array;
}

/** Whether nobody had claimed the section; then it is the caller's. */
export const claims = ({ claimed }: FileSections, at: number) =>
  Atomics.compareExchange(claimed, at, 0, 1) === 0;

/** Reads a section; undefined where whoever reads the one before it must read it as well. */
export function readFileSection(
  file: number,
  { election, name, size, beginning, starts }: FileSections,
  at: number,
): Section | undefined {
  const [from, to] = [starts[at]!, starts[at + 1] ?? size];
  const place = { name, beginning, bytes: to - from, isLast: to === size };
  return readSection(election, place, blocksOf(file, from, to), batchesOf);
}
