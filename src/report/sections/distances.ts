import type { Verification } from "../../verification";
import type { ReportLanguage } from "../../words/report";
import type { Section } from "../model";
import { claimLine } from "./claims";
import { largest } from "./totals";

/** How far each claim's shares are from the covered ones, nearest first. */
export function distancesSection(verification: Verification, words: ReportLanguage): Section {
  const { distances, count, election } = verification;
  const heading = words.distances();
  if (distances.length === 0) return { id: "distances", heading, blocks: [] };
  const shown = largest(verification).map((index) => count.candidates[index]!.code);
  const { points } = words.locale;
  const signed = (share: number) => (share > 0 ? `+${points(share)}` : points(share));
  return {
    id: "distances",
    heading,
    blocks: [
      {
        kind: "table",
        caption: heading,
        columns: [
          { heading: words.claim(), align: "left" },
          ...shown.map((code) => ({ heading: code, align: "right" as const })),
          { heading: words.largest(), align: "right" },
          { heading: words.mean(), align: "right" },
          { heading: words.ofShares(), align: "right" },
        ],
        rows: distances.map(({ claim, candidates, meanAbsolute, largest: most }) => [
          claimLine(election.claims.find(({ id }) => id === claim)!),
          ...shown.map((code) => {
            const own = candidates.find((candidate) => candidate.code === code);
            return own ? signed(own.difference) : "–";
          }),
          points(most),
          points(meanAbsolute),
          `${candidates.length}`,
        ]),
      },
    ],
  };
}
