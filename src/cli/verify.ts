import * as elections from "../elections/index";
import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { countOf } from "../model/format";
import type { Issue } from "../model/issue";
import { readInput, writeOutput } from "../node/files";
import { readInputs } from "../read/read-inputs";
import { registerOf } from "../read/register-of";
import { toText } from "../report/text";
import { verificationOf } from "../verification";
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
  { out, err, color }: Surroundings,
): Promise<number> {
  requireFiles(files);
  if (values.election === undefined)
    throw wrongUse(`Say which election it is with --election: ${readyMade()}, or a JSON file.`);
  const election = assuming(values["max-turnout"], await findElection(values.election));
  const register =
    values.register === undefined
      ? undefined
      : registerOf(await readInput(values.register), election);
  const tallies = readInputs(await Promise.all(files.map(readInput)), election, register);
  const options = values.by === undefined ? {} : { by: values.by };
  const verification = verificationOf(election, tallies, options);
  if (values.issues !== undefined) await writeIssues(values.issues, verification.issues);
  out(
    values.json
      ? `${JSON.stringify(verification, undefined, 2)}\n`
      : `${toText(verification, { color })}\n`,
  );
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

/** Writes all issues to a file, as JSON or, by its name, as CSV. */
async function writeIssues(path: string, issues: readonly Issue[]): Promise<void> {
  if (!/\.(json|csv)$/i.test(path))
    throw wrongUse(`--issues writes .csv or .json; ${path} is neither.`);
  const text = /\.json$/i.test(path)
    ? `${JSON.stringify(issues, undefined, 2)}\n`
    : (await import("../report/issues")).issuesToCsv(issues);
  writeOutput(path, text);
}

const ready = Object.values(elections);
const readyMade = () => ready.map(({ id }) => id).join(", ");

/** A ready-made election by its id, or the JSON file of that name. */
async function findElection(name: string): Promise<Election> {
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
