import { TallyError } from "../../model/error";
import { type Language, LOCALES } from "../../model/locale";
import type { Majority } from "../../reconcile/majority";
import type { Reconciliation } from "../../reconcile/reconcile";
import type { RollUp } from "../../reconcile/roll-up";
import { type HtmlOptions, reportPage } from "../html";
import { plainJson } from "../json/plain-json";
import { reportMarkdown } from "../markdown";
import type { Report } from "../model";
import { csvOf } from "../tables-csv";
import { reportText, type TextOptions } from "../text";
import { majorityReport, rollUpReport } from "./others";
import { reconciliationReport } from "./report";

/** What `reconcile`, `reconcileAll` and `rollUp` return. */
export type Reconciled = Reconciliation | Majority | RollUp;

/** Language of a report on transcriptions; English unless given. */
export interface ReconcileOutputOptions {
  readonly language?: Language;
}

function reportIn(made: Reconciled, language: Language = "en"): Report {
  if (!Object.hasOwn(LOCALES, language))
    throw new TallyError(
      "usage-invalid",
      `There is no language "${language}". There is: ${Object.keys(LOCALES).join(", ")}.`,
    );
  return "views" in made
    ? reconciliationReport(made, language)
    : "disputes" in made
      ? majorityReport(made, language)
      : rollUpReport(made, language);
}

/**
 * Transcriptions beside each other as text for a terminal, at most 100 columns wide: how many stations
 * agree, what differs, and what it does. Also of `reconcileAll` and `rollUp`.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { readTallies, reconcile, reconciliationToText } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * reconciliationToText(reconcile(tallies, tallies)).split("\n")[2]; // => "1 station is in both, and all of them agree."
 * ```
 */
export function reconciliationToText(
  made: Reconciled,
  { language, color = false }: ReconcileOutputOptions & TextOptions = {},
): string {
  return reportText(reportIn(made, language), color);
}

/**
 * The same as Markdown.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { readTallies, reconcile, reconciliationToMarkdown } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const markdown = reconciliationToMarkdown(reconcile(tallies, tallies), { language: "es" });
 * markdown.split("\n")[0]; // => "# Dos transcripciones, una junto a otra"
 * ```
 */
export function reconciliationToMarkdown(
  made: Reconciled,
  { language }: ReconcileOutputOptions = {},
): string {
  return reportMarkdown(reportIn(made, language));
}

/**
 * The same as one HTML page; see `toHtml`.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { readTallies, reconcile, reconciliationToHtml } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * reconciliationToHtml(reconcile(tallies, tallies)).slice(0, 15); // => "<!doctype html>"
 * ```
 */
export function reconciliationToHtml(
  made: Reconciled,
  { language, ...options }: ReconcileOutputOptions & HtmlOptions = {},
): string {
  return reportPage(reportIn(made, language), { pictures: [], ...options });
}

/** Fields whose numbers need not be whole. */
export const RECONCILED_DECIMALS = ["bothMisread", "missed"] as const;

/**
 * The same as JSON for other programs: everything that was found, with `kind` (`reconciliation`, `majority`
 * or `roll-up`) and `schema`, the number of the form.
 *
 * @example
 * ```ts
 * import { readTallies, reconcile, reconciliationToJson } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const { kind, stations } = JSON.parse(reconciliationToJson(reconcile(tallies, tallies)));
 * kind; // => "reconciliation"
 * stations.equal; // => 1
 * ```
 */
export function reconciliationToJson(made: Reconciled): string {
  const kind = "views" in made ? "reconciliation" : "disputes" in made ? "majority" : "roll-up";
  return plainJson(made, kind, RECONCILED_DECIMALS);
}

/**
 * Every difference of two transcriptions as CSV: a row for each count, with both lines and sources.
 *
 * @example
 * ```ts
 * import { differencesToCsv, readTallies, reconcile } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * differencesToCsv(reconcile(tallies, tallies)); // => "station,count,a,b,sourceA,lineA,sourceB,lineB,kind,sheetKind\r\n"
 * ```
 */
export function differencesToCsv({ differences }: Reconciliation): string {
  return csvOf(
    ["station", "count", "a", "b", "sourceA", "lineA", "sourceB", "lineB", "kind", "sheetKind"],
    differences.flatMap(({ station, a, b, counts, kind }) =>
      counts.map((own) => [
        station,
        own.candidate ?? own.field,
        own.a,
        own.b,
        a.source,
        a.line,
        b.source,
        b.line,
        own.kind,
        kind,
      ]),
    ),
  );
}
