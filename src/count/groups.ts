import { TallyError } from "../model/error";
import { ABSENT } from "../model/tallies";

/** A sum over the stations whose sheets give the count: absent values are not zeros. */
export interface KnownSum {
  readonly sum: number;
  /** How many of the stations give it. */
  readonly stations: number;
}

/**
 * Which group each station is in, as runs of stations of one group: those of a region mostly stand
 * together, and a run is summed several times as fast as stations one by one.
 */
export class Groups {
  private constructor(
    private readonly size: number,
    /** Of each run, its group and the station behind it. */
    private readonly groups: readonly number[],
    private readonly ends: readonly number[],
  ) {}

  /** All stations in one group. */
  static one(stations: number): Groups {
    return new Groups(1, [0], [stations]);
  }

  /** Station `i` in group `codes[i]`, from 0 to `size` − 1. */
  static of(codes: Int32Array, size: number): Groups {
    const groups: number[] = [];
    const ends: number[] = [];
    for (let index = 0; index < codes.length; index++)
      if (codes[index] !== codes[index + 1]) {
        groups.push(codes[index]!);
        ends.push(index + 1);
      }
    return new Groups(size, groups, ends);
  }

  /** Sum and number of the values that are there, over all stations and then by group. */
  sums(values: Int32Array): KnownSum[] {
    const sums = new Float64Array(1 + this.size);
    const stations = new Int32Array(1 + this.size);
    let from = 0;
    for (let run = 0; run < this.ends.length; run++) {
      const end = this.ends[run]!;
      const group = 1 + this.groups[run]!;
      let [sum, absent] = [0, 0];
      for (let at = from; at < end; at++) {
        sum += values[at]!;
        // Nothing else is below 0. Without a branch, all that a column takes is to look at it.
        absent += values[at]! >>> 31;
      }
      sums[group]! += sum - absent * ABSENT;
      stations[group]! += end - from - absent;
      from = end;
    }
    for (let group = 1; group <= this.size; group++) {
      sums[0]! += sums[group]!;
      stations[0]! += stations[group]!;
    }
    return Array.from(sums, (sum, group) => {
      requireExact(sum);
      return { sum, stations: stations[group]! };
    });
  }
}

function requireExact(sum: number): void {
  if (!Number.isSafeInteger(sum))
    throw new TallyError(
      "universe-exceeded",
      "The votes add up to more than 2^53. Do the columns of the layout hold counts?",
    );
}
