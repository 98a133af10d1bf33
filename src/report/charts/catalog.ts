import type { Language } from "../../model/locale";
import type { Words } from "./words";
import { WORDS_EN } from "./words-en";
import { WORDS_ES } from "./words-es";

export const WORDS: Readonly<Record<Language, Words>> = { en: WORDS_EN, es: WORDS_ES };
