import type { Language } from "../../model/locale";
import { electionSchema } from "../../model/parse-election";
import type { VerifyOptions } from "../../verification";
import { SCHEMA_VERSION, type VerificationDocument } from "./document";
import {
  bounds,
  issue,
  lead,
  regionCount,
  register,
  remainder,
  rows,
  source,
  totals,
} from "./schema-counts";
import { about, list, literal, names, object, oneOf, optional, text } from "./schema-parts";
import { distance, exclusion, ownFigures, verdict } from "./schema-verdicts";

/** What `toJson` writes, field by field; strict, so that a field nobody described is no valid one. */
export const verificationSchema = object<VerificationDocument>(
  "Everything that tallyproof read, counted and judged.",
  {
    $schema: text("Where the JSON Schema of this document is."),
    schema: literal(SCHEMA_VERSION, "Version of the document's form."),
    version: text("Version of tallyproof that made it."),
    election: about(electionSchema, "The election, as it was described."),
    options: object<VerifyOptions>("What was asked for.", {
      by: optional(text("Region column to count by as well.")),
      language: optional(
        oneOf<Language>("Language of all sentences; English unless given.", {
          en: "English",
          es: "Spanish",
        }),
      ),
    }),
    sources: list(source, "The files of tallies, in the order that they were given in."),
    register: optional(about(register, "The register that supplied registered voters.")),
    rows: about(rows, "Where every row of the tallies went."),
    count: about(totals, "Totals over all stations with an accepted tally."),
    regions: optional(list(regionCount, "Totals by region, where asked for, sorted by name.")),
    remainder,
    bounds: list(bounds, "What each candidate's result can be, in the election's order."),
    certainWinner: optional(
      text("Code of the candidate who has the most votes whatever the missing stations hold."),
    ),
    possibleWinners: names("Codes of those who can have the most votes, alone or tied."),
    lead: optional(
      about(lead, "The lead of the candidate with the most votes in hand over the second."),
    ),
    verdicts: list(verdict, "One verdict per claim, in the election's order."),
    ownFigures: list(ownFigures, "What each claim's figures say of each other."),
    exclusions: list(exclusion, "Pairs of claims of which at most one is true."),
    distances: list(distance, "How far each claim is from the covered shares, nearest first."),
    issues: list(issue, "Broken rules of the input, and choices in reading."),
  },
);
