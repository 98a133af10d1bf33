// Why a claim is ruled out. One table: every field, its type, and what it is in one sentence.
import type { Fact, FactKind } from "../../judge/lines";
import type { Premises, Span } from "../../judge/premises";
import type {
  CompletionProof,
  ProofCondition,
  StationsFigure,
  StationsPart,
  StationsProof,
} from "../../judge/proof";
import type { PlaceNumbers } from "../../judge/remainder";
import { claimSchema } from "../../model/claim-schema";
import type { Written } from "./document";
import {
  about,
  count,
  counts,
  decimal,
  digits,
  either,
  flag,
  list,
  literal,
  names,
  object,
  oneOf,
  optional,
  pair,
  range,
  text,
  sentences,
} from "./schema-parts";

// Described by itself, as elections refer to the same schema.
sentences.add(claimSchema, {
  id: "Claim",
  description: "A published result, as it was described.",
});

const fact = object<Written<Fact>>("A thing that is known of the missing votes W, or claimed.", {
  kind: oneOf<FactKind>("Which one, where w stands for a candidate's missing votes.", {
    "votes-exist": "W is at least 0, or 1 where a share of no votes is claimed",
    room: "W is at most what the uncovered stations can hold",
    within: "the w of these candidates are at most W together",
    "all-votes": "the w of all candidates are W together",
    "no-negative": "the w of these candidates are at least 0",
    votes: "votes in hand and missing make the number claimed",
    "other-votes": "those of the candidates not named make the number claimed",
    "valid-votes": "all of them make the valid votes claimed",
    "share-least": "they make no less than the share claimed",
    "share-most": "they make no more than the share claimed",
    "margin-votes": "the lead of the first over the second is as claimed",
    "margin-least": "that lead is no less than the points claimed",
    "margin-most": "that lead is no more than the points claimed",
    winner: "the second candidate has no more votes than the first",
    ballots: "the valid votes are no more than the claim's ballots leave",
    "ballots-whole": "some whole number of ballots is what the claim says",
    "ballots-parts":
      "valid and invalid votes, with the blank ones in hand, are no more than the claim's ballots",
    "ballots-reach": "so many ballots as claimed can be cast",
    invalid: "the claim's invalid votes leave room for the missing valid ones",
    "invalid-least": "the claim has no fewer invalid votes than are in hand",
    "turnout-least": "the claim's ballots are no less than its turnout",
    "turnout-most": "the claim's ballots are no more than its turnout",
  }),
  candidates: optional(names("Codes of the candidates that it is about.")),
  by: optional(
    oneOf<NonNullable<Fact["by"]>>("By which of the claim's figures ballots are meant.", {
      ballotsCast: "its ballots",
      turnout: "its turnout",
    }),
  ),
});

type Used = Written<ProofCondition>["facts"][number];
const use = object<Used>("A fact, so many times.", {
  fact,
  times: digits("How many times; an equation also a negative number of times."),
  text: text("The fact with its numbers, in words."),
});

const condition = object<Written<ProofCondition>>("A condition: factor · W + offset ≥ 0.", {
  text: text("What it asks for and why, in words."),
  factor: decimal("What W is multiplied by."),
  offset: decimal("What is added."),
  facts: list(use, "The facts that add up to it."),
});

const span = (description: string) =>
  object<Written<Span>>(description, {
    least: count("So many for certain."),
    most: count("At most so many."),
  });

/** Stations and voters, and what can be missing. */
const placeNumbers = {
  stations: count("How many stations there are, at most; 0 where nothing is counted."),
  covered: count("Stations with an accepted tally."),
  registered: count("Voters registered at those for certain."),
  roll: count("Voters on the roll, in all."),
  room: count("The most ballots, and so valid votes, at the uncovered stations."),
  roomBy: oneOf<PlaceNumbers["roomBy"]>("What the most missing votes follow from.", {
    roll: "the roll less the voters registered at covered stations",
    register: "fewer, by a register of the stations or regions",
    all: "fewer, as no more can be missing in a region than in all",
    complete: "none, as no station is missing",
  }),
  maxTurnout: optional(text("An assumption: at most so many percent of those voters.")),
};

const premises = object<Written<Premises>>("What is in hand, and what can be missing.", {
  region: optional(
    names("Names of the region that it is, if not the whole election, from the largest down."),
  ),
  ...placeNumbers,
  votes: counts("Votes in hand by candidate code."),
  validVotes: count("Valid votes in hand."),
  blankVotes: count("Ballots in hand that are neither valid nor invalid for certain."),
  ballots: span("Ballots in hand for certain, and the most in all."),
  invalidVotes: span(
    "Invalid votes in hand for certain, and the most in all, if no missing vote is valid.",
  ),
});

const completion = object<Written<CompletionProof>>(
  "No number W of missing votes will do: two conditions on it exclude each other, or one never holds.",
  {
    basis: literal("completion", "Which kind of proof it is."),
    claim: about(claimSchema, "The claim that is ruled out."),
    premises,
    conditions: list(condition, "One or two conditions, which no W satisfies."),
    wholeVotes: optional(
      range("Where the conditions leave these W, but no whole numbers of votes."),
    ),
  },
);

const stationsPart = object<Written<StationsPart>>("A number of votes that the claim gives.", {
  figure: oneOf<StationsPart["figure"]>("Which one.", {
    votes: "votes of a candidate",
    otherVotes: "votes of all candidates that the claim does not name",
    validVotes: "valid votes",
  }),
  candidate: optional(text("Code of the candidate, of votes.")),
});

const stations = object<Written<StationsProof>>(
  "Whichever stations the claim means, the covered ones among them already have too much, or too little.",
  {
    basis: literal("stations", "Which kind of proof it is."),
    claim: about(claimSchema, "The claim that is ruled out."),
    region: optional(
      names("Names of the region that the numbers are of, if not of the whole election."),
    ),
    ...placeNumbers,
    overlap: object<StationsProof["overlap"]>("How many of the claim's stations are covered.", {
      least: count("At least so many."),
      most: count("At most so many."),
    }),
    figure: oneOf<StationsFigure>("The figure that is ruled out.", {
      votes: "votes of a candidate",
      otherVotes: "votes of all candidates that the claim does not name",
      validVotes: "valid votes",
      invalidVotes: "invalid votes",
      ballotsCast: "ballots cast",
      turnout: "ballots cast in percent of voters",
      share: "a candidate's share of the valid votes",
      winner: "who has the most votes",
      marginVotes: "a lead in votes",
      marginShare: "a lead in points",
      sum: "two numbers of votes, added up",
      difference: "two numbers of votes, the second taken off",
    }),
    candidate: optional(text("Code of the candidate whose figure it is.")),
    rival: optional(text("Code of the one over whom a lead is claimed.")),
    parts: optional(pair(stationsPart, "Of a sum or a difference: the two numbers.")),
    side: oneOf<StationsProof["side"]>("Which end rules it out.", {
      least: "the least that such stations have is too much",
      most: "the most that they have is too little",
    }),
    taken: count("So many covered stations among the claim's have that end."),
    sum: decimal(
      "What they come to: votes, ballots or lead; of a share, votes less the share of the valid votes.",
    ),
    added: count("The most missing votes at the rest of the claim's stations."),
    votersKnown: flag(
      "Whether the voters of the missing stations are known; else any of them may hold all.",
    ),
    text: text("All of it in one sentence."),
    steps: names("How to work it out, step by step, in words."),
  },
);

export const proof = either(
  completion,
  stations,
  "Why a claim cannot be true, in numbers to check.",
  "Proof",
);
