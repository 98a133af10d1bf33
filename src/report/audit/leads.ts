import type { AuditMargin } from "../../audit/margins";
import type { AuditedMargin } from "../../audit/risk";
import type { AuditLanguage } from "../../words/audit";
import type { TableBlock } from "../model";

/** The pairs with their leads, and what was found of them where sheets were read. */
export function leadsTable(
  margins: readonly (AuditMargin | AuditedMargin)[],
  words: AuditLanguage,
): TableBlock {
  const { count } = words.locale;
  const isAudited = margins.some((margin) => "overstated" in margin);
  const figures = [words.reportedLead(), words.leadToUndo()];
  if (isAudited) figures.push(words.overstated());
  return {
    kind: "table",
    caption: words.leads(),
    columns: [
      { heading: words.pair(), align: "left" },
      ...figures.map((heading) => ({ heading, align: "right" as const })),
    ],
    rows: margins.map((each) => [
      `${each.contest === undefined ? "" : `${each.contest}: `}${each.winner} – ${each.loser}`,
      count(each.reported),
      count(each.margin),
      ...("overstated" in each ? [count(each.overstated)] : []),
    ]),
  };
}
