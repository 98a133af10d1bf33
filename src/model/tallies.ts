import { JUPYTER_DISPLAY, type MimeBundle } from "./display";
import { talliesBundle } from "./display-tallies";
import type { Issue } from "./issue";
import type { RegionUniverse } from "./register";
import type { StationList } from "./station-list";

/** What a tally sheet may count beside the candidates' votes and their sum, the valid votes. */
export const SHEET_COUNTS = [
  "invalidVotes",
  "blankVotes",
  "ballotsCast",
  "registeredVoters",
] as const;

/** Name of a {@link SHEET_COUNTS} column. */
export type SheetCount = (typeof SHEET_COUNTS)[number];

/** Stands for "not on this sheet" in a column of counts, which are never negative. */
export const ABSENT = -1;

/** The largest count that a column holds; no polling station comes near it. */
export const LARGEST_COUNT = 2 ** 31 - 1;

/** One station's tally sheet as accepted. What the sheet does not give is absent, never 0. */
export interface StationTally {
  readonly station: string;
  /** Region names by region column, from the largest to the smallest. */
  readonly regions: Readonly<Record<string, string>>;
  /** Votes by candidate code. */
  readonly votes: Readonly<Record<string, number>>;
  readonly validVotes: number;
  readonly invalidVotes?: number;
  readonly blankVotes?: number;
  /** As stated, or the sum where the sheet counts all its parts. */
  readonly ballotsCast?: number;
  readonly registeredVoters?: number;
  /** Name of the file or input, and the line in it. */
  readonly source: string;
  readonly line: number;
}

/** A region column, dictionary-coded: `names[codes[i]]` is the path of station `i`. */
export interface RegionColumn {
  readonly name: string;
  /** Paths from the largest region down to this one. */
  readonly paths: readonly (readonly string[])[];
  readonly codes: Int32Array;
}

/** A file or input that was read, so that anyone can repeat the reading. */
export interface InputSource {
  readonly name: string;
  /** Of the bytes as given (of a compressed file: compressed). */
  readonly sha256: string;
  readonly bytes: number;
  /** As named in the layout, else `utf-8` or `windows-1252`. */
  readonly encoding: string;
}

/** A region of a register: how many stations it has in all, and how many are covered. */
export interface RegionCoverage extends RegionUniverse {
  readonly region: string;
  readonly covered: number;
}

/** The register that a reading used. */
export interface RegisterUse {
  readonly source: InputSource;
  /** Stations that it lists, and how many of the accepted ones are among them. */
  readonly stations: number;
  readonly matched: number;
  readonly complete: boolean;
  /** Voters of the stations that are not covered, where it lists every station with its voters. */
  readonly uncoveredVoters?: number;
  readonly rows: RowCounts;
  /** Of a register by region: the region column, and the coverage of each region, by name. */
  readonly byRegion?: { readonly column: string; readonly regions: readonly RegionCoverage[] };
}

/** Where every row went: `read` is the sum of the other four. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly skipped: number;
  /** Candidates' votes that can be read on the rejected rows; what could not be read is not in it. */
  readonly rejectedVotes: number;
}

/** The columns a {@link Tallies} is made of; all have one entry per accepted station. */
export interface TallyColumns {
  readonly candidates: readonly string[];
  readonly stations: StationList;
  readonly votes: readonly Int32Array[];
  readonly validVotes: Int32Array;
  readonly invalidVotes?: Int32Array;
  readonly blankVotes?: Int32Array;
  readonly ballotsCast?: Int32Array;
  readonly registeredVoters?: Int32Array;
  readonly regions: readonly RegionColumn[];
  readonly sourceIndex: Int32Array;
  readonly lines: Int32Array;
}

/**
 * The accepted station tallies, column by column, with the account of how they were read. Iterate
 * it for plain {@link StationTally} objects; read `columns` for speed ({@link ABSENT} marks what a
 * sheet does not give).
 *
 * @example
 * ```ts
 * import { readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const [first] = tallies;
 * first?.station; // => "010101001/01"
 * first?.votes["EG"]; // => 200
 * ```
 */
export class Tallies implements Iterable<StationTally> {
  constructor(
    readonly columns: TallyColumns,
    readonly sources: readonly InputSource[],
    readonly rows: RowCounts,
    readonly issues: readonly Issue[],
    readonly register?: RegisterUse,
  ) {}

  /** Number of accepted stations. */
  get length(): number {
    return this.columns.stations.length;
  }

  /** The accepted tally at `index`, from 0, in the order of the files. */
  at(index: number): StationTally | undefined {
    const { columns } = this;
    const station = index < 0 ? undefined : columns.stations.at(index);
    if (station === undefined) return undefined;
    const optional: Partial<Record<SheetCount, number>> = {};
    for (const name of SHEET_COUNTS) {
      const value = columns[name]?.[index] ?? ABSENT;
      if (value !== ABSENT) optional[name] = value;
    }
    return {
      station,
      regions: Object.fromEntries(
        columns.regions.map(({ name, paths, codes }) => [name, paths[codes[index]!]?.at(-1) ?? ""]),
      ),
      votes: Object.fromEntries(
        columns.candidates.map((code, candidate) => [code, columns.votes[candidate]![index]!]),
      ),
      ...optional,
      validVotes: columns.validVotes[index]!,
      source: this.sources[columns.sourceIndex[index]!]!.name,
      line: columns.lines[index]!,
    };
  }

  *[Symbol.iterator](): Iterator<StationTally> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!;
  }

  /** What Deno's Jupyter kernel shows of it. */
  [JUPYTER_DISPLAY](): MimeBundle {
    return talliesBundle(this);
  }
}
