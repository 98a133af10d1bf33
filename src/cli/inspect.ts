import { inspect } from "../inspect/inspect";
import { inspectionToText } from "../report/inspection";
import { jsonText } from "../report/json/json-text";
import { readInput, writeOutput } from "../node/files";
import { visible } from "../model/format";
import { OK, requireFiles, type Surroundings, type Values, wrongUse } from "./usage";

/** `tallyproof inspect`: looks at one unknown file and drafts an election for it. */
export async function inspectCommand(
  files: readonly string[],
  values: Values,
  { out, err }: Surroundings,
): Promise<number> {
  requireFiles(files);
  if (files.length > 1) throw wrongUse("inspect looks at one file at a time.");
  const inspection = inspect(await readInput(files[0]!));
  if (values.draft !== undefined) {
    writeOutput(values.draft, jsonText(inspection.draft));
    err(`tallyproof: the draft is in ${visible(values.draft)}; change what says EDIT.\n`);
  }
  out(values.json ? jsonText(inspection) : `${inspectionToText(inspection)}\n`);
  return OK;
}
