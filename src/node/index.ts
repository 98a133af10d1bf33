/**
 * Files, for Node alone.
 *
 * @module tallyproof/node
 */

import type { Election } from "../model/election";
import { parseElection } from "../model/parse-election";
import type { StationRegister } from "../model/register";
import { batchesOf } from "../read/plain/batches";
import { readRegister } from "../read/read-register";
import { type ReadResult, resultOf } from "../read/result";
import type { StreamOptions } from "../read/stream-tallies";
import { readPieced } from "../read/sources";
import type { RegisterOptions } from "../read/register-of";
import { inputsOf } from "./file-input";
import { namesOf, readInput } from "./files";

export { readElectionFile } from "./election-file";
export { svgOf } from "../report/svg";

/**
 * Reads polling-station tallies from one or more CSV files, plain or gzip; `"-"` is standard input.
 * Otherwise as `readTallies`.
 *
 * @throws TallyError as `readTallies`, and `file-missing`, `file-directory`, `file-unreadable`
 * @example
 * ```ts
 * import { readElectionFile, readTalliesFile } from "tallyproof/node";
 *
 * const election = await readElectionFile("fixtures/tierra-clara.json");
 * const { tallies } = await readTalliesFile("fixtures/tierra-clara.csv", election);
 * tallies.length; // => 1215
 * ```
 */
export async function readTalliesFile(
  paths: string | readonly string[],
  election: Election,
  options: StreamOptions = {},
): Promise<ReadResult> {
  const list = typeof paths === "string" ? [paths] : paths;
  const checked = parseElection(election);
  return resultOf(await readPieced(inputsOf(list), checked, { ...options, batchesOf }));
}

/**
 * Reads a station register from a CSV file, plain or gzip. Otherwise as `readRegister`.
 *
 * @throws TallyError as {@link readTalliesFile}
 * @example
 * ```ts
 * import { readElectionFile, readRegisterFile } from "tallyproof/node";
 *
 * const election = await readElectionFile("fixtures/tierra-clara.json");
 * const register = await readRegisterFile("fixtures/tierra-clara.csv", election);
 * register.complete; // => false
 * ```
 */
export async function readRegisterFile(
  path: string,
  election: Election,
  options: RegisterOptions = {},
): Promise<StationRegister> {
  return readRegister(await readInput(path, namesOf([path])[0]), election, options);
}
