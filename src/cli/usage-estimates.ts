import type { Election } from "../model/election";
import type { Language } from "../model/locale";
import type { StationRegister } from "../model/register";
import { readInput } from "../node/files";
import { registerOf } from "../read/register-of";
import { wrongUse } from "./usage";

export { OK, requireFiles, type Surroundings, type Values, wrongUse } from "./usage";

/** The language of a report, if it is one that there is. */
export function languageIn(lang: string | undefined): Language {
  if (lang === undefined || lang === "en" || lang === "es") return lang ?? "en";
  throw wrongUse(`--lang is en or es; there is no "${lang}".`);
}

export const registerIn = async (
  path: string | undefined,
  election: Election,
): Promise<StationRegister | undefined> =>
  path === undefined ? undefined : registerOf(await readInput(path), election);
