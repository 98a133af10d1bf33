import { count, type Count } from "../count/count";
import { requireFitting } from "../judge/fitting";
import { type Claim, claimedInterval, figureOf, SHARE_SCALE } from "../model/claim";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import { type Fraction, fraction, minus, over, plus, times, toNumber, whole } from "./fraction";
import { type MissingVotes, missingVotesOf } from "./missing-votes";

/** What the missing stations would have to be for one figure of a claim to be true. */
export interface TippingFigure {
  readonly figure: "winner" | "margin" | "share" | "votes";
  readonly candidate: string;
  /** Of a lead: whom the candidate has to reach; all that the candidate gains is taken from this one. */
  readonly rival?: string;
  /** As published; of a winner, nothing. */
  readonly claimed?: string | number;
  /** The candidate's share on the covered stations, and the one needed on the missing ones; 0–1 if possible. */
  readonly covered: number;
  readonly needed: number;
  /** The same of the rival. */
  readonly rivalCovered?: number;
  readonly rivalNeeded?: number;
  /** `needed` − `covered`: how far the missing stations would have to be from the covered ones. */
  readonly delta: number;
  /** Whether the figure is true already, if the missing stations are like the covered ones. */
  readonly holds: boolean;
  /** Whether there can be such shares: from 0 to 1. Decided by integers. */
  readonly possible: boolean;
}

/** How far the missing stations would have to differ from the covered ones for a claim to be true. */
export interface TippingPoint {
  readonly claim: string;
  /** Valid votes assumed at the missing stations, and what that rests on. */
  readonly missingVotes: number;
  readonly basis: MissingVotes["basis"];
  /** Figure by figure, those that do not hold first, and of them the one that needs the most; none for a claim on part of the stations. */
  readonly figures: readonly TippingFigure[];
}

/**
 * The tipping point of a claim: by how much a candidate's share on the missing stations would have to
 * differ from the share on the covered ones for each figure of the claim to become true, and whether there
 * can be such a share at all. If the claim holds already, `delta` is what it has to spare, or 0 between
 * the ends of what a rounded figure stands for.
 *
 * It **assumes** that as many of the voters at missing stations vote as at the covered ones (`registered`),
 * or, without registered voters, that there are as many valid votes per station (`stations`). Other
 * candidates keep their share. That is no deduction: `judge` assumes none of it.
 *
 * @throws TallyError `universe-exceeded`, `candidate-unknown`, `share-invalid`
 * @example
 * ```ts
 * import { readTallies, tippingPoint } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,1,1,400,200,2,120,80,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const universe = { stations: 2, registeredVoters: 800 };
 * const { figures } = tippingPoint(
 *   { id: "nm", title: "NM has the most votes", by: "CNE", winner: "NM" },
 *   tallies,
 *   universe,
 * );
 * figures[0]?.needed; // => 0.6
 * figures[0]?.possible; // => true
 * ```
 */
export function tippingPoint(claim: Claim, tallies: Tallies, universe: Universe): TippingPoint {
  return tippingPointOf(claim, count(tallies), tallies, universe);
}

/** The same with the count of the tallies, for who has it already. */
export function tippingPointOf(
  claim: Claim,
  totals: Count,
  tallies: Tallies,
  universe: Universe,
): TippingPoint {
  requireFitting(claim, totals);
  const missing = missingVotesOf(totals, universe, tallies);
  const votes = fraction(missing.above, missing.below);
  return {
    claim: claim.id,
    missingVotes: toNumber(votes),
    basis: missing.basis,
    figures:
      claim.scope !== undefined || votes.above === 0n || totals.validVotes === 0
        ? []
        : figuresOf(claim, new Ground(totals, votes)).toSorted(
            (a, b) => Number(a.holds) - Number(b.holds) || Math.abs(b.delta) - Math.abs(a.delta),
          ),
  };
}

/** Votes in hand and those that are missing. */
class Ground {
  readonly valid: Fraction;

  constructor(
    readonly totals: Count,
    readonly missing: Fraction,
  ) {
    this.valid = whole(totals.validVotes);
  }

  votes(code: string): Fraction {
    return whole(this.totals.candidates.find((candidate) => candidate.code === code)!.votes);
  }

  share(code: string): Fraction {
    return over(this.votes(code), this.valid);
  }

  all(): Fraction {
    return plus(this.valid, this.missing);
  }
}

function figuresOf(claim: Claim, ground: Ground): TippingFigure[] {
  const { margin } = claim;
  const figures: TippingFigure[] = [];
  const winner = winnerOf(claim);
  if (winner !== undefined) {
    const rivals = ground.totals.candidates.filter(({ code }) => code !== winner);
    const rival = rivals.reduce(
      (best, each) => (each.votes > best.votes ? each : best),
      rivals[0]!,
    );
    if (rivals.length > 0)
      figures.push(leadFigure("winner", winner, rival.code, [whole(0)], undefined, ground));
  }
  if (margin?.votes !== undefined)
    figures.push(
      leadFigure(
        "margin",
        margin.winner,
        margin.loser,
        [whole(margin.votes)],
        margin.votes,
        ground,
      ),
    );
  if (margin?.share !== undefined) {
    const ends = endsOf(margin.share).map((share) => times(share, ground.all()));
    figures.push(leadFigure("margin", margin.winner, margin.loser, ends, margin.share, ground));
  }
  for (const { code } of ground.totals.candidates) {
    const share = figureOf(claim.shares, code);
    if (share !== undefined) {
      const ends = endsOf(share).map((end) => times(end, ground.all()));
      figures.push(ownFigure("share", code, ends, share, ground));
    }
    const votes = figureOf(claim.votes, code);
    if (votes !== undefined) figures.push(ownFigure("votes", code, [whole(votes)], votes, ground));
  }
  return figures;
}

/** Who is claimed to have the most votes: as said, or as the claim's own figures leave no other way. */
function winnerOf({ winner, margin, shares, votes, validVotes }: Claim): string | undefined {
  if (winner !== undefined) return winner;
  if (margin !== undefined) return undefined;
  const half = Object.entries(shares ?? {}).find(
    ([, share]) => 2n * claimedInterval(share).low > SHARE_SCALE,
  );
  if (half) return half[0];
  return Object.entries(votes ?? {}).find(
    ([, own]) => validVotes !== undefined && 2 * own > validVotes,
  )?.[0];
}

const endsOf = (share: string) => {
  const { low, high } = claimedInterval(share);
  return [fraction(low, SHARE_SCALE), fraction(high, SHARE_SCALE)];
};

/** The candidate's votes must reach one of the targets, or lie between them. */
function ownFigure(
  figure: "share" | "votes",
  code: string,
  targets: readonly Fraction[],
  claimed: string | number,
  ground: Ground,
): TippingFigure {
  const covered = ground.share(code);
  const needed = nearest(
    targets.map((target) => over(minus(target, ground.votes(code)), ground.missing)),
    covered,
  );
  return {
    figure,
    candidate: code,
    claimed,
    covered: toNumber(covered),
    needed: toNumber(needed),
    delta: toNumber(minus(needed, covered)),
    holds: minus(needed, covered).above === 0n,
    possible: isShare(needed),
  };
}

/** The candidate's lead over the rival must reach a target; what the one gains the other loses. */
function leadFigure(
  figure: "winner" | "margin",
  candidate: string,
  rival: string,
  targets: readonly Fraction[],
  claimed: string | number | undefined,
  ground: Ground,
): TippingFigure {
  const [own, other] = [ground.share(candidate), ground.share(rival)];
  const lead = minus(ground.votes(candidate), ground.votes(rival));
  const needed = nearest(
    targets.map((target) =>
      over(
        over(minus(minus(target, lead), times(ground.missing, minus(own, other))), ground.missing),
        TWO,
      ),
    ),
    fraction(0n, 1n),
  );
  const [ownNeeded, otherNeeded] = [plus(own, needed), minus(other, needed)];
  return {
    figure,
    candidate,
    rival,
    ...(claimed === undefined ? {} : { claimed }),
    covered: toNumber(own),
    needed: toNumber(ownNeeded),
    rivalCovered: toNumber(other),
    rivalNeeded: toNumber(otherNeeded),
    delta: toNumber(needed),
    // Who leads already keeps the lead unless the missing stations are so different.
    holds: figure === "winner" ? needed.above < 0n : needed.above === 0n,
    possible: isShare(ownNeeded) && isShare(otherNeeded),
  };
}

const TWO = fraction(2n, 1n);

/** The end that is nearer to `from`; `from` itself where it lies between them. */
function nearest(ends: readonly Fraction[], from: Fraction): Fraction {
  const [low, high = low] = ends as [Fraction, Fraction?];
  return isBelow(from, low) ? low : isBelow(high, from) ? high : ends.length > 1 ? from : low;
}

const isBelow = (a: Fraction, b: Fraction) => a.above * b.below < b.above * a.below;
const isShare = ({ above, below }: Fraction) => above >= 0n && above <= below;
