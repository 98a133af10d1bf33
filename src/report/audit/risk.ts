import type { Entries } from "../../audit/entries";
import type { AuditRisk, AuditStep } from "../../audit/risk";
import type { Language } from "../../model/locale";
import { type AuditLanguage, auditIn } from "../../words/audit";
import { type Block, paragraph, type Report, type Section } from "../model";
import { claimedOutcome, plainPercent, riskText } from "./figures";
import { leadsTable } from "./leads";

/** The outcome of an audit in the colours of verdicts. */
const AS_VERDICT = {
  supported: "confirmed",
  confirmed: "confirmed",
  open: "undecided",
  overturned: "contradicted",
} as const;

/** Sheets beyond which only those with something to say are listed. */
const LISTED = 200;

/** What an audit found, as a report. */
export function riskReport(result: AuditRisk, language: Language, entries?: Entries): Report {
  const words = auditIn(language);
  return {
    language,
    title: words.title(result.draw.commitment.name),
    lead: [claimedOutcome(result.margins, words)],
    sections: [
      answer(result, words),
      tested(result, words),
      sheets(result, words, entries),
      {
        id: "limits",
        heading: words.limits(),
        blocks: words.limitLines().map(paragraph),
      },
      repeat(result, words),
    ],
  };
}

function answer(
  { outcome, risk, reachedAt, draw, steps, margins }: AuditRisk,
  words: AuditLanguage,
): Section {
  const limit = plainPercent(draw.commitment.riskLimit, words.locale);
  const measured = riskText(risk, words.locale);
  const said = {
    supported: () => words.supported(measured, limit, reachedAt ?? steps.length),
    open: () => words.open(measured, limit, steps.length),
    confirmed: () => words.confirmed(),
    overturned: () => words.overturned(),
  };
  const blocks: Block[] = [
    {
      kind: "verdict",
      outcome: AS_VERDICT[outcome],
      label: words.outcomes[outcome],
      claim: claimedOutcome(margins, words),
      text: said[outcome](),
    },
  ];
  if (outcome === "open" && margins.some(({ margin }) => margin <= 0))
    blocks.push(paragraph(words.noMargin()));
  return { id: "verdicts", heading: words.answer(), blocks };
}

function tested({ draw, margins }: AuditRisk, words: AuditLanguage): Section {
  const { uncovered, errorBound } = draw.commitment;
  const lines = [
    words.hypothesis(margins.length),
    words.riskMeaning(),
    words.compared(),
    ...(errorBound === undefined ? [] : [words.bounds(errorBound.toFixed(3))]),
    uncovered.ballots === 0
      ? words.coveredOnly()
      : words.uncovered(uncovered.stations, uncovered.ballots),
  ];
  return {
    id: "tested",
    heading: words.tested(),
    blocks: [...lines.map(paragraph), leadsTable(margins, words)],
  };
}

function sheets(
  { steps, waiting, early }: AuditRisk,
  words: AuditLanguage,
  entries: Entries | undefined,
): Section {
  const states = (which: AuditStep["state"]) => steps.filter(({ state }) => state === which).length;
  const [read, missing, unreadable] = [states("read"), states("missing"), states("unreadable")];
  const lines = [
    words.sheetCounts(steps.length + waiting, read, missing, unreadable, waiting),
    ...(missing + unreadable > 0 ? [words.lostCounts()] : []),
    ...(early > 0 ? [words.early(early)] : []),
    ...(entries && entries.disputes.length > 0
      ? [words.disputes(entries.disputes.map(({ station }) => station))]
      : []),
    ...(entries && entries.readOnce.length > 0 ? [words.readOnce(entries.readOnce)] : []),
    ...(read > 0 && steps.every(({ differences }) => differences.length === 0)
      ? [words.noDifference()]
      : []),
  ];
  return {
    id: "sheets",
    heading: words.sheets(),
    blocks: [
      ...lines.map(paragraph),
      ...differencesTable(steps, words),
      ...stepsTable(steps, words),
    ],
  };
}

function differencesTable(steps: readonly AuditStep[], words: AuditLanguage): Block[] {
  const { count } = words.locale;
  const seen = new Set<string>();
  const rows = steps.flatMap(({ station, differences }) => {
    if (seen.has(station)) return [];
    seen.add(station);
    return differences.map(({ candidate, reported, read }) => [
      station,
      candidate,
      count(reported),
      count(read),
    ]);
  });
  if (rows.length === 0) return [];
  return [
    paragraph(`${words.differences()}:`),
    {
      kind: "table",
      caption: words.differences(),
      columns: [
        { heading: words.station(), align: "left" },
        { heading: words.candidate(), align: "left" },
        { heading: words.reported(), align: "right" },
        { heading: words.found(), align: "right" },
      ],
      rows,
    },
  ];
}

function stepsTable(steps: readonly AuditStep[], words: AuditLanguage): Block[] {
  const shown =
    steps.length <= LISTED
      ? steps
      : steps.filter(({ taint }, at) => taint !== 0 || at === steps.length - 1);
  if (shown.length === 0) return [];
  const hidden = steps.length - shown.length;
  return [
    paragraph(`${words.steps()}:`),
    {
      kind: "table",
      caption: words.steps(),
      columns: [
        { heading: words.place(), align: "right" },
        { heading: words.station(), align: "left" },
        { heading: words.state(), align: "left" },
        { heading: words.taint(), align: "right" },
        { heading: words.risk(), align: "right" },
      ],
      rows: shown.map(({ order, station, state, taint, risk }) => [
        words.locale.count(order),
        station,
        words.states[state],
        words.locale.decimal(taint.toFixed(4)),
        riskText(risk, words.locale),
      ]),
    },
    ...(hidden > 0 ? [paragraph(words.moreSteps(hidden))] : []),
  ];
}

/** What was published, so that anyone can repeat the draw and the risk. */
function repeat({ draw, version }: AuditRisk, words: AuditLanguage): Section {
  const { commitment, seed, seedDate } = draw;
  const lines = [
    words.repeat(),
    words.commitment(commitment.date, commitment.stations),
    words.seed(seed, seedDate),
    words.rule(commitment.drawing),
    commitment.method === "betting" ? words.betting() : words.kaplanMarkov(),
    words.commands(),
  ];
  const [heading = "", ...rest] = lines;
  return {
    id: "repeat",
    heading: `${heading} – ${words.madeBy(version)}`,
    blocks: [
      ...rest.map(paragraph),
      { kind: "pair", title: words.listHash(), text: `sha256 ${commitment.listSha256}` },
    ],
  };
}
