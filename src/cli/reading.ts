import type { Election } from "../model/election";
import type { Language } from "../model/locale";
import type { StationRegister } from "../model/register";
import type { Tallies } from "../model/tallies";
import { batchesOf } from "../read/plain/batches";
import { readInput } from "../node/files";
import { registerOf } from "../read/register-of";
import { type PiecedInput, readPieced } from "../read/sources";
import { ProgressLine } from "./progress";
import type { Surroundings } from "./usage";

/** The tallies in the inputs; who watches sees how far their reading is. */
export async function talliesIn(
  inputs: readonly PiecedInput[],
  election: Election,
  register: StationRegister | undefined,
  { err, watched }: Surroundings,
  language: Language,
): Promise<Tallies> {
  const progress = watched ? new ProgressLine(err, () => performance.now(), language) : undefined;
  try {
    return await readPieced(inputs, election, {
      register,
      batchesOf,
      onProgress: progress?.update,
    });
  } finally {
    // Before whatever comes next, be it the message of an error.
    progress?.clear();
  }
}

/** The register of `--register`, if there is one. */
export const registerIn = async (
  path: string | undefined,
  election: Election,
  name?: string,
): Promise<StationRegister | undefined> =>
  path === undefined ? undefined : registerOf(await readInput(path, name), election);
