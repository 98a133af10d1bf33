import { type Whose, askedTogether, type InHand, inHandAt, notBehind } from "./asked";
import { solve } from "./feasible";
import { ceilDiv, floorDiv, highestAt, type Line, lowestAt, UNIT, valueAt } from "./lines";
import { type TotalLook, totalLook } from "./look-total";
import type { Profile, Spread } from "./profile";
import { countOfCandidate, type Situation, strongestRival } from "./situation";
import type { System } from "./system";

/**
 * What the uncovered stations would have to be for a claim that is still possible, beside what the
 * covered ones are. It judges nothing. Ratios are 0–1 and rounded as floats are.
 */
export interface Look {
  /**
   * Of a claim on part of the stations: it is supposed that so many missing ones are among them, which is
   * as many as can be, beside so many covered ones, those that suit each figure best.
   */
  readonly among?: { readonly stations: number; readonly covered: number };
  /** The valid votes at uncovered stations that are supposed. */
  readonly missingVotes: number;
  /**
   * Why so many: `covered` as many per registered voter, or per station where voters are not known,
   * as at the covered stations; else the `least` or the `most` with which the claim is possible. Of a
   * region of which nobody knows how many stations are missing, the least if that is any, else the most.
   */
  readonly basis: "covered" | "least" | "most";
  /** The fewest and the most with which the claim is possible. */
  readonly possible: { readonly min: number; readonly max: number };
  /** Valid votes per station, where it is known how many are missing. */
  readonly perStation?: { readonly needed: number; readonly covered: Spread };
  /** Of a claim that says nothing of candidates: what its total asks of each missing station. */
  readonly total?: TotalLook;
  /** Valid votes per registered voter, where those of all covered and of the missing stations are known. */
  readonly turnout?: { readonly needed: number; readonly covered: Spread };
  /** The same in a sentence. */
  readonly text: string;
  /** What the claim asks of candidates there, the farthest from the covered stations first. */
  readonly needs: readonly Need[];
}

/** A candidate's share of the missing votes, or lead over a rival as such a share. */
export interface Need {
  readonly candidate: string;
  readonly rival?: string;
  readonly needed: { readonly min: number; readonly max: number };
  readonly covered: Spread;
  /** Whether that is above or below the covered average, or takes it in. */
  readonly side: "above" | "below" | "within";
  /** Covered stations at least as far on that side; all of them when `within`. */
  readonly stations: number;
  /** Of so many covered stations with valid votes. */
  readonly ofStations: number;
}

/** A claim before what is in hand, and the missing stations that it may be true with. */
export interface Asking extends Pick<
  Situation,
  | "claim"
  | "count"
  | "remainder"
  | "say"
  | "knowsStations"
  | "knowsVoters"
  | "premises"
  | "allLimits"
> {
  readonly among?: Look["among"];
}

/**
 * How a possible claim would look; undefined where no station or no vote is missing, of a turnout of
 * nobody knows how many voters, which asks for nothing, and of totals alone where nobody knows how many
 * stations are missing, or which are meant.
 */
export function lookOf(
  asking: Asking,
  profile: Profile,
  inHand = inHandAt(asking.premises),
): Look | undefined {
  const {
    remainder,
    count,
    knowsStations,
    say,
    claim,
    premises,
    among,
    allLimits: limits,
  } = asking;
  if (remainder.stations === 0 || count.validVotes === 0) return undefined;
  const together = askedTogether([claim], premises, inHand);
  const { asked, margin, winner } = together;
  const lead = margin ?? (winner === undefined ? undefined : leadNeeded(count, winner, inHand));
  // Of some covered stations, nobody knows which, only what is in hand of each figure is known.
  const range = solve(
    among ? { limits, asked, inHand: together.inHand, margin: lead } : { limits, ...together },
  );
  if (!("min" in range) || range.max === 0n) return undefined;
  const turnouts = asking.knowsVoters ? profile.turnouts() : undefined;
  const possible = { min: Number(range.min), max: Number(range.max) };
  const { min, max } = possible;
  const expected = knowsStations
    ? expectedVotes(asking, turnouts !== undefined)
    : min > 0
      ? 0
      : max + 1;
  const basis = expected < min ? "least" : expected > max ? "most" : "covered";
  const missingVotes = Math.max(1, Math.min(Math.max(expected, min), max));
  const { registeredVoters, validVotes, stations } = count;
  const needs = needsOf(asking, asked, lead, missingVotes, profile);
  const total =
    needs.length === 0 && knowsStations ? totalLook(asking, profile, possible) : undefined;
  if (needs.length === 0 && total === undefined) return undefined;
  const look = {
    ...(among && { among }),
    missingVotes,
    basis,
    possible,
    ...(knowsStations && {
      perStation: {
        needed: missingVotes / remainder.stations,
        covered: profile.validVotes().spread(validVotes / stations),
      },
    }),
    ...(turnouts &&
      remainder.voters > 0 && {
        turnout: {
          needed: missingVotes / remainder.voters,
          covered: turnouts.spread(validVotes / registeredVoters!.sum),
        },
      }),
    ...(total && { total }),
    needs: needs.sort((a, b) => a.stations - b.stations),
  } as const;
  const text = say.lookInWords(look);
  const region = claim.scope?.region?.at(-1);
  return {
    ...look,
    text:
      knowsStations || region === undefined
        ? text
        : say.lookAnywhere(remainder.stations, region, text),
  };
}

/**
 * As many as if uncovered stations were like covered ones: per voter, where it is known how many are
 * registered there, and not only how many there are in all.
 */
function expectedVotes({ count, remainder }: Asking, byVoters: boolean): number {
  const { validVotes, registeredVoters, stations } = count;
  const expected =
    byVoters && registeredVoters!.sum > 0
      ? (validVotes / registeredVoters!.sum) * remainder.voters
      : (validVotes / stations) * remainder.stations;
  return Math.min(Math.round(expected), remainder.maxValidVotes);
}

function needsOf(
  asking: Asking,
  asked: System["asked"],
  lead: System["margin"],
  missing: number,
  profile: Profile,
): Need[] {
  const at = BigInt(missing);
  const own = asked.map(({ code, lows, highs }) => ({ code, ...spanAt(lows, highs, at, 0n) }));
  const least = own.reduce((sum, { low }) => sum + low, 0n);
  const needs = own.map(({ code, low, high }) => {
    // What all others need at least is not left for this one.
    const left = at - (least - low);
    return needOf(asking, profile, missing, [code], low, high < left ? high : left);
  });
  if (lead === undefined) return needs;
  const { low, high } = spanAt(lead.lows, lead.highs, at, -at);
  return [...needs, needOf(asking, profile, missing, [lead.winner, lead.loser], low, high)];
}

/** A winner must at least catch up with the strongest other. */
function leadNeeded(count: Asking["count"], winner: string, inHand: InHand) {
  const loser = strongestRival(count, winner)?.code;
  return loser === undefined
    ? undefined
    : { winner, loser, lows: [notBehind(winner, loser, inHand)], highs: [] };
}

/**
 * Whole votes between the lines, and between `floor` and all missing votes; where so many missing votes
 * can only be divided in fractions, the whole numbers around them.
 */
function spanAt(lows: readonly Line[], highs: readonly Line[], at: bigint, floor: bigint) {
  const lowest = highestAt(lows, at);
  const highest = lowestAt(highs, at);
  const low = lowest ? ceilDiv(valueAt(lowest, at), UNIT) : floor;
  const high = highest ? floorDiv(valueAt(highest, at), UNIT) : at;
  const [least, most] = low <= high ? [low, high] : [high, low];
  return { low: least > floor ? least : floor, high: most < at ? most : at };
}

function needOf(
  { count }: Asking,
  profile: Profile,
  missing: number,
  whose: Whose,
  low: bigint,
  high: bigint,
): Need {
  const [candidate, rival] = whose;
  const values = profile.shares(whose);
  const against = rival === undefined ? 0 : countOfCandidate(count, rival).votes;
  const average = (countOfCandidate(count, candidate).votes - against) / count.validVotes;
  const [min, max] = [Number(low) / missing, Number(high) / missing];
  const side = min > average ? "above" : max < average ? "below" : "within";
  return {
    candidate,
    ...(rival !== undefined && { rival }),
    needed: { min, max },
    covered: values.spread(average),
    side,
    stations:
      side === "above"
        ? values.atLeast(min)
        : side === "below"
          ? values.atMost(max)
          : values.length,
    ofStations: values.length,
  };
}
