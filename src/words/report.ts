import { type Language, type Locale, LOCALES } from "../model/locale";
import type { IssueCode, IssueSeverity } from "../model/issue";
import { ISSUE_CODES } from "./issues-en";
import { ISSUES_ES, SEVERITIES_ES } from "./issues-es";
import { reportEn, type ReportWords } from "./report-en";
import { reportEs } from "./report-es";

/** Everything that a report says in a language. */
export interface ReportLanguage extends ReportWords {
  readonly locale: Locale;
  readonly issues: Readonly<
    Record<IssueCode, { readonly meaning: string; readonly action: string }>
  >;
  readonly severities: Readonly<Record<IssueSeverity, string>>;
}

const SEVERITIES = { error: "error", warning: "warning", notice: "notice" } as const;

const REPORTS: Readonly<Record<Language, ReportLanguage>> = {
  en: { ...reportEn(LOCALES.en), locale: LOCALES.en, issues: ISSUE_CODES, severities: SEVERITIES },
  es: { ...reportEs(LOCALES.es), locale: LOCALES.es, issues: ISSUES_ES, severities: SEVERITIES_ES },
};

export const reportIn = (language: Language): ReportLanguage => REPORTS[language];
