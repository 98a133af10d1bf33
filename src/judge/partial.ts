import type { Count } from "../count/count";
import { type Claim, claimedInterval, SHARE_SCALE } from "../model/claim";
import type { Universe } from "../model/election";
import { countOf, formatCount } from "../model/format";
import type { Tallies } from "../model/tallies";
import { type Remainder, remainderOf } from "./remainder";
import type { Finding, FigureKind } from "./verdict";
import { claimedInWords } from "./words";

/**
 * Claims on part of the stations, of which nobody says which ones. Of any K of N stations at least
 * K + n − N are among the n covered ones, and at most all of them. Whatever the K stations are, a sum
 * over their covered part lies between the sums of the smallest and of the largest values of so many
 * covered stations; the uncovered ones can add what the roll leaves room for.
 */
export interface Overlap {
  /** Stations that the claim covers. */
  readonly claimed: number;
  /** The fewest and the most of them that can be covered by a tally. */
  readonly least: number;
  readonly most: number;
}

export function partialFindings(
  claim: Claim,
  tallies: Tallies,
  count: Count,
  universe: Universe,
): Finding[] {
  const remainder = remainderOf(count, universe);
  const claimed = claim.scope!.stations;
  const overlap = {
    claimed,
    least: Math.max(0, claimed - remainder.stations),
    most: Math.min(count.stations, claimed),
  };
  return new PartialJudge(claim, tallies, universe, count, remainder, overlap).findings();
}

class PartialJudge {
  constructor(
    private readonly claim: Claim,
    private readonly tallies: Tallies,
    private readonly universe: Universe,
    private readonly count: Count,
    private readonly remainder: Remainder,
    private readonly overlap: Overlap,
  ) {}

  findings(): Finding[] {
    const { claim, tallies } = this;
    const { columns } = tallies;
    const votesOf = (code: string) => columns.votes[columns.candidates.indexOf(code)]!;
    const votes = Object.entries(claim.votes ?? {}).map(([code, number]) =>
      this.#number(
        { figure: "votes", candidate: code },
        number,
        votesOf(code),
        `votes for ${code}`,
      ),
    );
    if (claim.otherVotes !== undefined) {
      const others = columns.validVotes.slice();
      for (const code of Object.keys(claim.votes ?? {})) {
        const named = votesOf(code);
        for (let at = 0; at < others.length; at++) others[at]! -= named[at]!;
      }
      votes.push(
        this.#number({ figure: "otherVotes" }, claim.otherVotes, others, "votes for others"),
      );
    }
    const valid =
      claim.validVotes === undefined
        ? []
        : [
            this.#number(
              { figure: "validVotes" },
              claim.validVotes,
              columns.validVotes,
              "valid votes",
            ),
          ];
    const shares = Object.entries(claim.shares ?? {}).map(([code, percent]) =>
      this.#share(code, percent, votesOf(code), columns.validVotes),
    );
    const winner = claim.winner === undefined ? [] : [this.#winner(claim.winner, votesOf)];
    const unjudged = (["ballotsCast", "invalidVotes"] as const).flatMap((figure): Finding[] =>
      claim[figure] === undefined
        ? []
        : [
            {
              figure,
              claimed: claim[figure],
              outcome: "undecided",
              reason: `${formatCount(claim[figure])} is not judged for a claim on part of the stations.`,
            },
          ],
    );
    return [...votes, ...valid, ...shares, ...winner, ...unjudged];
  }

  /** A number of votes: between the smallest and the largest that any such stations can have. */
  #number(
    figure: { readonly figure: FigureKind; readonly candidate?: string },
    claimed: number,
    values: Int32Array,
    noun: string,
  ): Finding {
    const { overlap } = this;
    const covered = this.#extremes(values);
    const least = covered.least;
    const most = covered.most + this.#room();
    const common = { ...figure, claimed, overlap, available: this.#room() };
    if (claimed < least)
      return {
        ...common,
        outcome: "contradicted",
        inHand: least,
        required: claimed - least,
        reason:
          `${this.#inWords()}. Even the ${formatCount(overlap.least)} with the fewest have ` +
          `${formatCount(least)} ${noun}, ${formatCount(least - claimed)} more than the ${formatCount(claimed)} claimed.`,
      };
    if (claimed > most)
      return {
        ...common,
        outcome: "contradicted",
        reason:
          `${this.#inWords()}. With the most ${noun} that any such stations can have, and all ` +
          `${formatCount(this.#room())} missing votes, there are ${formatCount(most)}, not ${formatCount(claimed)}.`,
      };
    const fixed = least === most;
    return {
      ...common,
      outcome: fixed ? "confirmed" : "undecided",
      reason: fixed
        ? `The claim's stations have exactly ${formatCount(claimed)} ${noun}.`
        : `Any ${formatCount(overlap.claimed)} stations have from ${formatCount(least)} to ` +
          `${formatCount(most)} ${noun}; ${formatCount(claimed)} are claimed.`,
    };
  }

  /**
   * A share: votes − share · valid votes, summed over the claim's stations, must reach 0 from the
   * right side for both ends of the claimed interval. The missing votes help it as much as they can.
   */
  #share(code: string, percent: string, votes: Int32Array, valid: Int32Array): Finding {
    const { low, high } = claimedInterval(percent);
    const room = BigInt(this.#room());
    const common = {
      figure: "share",
      candidate: code,
      claimed: percent,
      overlap: this.overlap,
    } as const;
    const [atLow, atHigh] = [fractionOf(low), fractionOf(high)];
    if (this.#isOpen(atLow, atHigh, code))
      return {
        ...common,
        outcome: "undecided",
        reason: `${claimedInWords(percent)} for ${code} is possible on some ${formatCount(this.overlap.claimed)} stations.`,
      };
    const overLow = this.#weighed(votes, valid, atLow);
    const overHigh = this.#weighed(votes, valid, atHigh);
    const mostOver = overLow.most + (atLow.scale - atLow.share) * room;
    const leastOver = overHigh.least - atHigh.share * room;
    if (mostOver < 0n || leastOver > 0n)
      return {
        ...common,
        outcome: "contradicted",
        reason:
          `${this.#inWords()}. No such stations, with all missing votes ` +
          `${mostOver < 0n ? "for" : "against"} ${code}, come to ${claimedInWords(percent, mostOver < 0n ? "least" : "most")}.`,
      };
    // Stations without a vote have no share, so there must be one whichever they are.
    const always =
      overLow.least - atLow.share * room >= 0n &&
      overHigh.most + (atHigh.scale - atHigh.share) * room <= 0n &&
      this.#extremes(valid).least > 0;
    return {
      ...common,
      outcome: always ? "confirmed" : "undecided",
      reason: always
        ? `Whichever stations the claim means, ${code} has ${claimedInWords(percent)} there.`
        : `${claimedInWords(percent)} for ${code} is possible on some ${formatCount(this.overlap.claimed)} stations.`,
    };
  }

  /**
   * Whether a share is open by the totals alone, so that no station need be looked at: the k smallest
   * of n values sum to at most k/n of all, and the k largest to at least that.
   */
  #isOpen(atLow: Fraction, atHigh: Fraction, code: string): boolean {
    const { votes, share } = this.count.candidates.find((candidate) => candidate.code === code)!;
    const room = BigInt(this.#room());
    const stations = BigInt(this.count.stations);
    const least = BigInt(this.overlap.least);
    const sum = ({ scale, share: part }: Fraction) =>
      scale * BigInt(votes) - part * BigInt(share.outOf);
    const leastAtHigh = least * sum(atHigh) - atHigh.share * room * stations;
    const mostAtLow = least * sum(atLow) + (atLow.scale - atLow.share) * room * stations;
    const leastAtLow = least * sum(atLow) - atLow.share * room * stations;
    return leastAtHigh <= 0n && mostAtLow >= 0n && leastAtLow < 0n;
  }

  #winner(code: string, votesOf: (code: string) => Int32Array): Finding {
    const own = votesOf(code);
    const leads = this.tallies.columns.candidates
      .filter((rival) => rival !== code)
      .map((rival) => own.map((votes, at) => votes - votesOf(rival)[at]!));
    const common = { figure: "winner", candidate: code, overlap: this.overlap } as const;
    const room = this.#room();
    const spans = leads.map((lead) => this.#extremes(lead));
    if (spans.some(({ most }) => most + room < 0))
      return {
        ...common,
        outcome: "contradicted",
        reason: `${this.#inWords()}. On no such stations can ${code} have the most votes.`,
      };
    const always = spans.every(({ least }) => least - room > 0);
    return {
      ...common,
      outcome: always ? "confirmed" : "undecided",
      reason: always
        ? `Whichever stations the claim means, ${code} has the most votes there.`
        : `${code} has the most votes on some ${formatCount(this.overlap.claimed)} stations, and not on others.`,
    };
  }

  /** Votes that uncovered stations of the claim can add: none if all of the claim's are covered. */
  #room(): number {
    return this.remainder.stations === 0 ? 0 : this.remainder.maxValidVotes;
  }

  #inWords(): string {
    const { claimed, least } = this.overlap;
    return (
      `Of any ${formatCount(claimed)} of the ${countOf(this.universe.stations, "station")}, at least ` +
      `${formatCount(least)} have a tally here`
    );
  }

  /** The least and the most that a sum over the claim's covered stations can be. */
  #extremes(values: Int32Array): Extremes {
    // Copied by the engine: `from` would go through an iterator, ten times as slow.
    return extremes(new Float64Array(values), this.overlap);
  }

  /** The same for `scale` · votes − `share` · valid votes. */
  #weighed(votes: Int32Array, valid: Int32Array, { share, scale }: Fraction): Extremes<bigint> {
    const largest = valid.reduce((most, own) => Math.max(most, own), 0);
    // Floats hold integers exactly up to 2^53: usually that is enough for every sum.
    if (BigInt(largest) * scale * BigInt(votes.length) < BigInt(Number.MAX_SAFE_INTEGER)) {
      const [part, whole] = [Number(share), Number(scale)];
      const values = new Float64Array(votes.length);
      for (let at = 0; at < values.length; at++)
        values[at] = whole * votes[at]! - part * valid[at]!;
      const { least, most } = extremes(values, this.overlap);
      return { least: BigInt(least), most: BigInt(most) };
    }
    const values = new BigInt64Array(votes.length);
    for (let at = 0; at < values.length; at++)
      values[at] = scale * BigInt(votes[at]!) - share * BigInt(valid[at]!);
    return largeExtremes(values, this.overlap);
  }
}

interface Extremes<T = number> {
  readonly least: T;
  readonly most: T;
}

/** A share as `share / scale`, in lowest powers of ten. */
interface Fraction {
  readonly share: bigint;
  readonly scale: bigint;
}

function fractionOf(share: bigint): Fraction {
  let [part, scale] = [share, SHARE_SCALE];
  while (scale > 1n && part % 10n === 0n) [part, scale] = [part / 10n, scale / 10n];
  return { share: part, scale };
}

/**
 * The smallest and the largest sum over `least` to `most` of the values: as few as must be taken, and
 * more while they help. The values must be integers whose sums are exact; they are sorted in place.
 */
function extremes(values: Float64Array, { least, most }: Overlap): Extremes {
  const sorted = values.sort();
  const end = sorted.length - 1;
  let smallest = 0;
  let largest = 0;
  for (let taken = 0; taken < least; taken++) {
    smallest += sorted[taken]!;
    largest += sorted[end - taken]!;
  }
  for (let taken = least; taken < most && sorted[taken]! < 0; taken++) smallest += sorted[taken]!;
  for (let taken = least; taken < most && sorted[end - taken]! > 0; taken++)
    largest += sorted[end - taken]!;
  return { least: smallest, most: largest };
}

/** The same for values whose sum floats cannot hold. */
function largeExtremes(values: BigInt64Array, { least, most }: Overlap): Extremes<bigint> {
  const sorted = values.sort();
  const sum = (part: BigInt64Array) => part.reduce((all, value) => all + value, 0n);
  const [first, last] = [sorted.slice(0, most), sorted.slice(sorted.length - most)];
  return {
    least: sum(first.filter((value, taken) => taken < least || value < 0n)),
    most: sum(last.filter((value, taken) => taken >= most - least || value > 0n)),
  };
}
