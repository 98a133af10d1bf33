import type { AuditPlan } from "../../audit/plan";
import { type AuditLanguage, auditIn } from "../../words/audit";
import type { Language } from "../../model/locale";
import { paragraph, type Report, type Section } from "../model";
import { claimedOutcome, plainPercent } from "./figures";
import { leadsTable } from "./leads";

/** A plan as a report. */
export function planReport(plan: AuditPlan, language: Language): Report {
  const words = auditIn(language);
  const { errorBound, uncovered } = plan;
  return {
    language,
    title: words.planTitle(plan.name),
    lead: [
      claimedOutcome(plan.margins, words),
      errorBound === undefined
        ? words.noMargin()
        : words.planLead(plan.stations, errorBound.toFixed(3)),
    ],
    sections: [
      ...(errorBound === undefined ? [] : [sheetsSection(plan, words)]),
      {
        id: "tested",
        heading: words.tested(),
        blocks: [
          paragraph(
            uncovered.ballots === 0
              ? words.coveredOnly()
              : words.uncovered(uncovered.stations, uncovered.ballots),
          ),
          leadsTable(plan.margins, words),
          ...words.limitLines().map(paragraph),
        ],
      },
      { id: "provenance", heading: words.madeBy(plan.version), blocks: [] },
    ],
  };
}

/** A row for each risk limit. */
function sheetsSection({ errors, sheets, runs, seed }: AuditPlan, words: AuditLanguage): Section {
  const { locale } = words;
  const columns = [
    words.riskLimit(),
    words.clean(),
    words.kaplanMarkovClean(),
    ...errors.map(({ share, taint }) =>
      words.assumed(plainPercent(share, locale), taint === 1 ? undefined : String(taint)),
    ),
  ];
  return {
    id: "sheets",
    heading: words.planned(),
    blocks: [
      {
        kind: "table",
        caption: words.planned(),
        columns: columns.map((heading) => ({ heading, align: "right" })),
        rows: sheets.map(({ riskLimit, betting, kaplanMarkov, simulated }) => [
          plainPercent(riskLimit, locale),
          locale.count(betting),
          locale.count(kaplanMarkov),
          ...simulated.map((needed) =>
            needed ? words.range(needed.median, needed.ninetieth) : words.notReached(),
          ),
        ]),
      },
      paragraph(words.planNote(runs, seed)),
      paragraph(words.planMeaning()),
    ],
  };
}
