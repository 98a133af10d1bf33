import { countOf, formatCount, visible } from "../model/format";
import { ISSUE_CODES, type Issue, type IssueCode } from "../model/issue";
import type { Verification } from "../verification";
import { wrap } from "./layout";

/** Examples printed for each issue code. */
const EXAMPLES = 3;

export function rowsAndIssues({ rows, issues }: Verification): string[] {
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
        `${n(rows.duplicate)} duplicate + ${n(rows.skipped)} skipped.` +
        atStake(rows),
      "  ",
    ),
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

/** What the rejected rows could change. */
const atStake = ({ rejected, rejectedVotes }: Verification["rows"]) =>
  rejected === 0
    ? ""
    : ` Stations without an accepted row stay missing. At least ${countOf(rejectedVotes, "vote")} ` +
      `can be read on the rejected ${rejected === 1 ? "row" : "rows"}. Contradicted and confirmed hold whatever is ` +
      "there; an undecided claim could be decided by it.";

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
