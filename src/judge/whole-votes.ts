import { ceilDiv, floorDiv, highestAt, lowestAt, UNIT, valueAt } from "./lines";
import type { Asked, System } from "./system";

/**
 * Whether whole numbers of votes satisfy a system for which fractions of votes do, with `votes` valid
 * votes missing. Of a margin only that there is a whole lead: it may leave out more, which favours the
 * claim to say that it does not.
 */
export function holdsInWholeVotes(system: System, votes: bigint): boolean {
  const { asked, inHand, others, winner, margin } = system;
  if (margin && !hasWholeLead(margin, votes)) return false;
  const bounds = asked.map((each) => wholeBounds(each, votes));
  const boundOf = new Map(bounds.map((bound) => [bound.code, bound]));
  if (bounds.some(({ low, high }) => low > high)) return false;
  const inGroup = ({ code }: { readonly code: string }) => others?.members.has(code) ?? false;
  const group = others && {
    votes: floorDiv(valueAt(others.high, votes), UNIT),
    asked: bounds.filter(inGroup),
  };
  const rest = bounds.filter((bound) => !inGroup(bound));
  const own = group?.votes ?? 0n;
  if (sum(rest, "low") + own > votes) return false;
  const named = rest.length + (others?.members.size ?? 0) === inHand.size;
  if (named && sum(rest, "high") + own < votes) return false;
  if (group) {
    if (sum(group.asked, "low") > group.votes) return false;
    if (group.asked.length === others!.members.size && sum(group.asked, "high") < group.votes)
      return false;
  }
  if (winner === undefined) return true;

  // The winner gets the most that the others leave; nobody may then have more.
  const among = group && others!.members.has(winner) ? group.asked : rest;
  const available = among === rest ? votes - own : group!.votes;
  const beside = among.filter(({ code }) => code !== winner);
  const most = least(boundOf.get(winner)?.high ?? votes, available - sum(beside, "low"));
  let [inside, outside] = [0n, 0n];
  for (const [code, votesInHand] of inHand) {
    const bound = boundOf.get(code);
    const cap = most + BigInt(inHand.get(winner)!) - BigInt(votesInHand);
    if (code !== winner && cap < (bound?.low ?? 0n)) return false;
    const high = code === winner ? most : least(cap, bound?.high ?? cap);
    if (others?.members.has(code)) inside += high;
    else outside += high;
  }
  return (group === undefined || inside >= group.votes) && outside + own >= votes;
}

function hasWholeLead({ lows, highs }: NonNullable<System["margin"]>, votes: bigint): boolean {
  const low = highestAt(lows, votes);
  const high = lowestAt(highs, votes);
  if (!low || !high) return true;
  return ceilDiv(valueAt(low, votes), UNIT) <= floorDiv(valueAt(high, votes), UNIT);
}

interface WholeBounds {
  readonly code: string;
  readonly low: bigint;
  readonly high: bigint;
}

function wholeBounds({ code, lows, highs }: Asked, votes: bigint): WholeBounds {
  let [low, high] = [0n, votes];
  for (const each of lows) low = most(low, ceilDiv(valueAt(each, votes), UNIT));
  for (const each of highs) high = least(high, floorDiv(valueAt(each, votes), UNIT));
  return { code, low, high };
}

const sum = (bounds: readonly WholeBounds[], end: "low" | "high") =>
  bounds.reduce((total, bound) => total + bound[end], 0n);

const most = (a: bigint, b: bigint) => (a > b ? a : b);
const least = (a: bigint, b: bigint) => (a < b ? a : b);
