// What `reconcile --json` prints. One table: every field, its type, and what it is in one sentence.
import type { TallyErrorCode } from "../../model/error";
import { electionSchema } from "../../model/parse-election";
import type { SheetCount } from "../../model/tallies";
import type { CountDifference, StationDifference } from "../../reconcile/differences";
import type { ClaimOutcome, View, ViewName } from "../../reconcile/effect";
import type { CountKind, SheetKind } from "../../reconcile/kinds";
import type { Dispute, Dissent, Majority, Proofreading, Reading } from "../../reconcile/majority";
import type { NearKeys } from "../../reconcile/near-keys";
import type {
  LoneStation,
  Reconciliation,
  StationsBeside,
  Transcription,
} from "../../reconcile/reconcile";
import type { RegionRollUp, RollUp, RollUpDifference } from "../../reconcile/roll-up";
import type { RECONCILED_DECIMALS } from "../reconcile/outputs";
import type { Plain, PlainDocument } from "./plain-json";
import { candidateCount, rows, source } from "./schema-counts";
import {
  about,
  count,
  decimal,
  difference,
  either,
  flag,
  list,
  literal,
  names,
  numbers,
  object,
  oneOf,
  optional,
  pair,
  record,
  text,
} from "./schema-parts";
import { outcome } from "./schema-verdicts";

type Decimals = (typeof RECONCILED_DECIMALS)[number];
type Written<T> = Plain<T, Decimals>;

/** The fields with which every such document begins. */
const head = <K extends string>(kind: K) => ({
  kind: literal(kind, "What the document is."),
  schema: literal(1, "Version of the document's form."),
  version: text("Version of tallyproof that made it."),
});

const transcription = object<Written<Transcription>>(
  "A transcription.",
  {
    name: text("Names of its files."),
    stations: count("Stations with an accepted tally."),
    sources: list(source, "Its files."),
    rows: about(rows, "Where the rows of its files went."),
  },
  "Transcription",
);

/** What stands beside a station: where its row is. */
const place = {
  source: text("Name of the file."),
  line: count("Line on which the row starts."),
};

const COUNT_KINDS: Readonly<Record<CountKind, string>> = {
  "one-digit": "one digit is another",
  "swapped-digits": "two neighbouring digits are exchanged",
  "digit-missing": "a digit is missing in one of them",
  other: "none of these",
};

const SHEET_KINDS: Readonly<Record<SheetKind, string>> = {
  ...COUNT_KINDS,
  "shifted-columns": "the votes stand one column further",
  "swapped-columns": "two candidates' votes are exchanged",
  "copied-neighbour": "the votes are those of a neighbouring row",
  several: "several of these",
};

const SHEET_COUNTS: Readonly<Record<SheetCount, string>> = {
  invalidVotes: "invalid votes",
  blankVotes: "blank votes",
  ballotsCast: "ballots cast",
  registeredVoters: "registered voters",
};

const countDifference = object<Written<CountDifference>>("A count that they give differently.", {
  candidate: optional(text("Code of the candidate whose votes it is.")),
  field: optional(oneOf<SheetCount>("Which other count it is.", SHEET_COUNTS)),
  a: count("In the first."),
  b: count("In the second."),
  kind: oneOf<CountKind>("What the difference looks like.", COUNT_KINDS),
});

const stationDifference = object<Written<StationDifference>>(
  "A sheet that they give differently.",
  {
    station: text("Key of the station."),
    regions: record("Names of its regions by region column, in the first."),
    a: object<Written<StationDifference>["a"]>("Where it stands in the first.", place),
    b: object<Written<StationDifference>["b"]>("Where it stands in the second.", place),
    counts: list(countDifference, "The counts that differ."),
    kind: oneOf<SheetKind>("What the whole difference looks like.", SHEET_KINDS),
  },
);

const lone = object<Written<LoneStation>>("A station that only one of them has.", {
  station: text("Key of the station."),
  ...place,
});

const view = object<Written<View>>("Totals by one way to take the two.", {
  name: oneOf<ViewName>("Which way.", {
    a: "the first alone",
    b: "the second alone",
    corrected: "the first, with what the second reads differently",
    united: "both, each station once",
  }),
  stations: count("Stations counted."),
  validVotes: count("Valid votes."),
  candidates: list(candidateCount, "Votes and share of each candidate."),
  verdicts: optional(
    list(
      object<Written<ClaimOutcome>>("A claim by these totals.", {
        claim: text("Id of the claim."),
        outcome: about(outcome, "What the totals say of it."),
      }),
      "The outcome of each claim of the election.",
    ),
  ),
  refused: optional(text<TallyErrorCode>("Why claims cannot be judged by it: an error's code.")),
});

const reconciliation = object<PlainDocument<Reconciliation, "reconciliation", Decimals>>(
  "Two transcriptions beside each other.",
  {
    ...head("reconciliation"),
    election: optional(about(electionSchema, "The election, as it was described.")),
    a: about(transcription, "The first."),
    b: about(transcription, "The second."),
    stations: object<Written<StationsBeside>>("How many stations each has.", {
      shared: count("In both."),
      equal: count("In both, with the same counts."),
      different: count("In both, with other counts."),
      onlyA: count("Only in the first."),
      onlyB: count("Only in the second."),
    }),
    differences: list(stationDifference, "What differs, in the order of the first."),
    onlyA: list(lone, "Stations that only the first has."),
    onlyB: list(lone, "Stations that only the second has."),
    nearKeys: list(
      object<Written<NearKeys>>("Two keys that differ only in zeros in front.", {
        a: text("In the first."),
        b: text("In the second."),
        sameVotes: flag("Whether both have the same votes there."),
      }),
      "Stations of either that may be one and the same.",
    ),
    views: list(view, "Totals by each, corrected, and united."),
    bothMisread: optional(
      decimal("At most so many stations both may have misread, if independent."),
    ),
  },
);

const reading = object<Written<Reading>>("What a transcription reads.", {
  transcription: count("Which one, from 0."),
  votes: numbers("Votes by candidate, in the order of `candidates`."),
  ...place,
});

const majority = object<PlainDocument<Majority, "majority", Decimals>>(
  "Three or more transcriptions, by majority.",
  {
    ...head("majority"),
    candidates: names("Codes of the candidates."),
    transcriptions: list(
      object<Written<Dissent>>("A transcription.", {
        name: text("Names of its files."),
        stations: count("Stations with an accepted tally."),
        sources: list(source, "Its files."),
        rows: about(rows, "Where the rows of its files went."),
        dissents: count("Stations where it reads otherwise than the majority."),
      }),
      "The transcriptions, in the order that they were given in.",
    ),
    stations: object<Written<Majority>["stations"]>("Stations by how many have them.", {
      all: count("In any."),
      inSeveral: count("In two or more."),
      inAll: count("In all."),
    }),
    unanimous: count("Stations in several that all of them read alike."),
    settled: count("Stations that a majority settles."),
    unsettled: count("Stations without a majority."),
    disputes: list(
      object<Written<Dispute>>("A station on which they differ.", {
        station: text("Key of the station."),
        majority: optional(numbers("Votes by candidate that more than half of them read.")),
        dissenters: list(reading, "The other readings; without a majority all of them."),
      }),
      "The stations on which they differ.",
    ),
    proofreading: list(
      object<Written<Proofreading>>("One transcription, read again by two others.", {
        of: count("Which was read again, from 0."),
        by: pair(count("Which one, from 0."), "The two that read it again."),
        first: count("Stations where the first of them reads otherwise."),
        second: count("Stations where the second does."),
        both: count("Stations where both do, and alike."),
        missed: optional(decimal("Errors that both missed, by Lincoln and Petersen.")),
      }),
      "What any two find in a third.",
    ),
  },
);

const rollUpDifference = object<Written<RollUpDifference>>("A total that is not the sum.", {
  candidate: optional(text("Code of the candidate whose votes it is of.")),
  field: optional(
    oneOf<NonNullable<RollUpDifference["field"]>>("What else it is of.", {
      validVotes: "valid votes",
      ...SHEET_COUNTS,
    }),
  ),
  published: count("As published."),
  sum: count("The sum over the parts in hand."),
  difference: difference("Published less sum."),
});

const rollUp = object<PlainDocument<RollUp, "roll-up", Decimals>>(
  "Published totals of regions beside the sums of their parts.",
  {
    ...head("roll-up"),
    by: text("The region column of the parts."),
    published: about(transcription, "The published totals."),
    parts: about(transcription, "The parts."),
    regions: list(
      object<Written<RegionRollUp>>("A region.", {
        region: text("Its name."),
        parts: count("Parts in hand."),
        allParts: optional(count("Parts in all, where a register says.")),
        outcome: oneOf<RegionRollUp["outcome"]>("The published total beside the sum.", {
          equal: "they are the same",
          below: "some published count is below the sum",
          above: "the published counts are the sum or above it",
        }),
        differences: list(rollUpDifference, "The counts that differ."),
        ...place,
      }),
      "The regions, as published.",
    ),
    withoutParts: names("Published regions without a part in hand."),
    withoutTotal: names("Regions of parts without a published total."),
  },
);

export const reconciledSchema = either(
  either(reconciliation, majority, "Two transcriptions, or more of them."),
  rollUp,
  "Transcriptions beside each other; `kind` says in which way.",
);
