import type { Outcome } from "../judge/verdict";
import type { Language } from "../model/locale";

/** What each outcome is called; apart, so that whoever only judges need not carry all reports. */
export const OUTCOMES: Readonly<Record<Language, Readonly<Record<Outcome, string>>>> = {
  en: { contradicted: "contradicted", confirmed: "confirmed", undecided: "undecided" },
  es: { contradicted: "contradicha", confirmed: "confirmada", undecided: "no decidida" },
};
