import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Tallies } from "../model/tallies";
import { TallyError } from "../model/error";
import { writeOutput } from "../node/files";
import type { Chart } from "../report/charts/index";
import type { Picture } from "../report/html";
import { jsonText } from "../report/json/json-text";
import { toText } from "../report/text";
import type { Verification } from "../verification";
import { type Surroundings, type Values, wrongUse } from "./usage";

// What is loaded here is loaded only when it is asked for: most runs print text.

/** The verification as the command prints it: text, Markdown or JSON. */
export async function printed(
  verification: Verification,
  values: Values,
  { color }: Surroundings,
): Promise<string> {
  if (values.json) return (await import("../report/json/to-json")).toJson(verification);
  if (values.markdown) return (await import("../report/markdown")).toMarkdown(verification);
  return `${toText(verification, { color })}\n`;
}

/** Writes the files that were asked for beside it. */
export async function writeFiles(
  verification: Verification,
  tallies: Tallies,
  values: Values,
  { err }: Surroundings,
): Promise<void> {
  if (values.issues !== undefined) await writeIssues(values.issues, verification);
  if (values.csv !== undefined) await writeTables(values.csv, verification);
  if (values.html === undefined && values.charts === undefined) return;
  const { charts } = await import("../report/charts/index");
  const { language = "en" } = verification.options;
  if (values.html !== undefined) {
    const { toHtml } = await import("../report/html");
    // Text in the page's colours; the page has the titles. A chart for a phone is another one.
    const style = { language, theme: "page", titled: false } as const;
    const narrow = await picturesOf(charts(verification, tallies, { ...style, width: 340 }));
    const wide = await picturesOf(charts(verification, tallies, { ...style, width: 760 }));
    const pictures = narrow?.map((picture, at) => ({ ...picture, wide: wide![at]!.svg }));
    writeOutput(values.html, toHtml(verification, pictures ? { pictures } : {}));
  }
  if (values.charts !== undefined) {
    const made = charts(verification, tallies, { language });
    writeCharts(values.charts, made, await picturesOf(made), err);
  }
}

/** All issues to a file, as JSON or, by its name, as CSV. */
async function writeIssues(path: string, { issues }: Verification): Promise<void> {
  if (!/\.(json|csv)$/i.test(path))
    throw wrongUse(`--issues writes .csv or .json; ${path} is neither.`);
  const text = /\.json$/i.test(path)
    ? jsonText(issues)
    : (await import("../report/issues")).issuesToCsv(issues);
  writeOutput(path, text);
}

/** Tables for spreadsheets, with the descriptor that says what their columns hold. */
async function writeTables(folder: string, verification: Verification): Promise<void> {
  const [{ candidatesToCsv, regionsToCsv }, { issuesToCsv }, { dataPackage }] = await Promise.all([
    import("../report/tables-csv"),
    import("../report/issues"),
    import("../report/data-package"),
  ]);
  const tables = {
    candidates: candidatesToCsv(verification),
    ...(verification.regions ? { regions: regionsToCsv(verification) } : {}),
    issues: issuesToCsv(verification.issues),
  };
  makeFolder(folder);
  for (const [name, csv] of Object.entries(tables)) writeOutput(join(folder, `${name}.csv`), csv);
  const packaged = Object.keys(tables).map((table) => ({
    table: table as keyof typeof tables,
    path: `${table}.csv`,
  }));
  const descriptor = dataPackage(verification, packaged);
  writeOutput(join(folder, "datapackage.json"), jsonText(descriptor));
}

/** Charts drawn where vega and vega-lite are installed; undefined where not. */
export async function picturesOf(charts: readonly Chart[]): Promise<Picture[] | undefined> {
  try {
    const { svgOf } = await import("../report/svg");
    const drawn = charts.map(async (chart) => ({
      title: chart.title,
      description: chart.description,
      svg: await svgOf(chart),
    }));
    return await Promise.all(drawn);
  } catch (error) {
    if (error instanceof TallyError && error.code === "peer-missing") return undefined;
    throw error;
  }
}

/** Every chart as `NAME.vl.json`, and drawn as `NAME.svg`. */
export function writeCharts(
  folder: string,
  charts: readonly Chart[],
  pictures: readonly Picture[] | undefined,
  err: (text: string) => void,
): void {
  makeFolder(folder);
  for (const [index, { name, spec }] of charts.entries()) {
    writeOutput(join(folder, `${name}.vl.json`), jsonText(spec));
    if (pictures) writeOutput(join(folder, `${name}.svg`), pictures[index]!.svg);
  }
  if (!pictures)
    err("tallyproof: no SVG: install vega and vega-lite beside tallyproof to draw the charts.\n");
}

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new TallyError(
      "file-unwritable",
      `${folder} cannot be made or is no folder. Name a folder that you may write to.`,
      { cause: error },
    );
  }
}
