// How often a nominal 95 % interval has the truth in it, on made countries whose truth is known.
// COVERAGE_DRAWS=4000 prints the table of docs/estimate.md.
import { describe, expect, test } from "vitest";
import { ratioEstimate, type RatioSample } from "../../src/index";
import { Random } from "../../src/statistics/random";
import { textOf } from "../fixtures";
import { drawn, madeCountry, type MadeStation } from "./made-country";

const DRAWS = Number(process.env["COVERAGE_DRAWS"] ?? 500);
const PART = 0.4;

const country = madeCountry("a made country");
const truth =
  country.reduce((sum, { votes }) => sum + votes, 0) /
  country.reduce((sum, { valid }) => sum + valid, 0);

function groupsOf(stations: readonly MadeStation[], of: (station: MadeStation) => number) {
  const groups = new Map<number, MadeStation[]>();
  for (const station of stations) {
    const own = groups.get(of(station));
    if (own) own.push(station);
    else groups.set(of(station), [station]);
  }
  return groups;
}
const part = (number: number) => Math.round(PART * number);

const stationsAtRandom = (random: Random) => drawn(country, part(country.length), random);
const stationsByRegion = (random: Random) =>
  [...groupsOf(country, ({ region }) => region).values()].flatMap((own) =>
    drawn(own, part(own.length), random),
  );
const centresByRegion = (random: Random) =>
  [...groupsOf(country, ({ region }) => region).values()].flatMap((own) => {
    const centres = [...groupsOf(own, ({ centre }) => centre).values()];
    return drawn(centres, part(centres.length), random).flat();
  });
/** The more a station votes for the candidate, the likelier it is in hand: from 30 to 50 %. */
const biased = (random: Random) =>
  country.filter(({ votes, valid }) => random.uniform() < PART + 0.4 * (votes / valid - truth));

const sample = (stations: readonly MadeStation[]) => ({
  numerator: stations.map(({ votes }) => votes),
  denominator: stations.map(({ valid }) => valid),
});
const sizes = (of: (own: readonly MadeStation[]) => number) =>
  Object.fromEntries(
    [...groupsOf(country, ({ region }) => region)].map(([region, own]) => [`${region}`, of(own)]),
  );
const byStation = (stations: readonly MadeStation[]): RatioSample => ({
  ...sample(stations),
  population: country.length,
});
const byStratum = (stations: readonly MadeStation[]): RatioSample => ({
  ...sample(stations),
  strata: stations.map(({ region }) => region),
  population: sizes((own) => own.length),
});
const byCentre = (stations: readonly MadeStation[]): RatioSample => ({
  ...byStratum(stations),
  clusters: stations.map(({ centre }) => centre),
  population: sizes((own) => groupsOf(own, ({ centre }) => centre).size),
});

/** As `estimate` does it: centres are covered in part, and how many there are is not known. */
const byCentreAssumed = (stations: readonly MadeStation[]): RatioSample => ({
  ...byCentre(stations),
  population: Object.fromEntries(
    [...groupsOf(stations, ({ region }) => region)].map(([region, own]) => {
      const all = country.filter((station) => station.region === region).length;
      return [`${region}`, (groupsOf(own, ({ centre }) => centre).size * all) / own.length];
    }),
  ),
});

const SCENARIOS = [
  ["stations at random", "by station", stationsAtRandom, byStation, 0.93, 0.97],
  [
    "stations at random in each region",
    "by station, strata",
    stationsByRegion,
    byStratum,
    0.93,
    0.97,
  ],
  ["centres at random in each region", "by centre, strata", centresByRegion, byCentre, 0.93, 0.97],
  ["centres at random in each region", "by station, strata", centresByRegion, byStratum, 0, 0.85],
  ["likelier, the more votes", "by station, strata", biased, byStratum, 0, 0.2],
  ["likelier, the more votes", "by centre, strata", biased, byCentreAssumed, 0, 0.6],
] as const;

const shareWithTruth = (
  name: string,
  draw: (random: Random) => MadeStation[],
  of: (stations: readonly MadeStation[]) => RatioSample,
) => {
  let covered = 0;
  let width = 0;
  for (let at = 0; at < DRAWS; at++) {
    const { interval } = ratioEstimate(of(draw(new Random(`${name} ${at}`))));
    if (interval.low <= truth && truth <= interval.high) covered++;
    width += (interval.high - interval.low) / 2 / DRAWS;
  }
  return { covered: covered / DRAWS, width };
};

describe("a nominal 95 % interval", () => {
  test.each(SCENARIOS)("in hand: %s; interval %s", (name, way, draw, of, least, most) => {
    const { covered, width } = shareWithTruth(name, draw, of);
    const row = `| ${name} | ${way} | ${(100 * covered).toFixed(1)} % | ${(100 * width).toFixed(2)} points |`;
    if (process.env["COVERAGE_DRAWS"]) console.log(row);
    // What few draws can miss by chance: three standard errors.
    const chance = DRAWS >= 2000 ? 0 : 3 * Math.sqrt((0.95 * 0.05) / DRAWS) - 0.01;
    expect(covered).toBeGreaterThanOrEqual(least - chance);
    expect(covered).toBeLessThanOrEqual(most + chance);
    if (DRAWS >= 2000) expect(textOf("docs/estimate.md").replace(/ +/g, " ")).toContain(row);
  });
});
