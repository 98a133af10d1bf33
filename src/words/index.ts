import { type Language, type Locale, LOCALES } from "../model/locale";
import { judgeEn, type JudgeWords } from "./judge-en";
import { judgeEs } from "./judge-es";

/** The sentences of verdicts in a language, and how it writes numbers. */
export interface Say extends JudgeWords {
  readonly locale: Locale;
}

const SAY: Readonly<Record<Language, Say>> = {
  en: { ...judgeEn(LOCALES.en), locale: LOCALES.en },
  es: { ...judgeEs(LOCALES.es), locale: LOCALES.es },
};

export const sayIn = (language: Language): Say => SAY[language];
