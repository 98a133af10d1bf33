import type { Issue, IssueCode } from "../../model/issue";
import type { Verification } from "../../verification";
import type { ReportLanguage } from "../../words/report";
import { type Block, type IssueBlock, paragraph, type Section } from "../model";
import { claimLine, verdictPairs } from "./claims";
import { sourcesSection } from "./sources";

/** Where every row went, and the issues by code. */
export function rowsSection(verification: Verification, words: ReportLanguage): Section {
  const { rows, issues } = verification;
  const { read, accepted, rejected, duplicate, skipped } = rows;
  const groups = new Map<IssueCode, Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.code);
    if (group) group.push(issue);
    else groups.set(issue.code, [issue]);
  }
  const lines = [
    words.rowCounts(read, accepted, rejected, duplicate, skipped),
    ...atStake(verification, words),
    ...(issues.length === 0 ? [words.noIssues()] : []),
  ];
  const found = [...groups].map(([code, group]): Block => issueBlock(code, group, words));
  return { id: "rows", heading: words.rows(), blocks: [...lines.map(paragraph), ...found] };
}

/** What was left out with the rejected rows, and what it could change in each verdict. */
function atStake(verification: Verification, words: ReportLanguage): string[] {
  const { rejected, rejectedVotes } = verification.rows;
  if (rejected === 0) return [];
  const titles = (open: boolean) =>
    verdictPairs(verification)
      .filter(({ verdict }) => (verdict.outcome === "undecided") === open)
      .map(({ claim }) => claimLine(claim));
  const [settled, open] = [titles(false), titles(true)];
  return [
    words.rejectedVotes(rejectedVotes, rejected),
    ...(settled.length === 0 ? [] : [words.stands(settled)]),
    ...(open.length === 0 ? [] : [words.couldDecide(open)]),
  ];
}

/** Examples printed for each issue code. */
const EXAMPLES = 3;

function issueBlock(code: IssueCode, group: readonly Issue[], words: ReportLanguage): IssueBlock {
  const { severity } = group[0]!;
  const { meaning, action } = words.issues[code];
  const hidden = group.length - EXAMPLES;
  return {
    kind: "issue",
    severity,
    code,
    text: words.issue(words.severities[severity], code, group.length, meaning, action),
    examples: [
      ...group.slice(0, EXAMPLES).map((issue) => exampleOf(issue, words)),
      ...(hidden > 0 ? [words.more(hidden)] : []),
    ],
  };
}

/** Where an issue is and what was found: its sentence without the meaning, which stands above it. */
function exampleOf(
  { source, line, station, field, expected, received }: Issue,
  words: ReportLanguage,
): string {
  const place = [
    source,
    line !== undefined && words.line(line),
    station && words.station(station),
    field,
  ];
  // What was expected is written in English when a file is read.
  const wanted =
    expected === undefined || words.locale.language !== "en" ? "" : words.expected(expected);
  const found = received === undefined ? "" : words.found(received);
  return `${place.filter(Boolean).join(", ")}${wanted}${found}`;
}

/** What was read, so that anyone can repeat it. */
export function provenanceSection(
  { version, sources, register }: Verification,
  words: ReportLanguage,
): Section {
  return sourcesSection([...sources, ...(register ? [register.source] : [])], version, words);
}
