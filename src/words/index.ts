import { type Language, type Locale, LOCALES } from "../model/locale";
import type { JudgeWords } from "./judge-en";
import { JUDGE_WORDS } from "./languages";

/** The sentences of verdicts in a language, and how it writes numbers. */
export interface Say extends JudgeWords {
  readonly locale: Locale;
}

const SAY = Object.fromEntries(
  Object.entries(JUDGE_WORDS).map(([language, words]) => {
    const locale = LOCALES[language as Language];
    return [language, { ...words(locale), locale }];
  }),
) as Readonly<Record<Language, Say>>;

export const sayIn = (language: Language): Say => SAY[language];
