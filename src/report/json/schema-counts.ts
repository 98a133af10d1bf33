// What was read and counted. One table: every field, its type, and what it is in one sentence.
import type { Count, RegionCount } from "../../count/count";
import type { KnownSum } from "../../count/groups";
import type { Bounds } from "../../judge/bounds";
import type { Lead } from "../../judge/lead";
import type { Remainder } from "../../judge/remainder";
import { ISSUES, type Issue, type IssueCode } from "../../model/issue";
import type { InputSource, RegionCoverage, RegisterUse, RowCounts } from "../../model/tallies";
import type { Written } from "./document";
import {
  about,
  among,
  count,
  decimal,
  difference,
  flag,
  list,
  matching,
  names,
  object,
  oneOf,
  optional,
  positive,
  range,
  share,
  text,
} from "./schema-parts";

export const source = object<Written<InputSource>>(
  "A file or input that was read.",
  {
    name: text("Name of the file, or what the caller called the input."),
    sha256: matching(/^[0-9a-f]{64}$/, "SHA-256 of the bytes as given."),
    bytes: count("How many bytes it has; of a compressed file, compressed."),
    encoding: text("The encoding that it was read in."),
  },
  "InputSource",
);

export const rows = object<Written<RowCounts>>(
  "Where every row went.",
  {
    read: count("Rows read: the sum of accepted, rejected, duplicate and skipped ones."),
    accepted: count("Rows that count."),
    rejected: count("Rows in error, which do not count; the issues say why."),
    duplicate: count("Further copies of accepted rows."),
    skipped: count("Rows that are no tallies: blank lines, repeated headers, and by the layout."),
    rejectedVotes: count("Candidates' votes that can be read on the rejected rows."),
  },
  "RowCounts",
);

const regionCoverage = object<Written<RegionCoverage>>("A region of the register.", {
  region: text("Its name."),
  stations: count("Stations that it has in all."),
  registeredVoters: optional(count("Voters registered there in all.")),
  covered: count("How many of its stations have an accepted tally."),
});

export const register = object<Written<RegisterUse>>("The register that was used.", {
  source: about(source, "The register's file."),
  stations: count("Stations that it lists."),
  matched: count("How many of the stations with an accepted tally it lists."),
  complete: flag("Whether it lists every station of the election."),
  uncoveredVoters: optional(
    count(
      "Voters of the stations without an accepted tally, where it lists every station with its voters.",
    ),
  ),
  rows: about(rows, "Where the register's rows went."),
  byRegion: optional(
    object<NonNullable<Written<RegisterUse>["byRegion"]>>("Of a register by region.", {
      column: text("The region column of the tallies that its rows are about."),
      regions: list(regionCoverage, "Its regions, by name."),
    }),
  ),
});

const knownSum = object<Written<KnownSum>>(
  "A sum over the stations whose sheets give the count.",
  {
    sum: count("The sum; a sheet that does not give the count is not in it."),
    stations: count("How many stations give it."),
  },
  "KnownSum",
);

export const candidateCount = object<Written<Count>["candidates"][number]>("A candidate's votes.", {
  code: text("The candidate's code."),
  votes: count("Votes for the candidate."),
  share: about(share, "Their share of the valid votes."),
});

export const totals = object<Written<Count>>(
  "Totals over stations with an accepted tally.",
  {
    stations: count("How many stations they are."),
    candidates: list(candidateCount, "Each candidate's votes, in the election's order."),
    validVotes: count("Valid votes: those of all candidates."),
    invalidVotes: optional(about(knownSum, "Invalid votes, where a sheet gives them.")),
    blankVotes: optional(about(knownSum, "Blank votes, where a sheet gives them.")),
    ballotsCast: optional(about(knownSum, "Ballots cast, where a sheet gives them.")),
    registeredVoters: optional(
      about(knownSum, "Registered voters, where a sheet or the register gives them."),
    ),
    atLeastBallots: count(
      "Ballots cast for certain: as stated, else as a sheet's votes add up to.",
    ),
    atLeastRegistered: count("Voters for certain: as stated, else one for each ballot cast."),
  },
  "Count",
);

export const regionCount = object<Written<RegionCount>>("Totals of one region.", {
  region: names("Names of the regions that it lies in, the largest first, and its own."),
  count: about(totals, "Totals over its stations with an accepted tally."),
});

export const remainder = object<Written<Remainder>>("The stations without an accepted tally.", {
  stations: count("How many there are."),
  voters: count("The most voters that can be registered there."),
  maxValidVotes: count("The most valid votes that they can hold: the most missing votes."),
  basis: oneOf<Remainder["basis"]>("What the number of voters rests on.", {
    registered: "the roll less the voters registered at covered stations",
    mixed: "the same, with the ballots cast where a station's registered voters are not known",
    ballots: "the roll less the ballots cast at covered stations",
    register: "the voters of each of these stations in a register",
    regions: "the voters of each region in a register less those registered at covered stations",
    complete: "no station is missing",
  }),
  maxTurnout: optional(
    decimal(
      "An assumption, if one is made: at most so many percent of the voters there cast a ballot.",
    ),
  ),
  stationsWithRegistered: count("Covered stations whose registered voters are known."),
});

export const bounds = object<Written<Bounds>>("What a candidate's result can be.", {
  code: text("The candidate's code."),
  votes: range(
    "Votes over all stations, if all missing votes went to others, or to the candidate.",
  ),
  share: object<Written<Bounds>["share"]>("The share of the valid votes, in the same two cases.", {
    min: about(share, "If all missing votes went to others."),
    max: about(share, "If all missing votes went to the candidate."),
  }),
});

export const lead = object<Written<Lead>>("How far one candidate is ahead of another.", {
  winner: text("Code of the candidate with the most votes in hand."),
  loser: text("Code of the second."),
  votes: object<Written<Lead>["votes"]>("The lead in votes; below 0 where the second is ahead.", {
    covered: difference("On the covered stations."),
    min: difference("Over all stations, if all missing votes went to the second."),
    max: difference("Over all stations, if all missing votes went to the first."),
  }),
  share: object<Written<Lead>["share"]>("The lead as a share of the valid votes.", {
    covered: about(share, "On the covered stations."),
    min: about(share, "Over all stations, if all missing votes went to the second."),
    max: about(share, "Over all stations, if all missing votes went to the first."),
  }),
});

const codes = Object.keys(ISSUES) as IssueCode[];

export const issue = object<Written<Issue>>(
  "A rule that an input breaks, or a choice in reading.",
  {
    code: among(codes, "Stable code of the rule; docs/issues.md has what each one means."),
    severity: oneOf<Issue["severity"]>("How much it matters.", {
      error: "the row is not counted",
      warning: "nothing is lost, but somebody should look",
      notice: "a choice that was made in reading",
    }),
    source: text("Name of the file or input."),
    line: optional(positive("Line on which the row starts.")),
    station: optional(text("Key of the station, where it could be read.")),
    field: optional(text("Name of the column, as in the file.")),
    expected: optional(text("What should be there.")),
    received: optional(text("What is there.")),
    message: text("All of it in one sentence."),
  },
);
