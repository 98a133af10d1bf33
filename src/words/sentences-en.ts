/**
 * The sentences of verdicts in English.
 *
 * @module tallyproof/core/en
 */

import { LOCALES } from "../model/locale";
import { judgeEn } from "./judge-en";
import type { Say } from "./say";
import { sentencesOf } from "./sentences";

/** The sentences of verdicts in English, as `judge` of `tallyproof/core` takes them. */
export const sentences: Say = sentencesOf(judgeEn(LOCALES.en), LOCALES.en);
