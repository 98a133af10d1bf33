import { type Language, type Locale, LOCALES } from "../model/locale";
import { reconcileEn, type ReconcileWords } from "./reconcile-en";
import { reconcileEs } from "./reconcile-es";

/** Everything that reports on transcriptions say in a language. */
export interface ReconcileLanguage extends ReconcileWords {
  readonly locale: Locale;
}

const WORDS: Readonly<Record<Language, ReconcileLanguage>> = {
  en: { ...reconcileEn(LOCALES.en), locale: LOCALES.en },
  es: { ...reconcileEs(LOCALES.es), locale: LOCALES.es },
};

export const reconcileIn = (language: Language): ReconcileLanguage => WORDS[language];
