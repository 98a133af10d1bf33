import { type Language, type Locale, LOCALES } from "../model/locale";
import { auditEn, type AuditWords } from "./audit-en";
import { auditEs } from "./audit-es";

/** Everything that an audit's report says in a language, and how it writes numbers. */
export interface AuditLanguage extends AuditWords {
  readonly locale: Locale;
}

const AUDITS: Readonly<Record<Language, AuditLanguage>> = {
  en: { ...auditEn(LOCALES.en), locale: LOCALES.en },
  es: { ...auditEs(LOCALES.es), locale: LOCALES.es },
};

export const auditIn = (language: Language): AuditLanguage => AUDITS[language];
