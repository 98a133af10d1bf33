import { TallyError } from "../model/error";
import type { Language } from "../model/locale";

/** A wrong call of the command, in a sentence. */
export const wrongUse = (message: string) =>
  new TallyError("usage-invalid", `${message} See tallyproof --help.`);

/** Where the command writes, and what it knows of its surroundings. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard output shows colours. */
  readonly color: boolean;
  /** Whether somebody watches standard error. */
  readonly watched: boolean;
}

/** Options of all commands, as they were given. */
export interface Values {
  readonly election?: string | undefined;
  readonly register?: string | undefined;
  readonly by?: string | undefined;
  readonly "max-turnout"?: string | undefined;
  readonly issues?: string | undefined;
  readonly html?: string | undefined;
  readonly charts?: string | undefined;
  readonly csv?: string | undefined;
  readonly lang?: string | undefined;
  readonly markdown?: boolean | undefined;
  readonly draft?: string | undefined;
  readonly layout?: readonly string[] | undefined;
  readonly "roll-up"?: string | undefined;
  readonly strata?: string | undefined;
  readonly clusters?: string | undefined;
  readonly earlier?: string | undefined;
  readonly sample?: boolean | undefined;
  readonly plan?: string | undefined;
  readonly centre?: string | undefined;
  readonly seed?: string | undefined;
  readonly simulations?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly scope?: string | undefined;
  readonly claim?: string | undefined;
  readonly "ballots-at-most"?: string | undefined;
  readonly "risk-limit"?: string | undefined;
  readonly assume?: string | undefined;
  readonly out?: string | undefined;
  readonly date?: string | undefined;
  readonly evidence?: string | undefined;
  readonly drawing?: string | undefined;
  readonly method?: string | undefined;
  readonly "seed-date"?: string | undefined;
  readonly sheets?: string | undefined;
}

/** Exit statuses; those of failures stand beside what is thrown. */
export const OK = 0;
export const CONTRADICTED = 1;
export const EXIT_OF_KIND = { usage: 2, input: 3 } as const;
export const INTERNAL = 4;

/** The files of a command, of which standard input can be one. */
export function requireFiles(files: readonly string[]): void {
  if (files.length === 0) throw wrongUse("Name at least one CSV file, or - for standard input.");
  if (files.filter((file) => file === "-").length > 1)
    throw wrongUse("Standard input (-) can be read only once.");
}

/** The language of a report, if it is one that there is. */
export function languageIn({ lang }: Values): Language {
  if (lang === undefined || lang === "en" || lang === "es") return lang ?? "en";
  throw wrongUse(`--lang is en or es; there is no "${lang}".`);
}
