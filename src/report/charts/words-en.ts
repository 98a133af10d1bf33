import { OUTCOMES } from "../../words/outcomes";
import { type Figured, listed, type Words } from "./words";

const ORDERS = { file: "the order of the file", random: "random order" };

export const WORDS_EN: Words = {
  outcomes: OUTCOMES.en,
  elsewhere: "contradicted*",
  elsewhereKey: "* By another figure of the claim.",
  ofStations: (stations) => `${stations} stations`,
  coverage: (covered, stations) => `${covered} of ${stations} stations have a tally.`,
  notDrawn: (claims) => `Not drawn: ${claims}.`,
  list: (names) => listed(names, "and"),
  others: (number) => `${number} others`,
  lead: (text, inPoints) => `${text} ${inPoints ? "points" : "votes"}`,

  inThousands: (title) => `${title}, in thousands`,
  inMillions: (title) => `${title}, in millions`,

  ofValidVotes: "% of the valid votes",
  sharesKey: "Dot: share there. Bar: what is possible over all stations.",
  digitsKey: "Line under a mark: what its digits stand for.",
  covered: (share) => `${share} counted`,
  between: (least, most) => `${least} to ${most}`,
  possible: (least, most) => `${least} to ${most} possible`,
  noCompletion: (candidate, claimed, end, above) =>
    `No completion gives ${candidate} ${claimed}; at ${above ? "most" : "least"} ${end} is ${above ? "possible" : "certain"}`,
  contradictedClaims: (claims) => `Contradicted by the tallies: ${claims}`,
  confirmedClaims: (claims) => `True whatever the missing stations hold: ${claims}`,
  nothingDecided: (claims) =>
    claims === 1
      ? "The tallies neither confirm nor exclude the claim"
      : `The tallies neither confirm nor exclude ${claims === 2 ? "either claim" : `any of the ${claims} claims`}`,
  winnerCertain: (candidate, least, most) =>
    `${candidate} has the most votes whatever is missing: ${least} to ${most}`,
  winnerOpen: "The missing stations can still decide who has the most votes",
  candidate: (code, covered, least, most) =>
    `${code}: ${covered} counted, ${least} to ${most} possible`,

  votes: "votes",
  remainderKey:
    "Strong grey: in hand. Faint, up to the line: can be missing. Colour: what the claim needs, or has too many of.",
  inHand: (votes, there) => (there ? `at least ${votes} in hand there` : `${votes} in hand`),
  canBeMissing: (votes) => `up to ${votes} missing`,
  gives: (votes) => `the claim gives ${votes}`,
  room: (votes) => `At most ${votes} votes can be missing.`,
  noRoom: "No vote can be missing.",
  need: needOf,
  needsNone: "Needs no missing votes",
  ownRoom: (votes) => `its own totals leave ${votes}`,
  excess: excessOf,
  tooMuch: (need, room) => `${need}; at most ${room} can exist`,
  excessOf: (excess, claim) => `${excess} for what ${claim} says`,
  allFit: (room) => `No claim needs more than the ${room} votes that can be missing`,
  dependsOnRoll: (claim) =>
    `Whether there can be enough missing votes depends on the roll: ${claim}`,

  leadsEverywhere: (candidate, regions) =>
    `${candidate} has the most counted votes in all ${regions} regions`,
  leadsMost: (candidate, regions, all) =>
    `${candidate} has the most counted votes in ${regions} of ${all} regions`,
  regionsKey: (column) => `By ${column}, the largest lead first.`,
  ofCountedVotes: "% of the counted votes",
  stationsWithTally: (covered, stations) => `${covered} of ${stations} stations with a tally`,
  coverageKey: (column) => `Stations with a tally, by ${column}.`,
  coverageHeader: "tallies",
  coverageColumn: "Right: stations with a tally.",
  ofStationsCovered: "% of the stations",
  coverageEnds: (low, least, high, most) =>
    low === high
      ? `${least} of the stations of ${low} have a tally`
      : `From ${least} (${low}) to ${most} (${high}) of the stations have a tally`,
  largestOnly: (shown, all) => `The ${shown} largest of ${all}.`,

  steady: (candidates, alone, station, stations) =>
    `From station ${station} of ${stations} on ${candidates} ${alone ? "stays" : "stay"} within 1 point of the final share${alone ? "" : "s"}`,
  cumulativeKey: (atRandom) =>
    `In % of the valid votes, as stations are added in the order of the file; in random order from station ${atRandom} on. Band: within 1 point to the end.`,
  orders: { file: "order of the file", random: "random order" },
  stationsAdded: "stations added",
  steadyInWords: (candidate, share, order, station, stations) =>
    `In ${ORDERS[order]} ${candidate} stays within 1 point of ${share} after ${station} of ${stations} stations.`,
  cumulativeCaution: "What is not counted may differ.",
};

function needOf({ figure, candidate, claimed }: Figured, votes: string): string {
  if (figure === "votes") return `${candidate} needs ${votes} more votes`;
  if (figure === "otherVotes") return `The others need ${votes} more votes`;
  if (figure === "winner") return `${candidate} needs ${votes} votes to draw level`;
  if (figure === "share") return `${claimed} for ${candidate} needs ${votes} missing votes`;
  if (figure === "margin") return `A lead of ${claimed} needs ${votes} missing votes`;
  return `Needs ${votes} missing votes`;
}

function excessOf({ figure, candidate }: Figured, votes: string): string {
  if (figure === "votes") return `${candidate} already has ${votes} votes too many`;
  if (figure === "otherVotes") return `The others already have ${votes} votes too many`;
  const noun = { ballotsCast: "ballots", invalidVotes: "invalid votes" }[figure as string];
  return `There are already ${votes} ${noun ?? "valid votes"} too many`;
}
