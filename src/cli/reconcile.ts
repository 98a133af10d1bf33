import { TallyError } from "../model/error";
import type { Election } from "../model/election";
import type { Tallies } from "../model/tallies";
import { inputsOf } from "../node/file-input";
import { writeOutput } from "../node/files";
import { reconcileAll } from "../reconcile/majority";
import { reconciliationOf } from "../reconcile/reconcile";
import { rollUp } from "../reconcile/roll-up";
import {
  differencesToCsv,
  type Reconciled,
  reconciliationToHtml,
  reconciliationToJson,
  reconciliationToMarkdown,
  reconciliationToText,
} from "../report/reconcile/outputs";
import { registerIn, talliesIn } from "./reading";
import { OK, type Surroundings, type Values, wrongUse } from "./usage";
import { findElection, requested } from "./election";

/** `tallyproof reconcile`: transcriptions beside each other. Differences are an answer, no failure. */
export async function reconcileCommand(
  files: readonly string[],
  values: Values,
  surroundings: Surroundings,
): Promise<number> {
  const { out, color } = surroundings;
  if (files.length === 1) throw wrongUse("reconcile holds two or more files beside each other.");
  const { named, language } = requested(files, values);
  const election = await findElection(named);
  const layouts = [election, ...(await Promise.all((values.layout ?? []).map(findElection)))];
  const register = await registerIn(values.register, election);
  const all: Tallies[] = [];
  // One after the other, so that a failure is that of the first file that has one.
  for (const input of inputsOf(files))
    all.push(
      await byFirstOf(layouts, input, (layout) =>
        talliesIn([input], layout, register, surroundings, language),
      ),
    );
  const made = reconciled(all, election, values);
  if (values.csv !== undefined) {
    if (!("views" in made)) throw wrongUse("--csv writes the differences of two files.");
    writeOutput(values.csv, differencesToCsv(made));
  }
  if (values.html !== undefined) writeOutput(values.html, reconciliationToHtml(made, { language }));
  if (values.json) out(reconciliationToJson(made));
  else if (values.markdown) out(reconciliationToMarkdown(made, { language }));
  else out(`${reconciliationToText(made, { language, color })}\n`);
  return OK;
}

function reconciled(all: readonly Tallies[], election: Election, values: Values): Reconciled {
  const [a, b] = all as readonly [Tallies, Tallies];
  const by = values["roll-up"];
  if (by === undefined)
    return all.length === 2 ? reconciliationOf(a, b, election) : reconcileAll(all);
  if (all.length > 2)
    throw wrongUse("--roll-up takes two files: the published totals, then their parts.");
  return rollUp(a, b, by);
}

/** Read by the first of the layouts whose columns the file has. */
async function byFirstOf(
  layouts: readonly Election[],
  { isRepeatable }: { readonly isRepeatable: boolean },
  read: (layout: Election) => Promise<Tallies>,
): Promise<Tallies> {
  let first: unknown;
  for (const layout of layouts)
    try {
      return await read(layout);
    } catch (error) {
      if (!(error instanceof TallyError && error.code === "column-missing") || !isRepeatable)
        throw error;
      first ??= error;
    }
  throw first;
}
