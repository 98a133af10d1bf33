// What `audit plan --json` and `audit risk --json` print: every field, its type, and what it is in one sentence.
import type { AuditCommitment, AuditDrawing, AuditMethod } from "../../audit/commit";
import type { AuditDraw, DrawnSheet } from "../../audit/draw";
import type { Entries, EntryDispute } from "../../audit/entries";
import type { AuditContest, AuditUncovered } from "../../audit/list";
import type { AuditMargin } from "../../audit/margins";
import type { AuditPlan, PlannedSheets } from "../../audit/plan";
import type { SheetLost, SheetReading } from "../../audit/readings";
import type { AuditedMargin, AuditRisk, AuditStep, SheetDifference } from "../../audit/risk";
import type { AssumedErrors, SheetsNeeded } from "../../audit/simulate";
import {
  about,
  count,
  counts,
  difference,
  either,
  list,
  literal,
  matching,
  names,
  nullable,
  number,
  object,
  oneOf,
  optional,
  positive,
  text,
} from "./schema-parts";

const uncovered = object<AuditUncovered>("Stations that the list does not have.", {
  stations: count("How many."),
  ballots: count("The most ballots that they can hold."),
});

/** A pair that an audit tests. */
const pairFields = {
  contest: optional(text("Name of the contest, where there is more than one.")),
  winner: text("Code of the reported winner."),
  loser: text("Code of a reported loser."),
  reported: count("Votes of the winner less those of the loser, as reported."),
  margin: difference("The same less every ballot that uncovered stations can hold."),
};

const margin = object<AuditMargin>("A reported winner and a reported loser.", pairFields);

const errors = object<AssumedErrors>("Errors that a plan reckons with.", {
  share: number("The share of the sheets that have one, 0–1."),
  taint: number("How large it is, beside the largest that it could be; 1 of a missing sheet."),
});

const needed = object<SheetsNeeded>("Sheets after which the risk limit is reached.", {
  median: count("In the middle of the simulated audits."),
  ninetieth: count("In nine of ten of them."),
});

/** As it is in JSON, which has no undefined. */
type PrintedSheets = Omit<PlannedSheets, "simulated"> & {
  readonly simulated: readonly (SheetsNeeded | null)[];
};

const plan = object<Omit<AuditPlan, "sheets"> & { readonly sheets: readonly PrintedSheets[] }>(
  "How many sheets an audit would take.",
  {
    kind: literal("plan", "What the document is."),
    version: text("Version of tallyproof that made it."),
    name: text("What is to be audited."),
    stations: count("Stations of the list."),
    uncovered: about(uncovered, "Stations without a sheet in the list."),
    margins: list(margin, "The pairs that are tested."),
    errorBound: optional(number("How many times over the stations could undo a margin.")),
    errors: list(errors, "The errors that it reckons with."),
    seed: text("What the simulated audits take their numbers from."),
    runs: count("How many audits are simulated."),
    sheets: list(
      object<PrintedSheets>("The sheets that a risk limit takes.", {
        riskLimit: number("The risk limit, 0–1."),
        betting: count("At most so many by betting, if every sheet says what was reported."),
        kaplanMarkov: count("Exactly so many by Kaplan–Markov, if so."),
        simulated: list(
          nullable(needed),
          "By simulated audits, for each of `errors`; null where the limit is not reached.",
        ),
      }),
      "For each risk limit; empty where there is no error bound.",
    ),
  },
);

const commitment = object<AuditCommitment>("What was promised before the seed was drawn.", {
  version: text("Version of tallyproof that made it."),
  date: text("When it was published."),
  name: text("What is audited."),
  riskLimit: number("The chance that one is willing to take of confirming a wrong outcome, 0–1."),
  drawing: oneOf<AuditDrawing>("How sheets are drawn.", {
    weighted: "by how much they can hide, each once",
    "with-replacement": "by how much they can hide, perhaps more than once",
    uniform: "all alike, each once",
  }),
  method: oneOf<AuditMethod>("How the risk is measured.", {
    betting: "by a betting martingale",
    "kaplan-markov": "by Kaplan and Markov's bound",
  }),
  candidates: names("Codes of the candidates."),
  contests: list(
    object<AuditContest>("A contest.", {
      name: optional(text("Its name, where there is more than one.")),
      candidates: names("Codes of its candidates."),
      winners: optional(count("How many are elected; 1 unless given.")),
      votesAllowed: optional(count("Votes that one ballot may give; 1 unless given.")),
    }),
    "The contests.",
  ),
  uncovered: about(uncovered, "Stations without a sheet in the list."),
  margins: list(margin, "The pairs that are tested."),
  errorBound: optional(number("How many times over the stations could undo a margin.")),
  stations: count("Stations of the list."),
  listSha256: matching(/^[0-9a-f]{64}$/, "SHA-256 of the published list."),
  rule: text("How a ticket becomes a station."),
});

/** A sheet that was drawn. */
const drawnFields = {
  order: positive("Its place in the draw, from 1."),
  round: positive("The round that it was drawn in, from 1."),
  ticket: positive("Which ticket of the seed fell on it."),
  station: text("Key of the station."),
  evidence: optional(text("Where its sheet can be seen.")),
};

const draw = object<AuditDraw>("What was drawn.", {
  commitment,
  seed: matching(/^\d+$/, "The seed, thrown in public."),
  seedDate: text("When it was thrown."),
  sheets: list(object<DrawnSheet>("A drawn sheet.", drawnFields), "The sheets, in order."),
});

const step = object<AuditStep>("A drawn sheet, what was found, and the risk after it.", {
  ...drawnFields,
  state: oneOf<AuditStep["state"]>("What was found.", {
    read: "it was read again",
    missing: "it is not there",
    unreadable: "nobody can read it",
  }),
  differences: list(
    object<SheetDifference>("A candidate's votes.", {
      candidate: text("Code of the candidate."),
      reported: count("As reported."),
      read: count("As read again."),
    }),
    "What it says otherwise than reported.",
  ),
  taint: number("Its error beside the largest that it could have; 1 of one that cannot be read."),
  now: number("The measured risk after it."),
  risk: number("The lowest so far."),
});

const entries = object<Entries>("What the readers entered.", {
  readings: list(
    either(
      object<SheetReading>("A sheet that was read.", {
        station: text("Key of the station."),
        votes: counts("Votes by candidate code."),
      }),
      object<SheetLost>("A sheet that was not.", {
        station: text("Key of the station."),
        state: oneOf<SheetLost["state"]>("Why not.", {
          missing: "it is not there",
          unreadable: "nobody can read it",
        }),
      }),
      "What the readers of a sheet agree on.",
    ),
    "What all who read a sheet agree on.",
  ),
  disputes: list(
    object<EntryDispute>("A sheet on which the readers differ.", {
      station: text("Key of the station."),
      said: names("What each reader says."),
    }),
    "Sheets that must be looked at together.",
  ),
  readOnce: names("Stations that only some of the readers have read yet."),
});

const risk = object<AuditRisk & { readonly entries?: Entries }>("What the sheets prove.", {
  kind: literal("risk", "What the document is."),
  version: text("Version of tallyproof that made it."),
  draw,
  outcome: oneOf<AuditRisk["outcome"]>("What it comes to.", {
    supported: "the risk is at or below its limit",
    open: "more sheets are needed",
    confirmed: "every sheet that matters was read, and the reported outcome is right",
    overturned: "every sheet that matters was read, and it is wrong",
  }),
  risk: number("The measured risk, above 0 and at most 1."),
  reachedAt: optional(positive("Place in the draw after which it was at or below its limit.")),
  margins: list(
    object<AuditedMargin>("A pair, with what the sheets changed in it.", {
      ...pairFields,
      overstated: difference("Votes by which the sheets overstated the lead; below 0 understated."),
    }),
    "The pairs that are tested.",
  ),
  steps: list(step, "The sheets that were looked after, in the order of the draw."),
  waiting: count("Drawn places that wait: the first one not read, and all after it."),
  early: count("Readings after the first place that waits, which do not count yet."),
  entries: optional(entries),
});

export const auditSchema = either(
  plan,
  risk,
  "An audit; `kind` says which of its two answers it is.",
);
