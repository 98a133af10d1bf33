import type { AuditPlan } from "../../audit/plan";
import { auditIn } from "../../words/audit";
import type { Language } from "../../model/locale";
import { paragraph, type Report } from "../model";
import { claimedOutcome, plainPercent } from "./figures";
import { leadsTable } from "./leads";

/** A plan as a report. */
export function planReport(plan: AuditPlan, language: Language): Report {
  const words = auditIn(language);
  const { locale } = words;
  const { errorBound, errors, sheets, uncovered } = plan;
  const columns = [
    words.riskLimit(),
    words.clean(),
    words.kaplanMarkovClean(),
    ...errors.map(({ share, taint }) =>
      words.assumed(plainPercent(share, locale), taint === 1 ? undefined : String(taint)),
    ),
  ];
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
      {
        id: "sheets",
        heading: words.planned(),
        blocks:
          errorBound === undefined
            ? [paragraph(words.noMargin())]
            : [
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
                paragraph(words.planNote(plan.runs, plan.seed)),
                paragraph(words.planMeaning()),
              ],
      },
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
