import { type Claim, claimedInterval, figureOf, SHARE_SCALE } from "../model/claim";
import { Exact } from "../model/share";
import type { Phrases } from "./say";
import type { Term, TermNoun } from "./kinds";
import { claimedBallots } from "../judge/limits";
import type { Fact } from "../judge/lines";
import type { Premises, Span } from "../judge/premises";

/** A fact of a proof with its numbers, so that a reader can work it out with a pocket calculator. */
export function factInWords(fact: Fact, claim: Claim, premises: Premises, say: Phrases): string {
  const { kind, candidates = [] } = fact;
  const [first = "", second = ""] = candidates;
  switch (kind) {
    case "votes-exist":
    case "within":
    case "all-votes":
    case "no-negative":
      return say.factOfAny(kind, candidates);
    case "room":
      return roomInWords(premises, say);
    case "share-least":
    case "share-most": {
      const share = claimedInterval(figureOf(claim.shares, first)!);
      const least = kind === "share-least";
      return partInWords(premises, least, least ? share.low : share.high, say, first);
    }
    case "margin-least":
    case "margin-most": {
      const share = claimedInterval(claim.margin!.share!);
      const least = kind === "margin-least";
      return partInWords(premises, least, least ? share.low : share.high, say, first, second);
    }
    default:
      return say.factTerms(termsOf(fact, claim, premises), candidates);
  }
}

/** What can be missing, and what that follows from. */
export type KnownRoom = Pick<Premises, "roll" | "registered" | "room" | "roomBy" | "maxTurnout">;

export const roomInWords = (
  { roll, registered, room, roomBy, maxTurnout }: KnownRoom,
  say: Phrases,
) => say.factRoom(roomBy, roll, registered, room, maxTurnout);

/** A share of all votes, those in hand and W, less what the candidate has in hand. */
function partInWords(
  { votes, validVotes }: Premises,
  least: boolean,
  share: bigint,
  say: Phrases,
  first: string,
  second?: string,
): string {
  const inHand = votes[first]! - (second === undefined ? 0 : votes[second]!);
  const part = new Exact(`${share}`).div(`${SHARE_SCALE}`);
  const rest = part.times(validVotes).minus(inHand);
  const { decimal } = say.locale;
  return say.factShare(
    first,
    second,
    least,
    decimal(part.times(100).toFixed()),
    decimal(part.toFixed()),
    validVotes,
    inHand,
    decimal(rest.abs().toFixed()),
    rest.isNegative() && !rest.isZero(),
  );
}

/** Numbers that are added up or taken off. */
function termsOf(
  { kind, candidates = [], by = "turnout" }: Fact,
  claim: Claim,
  premises: Premises,
): Term[] {
  const { votes, validVotes, blankVotes, ballots, invalidVotes, room, roll } = premises;
  const [first = "", second = ""] = candidates;
  const sum = candidates.reduce((all, code) => all + votes[code]!, 0);
  const end = (side: "low" | "high"): Term => ({
    noun: by === "turnout" ? "turnout-ballots" : "ballots-claimed",
    value: Number(claimedBallots(claim, by, roll)[side]),
  });
  const less = ({ noun, value }: Term): Term => ({ noun, value: -value });
  const cast: Term = { noun: "ballots-claimed", value: claim.ballotsCast ?? 0 };
  const invalid: Term = { noun: "invalid-claimed", value: claim.invalidVotes ?? 0 };
  /** What there is at most; in two numbers a reader knows, where those make it. */
  const upTo = ({ least, most }: Span, inHand: TermNoun, possible: TermNoun): Term[] =>
    least + room === most
      ? [
          { noun: inHand, value: least },
          { noun: "room", value: room },
        ]
      : [{ noun: possible, value: most }];
  switch (kind) {
    case "votes":
      return [
        { noun: "votes-claimed", value: figureOf(claim.votes, first)! },
        { noun: "in-hand", value: -sum },
      ];
    case "other-votes":
      return [
        { noun: "votes-claimed", value: claim.otherVotes! },
        { noun: "in-hand", value: -sum },
      ];
    case "valid-votes":
      return [
        { noun: "valid-claimed", value: claim.validVotes! },
        { noun: "in-hand", value: -validVotes },
      ];
    case "margin-votes":
      return [
        { noun: "lead-claimed", value: claim.margin!.votes! },
        { noun: "in-hand", value: votes[second]! - votes[first]! },
      ];
    case "winner":
      return [
        { noun: "second-in-hand", value: votes[second]! },
        { noun: "first-in-hand", value: -votes[first]! },
      ];
    case "ballots":
      return [end("high"), { noun: "ballots-in-hand", value: -ballots.least }];
    case "ballots-reach":
      return [...upTo(ballots, "ballots-in-hand", "ballots-possible"), less(end("low"))];
    case "ballots-whole":
      return [end("high"), less(end("low"))];
    case "ballots-parts":
      return [
        end("high"),
        { noun: "valid-in-hand", value: -validVotes },
        ...(blankVotes > 0 ? [{ noun: "blank-in-hand", value: -blankVotes } as const] : []),
        less(invalid),
      ];
    case "invalid":
      return [...upTo(invalidVotes, "invalid-in-hand", "invalid-possible"), less(invalid)];
    case "invalid-least":
      return [invalid, { noun: "invalid-in-hand", value: -invalidVotes.least }];
    case "turnout-least":
      return [cast, less(end("low"))];
    case "turnout-most":
      return [end("high"), less(cast)];
    default:
      return [];
  }
}
