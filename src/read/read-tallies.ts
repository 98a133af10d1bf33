import type { Election } from "../model/election";
import { parseElection } from "../model/parse-election";
import type { StationRegister } from "../model/register";
import type { TallyInputs } from "./input";
import { readInputs, type ReadProgress } from "./read-inputs";
import { type ReadResult, resultOf } from "./result";

/** What {@link readTallies} may be told beside the files. */
export interface ReadOptions {
  /** Registered voters per station, from {@link readRegister}. */
  readonly register?: StationRegister;
  /** Called now and then while a large input is read. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/**
 * Reads polling-station tallies from CSV text or bytes, one row per station, by the election's
 * layout. Every row is accepted, rejected (with an `error` issue), a duplicate, or skipped by rule;
 * `tallies.rows` counts them and the four add up to the rows read. A rejected row leaves its station
 * uncovered. Several inputs are read as one set of stations.
 *
 * Bytes are read as UTF-8, else as Windows-1252 with a notice. Assumes one sheet per station and at
 * most one ballot per registered voter.
 *
 * @throws TallyError `election-invalid`, or for an input that cannot give a trustworthy count:
 * `input-empty`, `input-binary`, `encoding-unsupported`, `quotes-unbalanced`, `column-missing`,
 * `column-ambiguous`, `rows-none`, `rows-none-accepted`
 * @example
 * ```ts
 * import { parseElection, readTallies } from "tallyproof";
 *
 * const election = parseElection({
 *   id: "two-towns-2025",
 *   name: "Two Towns, mayor, 2025",
 *   date: "2025-05-04",
 *   candidates: [
 *     { code: "A", name: "Ana Alba" },
 *     { code: "B", name: "Ben Boro" },
 *   ],
 *   universe: { stations: 40, registeredVoters: 12000 },
 *   layout: { station: [{ column: "Station" }], candidates: { A: "Alba", B: "Boro" } },
 *   claims: [],
 * });
 * const { tallies, issues } = readTallies("Station,Alba,Boro\nHall,120,80\nSchool,1O0,90\n", election);
 * tallies.length; // => 1
 * tallies.rows.rejected; // => 1
 * issues[0]?.code; // => "count-malformed"
 * issues[0]?.line; // => 3
 * ```
 */
export function readTallies(
  inputs: TallyInputs,
  election: Election,
  options: ReadOptions = {},
): ReadResult {
  const { register, onProgress } = options;
  return resultOf(readInputs(inputs, parseElection(election), register, onProgress));
}
