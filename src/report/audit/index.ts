import type { Entries } from "../../audit/entries";
import type { AuditPlan } from "../../audit/plan";
import type { AuditRisk } from "../../audit/risk";
import type { Language } from "../../model/locale";
import { reportPage } from "../html";
import { reportMarkdown } from "../markdown";
import type { Report } from "../model";
import { reportText } from "../text";
import { planReport } from "./plan";
import { riskReport } from "./risk";

/** How an audit's plan or result is shown. */
export interface AuditReportOptions {
  /** English unless given. */
  readonly language?: Language;
  /** What the readers disagree on, to be said in the report of a risk. */
  readonly entries?: Entries;
  /** Whether text is marked with ANSI colours; off unless given. */
  readonly color?: boolean;
}

function reportOf(
  result: AuditPlan | AuditRisk,
  { language = "en", entries }: AuditReportOptions,
): Report {
  return result.kind === "plan"
    ? planReport(result, language)
    : riskReport(result, language, entries);
}

/**
 * A plan, or the result of an audit, as text for a terminal: the answer first, then what was tested, every
 * sheet, what it does not say, and how to repeat it.
 *
 * @example
 * ```ts
 * import { auditToText, makeAuditList, planAudit } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * const text = auditToText(planAudit(list));
 * text.split("\n")[0]; // => "Plan of an audit: Mayor"
 * ```
 */
export function auditToText(
  result: AuditPlan | AuditRisk,
  options: AuditReportOptions = {},
): string {
  return reportText(reportOf(result, options), options.color ?? false);
}

/**
 * The same as Markdown.
 *
 * @example
 * ```ts
 * import { auditToMarkdown, makeAuditList, planAudit } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * const text = auditToMarkdown(planAudit(list), { language: "es" });
 * text.split("\n")[0]; // => "# Plan de una auditoría: Mayor"
 * ```
 */
export function auditToMarkdown(
  result: AuditPlan | AuditRisk,
  options: AuditReportOptions = {},
): string {
  return reportMarkdown(reportOf(result, options));
}

/**
 * The same as one HTML page without scripts, with nothing from elsewhere.
 *
 * @example
 * ```ts
 * import { auditToHtml, makeAuditList, planAudit } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * auditToHtml(planAudit(list)).includes("<h1>Plan of an audit: Mayor</h1>"); // => true
 * ```
 */
export function auditToHtml(
  result: AuditPlan | AuditRisk,
  options: AuditReportOptions = {},
): string {
  return reportPage(reportOf(result, options), { pictures: [] });
}
