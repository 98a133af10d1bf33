import { judgeEn } from "./judge-en";

/** What stands for `languages.ts` in `tallyproof/core`: English, which sentences are in unless asked. */
export const JUDGE_WORDS = { en: judgeEn };
