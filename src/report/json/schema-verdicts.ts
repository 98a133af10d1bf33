// What was judged. One table: every field, its type, and what it is in one sentence.
import type { CandidateDistance, ClaimDistance } from "../../judge/distance";
import type { Exclusion } from "../../judge/exclusions";
import type { ArithmeticCheck } from "../../judge/arithmetic";
import type { TotalLook } from "../../judge/look-total";
import type { Look, Need } from "../../judge/look";
import type { Spread } from "../../judge/profile";
import type { RoundingCheck } from "../../judge/rounding";
import type { FigureKind, Finding, Outcome, RollVerdict, Verdict } from "../../judge/verdict";
import type { OwnFigures } from "../../verification";
import type { Written } from "./document";
import {
  about,
  claimed,
  count,
  decimal,
  difference,
  digits,
  flag,
  list,
  object,
  oneOf,
  optional,
  pair,
  range,
  share,
  text,
  unlimited,
} from "./schema-parts";
import { proof } from "./schema-proofs";

export const outcome = oneOf<Outcome>("What the tallies say.", {
  confirmed: "true whatever the missing stations hold",
  contradicted: "true in no case",
  undecided: "true in some cases, or not to be judged, as the reason says",
});

const figure = oneOf<FigureKind>("The figure.", {
  votes: "votes of a candidate",
  share: "a candidate's share of the valid votes",
  otherVotes: "votes of all candidates that the claim does not name",
  validVotes: "valid votes",
  invalidVotes: "invalid votes",
  ballotsCast: "ballots cast",
  turnout: "ballots cast in percent of voters",
  winner: "who has the most votes",
  margin: "how far one candidate is ahead of another",
  together: "all figures of the claim at once",
});

const finding = object<Written<Finding>>("What the tallies say of one figure of a claim.", {
  figure,
  candidate: optional(text("Code of the candidate whose figure it is.")),
  claimed: optional(claimed()),
  outcome,
  reason: text("One sentence with the numbers that decide."),
  inHand: optional(
    difference("Counted on the covered stations; of a margin below 0 where the other is ahead."),
  ),
  required: optional(difference("Claimed less in hand; below 0 the excess that is already there.")),
  overlap: optional(
    object<NonNullable<Finding["overlap"]>>("Of a claim on part of the stations.", {
      claimed: count("Stations that the claim covers."),
      least: count("The fewest of them that can have an accepted tally."),
      most: count("The most of them that can have one."),
    }),
  ),
  missing: optional(
    object<NonNullable<Finding["missing"]>>(
      "Of undecided votes on part of the stations: if as many missing stations as can be are meant.",
      {
        stations: count("So many missing stations."),
        covered: count("What the covered stations with the most come to, as many as are left."),
        votes: count("What the missing stations would have to add."),
      },
    ),
  ),
  available: optional(difference("The most that uncovered stations can add.")),
  possible: optional(
    object<NonNullable<Written<Finding>["possible"]>>("What the share can be.", {
      min: about(share, "If all missing votes went to others."),
      max: about(share, "If all missing votes went to the candidate."),
    }),
  ),
  uncoveredVotes: optional(range("The missing votes with which the figure is true.")),
  neededVotes: optional(
    unlimited(
      "The fewest missing votes with which it could be true, were there room for them; as text beyond 2^53 − 1.",
    ),
  ),
});

const spread = object<Written<Spread>>(
  "What the covered stations are like in one respect.",
  {
    average: decimal("Of all of them together."),
    low: decimal("Their 5th percentile."),
    high: decimal("Their 95th percentile."),
  },
  "Spread",
);

const need = object<Written<Need>>("What the claim asks of a candidate at the missing stations.", {
  candidate: text("Code of the candidate."),
  rival: optional(text("Code of the one over whom a lead is asked for.")),
  needed: object<Written<Need>["needed"]>("Their share of the missing votes, or lead, 0–1.", {
    min: decimal("At least so much."),
    max: decimal("At most so much."),
  }),
  covered: about(spread, "The same at the covered stations."),
  side: oneOf<Need["side"]>("Where that is, beside the covered average.", {
    above: "all of it is more",
    below: "all of it is less",
    within: "it takes the average in",
  }),
  stations: count("Covered stations at least as far on that side; all of them when within."),
  ofStations: count("Of so many covered stations with valid votes."),
});

type Ratio = NonNullable<Written<Look>["perStation"]>;
const ratio = (description: string) =>
  object<Ratio>(description, {
    needed: decimal("At the missing stations, as supposed."),
    covered: about(spread, "At the covered stations."),
  });

const look = object<Written<Look>>("Missing stations as claimed, beside the covered ones.", {
  among: optional(
    object<NonNullable<Look["among"]>>(
      "Of a claim on part of the stations, which of them are supposed.",
      {
        stations: count("So many missing stations: as many as can be."),
        covered: count("So many covered ones: those that suit each figure best."),
      },
    ),
  ),
  missingVotes: count("The missing votes that are supposed."),
  basis: oneOf<Look["basis"]>("Why so many.", {
    covered: "as many per registered voter, or per station, as at the covered stations",
    least: "the fewest with which the claim is possible",
    most: "the most with which it is possible",
  }),
  possible: range("The missing votes with which the claim is possible."),
  perStation: optional(ratio("Valid votes per station.")),
  total: optional(
    object<Written<TotalLook>>("Of a claim on totals alone: what it asks of each station.", {
      figure: oneOf<TotalLook["figure"]>("What is counted.", {
        validVotes: "valid votes",
        ballotsCast: "ballots",
        invalidVotes: "invalid votes",
      }),
      needed: object<Written<TotalLook>["needed"]>("Per missing station.", {
        min: decimal("At least so many."),
        max: decimal("At most so many."),
      }),
      covered: about(spread, "The same at the covered stations."),
    }),
  ),
  turnout: optional(ratio("Valid votes per registered voter, where all of those are known.")),
  text: text("The same in a sentence."),
  needs: list(need, "What is asked of candidates, the farthest from the covered stations first."),
});

const roll = object<Written<RollVerdict>>("The claim under one published number of voters.", {
  registeredVoters: count("So many voters."),
  outcome,
  reason: optional(text("The same in one sentence; absent where another roll implies it.")),
  proof: optional(about(proof, "Of a claim that is ruled out under it: why.")),
});

export const verdict = object<Written<Verdict>>("A claim judged against the tallies.", {
  claim: text("Id of the claim."),
  outcome,
  reason: text("The finding that decides, in one sentence."),
  findings: list(finding, "What the tallies say of each figure."),
  proof: optional(about(proof, "Of a contradicted claim: why, in numbers to check.")),
  look: optional(about(look, "Of an undecided claim: what the missing stations would be.")),
  rolls: optional(list(roll, "Under each published number of voters, lowest first.")),
});

const check = object<Written<ArithmeticCheck>>("Whether two figures of a claim agree.", {
  check: oneOf<ArithmeticCheck["check"]>("What is compared.", {
    "votes-sum": "the votes with the valid votes",
    "ballots-sum": "valid and invalid votes with the ballots cast",
    "share-of-votes": "a share with the votes",
    "shares-sum": "all shares with 100 %",
    winner: "the winner with the votes and shares",
    margin: "the lead with the votes",
    "turnout-base": "the turnout with the ballots and voters",
  }),
  candidate: optional(text("Code of the candidate whose figure is compared.")),
  agrees: flag("Whether they can both be true."),
  text: text("One sentence with the numbers."),
  impliedBase: optional(
    object<NonNullable<Written<ArithmeticCheck>["impliedBase"]>>(
      "Of how many voters the turnout is a share.",
      {
        middle: decimal("The ballots divided by the turnout, with two decimals."),
        min: unlimited("The fewest voters of whom it is the turnout; as text beyond 2^53 − 1."),
        max: unlimited("The most voters of whom it is the turnout; as text beyond 2^53 − 1."),
      },
    ),
  ),
});

type Rounded = Written<RoundingCheck>["counts"][number];
const rounded = object<Rounded>("A count beside the nearest rounded percentage.", {
  candidate: optional(text("Code of the candidate; absent for all others together.")),
  votes: count("The count."),
  percent: decimal("The nearest percentage with so many decimals."),
  residual: decimal("The count less that percentage of the total, in votes."),
  rounded: flag("Whether the count is that percentage of the total, rounded."),
});

const rounding = object<Written<RoundingCheck>>("Whether counts are rounded percentages.", {
  claim: text("Id of the claim."),
  decimals: count("Decimals of the percentages looked for."),
  total: count("The votes of which the counts are parts."),
  counts: list(rounded, "Each count of the claim."),
  flagged: flag("Whether all are, which counted votes are in less than 1 of 1,000 cases."),
  favourable: optional(digits("Divisions of the total that are as round.")),
  outOf: optional(digits("All divisions of the total.")),
  probability: optional(decimal("`favourable` / `outOf`.")),
  reading: text("What it comes to, in plain words."),
});

export const ownFigures = object<Written<OwnFigures>>("A claim's figures by themselves.", {
  claim: text("Id of the claim."),
  arithmetic: list(check, "Whether they agree with each other."),
  rounding: optional(
    about(rounding, "Whether the counts are rounded percentages; part of no verdict."),
  ),
});

export const exclusion = object<Written<Exclusion>>("Two claims of which at most one is true.", {
  claims: pair(text("Id of a claim."), "Ids of the two claims."),
  reason: text("Why, in one sentence."),
});

const candidateDistance = object<Written<CandidateDistance>>("How far one share is off.", {
  code: text("Code of the candidate."),
  difference: decimal("Claimed less covered share, as a part of 1."),
});

export const distance = object<Written<ClaimDistance>>("How far a claim is from the tallies.", {
  claim: text("Id of the claim."),
  candidates: list(candidateDistance, "Each candidate of the claim."),
  meanAbsolute: decimal("Mean of the differences without their signs."),
  largest: decimal("The largest difference without its sign."),
});
