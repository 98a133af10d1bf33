import { countOf, formatCount } from "../model/format";
import type { Lead } from "../judge/lead";
import { formatShare, pointsOf } from "../model/share";
import type { Verification } from "../verification";
import { claimLine } from "./claims";
import { table, wrap } from "./layout";

/** Decimals of the shares on the covered stations. */
const PERCENT_DIGITS = 4;

export function totals({ count, bounds, election, lead }: Verification): string[] {
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
    ...(lead && lead.votes.min !== lead.votes.max ? wrap(leadInWords(lead), "  ") : []),
    "",
  ];
}

function leadInWords({ winner, loser, votes, share }: Lead): string {
  const n = (value: number) => (value < 0 ? `-${formatCount(-value)}` : formatCount(value));
  return (
    `${winner} leads ${loser} by ${n(votes.covered)} votes (${pointsOf(share.covered)} points); over all ` +
    `stations by ${n(votes.min)} to ${n(votes.max)} (${pointsOf(share.min)} to ${pointsOf(share.max)} points).`
  );
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
  register: "the voters of each of them in the register",
  regions: "the register's voters of each region less those registered at covered stations",
} as const;

export function coverage({ count, remainder, election, register }: Verification): string[] {
  const { stations, registeredVoters, source, otherRolls } = election.universe;
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
            (remainder.maxTurnout === undefined
              ? "That is an upper limit, not an expectation."
              : `Of them at most ${remainder.maxTurnout} % vote: that is an assumption.`),
        ]),
    ...(otherRolls === undefined
      ? []
      : [
          `Other published numbers of voters: ${otherRolls
            .map(
              (roll) =>
                formatCount(roll.registeredVoters) + (roll.source ? ` (${roll.source})` : ""),
            )
            .join("; ")}. Every verdict is made under each.`,
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
export function regionCoverage({ register }: Verification): string[] {
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

export function regions(verification: Verification): string[] {
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

export function distanceTable(verification: Verification): string[] {
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
