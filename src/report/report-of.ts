import { electionIn } from "../model/texts";
import { languageOf, type Verification } from "../verification";
import { reportIn } from "../words/report";
import type { Report } from "./model";
import { answerSection, leadOf } from "./sections/answers";
import { claimsSection, exclusionsSection } from "./sections/claims";
import { coverageSection, regionCoverageSection } from "./sections/coverage";
import { distancesSection } from "./sections/distances";
import { provenanceSection, rowsSection } from "./sections/rows";
import { regionsSection, totalsSection } from "./sections/totals";

/** A verification as a report, in the language that it was made in. */
export function reportOf(made: Verification): Report {
  const language = languageOf(made.options);
  const verification = { ...made, election: electionIn(made.election, language) };
  const words = reportIn(language);
  const sections = [
    answerSection,
    totalsSection,
    coverageSection,
    regionCoverageSection,
    regionsSection,
    claimsSection,
    exclusionsSection,
    distancesSection,
    rowsSection,
    provenanceSection,
  ];
  return {
    language,
    title: verification.election.name,
    lead: leadOf(verification, words),
    sections: sections
      .map((section) => section(verification, words))
      .filter(({ blocks }) => blocks.length > 0),
  };
}
