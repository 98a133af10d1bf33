import { TallyError } from "../model/error";
import type { Tallies } from "../model/tallies";
import { VERSION } from "../version";
import { lateOf } from "./assumptions";
import { groupsBy, type Grouping } from "./missing-stations";

/** Votes of some stations. */
export interface Batch {
  readonly stations: number;
  readonly validVotes: number;
  /** By candidate, in the order of `candidates`. */
  readonly votes: readonly number[];
}

/** A region's stations that came early beside those that came late. */
export interface RegionArrival {
  readonly region: string;
  readonly early: Batch;
  readonly late: Batch;
}

/** What came early beside what came late. */
export interface Arrivals {
  /** Version of tallyproof that made it. */
  readonly version: string;
  readonly candidates: readonly string[];
  readonly by: string;
  readonly early: Batch;
  readonly late: Batch;
  readonly regions: readonly RegionArrival[];
  /**
   * What the late stations would have had, had each region's voted as its early ones did, with as many valid
   * votes as they have: by candidate. Apart from regions without an early station, which are left as they are.
   */
  readonly expected: readonly number[];
}

/**
 * Compares the stations that came late with those that came early, region by region: a change of the lead
 * during a count can come from *which* places were late (`expected` shows how much of it), or from late
 * stations that differ from early ones of the same region. Neither is a sign of anything by itself: late
 * stations are far away, large, or disputed for many reasons.
 *
 * `earlier` is an earlier state of the same count. Votes are those of the later state for all stations.
 *
 * @param by region column, or `"centre"`: the station key without its last part
 * @throws TallyError `region-unknown`
 * @example
 * ```ts
 * import { arrivals, readTallies } from "tallyproof";
 * import { bolivia2019 } from "tallyproof/elections";
 *
 * const header = "Número Mesa,País,Departamento,Provincia,Municipio,Localidad,Recinto,Inscritos,CC," +
 *   "FPV,MTS,UCS,MAS - IPSP,21F,PDC,MNR,PAN-BOL,Blancos,Nulos\n";
 * const first = header + "1,B,LP,P,M,L,R,200,60,0,0,0,40,0,0,0,0,0,0\n";
 * const second = first + "2,B,LP,P,M,L,R,200,40,0,0,0,60,0,0,0,0,0,0\n";
 * const [early, all] = [first, second].map((csv) => readTallies(csv, bolivia2019).tallies);
 * const { late, expected } = arrivals(all, early, "Departamento");
 * late.votes[0]; // => 60
 * expected[0]; // => 40
 * ```
 */
export function arrivals(tallies: Tallies, earlier: Tallies, by: string): Arrivals {
  const isLate = new Uint8Array(tallies.length);
  for (const at of lateOf(tallies, earlier)) isLate[at] = 1;
  return arrivalsOf(tallies, isLate, groupsBy(tallies, by), by);
}

/**
 * The same by the time at which each station came, which a region column of the layout holds: those at or
 * after `from` are late. Times are compared as text, so they have to be written from the largest unit to
 * the smallest, as in `2019-10-20 19:40`.
 *
 * @throws TallyError `region-unknown`
 * @example
 * ```ts
 * import { arrivalsByTime, parseElection, readTallies } from "tallyproof";
 *
 * const election = parseElection({
 *   id: "town",
 *   name: "Town",
 *   date: "2025-05-04",
 *   candidates: [
 *     { code: "A", name: "Ana" },
 *     { code: "B", name: "Ben" },
 *   ],
 *   universe: { stations: 2, registeredVoters: 400 },
 *   layout: {
 *     station: [{ column: "Station" }],
 *     candidates: { A: "A", B: "B" },
 *     regions: ["District", "Time"],
 *   },
 *   claims: [],
 * });
 * const csv = "Station,District,Time,A,B\n1,D,19:10,60,40\n2,D,21:30,50,50\n";
 * const { tallies } = readTallies(csv, election);
 * arrivalsByTime(tallies, "Time", "20:00", "District").late.votes; // => [50, 50]
 * ```
 */
export function arrivalsByTime(tallies: Tallies, time: string, from: string, by: string): Arrivals {
  const { names, codes } = groupsOfTime(tallies, time);
  const isLate = Uint8Array.from(codes, (code) => (names[code]! >= from ? 1 : 0));
  return arrivalsOf(tallies, isLate, groupsBy(tallies, by), by);
}

function groupsOfTime({ columns }: Tallies, time: string): Grouping {
  const column = columns.regions.find(({ name }) => name === time);
  if (!column)
    throw new TallyError("region-unknown", `The layout has no region column "${time}" of times.`);
  return { names: column.paths.map((path) => path.at(-1)!), codes: column.codes };
}

function arrivalsOf(
  { columns, length }: Tallies,
  isLate: Uint8Array,
  { names, codes }: Grouping,
  by: string,
): Arrivals {
  const size = columns.candidates.length;
  const sums = names.map(() => [new Float64Array(size + 2), new Float64Array(size + 2)] as const);
  for (let at = 0; at < length; at++) {
    const own = sums[codes[at]!]![isLate[at] as 0 | 1];
    for (let candidate = 0; candidate < size; candidate++)
      own[candidate]! += columns.votes[candidate]![at]!;
    own[size]! += columns.validVotes[at]!;
    own[size + 1]!++;
  }
  const batch = (own: Float64Array): Batch => ({
    stations: own[size + 1]!,
    validVotes: own[size]!,
    votes: [...own.subarray(0, size)],
  });
  const regions = names
    .map((region, code) => ({
      region,
      early: batch(sums[code]![0]),
      late: batch(sums[code]![1]),
    }))
    .sort((a, b) => (a.region < b.region ? -1 : 1));
  const total = (which: "early" | "late") =>
    batch(
      regions.reduce(
        (all, { [which]: own }) => {
          own.votes.forEach((votes, at) => (all[at]! += votes));
          all[size]! += own.validVotes;
          all[size + 1]! += own.stations;
          return all;
        },
        new Float64Array(size + 2),
      ),
    );
  const expected = columns.candidates.map((_, at) =>
    regions.reduce(
      (sum, { early, late }) =>
        sum +
        (early.validVotes > 0
          ? (late.validVotes * early.votes[at]!) / early.validVotes
          : late.votes[at]!),
      0,
    ),
  );
  return {
    version: VERSION,
    candidates: columns.candidates,
    by,
    early: total("early"),
    late: total("late"),
    regions,
    expected,
  };
}
