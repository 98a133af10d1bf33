import * as elections from "../elections/index";
import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { countOf } from "../model/format";
import { inputOf } from "../node/file-input";
import { namesOf } from "../node/files";
import { verificationOf } from "../verification";
import { printed, writeFiles } from "./outputs";
import { registerIn, talliesIn } from "./reading";
import {
  CONTRADICTED,
  EXIT_OF_KIND,
  languageIn,
  OK,
  requireFiles,
  type Surroundings,
  type Values,
  wrongUse,
} from "./usage";

/** `tallyproof verify`: reads, counts and judges; the exit status says whether a claim is ruled out. */
export async function verifyCommand(
  files: readonly string[],
  values: Values,
  surroundings: Surroundings,
): Promise<number> {
  const { out, err } = surroundings;
  requireFiles(files);
  if (values.election === undefined)
    throw wrongUse(`Say which election it is with --election: ${readyMade()}, or a JSON file.`);
  if (values.json && values.markdown)
    throw wrongUse("--json and --markdown both say what is printed. Choose one.");
  const language = languageIn(values);
  const options = values.by === undefined ? { language } : { by: values.by, language };
  const election = assuming(values["max-turnout"], await findElection(values.election));
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

const ready = Object.values(elections);
export const readyMade = () => ready.map(({ id }) => id).join(", ");

/** A ready-made election by its id, or the JSON file of that name. */
export async function findElection(name: string): Promise<Election> {
  const known = ready.find(({ id }) => id === name);
  if (known) return known;
  if (!/[./\\]/.test(name))
    throw new TallyError(
      "election-unknown",
      `There is no ready-made election "${name}". There is: ${readyMade()}. ` +
        "For another election, give the JSON file that describes it.",
    );
  // Only then: what checks an election takes longer to load than a small file to read.
  const { readElectionFile } = await import("../node/election-file");
  return readElectionFile(name);
}
