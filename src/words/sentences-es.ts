/**
 * The sentences of verdicts in Spanish.
 *
 * @module tallyproof/core/es
 */

import { LOCALES } from "../model/locale";
import { judgeEs } from "./judge-es";
import type { Say } from "./say";
import { sentencesOf } from "./sentences";

/** The sentences of verdicts in Spanish, as `judge` of `tallyproof/core` takes them. */
export const sentences: Say = sentencesOf(judgeEs(LOCALES.es), LOCALES.es);
