import { Random } from "../../src/statistics/random";
import { normalQuantile } from "../../src/statistics/normal";

/** A station of a made country: its region, its centre, a candidate's votes and all valid ones. */
export interface MadeStation {
  readonly region: number;
  readonly centre: number;
  readonly votes: number;
  readonly valid: number;
}

const REGIONS = 6;
const CENTRES = 240;

const normal = (random: Random) =>
  normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random.uniform())));
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Centres of 2 to 9 stations in six regions; stations of a centre resemble each other, as real ones do. */
export function madeCountry(seed: string): MadeStation[] {
  const random = new Random(seed);
  const stations: MadeStation[] = [];
  for (let centre = 0; centre < CENTRES; centre++) {
    const region = centre % REGIONS;
    const leaning = 0.7 + 0.12 * (region - 2.5) + 0.5 * normal(random);
    const size = 2 + random.below(8);
    for (let at = 0; at < size; at++) {
      const valid = 200 + random.below(400);
      const share = logistic(leaning + 0.25 * normal(random));
      stations.push({ region, centre, votes: Math.round(valid * share), valid });
    }
  }
  return stations;
}

/** So many of the items, each set of them equally likely. */
export function drawn<T>(items: readonly T[], number: number, random: Random): T[] {
  const left = [...items];
  for (let at = 0; at < number; at++) {
    const other = at + random.below(left.length - at);
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left.slice(0, number);
}
