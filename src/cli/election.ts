import * as elections from "../elections/index";
import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import type { Language } from "../model/locale";
import { languageIn, requireFiles, type Values, wrongUse } from "./usage";

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

/** What every command that reads tallies for a report is asked: of which election, in which language. */
export function requested(
  files: readonly string[],
  values: Values,
): { readonly named: string; readonly language: Language } {
  requireFiles(files);
  if (values.election === undefined)
    throw wrongUse(`Say which election it is with --election: ${readyMade()}, or a JSON file.`);
  if (values.json && values.markdown)
    throw wrongUse("--json and --markdown both say what is printed. Choose one.");
  return { named: values.election, language: languageIn(values) };
}
