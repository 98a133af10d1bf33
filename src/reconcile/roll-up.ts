import { countBy } from "../count/count";
import { TallyError } from "../model/error";
import { SHEET_COUNTS, type SheetCount, type Tallies } from "../model/tallies";
import { VERSION } from "../version";
import type { Place } from "./differences";
import { votesAs } from "./join";
import { transcription, type Transcription } from "./reconcile";

/** One published total of a region that is not the sum of its parts. */
export interface RollUpDifference {
  /** Code of the candidate, if it is of votes. */
  readonly candidate?: string;
  /** What else it is of. */
  readonly field?: "validVotes" | SheetCount;
  readonly published: number;
  /** The sum over the region's parts in hand. */
  readonly sum: number;
  /** `published` − `sum`. */
  readonly difference: number;
}

/**
 * A region whose published total is beside the sum of its parts: `equal`; `below` where at least one
 * total is less than the parts in hand add up to, which no further part can mend; else `above`, which
 * further parts could explain.
 */
export interface RegionRollUp extends Place {
  readonly region: string;
  /** Parts in hand, and in all where the register of the parts says. */
  readonly parts: number;
  readonly allParts?: number;
  readonly outcome: "equal" | "below" | "above";
  readonly differences: readonly RollUpDifference[];
}

/** Published regional totals beside the sums of their parts. */
export interface RollUp {
  /** Version of tallyproof that made it. */
  readonly version: string;
  /** The region column of the parts. */
  readonly by: string;
  readonly published: Transcription;
  readonly parts: Transcription;
  readonly regions: readonly RegionRollUp[];
  /** Published regions without a part in hand, and regions of parts without a published total. */
  readonly withoutParts: readonly string[];
  readonly withoutTotal: readonly string[];
}

/**
 * Checks published totals of regions against their parts: states against stations, municipalities against
 * stations, the country against its states. Says which total is not the sum of its parts, in which
 * count, and by how much.
 *
 * The totals are read as tallies whose stations are the regions: a layout whose `station` columns are the
 * region's name, or the names from the largest region down. For a hierarchy of several levels, check
 * each level against the one below it. A total above the sum proves nothing unless all parts are in hand
 * (`allParts`, by a register of regions); a total below it is impossible if the parts are right.
 *
 * @param published totals, one row per region
 * @param parts tallies of the stations, or of smaller regions
 * @param by the region column of the parts that the totals are of
 * @throws TallyError `region-unknown`, `candidate-unknown`
 * @example
 * ```ts
 * import { readTallies, rollUp } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const votes = "VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n";
 * const { tallies } = readTallies(
 *   `EDO,MUN,PAR,CENTRO,MESA,${votes}` +
 *     "E1,M,P,1,1,300,2,200,100,0,0,0,0,0,0,0,0\nE1,M,P,1,2,90,0,60,30,0,0,0,0,0,0,0,0\n",
 *   venezuela2024,
 * );
 * const states = { ...venezuela2024.layout, station: [{ column: "EDO" }], regions: [] };
 * const published = readTallies(`EDO,${votes}E1,390,2,250,140,0,0,0,0,0,0,0,0\n`, {
 *   ...venezuela2024,
 *   layout: states,
 *   registers: [],
 * }).tallies;
 * const [region] = rollUp(published, tallies, "EDO").regions;
 * region?.outcome; // => "below"
 * region?.differences[0]; // => { candidate: "EG", published: 250, sum: 260, difference: -10 }
 * ```
 */
export function rollUp(published: Tallies, parts: Tallies, by: string): RollUp {
  if (!(published?.columns && parts?.columns))
    throw new TallyError(
      "usage-invalid",
      "rollUp needs the `tallies` of two readings: rollUp(totals, stations, region).",
    );
  const votes = votesAs(parts, published);
  const sums = new Map(countBy(parts, by).map((each) => [keyOf(each.region), each.count]));
  const alone = namesakes([...sums.keys()]);
  const { stations } = published.columns;
  const found = new Set<string>();
  const regions: RegionRollUp[] = [];
  const withoutParts: string[] = [];
  let place = -1;
  for (const region of stations) {
    place++;
    // A total may be named by the region alone where that is enough.
    const key = sums.has(region) ? region : (alone.get(region) ?? region);
    const sum = sums.get(key);
    if (sum === undefined) {
      withoutParts.push(region);
      continue;
    }
    found.add(key);
    const totals = [
      ...sum.candidates.map(({ code, votes: own }, at) => ({
        candidate: code,
        published: votes[at]![place]!,
        sum: own,
      })),
      {
        field: "validVotes" as const,
        published: published.columns.validVotes[place]!,
        sum: sum.validVotes,
      },
      ...SHEET_COUNTS.flatMap((field) => {
        const total = published.columns[field]?.[place] ?? -1;
        const known = sum[field];
        // A sum over some of the parts only is no sum to compare with.
        return total < 0 || known === undefined || known.stations < sum.stations
          ? []
          : [{ field, published: total, sum: known.sum }];
      }),
    ];
    const differences = totals
      .filter((total) => total.published !== total.sum)
      .map((total) => ({ ...total, difference: total.published - total.sum }));
    const own = parts.register?.byRegion;
    const allParts =
      own?.column === by ? own.regions.find((each) => each.region === region)?.stations : undefined;
    regions.push({
      region,
      source: published.sources[published.columns.sourceIndex[place]!]!.name,
      line: published.columns.lines[place]!,
      parts: sum.stations,
      ...(allParts === undefined ? {} : { allParts }),
      outcome:
        differences.length === 0
          ? "equal"
          : differences.some(({ difference }) => difference < 0)
            ? "below"
            : "above",
      differences,
    });
  }
  return {
    version: VERSION,
    by,
    published: transcription(published),
    parts: transcription(parts),
    regions,
    withoutParts,
    withoutTotal: [...sums.keys()].filter((key) => !found.has(key)),
  };
}

/** As a station key of several columns is put together. */
const keyOf = (path: readonly string[]) =>
  path.length === 1 ? path[0]! : path.map((name) => name.replace(/[\\/]/g, "\\$&")).join("/");

/** Keys by the region's own name, where no other region has it. */
function namesakes(keys: readonly string[]): Map<string, string> {
  const byName = new Map<string, string[]>();
  for (const key of keys) {
    const name = key
      .split(/(?<!\\)\//)
      .at(-1)!
      .replace(/\\([\\/])/g, "$1");
    byName.set(name, [...(byName.get(name) ?? []), key]);
  }
  return new Map([...byName].flatMap(([name, own]) => (own.length === 1 ? [[name, own[0]!]] : [])));
}
