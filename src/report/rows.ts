import { countOf, formatCount, visible } from "../model/format";
import { ISSUE_CODES, type Issue, type IssueCode } from "../model/issue";
import type { Verification } from "../verification";
import { claimLine, verdictPairs } from "./claims";
import { wrap } from "./layout";

/** Examples printed for each issue code. */
const EXAMPLES = 3;

export function rowsAndIssues(verification: Verification): string[] {
  const { rows, issues } = verification;
  const groups = new Map<IssueCode, Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.code);
    if (group) group.push(issue);
    else groups.set(issue.code, [issue]);
  }
  const n = formatCount;
  return [
    "Rows",
    ...wrap(
      `${n(rows.read)} read = ${n(rows.accepted)} accepted + ${n(rows.rejected)} rejected + ` +
        `${n(rows.duplicate)} duplicate + ${n(rows.skipped)} skipped.`,
      "  ",
    ),
    ...atStake(verification),
    ...(issues.length === 0 ? ["  No issues."] : []),
    ...[...groups].flatMap(([code, group]) => [
      ...wrap(
        `${ISSUE_CODES[code].severity} ${code}, ${n(group.length)} ×: ${ISSUE_CODES[code].meaning} ` +
          `What to do: ${ISSUE_CODES[code].action}`,
        "  ",
      ),
      ...group.slice(0, EXAMPLES).flatMap((issue) => wrap(exampleOf(issue), "    ")),
      ...(group.length > EXAMPLES ? [`    and ${n(group.length - EXAMPLES)} more.`] : []),
    ]),
    "",
  ];
}

/** What was left out with the rejected rows, and what it could change in each verdict. */
function atStake(verification: Verification): string[] {
  const { rejected, rejectedVotes } = verification.rows;
  if (rejected === 0) return [];
  const titles = (open: boolean) =>
    verdictPairs(verification)
      .filter(({ verdict }) => (verdict.outcome === "undecided") === open)
      .map(({ claim }) => claimLine(claim))
      .join("; ");
  const [settled, open] = [titles(false), titles(true)];
  return [
    `Stations without an accepted row stay missing; at least ${countOf(rejectedVotes, "vote")} can be read on ` +
      `the rejected ${rejected === 1 ? "row" : "rows"} of such stations.`,
    ...(settled === "" ? [] : [`Whatever they hold, these verdicts stand: ${settled}.`]),
    ...(open === "" ? [] : [`They could decide: ${open}.`]),
  ].flatMap((line) => wrap(line, "  "));
}

/** Where an issue is and what was found: its sentence without the meaning, which stands above it. */
function exampleOf({ source, line, station, field, expected, received }: Issue): string {
  const place = [source, line && `line ${line}`, station && `station ${station}`, field];
  const found = received === undefined ? "" : `; found ${received === "" ? "nothing" : received}`;
  const wanted = expected === undefined ? "" : `: expected ${expected}`;
  return `${place.filter(Boolean).join(", ")}${wanted}${found}`;
}

export function provenance({ version, sources, register }: Verification): string[] {
  return [
    `Read by tallyproof ${version}`,
    ...[...sources, ...(register ? [register.source] : [])].flatMap(
      ({ name, sha256, bytes, encoding }) => [
        ...wrap(`${name}: ${countOf(bytes, "byte")}, ${encoding}`, "  "),
        `    sha256 ${visible(sha256)}`,
      ],
    ),
  ];
}
