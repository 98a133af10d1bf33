import type { Subject } from "../../forensics/family";
import type { Forensics, ForensicTest } from "../../forensics/forensics";
import type { Effect } from "../../forensics/run";
import { type Language, type Locale } from "../../model/locale";
import { type ForensicsLanguage, forensicsIn } from "../../words/forensics";
import { type Block, paragraph, type Report, type Section } from "../model";

/** At most so many flags of one test are printed. */
const SHOWN = 10;

/** Forensic findings as a report. */
export function forensicReport(found: Forensics, language: Language): Report {
  const words = forensicsIn(language);
  const { tests, settings, sources } = found;
  const number = (outcome: ForensicTest["outcome"]) =>
    tests.filter((test) => test.outcome === outcome).length;
  const notRun = number("not-run");
  return {
    language,
    title: words.title(sources.map(({ name }) => name)),
    lead: [
      words.lead(tests.length - notRun, number("flag"), number("refused"), notRun),
      words.caution(),
      settings.planSha256 === undefined ? words.unplanned() : words.planned(settings.planSha256),
    ],
    sections: [
      resultsSection(found, words),
      flagsSection(found, words),
      testsSection(found, words),
      describedSection(found, words),
      methodSection(found, words),
      provenanceSection(found, words),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

/** A p-value of two digits, never 0. */
export function pText(p: number, { decimal, scientific }: Locale): string {
  if (p < 1e-300) return `<${scientific("1e-300")}`;
  if (p >= 0.995) return decimal("1");
  return p >= 0.001 ? decimal(p.toFixed(p < 0.01 ? 4 : 3)) : scientific(p.toExponential(1));
}

export const subjectText = (subject: Subject, words: ForensicsLanguage): string =>
  "candidate" in subject ? subject.candidate : words.figures[subject.figure];

function effectText({ unit, amount, share }: Effect, words: ForensicsLanguage): string {
  const { count, percent } = words.locale;
  return unit === "votes"
    ? words.effectVotes(count(amount), percent(share, 2))
    : words.effectStations(count(amount), percent(share, 2));
}

function resultsSection(found: Forensics, words: ForensicsLanguage): Section {
  const { locale } = words;
  const made = found.tests.filter(({ outcome }) => outcome !== "not-run");
  const withPlan = found.settings.planSha256 !== undefined;
  const row = (test: ForensicTest) => [
    words.tests[test.kind].name,
    subjectText(test.subject, words),
    effectText(test.effect!, words),
    pText(test.p!, locale),
    test.outcome === "refused" ? "–" : pText(test.holm!, locale),
    `${locale.percent(test.falseAlarms!.rate)} ± ${locale.points(test.falseAlarms!.error, 1)}`,
    withPlan && !test.planned
      ? `${words.outcomes[test.outcome]}, ${words.exploratory}`
      : words.outcomes[test.outcome],
  ];
  const column = (heading: string, align: "left" | "right") => ({ heading, align });
  const { planned, exploratory } = found.familyFalseAlarms;
  const alarms = (
    [
      [planned, true],
      [exploratory, withPlan ? false : undefined],
    ] as const
  ).flatMap(([rate, isPlanned]) =>
    rate === undefined
      ? []
      : [words.familyAlarms(locale.percent(rate.rate), locale.points(rate.error, 1), isPlanned)],
  );
  const lacking = found.tests.filter(({ lack }) => lack !== undefined);
  return {
    id: "forensic-tests",
    heading: words.resultsHeading(),
    blocks: [
      ...(made.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              caption: words.resultsHeading(),
              columns: [
                column(words.test(), "left"),
                column(words.subject(), "left"),
                column(words.effect(), "right"),
                column(words.p(), "right"),
                column(words.holm(), "right"),
                column(words.falseAlarms(), "right"),
                column(words.outcome(), "left"),
              ],
              rows: made.map(row),
            },
            paragraph(words.effectKey()),
            ...alarms.map(paragraph),
          ]),
      ...lacking.map(({ kind, subject, lack }) =>
        paragraph(
          words.notRun(words.tests[kind].name, subjectText(subject, words), words.lacks[lack!]),
        ),
      ),
    ],
  };
}

function testsSection({ tests }: Forensics, words: ForensicsLanguage): Section {
  const kinds = [...new Set(tests.map(({ kind }) => kind))];
  return {
    id: "forensic-questions",
    heading: words.testsHeading(),
    blocks: kinds.map((kind) => {
      const { name, asks, usual, harmless } = words.tests[kind];
      return { kind: "pair", title: `${name}: ${asks}`, text: words.usual(usual, harmless) };
    }),
  };
}

function flagsSection({ tests, flags }: Forensics, words: ForensicsLanguage): Section {
  const { locale } = words;
  const blocks = tests.flatMap((test): Block[] => {
    const { kind, subject, flagged, n, outcome } = test;
    if (flagged === undefined || outcome === "refused") return [];
    const own = flags.filter(
      (flag) => flag.kind === kind && JSON.stringify(flag.subject) === JSON.stringify(subject),
    );
    const chance = locale.decimal(flagged.byChance.toFixed(2));
    return [
      paragraph(
        words.flagged(
          words.tests[kind].name,
          subjectText(subject, words),
          n!,
          flagged.here,
          chance,
          flagged.mostByChance,
        ),
      ),
      ...own.slice(0, SHOWN).map(({ centre, station, votesOff, p, stations }) => ({
        kind: "pair" as const,
        title: words.flag(centre, station, locale.count(votesOff), pText(p, locale)),
        text: stations
          .map((sheet) =>
            words.sheet(
              sheet.station,
              sheet.line,
              sheet.votes,
              sheet.outOf,
              locale.share({ votes: sheet.votes, outOf: sheet.outOf }, 1),
            ),
          )
          .join("; "),
      })),
      ...(own.length > SHOWN ? [paragraph(words.more(own.length - SHOWN))] : []),
    ];
  });
  const isCalm = blocks.length > 0 && flags.length === 0;
  return {
    id: "forensic-flags",
    heading: words.flagsHeading(),
    blocks: isCalm ? [...blocks, paragraph(words.noFlags())] : blocks,
  };
}

function describedSection({ described }: Forensics, words: ForensicsLanguage): Section {
  const { locale } = words;
  const value = (number: number) =>
    locale.decimal(number.toFixed(Math.abs(number) >= 1000 ? 0 : 2));
  return {
    id: "forensic-described",
    heading: words.describedHeading(),
    blocks:
      described.length === 0
        ? []
        : [
            paragraph(words.describedWhy()),
            {
              kind: "table",
              caption: words.describedHeading(),
              columns: [
                { heading: words.statistic(), align: "left" },
                { heading: words.subject(), align: "left" },
                { heading: words.here(), align: "right" },
                { heading: words.law(), align: "right" },
                { heading: words.clean(), align: "right" },
              ],
              rows: described.map((one) => [
                words.described[one.kind],
                one.candidate,
                value(one.value),
                one.usual === undefined ? "–" : value(one.usual),
                one.falseAlarms
                  ? words.called(locale.percent(one.falseAlarms.rate))
                  : one.inCleanElections === undefined
                    ? "–"
                    : words.average(value(one.inCleanElections)),
              ]),
            },
          ],
  };
}

function methodSection(
  { settings, geometry, stations, accepted }: Forensics,
  words: ForensicsLanguage,
) {
  const { centres, sharedCentres, overdispersion, turnoutOverdispersion } = geometry;
  const lines = [
    words.method(settings.simulations, settings.seed),
    words.geometry(
      stations,
      accepted,
      centres,
      sharedCentres,
      overdispersion.toFixed(2),
      turnoutOverdispersion.toFixed(2),
    ),
  ];
  return { id: "forensic-method", heading: words.methodHeading(), blocks: lines.map(paragraph) };
}

function provenanceSection({ sources, version }: Forensics, words: ForensicsLanguage): Section {
  const lines = [
    ...sources.map(({ name, sha256 }) => words.source(name, sha256)),
    words.version(version),
  ];
  return { id: "provenance", heading: words.provenanceHeading(), blocks: lines.map(paragraph) };
}
