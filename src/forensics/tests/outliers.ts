import { normalBothSides } from "../../statistics/chi-square";
import type { Groups } from "../groups";

/** How far each station is from the others of its centre. */
export interface Outliers {
  /** Stations that could be compared. */
  readonly stations: Int32Array;
  /** What the others' median share gives the station, in votes. */
  readonly expected: Float64Array;
  readonly z: Float64Array;
  /** Of a z so far from 0 on either side. */
  readonly p: Float64Array;
}

/** Of two stations nobody can say which one is odd. */
const LEAST_STATIONS = 3;
/** Below this variance a count is too far from normal: judged by the others, not by the count itself. */
const LEAST_VARIANCE = 9;
/** Scales are estimated apart for centres of 3, 4, ... and at least so many stations. */
const MOST_CLASS = 8;
/** The median absolute deviation of a normal variable, times this, is its standard deviation. */
const MAD_TO_SD = 1.482602218505602;

/**
 * Each station's share less the median of the others in its centre, over the standard error of that and
 * the usual scatter; scales by medians, so that odd stations do not hide themselves. Shares are compared
 * as angles, 2 arcsin √share (Anscombe 1948), whose variance is 1/n whatever the share: on log odds, whose
 * tails are longer, 24 to 55 % of clean elections had a flag.
 */
export function outliers(groups: Groups, part: Int32Array, whole: Int32Array): Outliers {
  const { stations, expected, off, variances, classes } = compared(groups, part, whole);
  const usual = (MAD_TO_SD * median(off.map(Math.abs))) ** 2;
  const scatter = Math.max(0, usual - median(variances));
  const z = off.map((value, at) => value / Math.sqrt(variances[at]! + scatter));
  for (let size = LEAST_STATIONS; size <= MOST_CLASS; size++) {
    const scale = MAD_TO_SD * median(z.filter((_, at) => classes[at] === size).map(Math.abs));
    if (scale > 0) for (let at = 0; at < z.length; at++) if (classes[at] === size) z[at]! /= scale;
  }
  return { stations, expected, z, p: z.map(normalBothSides) };
}

function compared({ count, starts, members }: Groups, part: Int32Array, whole: Int32Array) {
  const stations = new Int32Array(part.length);
  const classes = new Uint8Array(part.length);
  const expected = new Float64Array(part.length);
  const off = new Float64Array(part.length);
  const variances = new Float64Array(part.length);
  // The stations of one centre and their angles, by angle.
  const own = new Int32Array(part.length);
  const angles = new Float64Array(part.length);
  let tested = 0;
  for (let centre = 0; centre < count; centre++) {
    if (starts[centre + 1]! - starts[centre]! < LEAST_STATIONS) continue;
    let [size, inverse] = [0, 0];
    for (let at = starts[centre]!; at < starts[centre + 1]!; at++) {
      const station = members[at]!;
      const [k, n] = [part[station]!, whole[station]!];
      if (k < 0 || n <= 0 || k > n) continue;
      insert(angles, own, size++, angleOf(k, n), station);
      inverse += 1 / n;
    }
    if (size < LEAST_STATIONS) continue;
    for (let rank = 0; rank < size; rank++) {
      const station = own[rank]!;
      const n = whole[station]!;
      const middle = medianWithout(angles, size, rank);
      const share = Math.sin(middle / 2) ** 2;
      if (n * share * (1 - share) < LEAST_VARIANCE) continue;
      stations[tested] = station;
      classes[tested] = Math.min(MOST_CLASS, size);
      expected[tested] = n * share;
      off[tested] = angles[rank]! - middle;
      // Its own variance, and that of the median of the others.
      variances[tested++] = 1 / n + (medianFactor(size - 1) * (inverse - 1 / n)) / (size - 1) ** 2;
    }
  }
  return {
    stations: stations.slice(0, tested),
    classes: classes.slice(0, tested),
    expected: expected.slice(0, tested),
    off: off.slice(0, tested),
    variances: variances.slice(0, tested),
  };
}

const angleOf = (k: number, n: number) => 2 * Math.asin(Math.sqrt((k + 0.375) / (n + 0.75)));

/** Puts an angle and its station into lists that are sorted by angle. */
function insert(
  angles: Float64Array,
  stations: Int32Array,
  size: number,
  angle: number,
  station: number,
): void {
  let at = size;
  for (; at > 0 && angles[at - 1]! > angle; at--) {
    angles[at] = angles[at - 1]!;
    stations[at] = stations[at - 1]!;
  }
  angles[at] = angle;
  stations[at] = station;
}

/** Variance of the median of so many normal numbers over that of their mean. */
const medianFactor = (n: number) => [1, 1, 1, 1.346, 1.194, 1.434][n] ?? Math.PI / 2;

/** The median of the first numbers of a sorted list, without that of one rank. */
function medianWithout(sorted: Float64Array, size: number, rank: number): number {
  const at = (place: number) => sorted[place < rank ? place : place + 1]!;
  const half = (size - 1) >> 1;
  return (size - 1) % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
}

function median(values: Float64Array): number {
  if (values.length === 0) return 0;
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
