import { parseArgs } from "node:util";
import { TallyError } from "../model/error";
import { visible } from "../model/format";
import { VERSION } from "../version";
import { HELP } from "./help";
import { verifyCommand } from "./verify";
import { EXIT_OF_KIND, INTERNAL, OK, type Surroundings, wrongUse } from "./usage";

/** Runs the command and returns its exit status; every failure that a user can mend is a sentence. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out, err } = surroundings;
  try {
    const { values, positionals } = parse(args);
    if (values.version) return (out(`${VERSION}\n`), OK);
    const [command, ...files] = positionals;
    if (values.help || command === "help") return (out(HELP), OK);
    switch (command) {
      case undefined:
        return (err(HELP), EXIT_OF_KIND.usage);
      case "verify":
        return await verifyCommand(files, values, surroundings);
      case "inspect":
        // Loaded only when it is called: verify should start fast.
        return await (await import("./inspect")).inspectCommand(files, values, surroundings);
      case "reconcile":
        return await (await import("./reconcile")).reconcileCommand(files, values, surroundings);
      case "estimate":
        return await (await import("./estimate")).estimateCommand(files, values, surroundings);
      case "forensics":
        return await (await import("./forensics")).forensicsCommand(files, values, surroundings);
      case "audit":
        return await (await import("./audit/index")).auditCommand(files, values, surroundings);
      default:
        throw wrongUse(
          `There is no command "${command}"; there are verify, reconcile, estimate, audit, forensics and inspect.`,
        );
    }
  } catch (error) {
    if (error instanceof TallyError) {
      err(`tallyproof: ${error.message.split("\n").map(visible).join("\n")}\n`);
      return EXIT_OF_KIND[error.kind];
    }
    // Not the user's mistake, so not one of the four answers either.
    const reason = visible(String(error));
    err(`tallyproof: something went wrong in tallyproof itself (${reason}). Please report it.\n`);
    return INTERNAL;
  }
}

const OPTIONS = {
  election: { type: "string", short: "e" },
  register: { type: "string" },
  by: { type: "string" },
  "max-turnout": { type: "string" },
  issues: { type: "string" },
  html: { type: "string" },
  charts: { type: "string" },
  csv: { type: "string" },
  lang: { type: "string" },
  markdown: { type: "boolean" },
  draft: { type: "string" },
  layout: { type: "string", multiple: true },
  "roll-up": { type: "string" },
  strata: { type: "string" },
  clusters: { type: "string" },
  earlier: { type: "string" },
  sample: { type: "boolean" },
  plan: { type: "string" },
  centre: { type: "string" },
  seed: { type: "string" },
  simulations: { type: "string" },
  strict: { type: "boolean" },
  json: { type: "boolean" },
  scope: { type: "string" },
  claim: { type: "string" },
  "ballots-at-most": { type: "string" },
  "risk-limit": { type: "string" },
  assume: { type: "string" },
  out: { type: "string" },
  date: { type: "string" },
  evidence: { type: "string" },
  drawing: { type: "string" },
  method: { type: "string" },
  "seed-date": { type: "string" },
  sheets: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

function parse(args: readonly string[]) {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: OPTIONS,
      tokens: true,
    });
    const given = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
    const repeated = given.find((name, at) => name !== "layout" && given.indexOf(name) < at);
    if (repeated !== undefined) throw new Error(`--${repeated} is given twice.`);
    return { values, positionals };
  } catch (error) {
    throw wrongUse(error instanceof Error ? error.message : String(error));
  }
}
