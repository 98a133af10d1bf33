import * as elections from "../elections/index";
import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { countOf } from "../model/format";
import { inputOf } from "../node/file-input";
import { readInput } from "../node/files";
import { readPieced } from "../read/sources";
import { registerOf } from "../read/register-of";
import { verificationOf, type VerifyOptions } from "../verification";
import { printed, writeFiles } from "./outputs";
import { ProgressLine } from "./progress";
import {
  CONTRADICTED,
  EXIT_OF_KIND,
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
  const { out, err, watched } = surroundings;
  requireFiles(files);
  if (values.election === undefined)
    throw wrongUse(`Say which election it is with --election: ${readyMade()}, or a JSON file.`);
  if (values.json && values.markdown)
    throw wrongUse("--json and --markdown both say what is printed. Choose one.");
  const options = optionsOf(values);
  const election = assuming(values["max-turnout"], await findElection(values.election));
  const register =
    values.register === undefined
      ? undefined
      : registerOf(await readInput(values.register), election);
  const progress = watched ? new ProgressLine(err, () => performance.now()) : undefined;
  const onProgress = progress?.update;
  const tallies = await readPieced(files.map(inputOf), election, { register, onProgress });
  progress?.clear();
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

function optionsOf({ by, lang }: Values): VerifyOptions {
  if (lang !== undefined && lang !== "en" && lang !== "es")
    throw wrongUse(`--lang is en or es; there is no "${lang}".`);
  return { ...(by === undefined ? {} : { by }), ...(lang === undefined ? {} : { language: lang }) };
}

const ready = Object.values(elections);
const readyMade = () => ready.map(({ id }) => id).join(", ");

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
