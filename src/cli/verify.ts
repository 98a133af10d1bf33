import type { Election } from "../model/election";
import { countOf } from "../model/format";
import { inputOf } from "../node/file-input";
import { namesOf } from "../node/files";
import { verificationOf } from "../verification";
import { findElection, requested } from "./election";
import { printed, writeFiles } from "./outputs";
import { registerIn, talliesIn } from "./reading";
import { CONTRADICTED, EXIT_OF_KIND, OK, type Surroundings, type Values, wrongUse } from "./usage";

/** `tallyproof verify`: reads, counts and judges; the exit status says whether a claim is ruled out. */
export async function verifyCommand(
  files: readonly string[],
  values: Values,
  surroundings: Surroundings,
): Promise<number> {
  const { out, err } = surroundings;
  const { named, language } = requested(files, values);
  const options = values.by === undefined ? { language } : { by: values.by, language };
  const election = assuming(values["max-turnout"], await findElection(named));
  const names = namesOf(values.register === undefined ? files : [...files, values.register]);
  const inputs = files.map((path, at) => inputOf(path, names[at]!));
  const register = await registerIn(values.register, election, names.at(-1));
  const tallies = await talliesIn(inputs, election, register, surroundings, language);
  const verification = verificationOf(election, tallies, options);
  await writeFiles(verification, tallies, values, surroundings);
  out(await printed(verification, values, surroundings));
  const wrong = verification.issues.filter(({ severity }) => severity === "error").length;
  if (values.strict && wrong > 0) {
    err(`tallyproof: --strict: ${countOf(wrong, "error")} in the input; the report lists them.\n`);
    return EXIT_OF_KIND.input;
  }
  return verification.verdicts.some(({ outcome }) => outcome === "contradicted")
    ? CONTRADICTED
    : OK;
}

/** The election with an assumption on the turnout at missing stations, if one is made. */
function assuming(maxTurnout: string | undefined, election: Election): Election {
  if (maxTurnout === undefined) return election;
  if (!/^\d{1,3}(\.\d{1,8})?$/.test(maxTurnout) || Number(maxTurnout) > 100)
    throw wrongUse(
      `--max-turnout is a percentage from 0 to 100, such as 80; ${maxTurnout} is none.`,
    );
  return { ...election, universe: { ...election.universe, maxTurnout } };
}
