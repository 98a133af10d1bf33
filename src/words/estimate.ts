import { type Language, type Locale, LOCALES } from "../model/locale";
import { estimateEn, type EstimateWords } from "./estimate-en";
import { estimateEs } from "./estimate-es";

/** Everything that reports on estimates say in a language. */
export interface EstimateLanguage extends EstimateWords {
  readonly locale: Locale;
}

const WORDS: Readonly<Record<Language, EstimateLanguage>> = {
  en: { ...estimateEn(LOCALES.en), locale: LOCALES.en },
  es: { ...estimateEs(LOCALES.es), locale: LOCALES.es },
};

export const estimateIn = (language: Language): EstimateLanguage => WORDS[language];
