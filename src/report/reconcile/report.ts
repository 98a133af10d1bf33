import type { Language } from "../../model/locale";
import type { CountDifference, StationDifference } from "../../reconcile/differences";
import { SHEET_KINDS } from "../../reconcile/kinds";
import type { LoneStation, Reconciliation } from "../../reconcile/reconcile";
import { reconcileIn, type ReconcileLanguage } from "../../words/reconcile";
import { reportIn } from "../../words/report";
import { type Block, paragraph, type Report, type Section, type TableBlock } from "../model";
import { electionIn } from "../../model/texts";
import { claimLine } from "../sections/claims";
import { sourcesSection } from "../sections/sources";

/** Rows of differences, and stations named in a list. */
const ROWS = 25;
const NAMED = 10;

/** Two transcriptions beside each other, as a report. */
export function reconciliationReport(found: Reconciliation, language: Language): Report {
  const words = reconcileIn(language);
  const { a, b, stations } = found;
  const election = found.election && electionIn(found.election, language);
  const made = election ? { ...found, election } : found;
  return {
    language,
    title: words.title(election?.name),
    lead: [words.lead(stations.shared, stations.different)],
    sections: [
      answer(made, words),
      differences(made, words),
      regions(made, words),
      totals(made, words),
      verdicts(made, words, language),
      lone(made, words),
      sourcesSection([...a.sources, ...b.sources], made.version, words),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

function answer(made: Reconciliation, words: ReconcileLanguage): Section {
  const { a, b, stations, bothMisread } = made;
  const { count } = words.locale;
  const changed = changedClaims(made);
  return {
    id: "verdicts",
    heading: words.stations(),
    blocks: [
      paragraph(words.named("A", a.name, a.stations)),
      paragraph(words.named("B", b.name, b.stations)),
      {
        kind: "table",
        caption: words.stations(),
        columns: [
          { heading: "", align: "left" },
          { heading: words.number(), align: "right" },
        ],
        rows: [
          [words.inBothEqual(), count(stations.equal)],
          [words.inBothDifferent(), count(stations.different)],
          [words.onlyIn("A"), count(stations.onlyA)],
          [words.onlyIn("B"), count(stations.onlyB)],
        ],
      },
      ...(made.election === undefined || made.election.claims.length === 0
        ? []
        : [paragraph(changed.length === 0 ? words.sameVerdicts() : words.otherVerdicts(changed))]),
      ...(bothMisread === undefined
        ? []
        : [paragraph(words.bothMisread(significant(bothMisread)))]),
      ...(stations.different === 0 ? [] : [paragraph(words.whoIsRight())]),
    ],
  };
}

/** Claims of which a correction or an addition makes something else than the first alone does. */
function changedClaims({ views, election }: Reconciliation): string[] {
  const [own, , ...others] = views;
  return (election?.claims ?? [])
    .filter((_, at) =>
      others.some(
        ({ verdicts }) => verdicts && verdicts[at]!.outcome !== own?.verdicts?.[at]?.outcome,
      ),
    )
    .map(claimLine);
}

/** Two digits that count, without an exponent. */
const significant = (value: number) =>
  value === 0 ? "0" : value.toFixed(Math.max(0, 1 - Math.floor(Math.log10(value))));

function differences({ differences: found }: Reconciliation, words: ReconcileLanguage): Section {
  const heading = words.differences();
  if (found.length === 0) return { id: "differences", heading, blocks: [] };
  const rows = found.flatMap((one) => one.counts.map((own) => rowOf(one, own, words)));
  const kinds = SHEET_KINDS.flatMap((kind) => {
    const number = found.filter((one) => one.kind === kind).length;
    return number === 0 ? [] : [`${words.kinds[kind]} ${words.locale.count(number)}`];
  });
  return {
    id: "differences",
    heading,
    blocks: [
      {
        kind: "table",
        caption: heading,
        columns: [
          { heading: words.station(), align: "left" },
          { heading: words.what(), align: "left" },
          { heading: "A", align: "right" },
          { heading: "B", align: "right" },
          { heading: words.lineOf("A"), align: "right" },
          { heading: words.lineOf("B"), align: "right" },
          { heading: words.kind(), align: "left" },
        ],
        rows: rows.slice(0, ROWS),
      },
      ...(rows.length > ROWS ? [paragraph(words.more(rows.length - ROWS))] : []),
      paragraph(words.kindsFound(kinds)),
    ],
  };
}

function rowOf(
  { station, a, b, kind }: StationDifference,
  own: CountDifference,
  words: ReconcileLanguage,
): string[] {
  const { count } = words.locale;
  const whole = kind === "several" ? own.kind : kind;
  return [
    station,
    nameOf(own, words),
    count(own.a),
    count(own.b),
    `${a.line}`,
    `${b.line}`,
    words.kinds[whole],
  ];
}

export const nameOf = (
  { candidate, field }: { candidate?: string; field?: keyof ReconcileLanguage["fields"] },
  words: ReconcileLanguage,
) => candidate ?? words.fields[field!];

/** By the largest region, where there are more than a table shows. */
function regions({ differences: found }: Reconciliation, words: ReconcileLanguage): Section {
  const column = Object.keys(found[0]?.regions ?? {})[0] ?? "";
  const heading = words.region(column);
  if (found.length <= ROWS || column === "")
    return { id: "difference-regions", heading, blocks: [] };
  const numbers = new Map<string, number>();
  for (const { regions: own } of found)
    numbers.set(own[column]!, (numbers.get(own[column]!) ?? 0) + 1);
  return {
    id: "difference-regions",
    heading,
    blocks: [
      {
        kind: "table",
        caption: heading,
        columns: [
          { heading: column, align: "left" },
          { heading: words.number(), align: "right" },
        ],
        rows: [...numbers]
          .sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1))
          .slice(0, ROWS)
          .map(([region, number]) => [region, words.locale.count(number)]),
      },
    ],
  };
}

function totals({ views }: Reconciliation, words: ReconcileLanguage): Section {
  const { count, points } = words.locale;
  const [first, second] = views[0]!.candidates
    .map(({ votes }, index) => ({ votes, index }))
    .sort((x, y) => y.votes - x.votes || x.index - y.index);
  const codes = [first, second].flatMap((one) =>
    one ? [views[0]!.candidates[one.index]!.code] : [],
  );
  const table: TableBlock = {
    kind: "table",
    caption: words.effect(),
    columns: [
      { heading: "", align: "left" },
      { heading: words.number(), align: "right" },
      { heading: words.validVotes(), align: "right" },
      ...codes.map((heading) => ({ heading, align: "right" as const })),
      ...(codes.length === 2
        ? [
            { heading: words.leadOf(codes[0]!, codes[1]!), align: "right" as const },
            { heading: words.points(), align: "right" as const },
          ]
        : []),
    ],
    rows: views.map(({ name, stations, validVotes, candidates }) => {
      const own = [first, second].flatMap((one) => (one ? [candidates[one.index]!.votes] : []));
      const lead = (own[0] ?? 0) - (own[1] ?? 0);
      return [
        words.views[name],
        count(stations),
        count(validVotes),
        ...own.map(count),
        ...(codes.length === 2 ? [count(lead), points({ votes: lead, outOf: validVotes }, 4)] : []),
      ];
    }),
  };
  return { id: "totals", heading: words.effect(), blocks: [table] };
}

function verdicts(
  { views, election }: Reconciliation,
  words: ReconcileLanguage,
  language: Language,
): Section {
  const heading = words.verdicts();
  if (election === undefined || election.claims.length === 0)
    return { id: "claims", heading, blocks: [] };
  const { outcomes } = reportIn(language);
  const blocks: Block[] = election.claims.map((claim, at) => ({
    kind: "pair",
    title: claimLine(claim),
    text: grouped(
      views.map(({ name, verdicts: own }): [string, string] => [
        own ? outcomes[own[at]!.outcome] : words.refused(),
        words.views[name],
      ]),
    ),
  }));
  return { id: "claims", heading, blocks: [...blocks, paragraph(words.fewer())] };
}

/** Each outcome once, with the views that it comes from. */
function grouped(pairs: readonly [string, string][]): string {
  const views = new Map<string, string[]>();
  for (const [outcome, view] of pairs) views.set(outcome, [...(views.get(outcome) ?? []), view]);
  const [only] = views.keys();
  return views.size === 1
    ? only!
    : [...views].map(([outcome, names]) => `${outcome} (${names.join("; ")})`).join("; ");
}

function lone({ onlyA, onlyB, nearKeys }: Reconciliation, words: ReconcileLanguage): Section {
  const line = (letter: string, all: readonly LoneStation[]) => {
    if (all.length === 0) return [];
    const named = all.slice(0, NAMED).map(({ station, line: at }) => words.place(station, at));
    const more = all.length > NAMED ? [words.moreInJson(all.length - NAMED)] : [];
    return [[words.loneLine(letter, named.join(", ")), ...more].join(" ")];
  };
  const near = nearKeys
    .slice(0, NAMED)
    .map(({ a, b, sameVotes }) => words.nearPair(a, b, sameVotes));
  return {
    id: "lone",
    heading: words.lone(),
    blocks: [
      ...line("A", onlyA),
      ...line("B", onlyB),
      ...(near.length === 0 ? [] : [words.near(near)]),
    ].map(paragraph),
  };
}
