import type { Election } from "../model/election";
import { parseElection } from "../model/election";
import { TallyError } from "../model/error";
import type { StationRegister } from "../model/register";
import { readRegister, type RegisterOptions } from "../read/read-register";
import { readTallies, type ReadOptions, type ReadResult } from "../read/read-tallies";
import { readInput } from "./files";

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
  options: ReadOptions = {},
): Promise<ReadResult> {
  const list = typeof paths === "string" ? [paths] : paths;
  return readTallies(await Promise.all(list.map(readInput)), election, options);
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
  return readRegister(await readInput(path), election, options);
}

/**
 * Reads an election from a JSON file and checks it.
 *
 * @throws TallyError `election-invalid`, `file-missing`, `file-directory`, `file-unreadable`
 * @example
 * ```ts
 * import { readElectionFile } from "tallyproof/node";
 *
 * const election = await readElectionFile("fixtures/tierra-clara.json");
 * election.universe.stations; // => 1500
 * ```
 */
export async function readElectionFile(path: string): Promise<Election> {
  const { data, name } = await readInput(path);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data as Uint8Array));
  } catch (error) {
    throw new TallyError(
      "election-invalid",
      `${name} is not JSON (${error instanceof Error ? error.message : String(error)}). ` +
        "Give a file that describes an election.",
      { cause: error },
    );
  }
  try {
    return parseElection(value);
  } catch (error) {
    if (!(error instanceof TallyError)) throw error;
    throw new TallyError(error.code, `${name}: ${error.message}`, { cause: error });
  }
}
