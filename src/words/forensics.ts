import { type Language, type Locale, LOCALES } from "../model/locale";
import { forensicsEn, type ForensicsWords } from "./forensics-en";
import { forensicsEs } from "./forensics-es";

/** Everything that forensic reports say in a language. */
export interface ForensicsLanguage extends ForensicsWords {
  readonly locale: Locale;
}

const WORDS: Readonly<Record<Language, ForensicsLanguage>> = {
  en: { ...forensicsEn(LOCALES.en), locale: LOCALES.en },
  es: { ...forensicsEs(LOCALES.es), locale: LOCALES.es },
};

export const forensicsIn = (language: Language): ForensicsLanguage => WORDS[language];
