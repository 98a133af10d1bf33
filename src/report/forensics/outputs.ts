import type { Forensics } from "../../forensics/forensics";
import { TallyError } from "../../model/error";
import { type Language, LOCALES } from "../../model/locale";
import { type HtmlOptions, reportPage } from "../html";
import { reportMarkdown } from "../markdown";
import { reportText, type TextOptions } from "../text";
import { forensicReport } from "./report";

/** Language of a forensic report; English unless given. */
export interface ForensicOutputOptions {
  readonly language?: Language;
}

function reportIn(found: Forensics, language: Language = "en") {
  if (!Object.hasOwn(LOCALES, language))
    throw new TallyError(
      "usage-invalid",
      `There is no language "${language}". There is: ${Object.keys(LOCALES).join(", ")}.`,
    );
  return forensicReport(found, language);
}

/**
 * Forensic findings as text for a terminal, at most 100 columns wide.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { forensics, forensicsToText, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const found = forensics(readTallies(csv, venezuela2024).tallies, { simulations: 20 });
 * forensicsToText(found).split("\n")[0]; // => "Forensic tests of input"
 * ```
 */
export function forensicsToText(
  found: Forensics,
  { language, color = false }: ForensicOutputOptions & TextOptions = {},
): string {
  return reportText(reportIn(found, language), color);
}

/**
 * Forensic findings as Markdown, with the figures of `forensicsToText`.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { forensics, forensicsToMarkdown, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const found = forensics(readTallies(csv, venezuela2024).tallies, { simulations: 20 });
 * const markdown = forensicsToMarkdown(found, { language: "es" });
 * markdown.split("\n")[0]; // => "# Pruebas forenses de input"
 * ```
 */
export function forensicsToMarkdown(
  found: Forensics,
  { language }: ForensicOutputOptions = {},
): string {
  return reportMarkdown(reportIn(found, language));
}

/**
 * Forensic findings as one HTML page, with the figures of `forensicsToText`; see `toHtml`.
 *
 * @throws TallyError `usage-invalid` for a language that there is not
 * @example
 * ```ts
 * import { forensics, forensicsToHtml, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const found = forensics(readTallies(csv, venezuela2024).tallies, { simulations: 20 });
 * forensicsToHtml(found).slice(0, 15); // => "<!doctype html>"
 * ```
 */
export function forensicsToHtml(
  found: Forensics,
  { language, ...options }: ForensicOutputOptions & HtmlOptions = {},
): string {
  return reportPage(reportIn(found, language), options);
}

/** Fields whose numbers need not be whole: decimal text, as everywhere in this project's JSON. */
export const FORENSIC_DECIMALS = [
  "p",
  "holm",
  "statistic",
  "share",
  "amount",
  "rate",
  "error",
  "byChance",
  "phi",
  "value",
  "usual",
  "inCleanElections",
  "alpha",
  "mostFalseAlarms",
  "votesOff",
  "overdispersion",
  "turnoutOverdispersion",
] as const;

const DECIMALS = new Set<string>(FORENSIC_DECIMALS);

/**
 * Forensic findings as JSON for other programs: everything that `forensics` returns, fields in
 * alphabetical order, the same bytes each time. Whole numbers are numbers; ratios and p-values are
 * decimal text of at most twelve digits, and no p-value is less than 1e-300.
 *
 * @example
 * ```ts
 * import { forensics, forensicsToJson, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const found = forensics(readTallies(csv, venezuela2024).tallies, { simulations: 20 });
 * JSON.parse(forensicsToJson(found)).settings.alpha; // => "0.05"
 * ```
 */
export function forensicsToJson(found: Forensics): string {
  const write = (key: string, value: unknown): unknown => {
    if (typeof value === "number") {
      const isText = DECIMALS.has(key) || !Number.isSafeInteger(value);
      return isText
        ? decimalText(key === "p" || key === "holm" ? Math.max(value, 1e-300) : value)
        : value;
    }
    if (Array.isArray(value)) return value.map((one) => write("", one));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      entries
        .filter(([, inner]) => inner !== undefined)
        .map(([own, inner]) => [own, write(own, inner)]),
    );
  };
  return `${JSON.stringify(write("", found), undefined, 2)}\n`;
}

/** Twelve digits: more than any figure here is known to, and the same on every machine. */
const decimalText = (value: number) => `${Number(value.toPrecision(12))}`;
