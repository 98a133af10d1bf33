import type { Locale } from "../model/locale";
import type { JudgeWords } from "./judge-en";

/** The sentences of verdicts in a language, and how it writes numbers. */
export interface Say extends JudgeWords {
  readonly locale: Locale;
}
