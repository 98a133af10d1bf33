import type { FigureKind, Outcome } from "../../judge/verdict";

/** A figure of a claim; its candidate and what is claimed as text. */
export interface Figured {
  readonly figure: FigureKind;
  readonly candidate: string;
  readonly claimed: string;
}

/** Everything that charts say, in one language. Names and numbers come as text. */
export interface Words {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** A figure that is possible by itself, in a claim that is contradicted. */
  readonly elsewhere: string;
  /** What that means, where there is one. */
  readonly elsewhereKey: string;
  /** Which stations a claim is on. */
  ofStations(stations: string): string;
  coverage(covered: string, stations: string): string;
  notDrawn(claims: string): string;
  list(names: readonly string[]): string;
  /** The rest of a list. */
  others(number: number): string;
  /** A claimed lead, in points or in votes. */
  lead(text: string, inPoints: boolean): string;

  /** The title of an axis whose numbers are that many. */
  inThousands(title: string): string;
  inMillions(title: string): string;

  readonly ofValidVotes: string;
  readonly sharesKey: string;
  readonly digitsKey: string;
  covered(share: string): string;
  between(least: string, most: string): string;
  possible(least: string, most: string): string;
  noCompletion(candidate: string, claimed: string, end: string, above: boolean): string;
  contradictedClaims(claims: string): string;
  confirmedClaims(claims: string): string;
  nothingDecided(claims: number): string;
  winnerCertain(candidate: string, least: string, most: string): string;
  readonly winnerOpen: string;
  candidate(code: string, covered: string, least: string, most: string): string;

  readonly votes: string;
  readonly remainderKey: string;
  /** Of all stations, or of those that a claim is on. */
  inHand(votes: string, there: boolean): string;
  canBeMissing(votes: string): string;
  gives(votes: string): string;
  room(votes: string): string;
  readonly noRoom: string;
  need(figured: Figured, votes: string): string;
  readonly needsNone: string;
  ownRoom(votes: string): string;
  excess(figured: Figured, votes: string): string;
  tooMuch(need: string, room: string): string;
  excessOf(excess: string, claim: string): string;
  allFit(room: string): string;
  dependsOnRoll(claim: string): string;

  leadsEverywhere(candidate: string, regions: string): string;
  leadsMost(candidate: string, regions: string, all: string): string;
  regionsKey(column: string): string;
  readonly ofCountedVotes: string;
  stationsWithTally(covered: string, stations: string): string;
  coverageKey(column: string): string;
  readonly coverageHeader: string;
  /** What the column under that header is. */
  readonly coverageColumn: string;
  readonly ofStationsCovered: string;
  coverageEnds(low: string, least: string, high: string, most: string): string;
  largestOnly(shown: string, all: string): string;

  steady(candidates: string, alone: boolean, station: string, stations: string): string;
  cumulativeKey(atRandom: string): string;
  readonly orders: { readonly file: string; readonly random: string };
  readonly stationsAdded: string;
  steadyInWords(
    candidate: string,
    share: string,
    order: "file" | "random",
    station: string,
    stations: string,
  ): string;
  readonly cumulativeCaution: string;
}

/** Names one after the other: `A, B and C`. */
export const listed = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
