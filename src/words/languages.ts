import { judgeEn } from "./judge-en";
import { judgeEs } from "./judge-es";

/** The sentences of verdicts by language; `tallyproof/core` is built with those in English only. */
export const JUDGE_WORDS = { en: judgeEn, es: judgeEs };
