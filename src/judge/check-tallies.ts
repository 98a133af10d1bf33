import { certainCounts } from "../count/certain";
import { count } from "../count/count";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import { sayIn } from "../words/index";
import { exact, type Exactly, percentEnds } from "./check-claim";
import { rangeOf } from "./check-stations";
import { type Place, placeOf, viewOf } from "./place";
import { nothingInHand, type Premises, premisesOf } from "./premises";
import { type Open, Profile } from "./profile";
import type { CompletionProof, Proof, StationsPart, StationsProof } from "./proof";
import { placeNumbers } from "./remainder";
import { stating } from "./stating";

/** What a proof is to be of: tallies, and the stations and voters of the election. */
export interface ProofOf {
  readonly tallies: Tallies;
  readonly universe: Universe;
}

/** Whether a proof starts from these tallies, under any of the published rolls. */
export function talliesFault(proof: Proof, { tallies, universe }: ProofOf): string | undefined {
  const totals = count(tallies);
  const profile = new Profile(tallies);
  const rolls = [universe, ...(universe.otherRolls ?? [])];
  let fault: string | undefined;
  for (const { registeredVoters } of rolls) {
    const own = { ...universe, registeredVoters };
    const place = placeOf(proof.claim, viewOf(tallies, totals, own, sayIn("en"), profile));
    fault = proof.basis === "stations" ? sumFault(proof, place) : premisesFaultOf(proof, place);
    if (fault === undefined) return undefined;
  }
  return fault;
}

const OTHERS = "its numbers are not those of the tallies";

function premisesFaultOf({ claim, premises }: CompletionProof, place: Place): string | undefined {
  const counted = premisesOf(place, claim.scope?.region);
  const nothing = nothingInHand(Object.keys(counted.votes), place.view.universe.registeredVoters);
  return [counted, nothing].some((own) => isSame(own, premises)) ? undefined : OTHERS;
}

/** Whether the same names have the same numbers, in whatever order. */
function isSame(a: Premises, b: Premises): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.entries(value)
          .sort(([x], [y]) => (x < y ? -1 : 1))
          .map(([name, own]) => [name, sorted(own)]);
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The sum made anew over every number of covered stations that the claim can mean. */
function sumFault(proof: StationsProof, whole: Place): string | undefined {
  const open = proof.side === "most" ? openIn(proof) : undefined;
  const { view, remainder, room } = open ? stating(whole, open) : whole;
  const counted = placeNumbers(remainder, view.universe, view.count);
  const expected = { maxTurnout: undefined, ...counted };
  for (const [name, number] of Object.entries(expected))
    if (proof[name as keyof typeof expected] !== number) return OTHERS;
  const { side, taken, added, overlap, claim } = proof;
  if (proof.votersKnown !== room.isKnown) return OTHERS;
  const { gain, loss } = rangeOf(proof)!;
  const values = open ? numbers(view.profile.most(open)) : valuesOf(proof, view.tallies);
  const sign = side === "least" ? 1 : -1;
  values.sort((a, b) => sign * a.comparedTo(b));
  const end = endOf(exact(proof.sum), added);
  let sum = exact(0);
  for (let number = 0; number <= overlap.most; number++) {
    if (number > 0) sum = sum.plus(values[number - 1]!);
    if (number < overlap.least) continue;
    const beside = room.at(claim.scope!.stations! - number);
    if (number === taken && !(sum.eq(proof.sum) && beside === added)) return OTHERS;
    if (endOf(sum, beside).comparedTo(end) * sign < 0)
      return `${number} covered stations among the claim's have other sums`;
  }
  return undefined;

  function endOf(covered: Exactly, missing: number): Exactly {
    return side === "least"
      ? covered.minus(loss.times(missing))
      : covered.plus(gain.times(missing));
  }
}

/** What of the figure sheets may leave open. */
const openIn = ({ figure }: StationsProof): Open | undefined =>
  figure === "ballotsCast" || figure === "turnout"
    ? "ballotsCast"
    : figure === "invalidVotes"
      ? figure
      : undefined;

const numbers = (values: Int32Array) => Array.from(values, (value) => exact(value));

/** What each covered station has of the figure for certain. */
function valuesOf(proof: StationsProof, tallies: Tallies): Exactly[] {
  const { figure, candidate, rival, side, claim, parts } = proof;
  const { columns } = tallies;
  const votesOf = (code: string | undefined) => columns.votes[columns.candidates.indexOf(code!)]!;
  const each = (of: (at: number) => number | Exactly) =>
    Array.from(columns.validVotes, (_, at) => exact(of(at).toString()));
  const others = (at: number) =>
    columns.candidates.reduce(
      (sum, code, own) =>
        Object.hasOwn(claim.votes ?? {}, code) ? sum : sum + columns.votes[own]![at]!,
      0,
    );
  const numberOf = (part: StationsPart) => (at: number) =>
    part.figure === "votes"
      ? votesOf(part.candidate)[at]!
      : part.figure === "validVotes"
        ? columns.validVotes[at]!
        : others(at);
  const weighed = (percent: string, of: (at: number) => number) => {
    const share = percentEnds(percent)[side === "least" ? "high" : "low"];
    return each((at) => exact(of(at)).minus(share.times(columns.validVotes[at]!)));
  };
  const lead = (at: number) => votesOf(candidate)[at]! - votesOf(rival)[at]!;
  switch (figure) {
    case "votes":
    case "otherVotes":
    case "validVotes":
      return each(numberOf({ figure, ...(candidate === undefined ? {} : { candidate }) }));
    case "sum":
    case "difference": {
      const [first, second] = [numberOf(parts![0]), numberOf(parts![1])];
      return each((at) => (figure === "sum" ? first(at) + second(at) : first(at) - second(at)));
    }
    case "share":
      return weighed(claim.shares![candidate!]!, (at) => votesOf(candidate)[at]!);
    case "marginShare":
      return weighed(claim.margin!.share!, lead);
    case "winner":
    case "marginVotes":
      return each(lead);
    case "invalidVotes":
      return each((at) => Math.max(0, columns.invalidVotes?.[at] ?? 0));
    case "ballotsCast":
    case "turnout":
      return numbers(certainCounts(tallies).ballots);
  }
}
