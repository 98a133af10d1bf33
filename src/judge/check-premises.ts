import { Exact } from "../model/share";
import type { Claim } from "../model/claim";
import { whole } from "./check-claim";
import type { Premises } from "./premises";
import type { PlaceNumbers } from "./remainder";

// Whether the numbers that a proof starts from can be those of any tallies at all.

/** What is wrong with what can be missing. */
export function roomFault(place: PlaceNumbers): string | undefined {
  const { stations, covered, registered, roll, room, roomBy, maxTurnout } = place;
  if (![stations, covered, registered, roll, room].every(whole)) return "its numbers are not whole";
  if (covered > stations) return "more stations are covered than there are";
  if (registered > roll) return "more voters are registered at covered stations than on the roll";
  if (maxTurnout !== undefined && !/^\d{1,3}(\.\d{1,8})?$/.test(maxTurnout))
    return "its turnout is no percentage";
  const limit = new Exact(maxTurnout ?? 100)
    .div(100)
    .times(roll - registered)
    .floor();
  const complete = stations > 0 && covered === stations;
  if (complete !== (roomBy === "complete"))
    return "whether stations are missing is said in two ways";
  if (complete) return room === 0 ? undefined : "no station is missing, and votes are";
  if (limit.lt(room)) return "more votes can be missing than the roll leaves";
  if (!["roll", "register", "all"].includes(roomBy)) return "it does not say what can be missing";
  return roomBy === "roll" && !limit.eq(room)
    ? "what can be missing is not what the roll leaves"
    : undefined;
}

export function premisesFault(premises: Premises): string | undefined {
  const { votes, validVotes, blankVotes, ballots, invalidVotes, covered, registered, room, roll } =
    premises;
  const spans = [ballots.least, ballots.most, invalidVotes.least, invalidVotes.most];
  if (![...Object.values(votes), validVotes, blankVotes, ...spans].every(whole))
    return "its numbers are not whole";
  const fault = roomFault(premises);
  if (fault !== undefined) return fault;
  if (ballots.most < ballots.least + room || invalidVotes.most < invalidVotes.least + room)
    return "there is less at most than at least";
  const inHand = Object.values(votes).reduce((sum, own) => sum + own, 0);
  if (inHand !== validVotes) return "the votes in hand do not add up to the valid votes";
  const neither = validVotes + blankVotes;
  if (neither + invalidVotes.least > ballots.least || neither + invalidVotes.most > ballots.most)
    return "its ballots are fewer than their parts";
  if (ballots.least > registered)
    return "more ballots are in hand than voters are registered there";
  if (ballots.most > roll) return "its ballots are not those of the roll";
  if (covered === 0 && registered > 0)
    return "no station is covered, and voters are registered there";
  return undefined;
}

/** Whether what is in hand is of the place that the claim is on, and of all of its stations. */
export function placeFault({ scope }: Claim, { region, stations }: Premises): string | undefined {
  // Where nothing is counted the claim contradicts itself, whatever it is on.
  if (stations === 0) return undefined;
  return (scope?.stations ?? Infinity) < stations || !isSamePlace(scope?.region, region)
    ? "its numbers are not of the claim's stations"
    : undefined;
}

export const isSamePlace = (
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): boolean => JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
