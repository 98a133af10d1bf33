import type { Claim } from "../model/claim";
import { countOf, formatCount } from "../model/format";
import { ISSUE_CODES, type Issue, type IssueCode } from "../model/issue";
import { formatShare } from "../model/share";
import type { Outcome, Verdict } from "../judge/verdict";
import type { Verification } from "../verification";
import { table, wrap } from "./layout";

/** How {@link toText} prints. */
export interface TextOptions {
  /** Whether to mark verdicts with ANSI colours; off unless given. */
  readonly color?: boolean;
}

/**
 * A verification as text for a terminal, at most 100 columns wide: the answer first, then totals,
 * coverage, claim by claim, distances, rows and issues.
 *
 * @example
 * ```ts
 * import { readTallies, toText, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const text = toText(verify(venezuela2024, readTallies(csv, venezuela2024).tallies));
 * text.split("\n")[0]; // => "Venezuela, presidential election, 28 July 2024"
 * ```
 */
export function toText(verification: Verification, options: TextOptions = {}): string {
  const lines = [
    ...wrap(verification.election.name, ""),
    "",
    ...answers(verification),
    ...totals(verification),
    ...coverage(verification),
    ...regions(verification),
    ...claimByClaim(verification),
    ...distanceTable(verification),
    ...rowsAndIssues(verification),
    ...provenance(verification),
  ];
  return (options.color ? lines.map(colored) : lines).join("\n");
}

const OUTCOME_WIDTH = "CONTRADICTED".length;
const PERCENT_DIGITS = 4;

const claimLine = ({ by, title, date }: Claim) => `${by}: ${title}${date ? ` (${date})` : ""}`;

const verdictPairs = ({ election, verdicts }: Verification) =>
  verdicts.map((verdict, index) => ({ verdict, claim: election.claims[index]! }));

function answers(verification: Verification): string[] {
  const { certainWinner, distances, election } = verification;
  const nearest = election.claims.find(({ id }) => id === distances[0]?.claim);
  const indent = " ".repeat(OUTCOME_WIDTH + 4);
  return [
    "Can each claim be true, given these tallies?",
    "",
    ...verdictPairs(verification).flatMap(({ verdict, claim }) => [
      ...wrap(claimLine(claim), indent).map((line, index) =>
        index === 0
          ? `  ${verdict.outcome.toUpperCase().padEnd(OUTCOME_WIDTH)}  ${line.trim()}`
          : line,
      ),
      ...wrap(verdict.reason, indent),
    ]),
    ...(election.claims.length === 0 ? ["  The election has no claims to judge."] : []),
    "",
    ...wrap(
      certainWinner === undefined
        ? "More than one candidate can still have the most votes."
        : `${certainWinner} has the most votes in every completion of the uncovered stations.`,
      "  ",
    ),
    ...(nearest === undefined
      ? []
      : wrap(
          `Nearest to the shares on the covered stations: ${claimLine(nearest)}. That is a distance, ` +
            "and decides nothing.",
          "  ",
        )),
    ...wrap(
      "All of this holds if the tallies are authentic; it does not say whether they are.",
      "  ",
    ),
    "",
  ];
}

function totals({ count, bounds, election }: Verification): string[] {
  return [
    "Votes on the covered stations, and what the result can be over all stations",
    ...table(
      [
        { heading: "", align: "left" },
        { heading: "candidate", align: "left" },
        { heading: "votes", align: "right" },
        { heading: "share", align: "right" },
        { heading: "least", align: "right" },
        { heading: "most", align: "right" },
      ],
      count.candidates.map(({ code, votes, share }, index) => [
        code,
        election.candidates[index]!.name,
        formatCount(votes),
        formatShare(share, PERCENT_DIGITS),
        formatShare(bounds[index]!.share.min),
        formatShare(bounds[index]!.share.max),
      ]),
    ),
    ...wrap(`Valid votes: ${formatCount(count.validVotes)}.${invalidVotes(count)}`, "  "),
    "",
  ];
}

function invalidVotes({ stations, invalidVotes }: Verification["count"]): string {
  if (!invalidVotes) return " The sheets give no invalid votes.";
  const part =
    invalidVotes.stations < stations ? ` (${countOf(invalidVotes.stations, "sheet")})` : "";
  return ` Invalid votes: ${formatCount(invalidVotes.sum)}${part}.`;
}

const ROOM = {
  registered: "the roll less the voters registered at covered stations",
  mixed:
    "the roll less the voters registered at covered stations, or the ballots cast there where the " +
    "registered voters are not known",
  ballots:
    "the roll less the ballots cast at covered stations, since their registered voters are not known",
  complete: "no station is uncovered",
} as const;

function coverage({ count, remainder, election }: Verification): string[] {
  const { stations, registeredVoters } = election.universe;
  const registered = count.registeredVoters;
  const lines = [
    `Stations: ${formatCount(count.stations)} of ${formatCount(stations)} ` +
      `(${formatShare({ votes: count.stations, outOf: stations })}).`,
    registered
      ? `Registered voters: ${formatCount(registered.sum)} of ${formatCount(registeredVoters)} ` +
        `(${formatShare({ votes: registered.sum, outOf: registeredVoters })})` +
        (registered.stations < count.stations
          ? `, known for ${formatCount(registered.stations)} of the covered stations.`
          : ".")
      : `Registered voters at the covered stations: not known; ${formatCount(registeredVoters)} in all.`,
    `The ${countOf(remainder.stations, "uncovered station")} can hold at most ` +
      `${formatCount(remainder.maxValidVotes)} valid votes: ${ROOM[remainder.basis]}.`,
  ];
  return ["Coverage", ...lines.flatMap((line) => wrap(line, "  ")), ""];
}

/** Candidates with a column of their own in the tables; the report names where the rest is. */
const COLUMNS = 4;

function largest({ count }: Verification): number[] {
  return count.candidates
    .map(({ votes }, index) => ({ votes, index }))
    .sort((a, b) => b.votes - a.votes || a.index - b.index)
    .slice(0, COLUMNS)
    .map(({ index }) => index);
}

function regions(verification: Verification): string[] {
  const { options, count } = verification;
  if (!verification.regions) return [];
  const shown = largest(verification);
  return [
    ...wrap(`By ${options.by}`, ""),
    ...table(
      [
        { heading: options.by!, align: "left" },
        { heading: "stations", align: "right" },
        { heading: "valid votes", align: "right" },
        ...shown.map((index) => ({
          heading: count.candidates[index]!.code,
          align: "right" as const,
        })),
      ],
      verification.regions.map(({ region, count: { stations, validVotes, candidates } }) => [
        region.join(" / "),
        formatCount(stations),
        formatCount(validVotes),
        ...shown.map((index) => formatShare(candidates[index]!.share)),
      ]),
    ),
    "",
  ];
}

function claimByClaim(verification: Verification): string[] {
  return verdictPairs(verification).flatMap(({ verdict, claim }) => [
    ...wrap(claimLine(claim), ""),
    ...[claim.note, claim.source && `Source: ${claim.source}.`].flatMap((text) =>
      text ? wrap(text, "  ") : [],
    ),
    ...findings(verdict),
    "",
  ]);
}

/** Findings that print in full; the outcome of the others is counted (JSON has all). */
const DECIDED_SHOWN = 4;
const UNDECIDED_SHOWN = 3;

function findings({ outcome, reason, findings: all }: Verdict): string[] {
  const of = (wanted: Outcome) => all.filter((finding) => finding.outcome === wanted);
  const shown = [
    ...of("contradicted").slice(0, DECIDED_SHOWN),
    ...of("confirmed").slice(0, DECIDED_SHOWN),
    ...(outcome === "contradicted" ? [] : of("undecided").slice(0, UNDECIDED_SHOWN)),
  ];
  const hidden = all.length - shown.length;
  const indent = " ".repeat(OUTCOME_WIDTH + 4);
  return [
    ...shown.flatMap((finding) =>
      wrap(finding.reason, indent).map((line, index) =>
        index === 0 ? `  ${finding.outcome.padEnd(OUTCOME_WIDTH)}  ${line.trim()}` : line,
      ),
    ),
    ...(all.length === 0 ? wrap(reason, "  ") : []),
    ...(hidden > 0
      ? wrap(`and ${countOf(hidden, "further figure")}; --json has them all.`, indent)
      : []),
  ];
}

function distanceTable(verification: Verification): string[] {
  const { distances, count } = verification;
  if (distances.length === 0) return [];
  const shown = largest(verification).map((index) => count.candidates[index]!.code);
  const points = (share: number) => {
    const text = (100 * share).toFixed(2);
    return share > 0 ? `+${text}` : text;
  };
  return [
    "Claimed less covered share, in percentage points",
    ...table(
      [
        { heading: "claim", align: "left" },
        ...shown.map((code) => ({ heading: code, align: "right" as const })),
        { heading: "mean distance", align: "right" },
        { heading: "figures", align: "right" },
      ],
      distances.map(({ claim, candidates, meanAbsolute }) => [
        claim,
        ...shown.map((code) => {
          const own = candidates.find((candidate) => candidate.code === code);
          return own ? points(own.difference) : "–";
        }),
        (100 * meanAbsolute).toFixed(2),
        `${candidates.length}`,
      ]),
    ),
    "",
  ];
}

/** Examples printed for each issue code. */
const EXAMPLES = 3;

function rowsAndIssues({ rows, issues }: Verification): string[] {
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
        (rows.rejected > 0 ? " A rejected row leaves its station uncovered." : ""),
      "  ",
    ),
    ...(issues.length === 0 ? ["  No issues."] : []),
    ...[...groups].flatMap(([code, group]) => [
      ...wrap(
        `${ISSUE_CODES[code].severity} ${code}, ${n(group.length)} × – ${ISSUE_CODES[code].action}`,
        "  ",
      ),
      ...group.slice(0, EXAMPLES).flatMap(({ message }) => wrap(message, "    ")),
      ...(group.length > EXAMPLES ? [`    and ${n(group.length - EXAMPLES)} more.`] : []),
    ]),
    "",
  ];
}

function provenance({ version, sources }: Verification): string[] {
  return [
    `Read by tallyproof ${version}`,
    ...sources.flatMap(({ name, sha256, bytes, encoding }) => [
      ...wrap(`${name}: ${countOf(bytes, "byte")}, ${encoding}`, "  "),
      `    sha256 ${sha256}`,
    ]),
  ];
}

const COLORS: Readonly<Record<string, string>> = {
  CONTRADICTED: "31",
  CONFIRMED: "32",
  UNDECIDED: "33",
};

const colored = (line: string) =>
  line.replace(
    /^( {2})(CONTRADICTED|CONFIRMED|UNDECIDED)\b/i,
    (_, indent: string, word: string) => {
      const color = COLORS[word.toUpperCase()]!;
      return `${indent}\u001B[1;${color}m${word}\u001B[0m`;
    },
  );
