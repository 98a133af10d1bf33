import { SHARE_SCALE } from "../model/claim";
import { askedTogether } from "./asked";
import { solve } from "./feasible";
import { ceilDiv, floorDiv, highestAt, type Line, line, lowestAt, UNIT, valueAt } from "./lines";
import { type TotalLook, totalLook } from "./look-total";
import type { Profile, Spread } from "./profile";
import { countOfCandidate, type Situation, strongestRival } from "./situation";

/**
 * What the uncovered stations would have to be for a claim that is still possible, beside what the
 * covered ones are. It judges nothing. Ratios are 0–1 and rounded as floats are.
 */
export interface Look {
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

/**
 * How a possible claim would look; undefined where no station or no vote is missing, of a turnout of
 * nobody knows how many voters, which asks for nothing, and of totals alone where nobody knows how many
 * stations are missing.
 */
export function lookOf(situation: Situation, profile: Profile): Look | undefined {
  const { remainder, count, knowsStations, say, claim } = situation;
  if (remainder.stations === 0 || count.validVotes === 0) return undefined;
  const together = askedTogether([situation.claim], situation.premises);
  const range = solve({ limits: situation.allLimits, ...together });
  if (!("min" in range) || range.max === 0n) return undefined;
  const [min, max] = [Number(range.min), Number(range.max)];
  const expected = knowsStations ? expectedVotes(situation, profile) : min > 0 ? 0 : max + 1;
  const basis = expected < min ? "least" : expected > max ? "most" : "covered";
  const missingVotes = Math.max(1, Math.min(Math.max(expected, min), max));
  const turnouts = situation.knowsVoters ? profile.turnouts() : undefined;
  const { registeredVoters, validVotes, stations } = count;
  const needs = needsOf(situation, together, missingVotes, profile);
  const total = needs.length === 0 && knowsStations ? totalLook(situation, profile) : undefined;
  if (needs.length === 0 && total === undefined) return undefined;
  const look = {
    missingVotes,
    basis,
    possible: { min, max },
    ...(knowsStations
      ? {
          perStation: {
            needed: missingVotes / remainder.stations,
            covered: profile.validVotes().spread(validVotes / stations),
          },
        }
      : {}),
    ...(turnouts && remainder.voters > 0
      ? {
          turnout: {
            needed: missingVotes / remainder.voters,
            covered: turnouts.spread(validVotes / registeredVoters!.sum),
          },
        }
      : {}),
    ...(total ? { total } : {}),
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
function expectedVotes({ count, remainder, knowsVoters }: Situation, profile: Profile): number {
  const { validVotes, registeredVoters, stations } = count;
  const expected =
    knowsVoters && profile.turnouts() && registeredVoters!.sum > 0
      ? (validVotes / registeredVoters!.sum) * remainder.voters
      : (validVotes / stations) * remainder.stations;
  return Math.min(Math.round(expected), remainder.maxValidVotes);
}

type Together = ReturnType<typeof askedTogether>;

function needsOf(
  situation: Situation,
  { asked, margin, winner }: Together,
  missing: number,
  profile: Profile,
): Need[] {
  const { count } = situation;
  const at = BigInt(missing);
  const own = asked.map(({ code, lows, highs }) => ({ code, ...spanAt(lows, highs, at, 0n) }));
  const least = own.reduce((sum, { low }) => sum + low, 0n);
  const needs = own.map(({ code, low, high }) => {
    // What all others need at least is not left for this one.
    const left = at - (least - low);
    return needOf(situation, profile, missing, code, undefined, low, high < left ? high : left);
  });
  const lead = margin ?? (winner === undefined ? undefined : leadNeeded(count, winner));
  if (lead === undefined) return needs;
  const { low, high } = spanAt(lead.lows, lead.highs, at, -at);
  return [...needs, needOf(situation, profile, missing, lead.winner, lead.loser, low, high)];
}

/** A winner must at least catch up with the strongest other. */
function leadNeeded(count: Situation["count"], winner: string) {
  const rival = strongestRival(count, winner);
  if (rival === undefined) return undefined;
  const own = countOfCandidate(count, winner);
  const behind = line(0n, SHARE_SCALE * BigInt(rival.votes - own.votes), { kind: "winner" });
  return { winner, loser: rival.code, lows: [behind], highs: [] };
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
  { count }: Situation,
  profile: Profile,
  missing: number,
  candidate: string,
  rival: string | undefined,
  low: bigint,
  high: bigint,
): Need {
  const values = profile.shares(candidate, rival);
  const against = rival === undefined ? 0 : countOfCandidate(count, rival).votes;
  const average = (countOfCandidate(count, candidate).votes - against) / count.validVotes;
  const [min, max] = [Number(low) / missing, Number(high) / missing];
  const side = min > average ? "above" : max < average ? "below" : "within";
  return {
    candidate,
    ...(rival === undefined ? {} : { rival }),
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
