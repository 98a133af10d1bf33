// The entry point tallyproof/core/es.
import { LOCALES } from "../model/locale";
import { judgeEs } from "./judge-es";
import type { Say } from "./say";

/** The sentences of verdicts in Spanish, as `judge` of `tallyproof/core` takes them. */
export const sentences: Say = { ...judgeEs(LOCALES.es), locale: LOCALES.es };
