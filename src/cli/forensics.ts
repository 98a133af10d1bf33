import { createHash } from "node:crypto";
import { forensicStudy } from "../forensics/forensics";
import { parseForensicPlan } from "../forensics/plan";
import type { ForensicsOptions } from "../forensics/settings";
import { TallyError } from "../model/error";
import { inputsOf } from "../node/file-input";
import { readInput } from "../node/files";
import { allReplicates } from "../node/replicates";
import { forensicsToJson, forensicsToMarkdown, forensicsToText } from "../report/forensics/outputs";
import { forensicsIn } from "../words/forensics";
import { ProgressLine } from "./progress";
import { registerIn, talliesIn } from "./reading";
import { OK, type Surroundings, type Values, wrongUse } from "./usage";
import { findElection, requested } from "./election";

/** `tallyproof forensics`: tests with a measured false-alarm rate. Its exit status accuses nobody. */
export async function forensicsCommand(
  files: readonly string[],
  values: Values,
  surroundings: Surroundings,
): Promise<number> {
  const { out, err, watched, color } = surroundings;
  const { named, language } = requested(files, values);
  // Before the data: what is read after them cannot have been fixed before.
  const options = await optionsOf(values);
  const election = await findElection(named);
  const register = await registerIn(values.register, election);
  const tallies = await talliesIn(inputsOf(files), election, register, surroundings, language);
  const study = forensicStudy(tallies, options);
  const { progress: say } = forensicsIn(language);
  const { simulations } = study.settings;
  const progress = watched ? new ProgressLine(err, () => performance.now(), language) : undefined;
  const found = study.finish(
    await allReplicates(study, (done) =>
      progress?.share(done / simulations, (left) => say(done, simulations, left)),
    ),
  );
  progress?.clear();
  if (values.html !== undefined || values.charts !== undefined)
    await (await import("./forensic-files")).writeForensicFiles(found, values, language, err);
  if (values.json) out(forensicsToJson(found));
  else if (values.markdown) out(forensicsToMarkdown(found, { language }));
  else out(`${forensicsToText(found, { language, color })}\n`);
  return OK;
}

async function optionsOf({ plan, centre, seed, simulations }: Values): Promise<ForensicsOptions> {
  const given = { centre, seed, simulations };
  if (plan !== undefined) {
    const beside = Object.entries(given).find(([, value]) => value !== undefined);
    if (beside)
      throw wrongUse(
        `--plan fixes what is tested, and --${beside[0]} changes it. Write it in the plan.`,
      );
    return planFrom(plan);
  }
  if (simulations !== undefined && !/^\d{1,6}$/.test(simulations))
    throw wrongUse(`--simulations is a number such as 1000; ${simulations} is none.`);
  return {
    ...(centre === undefined ? {} : { centre }),
    ...(seed === undefined ? {} : { seed }),
    ...(simulations === undefined ? {} : { simulations: Number(simulations) }),
  };
}

async function planFrom(path: string): Promise<ForensicsOptions> {
  const { data, name } = await readInput(path);
  const bytes = data as Uint8Array;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new TallyError(
      "plan-invalid",
      `${name} is not JSON (${error instanceof Error ? error.message : String(error)}).`,
      { cause: error },
    );
  }
  return {
    ...parseForensicPlan(value),
    planSha256: createHash("sha256").update(bytes).digest("hex"),
  };
}
