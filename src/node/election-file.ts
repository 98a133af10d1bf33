import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { parseElection } from "../model/parse-election";
import { readInput } from "./files";

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
