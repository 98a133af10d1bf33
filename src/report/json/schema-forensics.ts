// What `forensics --json` prints. One table: every field, its type, and what it is in one sentence.
import type { FingerprintCell, ForensicData } from "../../forensics/data";
import { DESCRIBED_KINDS } from "../../forensics/describe";
import { type Lack, type Subject, TEST_KINDS } from "../../forensics/family";
import type { ForensicFlag, SheetPlace } from "../../forensics/flags";
import type { DescribedStatistic, Forensics, ForensicTest } from "../../forensics/forensics";
import type { FalseAlarms } from "../../forensics/rates";
import type { Effect } from "../../forensics/run";
import type { ForensicFilters, ForensicSettings } from "../../forensics/settings";
import type { FORENSIC_DECIMALS } from "../forensics/outputs";
import type { Plain } from "./plain-json";
import { source } from "./schema-counts";
import {
  about,
  among,
  count,
  either,
  flag,
  list,
  listsByName,
  matching,
  names,
  numbers,
  object,
  oneOf,
  optional,
  text,
} from "./schema-parts";

type Written<T> = Plain<T, (typeof FORENSIC_DECIMALS)[number]>;

/** Here p-values may be so small that they have an exponent. */
const decimal = (description: string) => matching(/^-?\d+(\.\d+)?(e[+-]\d+)?$/, description);

const testKind = among(TEST_KINDS, "Which test; docs/forensics.md has what each one does.");

const subject = either(
  object<Extract<Subject, { candidate: string }>>("A candidate.", {
    candidate: text("Code of the candidate."),
  }),
  object<Extract<Subject, { figure: string }>>("Another figure.", {
    figure: oneOf<"validVotes" | "turnout">("Which figure.", {
      validVotes: "all valid votes",
      turnout: "ballots cast of the registered voters",
    }),
  }),
  "What the test looks at.",
  "Subject",
);

const falseAlarms = object<Written<FalseAlarms>>(
  "How often clean simulated elections are flagged.",
  {
    alarms: count("So many of them."),
    simulations: count("Of so many."),
    rate: decimal("The one divided by the other."),
    error: decimal("Its standard error, from simulating so many and no more."),
  },
  "FalseAlarms",
);

const test = object<Written<ForensicTest>>("A test.", {
  kind: about(testKind, "Which test."),
  subject: about(subject, "What it looks at."),
  planned: flag("Whether a plan named it before the data were read."),
  outcome: oneOf<ForensicTest["outcome"]>("What it found.", {
    flag: "p after Holm is at most α",
    "no-flag": "it is not",
    refused: "it has too many false alarms on this election to flag anything",
    "not-run": "something is missing for it",
  }),
  lack: optional(
    oneOf<Lack>("What is missing for it.", {
      centres: "polling centres of several stations",
      turnout: "ballots cast and registered voters",
      stations: "stations that it can test",
    }),
  ),
  n: optional(count("Numbers, centres or stations that were tested.")),
  effect: optional(
    object<Written<Effect>>("How much there is of it.", {
      unit: oneOf<Effect["unit"]>("What is counted.", { stations: "stations", votes: "votes" }),
      amount: decimal("More than expected, or below 0 fewer."),
      share: decimal("The same as a part of all that were tested."),
    }),
  ),
  statistic: optional(decimal("Its z or χ²; of tests that look place by place, the largest.")),
  p: optional(decimal("The p-value by itself.")),
  holm: optional(decimal("The p-value after Holm, among all planned tests or all others.")),
  falseAlarms: optional(about(falseAlarms, "How often clean elections have a p of α or less.")),
  flagged: optional(
    object<NonNullable<Written<ForensicTest>["flagged"]>>("Places that are flagged.", {
      here: count("In these tallies."),
      byChance: decimal("On average in clean elections."),
      mostByChance: count("At most in 95 of 100 clean elections."),
    }),
  ),
  phi: optional(decimal("Variance between the stations of a centre over that of chance.")),
});

const described = object<Written<DescribedStatistic>>("A statistic that decides nothing.", {
  kind: among(DESCRIBED_KINDS, "Which one; docs/forensics.md has what each one is."),
  candidate: text("Code of the candidate."),
  value: decimal("Its value."),
  usual: optional(decimal("What the law that it is held against expects.")),
  p: optional(decimal("Its p-value.")),
  falseAlarms: optional(about(falseAlarms, "How often clean elections are odd by it.")),
  inCleanElections: optional(decimal("Its mean over clean simulated elections.")),
});

const flagged = object<Written<ForensicFlag>>("A centre or a station to look at.", {
  kind: about(testKind, "The test that flags it."),
  subject: about(subject, "What that looks at."),
  centre: text("The polling centre."),
  station: optional(text("The station that stands out; absent where the whole centre does.")),
  p: decimal("The p-value after Benjamini and Hochberg."),
  votesOff: decimal("Votes off what the others have."),
  stations: list(
    object<Written<SheetPlace>>("A station of it.", {
      station: text("Its key."),
      source: text("Name of the file."),
      line: count("Line on which its row starts."),
      votes: count("Its votes, or ballots."),
      outOf: count("Out of so many."),
    }),
    "The stations to look at.",
  ),
});

type ByDigit = Written<ForensicData>["lastDigits"][number];
const byDigit = (description: string, counts: string) =>
  object<ByDigit>(description, {
    candidate: text("Code of the candidate."),
    counts: numbers(counts),
  });

const data = object<Written<ForensicData>>("What charts show.", {
  fingerprints: list(
    object<Written<ForensicData>["fingerprints"][number]>("Turnout beside a candidate's share.", {
      candidate: text("Code of the candidate."),
      cells: list(
        object<Written<FingerprintCell>>("Stations alike in both.", {
          turnoutPercent: count("Turnout in whole percent, rounded down."),
          sharePercent: count("The share in whole percent, rounded down."),
          stations: count("So many stations."),
        }),
        "The cells that hold a station.",
      ),
    }),
    "Stations by turnout and share; a picture, and no test.",
  ),
  lastDigits: list(
    byDigit("The last digits of a candidate.", "How many counts end in 0, 1, and so on to 9."),
    "How many counts end in each digit.",
  ),
  centres: list(
    byDigit(
      "The centres of a candidate.",
      "How many have a p-value in each twentieth from 0 to 1.",
    ),
    "The p-values of polling centres.",
  ),
});

export const forensicsSchema = object<Written<Forensics>>("What the forensic tests found.", {
  version: text("Version of tallyproof that made it."),
  settings: object<Written<ForensicSettings>>("What was fixed.", {
    tests: list(testKind, "The kinds of tests."),
    candidates: names("Codes of the candidates."),
    ties: oneOf<ForensicSettings["ties"]>("How percentages between two whole ones are rounded.", {
      "half-up": "up",
      "half-even": "to the even one",
    }),
    seed: text("What the simulated elections are drawn from."),
    simulations: count("How many clean elections are simulated."),
    centre: optional(text("The region column that is the polling centre.")),
    filters: optional(
      object<Written<ForensicFilters>>("Which stations are tested.", {
        leastValidVotes: optional(count("Those with so many valid votes at least.")),
        regions: optional(listsByName("Those in these regions, by region column.")),
      }),
    ),
    planSha256: optional(matching(/^[0-9a-f]{64}$/, "SHA-256 of the plan's file.")),
    alpha: decimal("A p-value at or below it is a flag."),
    mostFalseAlarms: decimal("A test with a higher false-alarm rate flags nothing."),
  }),
  sources: list(source, "The files of tallies."),
  stations: count("Stations that were tested."),
  accepted: count("Stations with an accepted tally."),
  geometry: object<Written<Forensics>["geometry"]>("What the simulated elections are like.", {
    centres: optional(count("Polling centres.")),
    sharedCentres: optional(count("Those of two stations or more.")),
    overdispersion: decimal("Overdispersion φ of the votes."),
    turnoutOverdispersion: decimal("The same of the turnout."),
  }),
  tests: list(test, "The tests."),
  familyFalseAlarms: object<Written<Forensics>["familyFalseAlarms"]>(
    "How often a clean election has any flag after Holm.",
    {
      planned: optional(about(falseAlarms, "Among the planned tests.")),
      exploratory: optional(about(falseAlarms, "Among the others.")),
    },
  ),
  described: list(described, "Statistics that decide nothing."),
  flags: list(flagged, "Centres and stations to look at, the largest first."),
  data,
});
