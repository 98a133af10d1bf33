import type { Language } from "../../model/locale";
import type { Majority } from "../../reconcile/majority";
import type { RollUp } from "../../reconcile/roll-up";
import { reconcileIn } from "../../words/reconcile";
import { paragraph, type Report } from "../model";
import { nameOf } from "./report";
import { sourcesSection } from "../sections/sources";

const ROWS = 25;

/** Three or more transcriptions beside each other, as a report. */
export function majorityReport(made: Majority, language: Language): Report {
  const words = reconcileIn(language);
  const { count } = words.locale;
  const { transcriptions, candidates, disputes } = made;
  const nameAt = (reader: number) => transcriptions[reader]!.name;
  const votes = (own: readonly number[], other: readonly number[] | undefined) =>
    candidates
      .flatMap((code, at) =>
        other === undefined || own[at] !== other[at] ? [`${code} ${count(own[at]!)}`] : [],
      )
      .join(", ");
  return {
    language,
    title: words.majorityTitle(transcriptions.length),
    lead: [
      words.majorityLead(made.stations.inSeveral, made.unanimous, made.settled, made.unsettled),
    ],
    sections: [
      {
        id: "verdicts",
        heading: words.stations(),
        blocks: [
          {
            kind: "table" as const,
            caption: words.stations(),
            columns: [
              { heading: words.transcription(), align: "left" as const },
              { heading: words.number(), align: "right" as const },
              { heading: words.dissents(), align: "right" as const },
            ],
            rows: transcriptions.map(({ name, stations, dissents }) => [
              name,
              count(stations),
              count(dissents),
            ]),
          },
          paragraph(words.majorityCaution()),
        ],
      },
      {
        id: "differences",
        heading: words.disputes(),
        blocks:
          disputes.length === 0
            ? []
            : [
                {
                  kind: "table" as const,
                  caption: words.disputes(),
                  columns: [
                    { heading: words.station(), align: "left" as const },
                    { heading: words.majority(), align: "left" as const },
                    { heading: words.dissenter(), align: "left" as const },
                  ],
                  rows: disputes
                    .slice(0, ROWS)
                    .map(({ station, majority, dissenters }) => [
                      station,
                      majority === undefined
                        ? words.noMajority()
                        : votes(majority, dissenters[0]!.votes),
                      dissenters
                        .map(
                          ({ transcription, line, votes: own }) =>
                            `${nameAt(transcription)}: ${votes(own, majority)} (${words.line(line)})`,
                        )
                        .join("; "),
                    ]),
                },
                ...(disputes.length > ROWS
                  ? [paragraph(words.moreInJson(disputes.length - ROWS))]
                  : []),
              ],
      },
      {
        id: "proofreading",
        heading: words.proofread(),
        blocks: [
          ...made.proofreading.map(({ of, by: [one, other], first, second, both, missed }) =>
            paragraph(
              words.found(
                nameAt(of),
                nameAt(one),
                nameAt(other),
                first,
                second,
                both,
                missed?.toFixed(1),
              ),
            ),
          ),
          paragraph(words.foundCaution()),
        ],
      },
      sourcesSection(
        transcriptions.flatMap(({ sources }) => sources),
        made.version,
        words,
      ),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

/** Published totals beside the sums of their parts, as a report. */
export function rollUpReport(made: RollUp, language: Language): Report {
  const words = reconcileIn(language);
  const { count } = words.locale;
  const number = (outcome: string) =>
    made.regions.filter((region) => region.outcome === outcome).length;
  const signed = (value: number) => (value > 0 ? `+${count(value)}` : count(value));
  return {
    language,
    title: words.rollUpTitle(made.by),
    lead: [
      words.rollUpLead(made.regions.length, number("equal"), number("below"), number("above")),
    ],
    sections: [
      {
        id: "verdicts",
        heading: made.by,
        blocks: [
          {
            kind: "table" as const,
            caption: words.rollUpTitle(made.by),
            columns: [
              { heading: made.by, align: "left" as const },
              { heading: words.parts(), align: "right" as const },
              { heading: words.outcome(), align: "left" as const },
              { heading: words.publishedLess(), align: "left" as const },
            ],
            rows: made.regions.map(({ region, parts, allParts, outcome, differences }) => [
              region,
              allParts === undefined ? count(parts) : `${count(parts)} / ${count(allParts)}`,
              words.outcomes[outcome],
              differences
                .map((each) => `${nameOf(each, words)} ${signed(each.difference)}`)
                .join(", "),
            ]),
          },
          paragraph(words.rollUpCaution()),
          ...(made.withoutParts.length === 0
            ? []
            : [paragraph(words.withoutParts(made.withoutParts))]),
          ...(made.withoutTotal.length === 0
            ? []
            : [paragraph(words.withoutTotal(made.withoutTotal))]),
        ],
      },
      sourcesSection([...made.published.sources, ...made.parts.sources], made.version, words),
    ],
  };
}
