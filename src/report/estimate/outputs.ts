import { TallyError } from "../../model/error";
import type { Election } from "../../model/election";
import { type Language, LOCALES } from "../../model/locale";
import type { Estimate } from "../../estimate/estimate";
import { type HtmlOptions, reportPage } from "../html";
import { plainJson } from "../json/plain-json";
import { reportMarkdown } from "../markdown";
import { reportText, type TextOptions } from "../text";
import { estimateReport } from "./report";

/** What a report on an estimate may be told. */
export interface EstimateOutputOptions {
  /** English unless given. */
  readonly language?: Language;
  /** For the title, and the titles of claims; else claims are named by their ids. */
  readonly election?: Election;
}

function reportIn(made: Estimate, { language = "en", election }: EstimateOutputOptions) {
  if (!Object.hasOwn(LOCALES, language))
    throw new TallyError(
      "usage-invalid",
      `There is no language "${language}". There is: ${Object.keys(LOCALES).join(", ")}.`,
    );
  return estimateReport(made, election, language);
}

/**
 * An estimate as text for a terminal, at most 100 columns wide: what kind of coverage it is, then the
 * envelope, each assumption, claims, tipping points and the sampling error.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { estimate, estimateToText, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,1,1,500,300,2,200,100,0,0,0,0,0,0,0,0\nE,M,P,1,2,500,100,0,70,30,0,0,0,0,0,0,0,0\n";
 * const made = estimate(readTallies(csv, venezuela2024).tallies, venezuela2024.universe);
 * estimateToText(made).split("\n")[0]; // => "Estimate over all stations"
 * ```
 */
export function estimateToText(
  made: Estimate,
  { color = false, ...options }: EstimateOutputOptions & TextOptions = {},
): string {
  return reportText(reportIn(made, options), color);
}

/**
 * The same as Markdown.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { estimate, estimateToMarkdown, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,1,1,500,300,2,200,100,0,0,0,0,0,0,0,0\nE,M,P,1,2,500,100,0,70,30,0,0,0,0,0,0,0,0\n";
 * const made = estimate(readTallies(csv, venezuela2024).tallies, venezuela2024.universe);
 * const markdown = estimateToMarkdown(made, { language: "es" });
 * markdown.split("\n")[0]; // => "# Estimación sobre todas las mesas"
 * ```
 */
export function estimateToMarkdown(made: Estimate, options: EstimateOutputOptions = {}): string {
  return reportMarkdown(reportIn(made, options));
}

/**
 * The same as one HTML page, see `toHtml`; `pictures` are charts such as those of `estimateCharts`.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { estimate, estimateToHtml, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,1,1,500,300,2,200,100,0,0,0,0,0,0,0,0\nE,M,P,1,2,500,100,0,70,30,0,0,0,0,0,0,0,0\n";
 * const made = estimate(readTallies(csv, venezuela2024).tallies, venezuela2024.universe);
 * estimateToHtml(made).slice(0, 15); // => "<!doctype html>"
 * ```
 */
export function estimateToHtml(
  made: Estimate,
  { pictures = [], ...options }: EstimateOutputOptions & HtmlOptions = {},
): string {
  return reportPage(reportIn(made, options), { pictures });
}

/** Fields whose numbers need not be whole. */
export const ESTIMATE_DECIMALS = [
  "low",
  "high",
  "lowWithError",
  "highWithError",
  "standardError",
  "designEffect",
  "outside",
  "share",
  "figures.covered",
  "needed",
  "rivalCovered",
  "rivalNeeded",
  "delta",
  "missingVotes",
  "missingVotes.votes",
  "all",
  "expected",
] as const;

/**
 * The same as JSON for other programs: everything that `estimate` returns, with `kind` and `schema`, the number of
 * the form. Counts are whole numbers; shares and errors are decimal text.
 *
 * @example
 * ```ts
 * import { estimate, estimateToJson, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,1,1,500,300,2,200,100,0,0,0,0,0,0,0,0\nE,M,P,1,2,500,100,0,70,30,0,0,0,0,0,0,0,0\n";
 * const made = estimate(readTallies(csv, venezuela2024).tallies, venezuela2024.universe);
 * const { kind, coverage } = JSON.parse(estimateToJson(made));
 * kind; // => "estimate"
 * coverage.kind; // => "convenience"
 * ```
 */
export function estimateToJson(made: Estimate): string {
  return plainJson(made, "estimate", ESTIMATE_DECIMALS);
}
