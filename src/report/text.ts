import type { Claim } from "../model/claim";
import { countOf, formatCount } from "../model/format";
import { ISSUE_CODES, type Issue, type IssueCode } from "../model/issue";
import { formatShare } from "../model/share";
import type { Verdict } from "../judge/verdict";
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
    ...regionCoverage(verification),
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
  const { election, remainder } = verification;
  const indent = " ".repeat(OUTCOME_WIDTH + 4);
  return [
    ...wrap(lead(verification), ""),
    "",
    "Can each claim be true, given these tallies?",
    "",
    ...verdictPairs(verification).flatMap(({ verdict, claim }) => [
      ...labelled(labelOf(verdict), claimLine(claim)),
      ...wrap(verdict.reason, indent),
      ...(claim.note ? wrap(`(${claim.note})`, indent) : []),
    ]),
    ...(election.claims.length === 0 ? ["  The election has no claims to judge."] : []),
    "",
    ...nearest(verification),
    ...(remainder.basis === "ballots" || remainder.basis === "mixed"
      ? wrap(
          `${remainder.basis === "mixed" ? "Some" : "The"} tallies have no registered voters beside ` +
            "them, so more votes can be missing than if they had; a register (--register) narrows this.",
          "  ",
        )
      : []),
    ...wrap(
      "All of this holds if the tallies are authentic and the roll is right; it does not say whether " +
        "they are.",
      "  ",
    ),
    "",
  ];
}

/** The one thing that is certain about the outcome, whatever anybody claims. */
function lead({ certainWinner, remainder, election }: Verification): string {
  const name = election.candidates.find(({ code }) => code === certainWinner)?.name;
  if (name === undefined)
    return remainder.stations === 0
      ? "All stations are counted, and no candidate has more votes than every other."
      : `The ${countOf(remainder.stations, "missing station")} can still decide who has the most votes.`;
  return remainder.stations === 0
    ? `All stations are counted: ${certainWinner} (${name}) has the most votes.`
    : `Whatever the ${countOf(remainder.stations, "missing station")} hold, ${certainWinner} (${name}) ` +
        "has the most votes.";
}

const labelOf = ({ outcome, findings: all }: Verdict) =>
  all.length === 0 ? "NOT JUDGED" : outcome.toUpperCase();

/** Text after a label, the following lines under its first word. */
function labelled(label: string, text: string): string[] {
  const indent = " ".repeat(OUTCOME_WIDTH + 4);
  const [first = "", ...rest] = wrap(text, indent);
  return [`  ${label.padEnd(OUTCOME_WIDTH)}  ${first.trimStart()}`, ...rest];
}

/** Which claim is nearest, when there is a choice and nothing has ruled it out. */
function nearest({ distances, election, verdicts }: Verification): string[] {
  const [first] = distances;
  const index = election.claims.findIndex(({ id }) => id === first?.claim);
  if (distances.length < 2 || !first || verdicts[index]!.outcome === "contradicted") return [];
  return wrap(
    `Nearest to the shares on the covered stations, at most ${(100 * first.largest).toFixed(2)} points ` +
      `off: ${claimLine(election.claims[index]!)}. A distance proves nothing: missing stations may differ.`,
    "  ",
  );
}

function totals({ count, bounds, election }: Verification): string[] {
  return [
    "Votes on the covered stations, and the shares that are possible over all stations",
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
    ...wrap(
      "Least and most: the candidate's share if all missing votes went to others, or to the candidate.",
      "  ",
    ),
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
} as const;

function coverage({ count, remainder, election, register }: Verification): string[] {
  const { stations, registeredVoters, source } = election.universe;
  const registered = count.registeredVoters;
  const lines = [
    `Stations with an accepted tally: ${formatCount(count.stations)} of ${formatCount(stations)} ` +
      `(${formatShare({ votes: count.stations, outOf: stations })}).`,
    registered
      ? `Voters registered there: ${formatCount(registered.sum)} of ${formatCount(registeredVoters)} ` +
        `on the roll (${formatShare({ votes: registered.sum, outOf: registeredVoters })})` +
        (registered.stations < count.stations
          ? `, known for ${formatCount(registered.stations)} of the covered stations.`
          : ".")
      : `Voters registered there: not known; ${formatCount(registeredVoters)} on the roll.`,
    ...(remainder.basis === "complete"
      ? []
      : [
          `The ${countOf(remainder.stations, "missing station")} can have at most ` +
            `${countOf(remainder.maxValidVotes, "valid vote")}: ${ROOM[remainder.basis]}. ` +
            "That is an upper limit, not an expectation.",
        ]),
    ...(source === undefined ? [] : [`Source of stations and roll: ${source}.`]),
    ...(register === undefined
      ? []
      : [
          register.byRegion
            ? `Register: ${register.source.name}, stations by ${register.byRegion.column}.`
            : `Register: ${register.source.name}, ${countOf(register.stations, "station")}, of which ` +
              `${formatCount(register.matched)} are covered${register.complete ? "" : "; it is partial"}.`,
        ]),
  ];
  return ["Coverage", ...lines.flatMap((line) => wrap(line, "  ")), ""];
}

/** Coverage by region, where a register says how many stations each has. */
function regionCoverage({ register }: Verification): string[] {
  if (!register?.byRegion) return [];
  const { column, regions } = register.byRegion;
  const sorted = regions.toSorted((a, b) => (a.region < b.region ? -1 : 1));
  const row = (name: string, covered: number, stations: number) => [
    name,
    formatCount(covered),
    formatCount(stations),
    formatShare({ votes: covered, outOf: stations }),
  ];
  const sum = (what: "covered" | "stations") =>
    regions.reduce((total, region) => total + region[what], 0);
  return [
    ...wrap(`Coverage by ${column}`, ""),
    ...table(
      [
        { heading: column, align: "left" },
        { heading: "covered", align: "right" },
        { heading: "stations", align: "right" },
        { heading: "coverage", align: "right" },
      ],
      [
        ...sorted.map(({ region, covered, stations }) => row(region, covered, stations)),
        row("all", sum("covered"), sum("stations")),
      ],
    ),
    "",
  ];
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
    ...wrap(
      `By ${options.by}${shown.length < count.candidates.length ? `, the ${shown.length} largest candidates` : ""}`,
      "",
    ),
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
    ...[claim.source && `Source: ${claim.source}.`].flatMap((text) =>
      text ? wrap(text, "  ") : [],
    ),
    ...findings(verdict),
    "",
  ]);
}

/** Findings of one outcome that print in full; JSON has all. */
const SHOWN = 4;

function findings({ outcome, reason, findings: all }: Verdict): string[] {
  if (all.length === 0) return wrap(reason, "  ");
  const indent = " ".repeat(OUTCOME_WIDTH + 4);
  return (["contradicted", "confirmed", "undecided"] as const).flatMap((wanted) => {
    const own = all.filter((finding) => finding.outcome === wanted);
    // What is possible by itself does not matter once something is not.
    const room = outcome === "contradicted" && wanted === "undecided" ? 0 : SHOWN;
    const shown = own.slice(0, own.length === room + 1 ? own.length : room);
    const hidden = own.length - shown.length;
    return [
      ...shown.flatMap((finding) => labelled(finding.outcome, finding.reason)),
      ...(hidden === 0
        ? []
        : wrap(
            `${countOf(hidden, "further figure")} ${hidden === 1 ? "is" : "are"} ` +
              `${wanted === "undecided" ? "possible" : wanted} taken alone (--json has all).`,
            indent,
          )),
    ];
  });
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
        { heading: "largest", align: "right" },
        { heading: "mean", align: "right" },
        { heading: "of shares", align: "right" },
      ],
      distances.map(({ claim, candidates, meanAbsolute, largest: most }) => [
        claimLine(verification.election.claims.find(({ id }) => id === claim)!),
        ...shown.map((code) => {
          const own = candidates.find((candidate) => candidate.code === code);
          return own ? points(own.difference) : "–";
        }),
        (100 * most).toFixed(2),
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

function provenance({ version, sources, register }: Verification): string[] {
  return [
    `Read by tallyproof ${version}`,
    ...[...sources, ...(register ? [register.source] : [])].flatMap(
      ({ name, sha256, bytes, encoding }) => [
        ...wrap(`${name}: ${countOf(bytes, "byte")}, ${encoding}`, "  "),
        `    sha256 ${sha256}`,
      ],
    ),
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
