import { estimate, type EstimateOptions } from "../estimate/estimate";
import { inputsOf } from "../node/file-input";
import { estimateToJson, estimateToMarkdown, estimateToText } from "../report/estimate/outputs";
import { registerIn, talliesIn } from "./reading";
import { OK, type Surroundings, type Values } from "./usage";
import { findElection, requested } from "./election";

/**
 * `tallyproof estimate`: a command of its own, since verify says what follows from the tallies, and this what
 * may be. Its exit status decides on no claim.
 */
export async function estimateCommand(
  files: readonly string[],
  values: Values,
  surroundings: Surroundings,
): Promise<number> {
  const { out, color } = surroundings;
  const { named, language } = requested(files, values);
  const election = await findElection(named);
  const register = await registerIn(values.register, election);
  const readIn = async (paths: readonly string[], known: typeof register) =>
    talliesIn(inputsOf(paths), election, known, surroundings, language);
  const tallies = await readIn(files, register);
  const earlier =
    values.earlier === undefined ? undefined : await readIn([values.earlier], undefined);
  const options: EstimateOptions = {
    coverage: values.sample ? "sample" : "convenience",
    claims: election.claims,
    ...(values.strata === undefined ? {} : { strata: values.strata }),
    ...(values.clusters === undefined ? {} : { clusters: values.clusters }),
    ...(earlier === undefined ? {} : { earlier }),
  };
  const made = estimate(tallies, election.universe, options);
  const report = { language, election };
  if (values.html !== undefined || values.charts !== undefined)
    await (await import("./estimate-files")).writeEstimateFiles(made, values, report, surroundings);
  if (values.json) out(estimateToJson(made));
  else if (values.markdown) out(estimateToMarkdown(made, report));
  else out(`${estimateToText(made, { ...report, color })}\n`);
  return OK;
}
