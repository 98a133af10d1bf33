/**
 * The station keys of tallies, in their order: an array of texts, or something that makes each text
 * when it is asked for, since a million texts take more memory than everything else that is kept.
 */
export interface StationList extends Iterable<string> {
  readonly length: number;
  /** The key at `index`, from 0. */
  at(index: number): string | undefined;
  /** Where a key is, or -1. */
  indexOf(station: string): number;
}
