import type { Language } from "../model/locale";
import type { Say } from "./say";
import { sentences as en } from "./sentences-en";
import { sentences as es } from "./sentences-es";

export type { Say } from "./say";

const SAY: Readonly<Record<Language, Say>> = { en, es };

export const sayIn = (language: Language): Say => SAY[language];
