import { parseArgs } from "node:util";
import * as elections from "../elections/index";
import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { countOf } from "../model/format";
import type { Issue } from "../model/issue";
import { readInput, writeOutput } from "../node/files";
import { readInputs } from "../read/read-inputs";
import { registerOf } from "../read/register-of";
import { visible } from "../report/layout";
import { toText } from "../report/text";
import { verificationOf } from "../verification";
import { VERSION } from "../version";
import { HELP } from "./help";

/** Where the command writes, and what it knows of its surroundings. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard output shows colours. */
  readonly color: boolean;
}

const OK = 0;
const CONTRADICTED = 1;
const INTERNAL = 4;
const EXIT_OF_KIND = { usage: 2, input: 3 } as const;

/** Runs the command and returns its exit status; every failure that a user can mend is a sentence. */
export async function main(
  args: readonly string[],
  { out, err, color }: Surroundings,
): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    if (values.version) return (out(`${VERSION}\n`), OK);
    const [command, ...files] = positionals;
    if (values.help || command === "help") return (out(HELP), OK);
    if (command === undefined) return (err(HELP), EXIT_OF_KIND.usage);
    if (command !== "verify")
      throw wrongUse(`There is no command "${command}"; the command is verify.`);
    if (files.filter((file) => file === "-").length > 1)
      throw wrongUse("Standard input (-) can be read only once.");
    if (files.length === 0) throw wrongUse("Name at least one CSV file, or - for standard input.");
    if (values.election === undefined)
      throw wrongUse(`Say which election it is with --election: ${readyMade()}, or a JSON file.`);

    const election = await findElection(values.election);
    const register =
      values.register === undefined
        ? undefined
        : registerOf(await readInput(values.register), election);
    const tallies = readInputs(await Promise.all(files.map(readInput)), election, register);
    const options = values.by === undefined ? {} : { by: values.by };
    const verification = verificationOf(election, tallies, options);
    out(
      values.json
        ? `${JSON.stringify(verification, undefined, 2)}\n`
        : `${toText(verification, { color })}\n`,
    );
    if (values.issues !== undefined) await writeIssues(values.issues, verification.issues);
    const wrong = verification.issues.filter(({ severity }) => severity === "error").length;
    if (values.strict && wrong > 0) {
      err(`tallyproof: --strict: ${countOf(wrong, "error")} in the input, listed above.\n`);
      return EXIT_OF_KIND.input;
    }
    return verification.verdicts.some(({ outcome }) => outcome === "contradicted")
      ? CONTRADICTED
      : OK;
  } catch (error) {
    if (error instanceof TallyError) {
      err(`tallyproof: ${error.message.split("\n").map(visible).join("\n")}\n`);
      return EXIT_OF_KIND[error.kind];
    }
    // Not the user's mistake, so not one of the four answers either.
    err(
      `tallyproof: something went wrong in tallyproof itself (${String(error)}). Please report it.\n`,
    );
    return INTERNAL;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        election: { type: "string", short: "e" },
        register: { type: "string" },
        by: { type: "string" },
        issues: { type: "string" },
        strict: { type: "boolean" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (error) {
    throw wrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** Writes all issues to a file, as JSON or, by its name, as CSV. */
async function writeIssues(path: string, issues: readonly Issue[]): Promise<void> {
  const text = path.endsWith(".json")
    ? `${JSON.stringify(issues, undefined, 2)}\n`
    : (await import("../report/issues")).issuesToCsv(issues);
  await writeOutput(path, text);
}

const wrongUse = (message: string) =>
  new TallyError("usage-invalid", `${message} See tallyproof --help.`);

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
