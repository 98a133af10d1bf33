import { existsSync } from "node:fs";
import { join } from "node:path";
import { commitAudit } from "../../audit/commit";
import { type AuditDraw, drawStations } from "../../audit/draw";
import { readEntries } from "../../audit/entries";
import { auditListToCsv, sha256Of } from "../../audit/list-csv";
import { type AuditPlan, planAudit } from "../../audit/plan";
import { type AuditRisk, auditRisk } from "../../audit/risk";
import { drawToCsv, entrySheet } from "../../audit/sheets-csv";
import { TallyError } from "../../model/error";
import { countOf, visible } from "../../model/format";
import { writeOutput } from "../../node/files";
import {
  type AuditReportOptions,
  auditToHtml,
  auditToMarkdown,
  auditToText,
} from "../../report/audit/index";
import { makeFolder } from "../outputs";
import { CONTRADICTED, languageIn, OK, type Surroundings, type Values, wrongUse } from "../usage";
import {
  COMMITMENT,
  committedIn,
  DRAW,
  drawnIn,
  entriesIn,
  entryName,
  folderOf,
  LIST,
} from "./files";
import { listFrom } from "./list";
import { assumedOf, now, riskLimitOf, ruleOf, sheetsOf } from "./options";

type Step = (
  files: readonly string[],
  values: Values,
  surroundings: Surroundings,
) => Promise<number> | number;

/** `tallyproof audit`: plan, commit, draw, risk. */
export async function auditCommand(
  [step, ...files]: readonly string[],
  values: Values,
  surroundings: Surroundings,
): Promise<number> {
  const run = step !== undefined && Object.hasOwn(STEPS, step) ? STEPS[step]! : undefined;
  if (!run) throw wrongUse("audit is followed by plan, commit, draw or risk.");
  return run(files, values, surroundings);
}

/** How many sheets it would take. */
const plan: Step = async (files, values, surroundings) => {
  const riskLimit = riskLimitOf(values);
  const errors = assumedOf(values);
  const made = planAudit(await listFrom(files, values, surroundings), {
    ...(riskLimit === undefined ? {} : { riskLimits: [riskLimit] }),
    ...(errors === undefined ? {} : { errors }),
  });
  report(made, values, surroundings);
  return OK;
};

/** The list and the rules, to be published before the seed is drawn. */
const commit: Step = async (files, values, surroundings) => {
  const folder = values.out;
  if (folder === undefined) throw wrongUse("Say with --out in which folder the audit is kept.");
  if (existsSync(join(folder, COMMITMENT)))
    throw wrongUse(
      `There is a commitment in ${visible(folder)} already. A promise is made once; take another folder for another audit.`,
    );
  const list = await listFrom(files, values, surroundings);
  const commitment = commitAudit(list, {
    date: values.date ?? now(),
    riskLimit: riskLimitOf(values) ?? 0.05,
    ...ruleOf(values),
  });
  const json = `${JSON.stringify(commitment, undefined, 2)}\n`;
  makeFolder(folder);
  writeOutput(join(folder, LIST), auditListToCsv(list));
  writeOutput(join(folder, COMMITMENT), json);
  surroundings.out(
    `Committed on ${commitment.date} to ${countOf(commitment.stations, "station")}.\n` +
      `  ${LIST}         sha256 ${commitment.listSha256}\n` +
      `  ${COMMITMENT}  sha256 ${sha256Of(json)}\n` +
      "Publish both files and both hashes now. Then draw the seed in public: at least 20 digits, by dice.\n",
  );
  return OK;
};

/** The sheets that the seed draws, and what their readers fill in. */
const draw: Step = (files, values, { out }) => {
  const folder = folderOf(files);
  const { commitment, list } = committedIn(folder);
  if (values.seed === undefined)
    throw wrongUse("Give the seed with --seed: at least 20 digits, drawn in public.");
  const sheets = sheetsOf(values);
  const seedDate = values["seed-date"] ?? now();
  const drawn = drawStations(list, commitment, { seed: values.seed, seedDate, sheets });
  writeOutput(join(folder, `${DRAW}.csv`), drawToCsv(drawn));
  writeOutput(join(folder, `${DRAW}.json`), `${JSON.stringify(drawn, undefined, 2)}\n`);
  const written = sheets.flatMap((_, at) =>
    [1, 2].flatMap((reader) => {
      const name = entryName(at + 1, reader);
      // What a reader has filled in is never written over.
      if (existsSync(join(folder, name))) return [];
      writeOutput(join(folder, name), entrySheet(roundOf(drawn, at + 1)));
      return [name];
    }),
  );
  out(
    `Drawn: ${countOf(drawn.sheets.length, "sheet")}, in ${DRAW}.csv and ${DRAW}.json.\n` +
      (written.length === 0 ? "" : `For the readers: ${written.join(", ")}.\n`),
  );
  return OK;
};

/** A draw with the sheets of one round only: those that no earlier round has drawn. */
const roundOf = (drawn: AuditDraw, round: number): AuditDraw => {
  const before = new Set(
    drawn.sheets.flatMap((sheet) => (sheet.round < round ? [sheet.station] : [])),
  );
  return {
    ...drawn,
    sheets: drawn.sheets.filter((sheet) => sheet.round === round && !before.has(sheet.station)),
  };
};

/** What the readings say. */
const risk: Step = (files, values, surroundings) => {
  const folder = folderOf(files);
  const { commitment, list } = committedIn(folder);
  const { seed, seedDate, rounds } = drawnIn(folder);
  // Drawn again from the seed: a draw that somebody has changed does not count.
  const drawn = drawStations(list, commitment, { seed, seedDate, sheets: rounds });
  const entered = entriesIn(folder);
  if (entered.length === 0)
    throw new TallyError("audit-reading", `There is no entry sheet in ${visible(folder)}.`);
  const entries = readEntries(drawn, entered);
  const result = auditRisk(list, drawn, entries.readings);
  report(result, values, surroundings, { entries });
  return result.outcome === "supported" || result.outcome === "confirmed" ? OK : CONTRADICTED;
};

const STEPS: Readonly<Record<string, Step>> = { plan, commit, draw, risk };

/** Prints a plan or a result as text, Markdown or JSON, and writes a page where one is asked for. */
function report(
  result: AuditPlan | AuditRisk,
  values: Values,
  { out, color }: Surroundings,
  more: AuditReportOptions = {},
): void {
  if (values.json && values.markdown)
    throw wrongUse("--json and --markdown both say what is printed. Choose one.");
  const options = { ...more, language: languageIn(values), color };
  if (values.html !== undefined) writeOutput(values.html, auditToHtml(result, options));
  if (values.json)
    out(
      `${JSON.stringify({ ...result, ...(more.entries ? { entries: more.entries } : {}) }, undefined, 2)}\n`,
    );
  else if (values.markdown) out(auditToMarkdown(result, options));
  else out(`${auditToText(result, options)}\n`);
}
