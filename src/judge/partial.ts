import type { Count } from "../count/count";
import { certainCounts } from "../count/certain";
import { type Claim, type ClaimMargin, claimedInterval, SHARE_SCALE } from "../model/claim";
import type { Universe } from "../model/election";
import { Exact } from "../model/share";
import { ABSENT, type SheetCount, type Tallies } from "../model/tallies";
import type { Say } from "../words/index";
import { claimedBallots } from "./limits";
import {
  extremes,
  type Extremes,
  type Fraction,
  fractionOf,
  type Overlap,
  weighedExtremes,
} from "./overlap";
import type { Profile } from "./profile";
import type { StationsFigure, StationsProof } from "./proof";
import type { Remainder } from "./remainder";
import type { Finding, Judged, Outcome } from "./verdict";
import { claimedInWords } from "./words";

/**
 * Judges a claim on part of the stations, of which nobody says which ones: each figure against every
 * choice of so many stations, and everything that the uncovered ones among them can add.
 */
export function partialFindings(
  claim: Claim,
  tallies: Tallies,
  count: Count,
  universe: Universe,
  remainder: Remainder,
  profile: Profile,
  say: Say,
): Judged[] {
  const claimed = claim.scope!.stations!;
  const overlap = {
    claimed,
    least: Math.max(0, claimed - remainder.stations),
    most: Math.min(count.stations, claimed),
  };
  return new PartialJudge(
    claim,
    tallies,
    universe,
    count,
    remainder,
    overlap,
    profile,
    say,
  ).findings();
}

/** What a figure is called in a finding, in a proof, and in a sentence. */
interface Figure {
  readonly finding: Pick<Finding, "figure" | "candidate" | "claimed">;
  readonly proof: {
    readonly figure: StationsFigure;
    readonly candidate?: string;
    readonly rival?: string;
  };
  readonly noun: string;
}

class PartialJudge {
  readonly #room: number;

  constructor(
    private readonly claim: Claim,
    private readonly tallies: Tallies,
    private readonly universe: Universe,
    private readonly count: Count,
    remainder: Remainder,
    private readonly overlap: Overlap,
    private readonly profile: Profile,
    private readonly say: Say,
  ) {
    this.#room = remainder.maxValidVotes;
  }

  findings(): Judged[] {
    const { claim, tallies, say } = this;
    const { validVotes } = tallies.columns;
    const votes = Object.entries(claim.votes ?? {}).map(([code, number]) =>
      this.#number(named("votes", say.nounVotesFor(code), number, code), number, () =>
        this.#votesOf(code),
      ),
    );
    const others =
      claim.otherVotes === undefined
        ? []
        : [
            this.#number(
              named("otherVotes", say.nounOtherVotes(), claim.otherVotes),
              claim.otherVotes,
              () => this.#otherVotes(),
            ),
          ];
    const valid =
      claim.validVotes === undefined
        ? []
        : [
            this.#number(
              named("validVotes", say.totalNoun("validVotes"), claim.validVotes),
              claim.validVotes,
              () => validVotes,
            ),
          ];
    const shares = Object.entries(claim.shares ?? {}).map(([code, percent]) => {
      const { share, votes } = this.count.candidates.find((candidate) => candidate.code === code)!;
      return this.#share(
        named("share", say.nounShare(claimedInWords(percent, say), code), percent, code),
        percent,
        () => this.#votesOf(code),
        { votes, outOf: share.outOf },
        code,
      );
    });
    const winner = claim.winner === undefined ? [] : [this.#winner(claim.winner)];
    const margin = claim.margin === undefined ? [] : this.#margin(claim.margin);
    return [...votes, ...others, ...valid, ...shares, ...this.#totals(), ...winner, ...margin];
  }

  #votesOf(code: string): Int32Array {
    const { candidates, votes } = this.tallies.columns;
    return votes[candidates.indexOf(code)]!;
  }

  #otherVotes(): Int32Array {
    const others = this.tallies.columns.validVotes.slice();
    for (const code of Object.keys(this.claim.votes ?? {})) {
      const own = this.#votesOf(code);
      for (let at = 0; at < others.length; at++) others[at]! -= own[at]!;
    }
    return others;
  }

  /** Ballots, invalid votes and turnout: where sheets leave them open, only the roll limits them. */
  #totals(): Judged[] {
    const { claim, universe, say } = this;
    const { ballotsCast, invalidVotes, registeredVoters } = this.tallies.columns;
    const roll = universe.registeredVoters;
    const certain = () => certainCounts(this.tallies).ballots;
    const isComplete = (name: SheetCount) => this.count[name]?.stations === this.count.stations;
    const mostBallots = isComplete("ballotsCast")
      ? () => ballotsCast!
      : isComplete("registeredVoters")
        ? () => registeredVoters!
        : roll;
    const found: Judged[] = [];
    if (claim.ballotsCast !== undefined)
      found.push(
        this.#number(
          named("ballotsCast", say.totalNoun("ballotsCast"), claim.ballotsCast),
          claim.ballotsCast,
          certain,
          mostBallots,
        ),
      );
    if (claim.turnout !== undefined) found.push(this.#turnout(claim.turnout, certain, mostBallots));
    if (claim.invalidVotes !== undefined) {
      const known = () =>
        invalidVotes?.map((votes) => (votes === ABSENT ? 0 : votes)) ??
        new Int32Array(this.tallies.length);
      found.push(
        this.#number(
          named("invalidVotes", say.totalNoun("invalidVotes"), claim.invalidVotes),
          claim.invalidVotes,
          known,
          isComplete("invalidVotes") ? known : roll,
        ),
      );
    }
    return found;
  }

  /** Ballots in percent of the voters that the claim means, or of some part of the roll. */
  #turnout(
    turnout: string,
    certain: () => Int32Array,
    mostBallots: (() => Int32Array) | number,
  ): Judged {
    const { claim, universe, overlap, count, say } = this;
    const { turnoutBase } = claim;
    const { low, high } = claimedBallots(claim, "turnout", universe.registeredVoters);
    const figure = named("turnout", say.nounTurnout(turnout, turnoutBase), turnout);
    // The fewest are at most the average of so many: without a least number, that may do.
    const average = SHARE_SCALE * BigInt(overlap.least) * BigInt(count.atLeastBallots);
    if (turnoutBase === undefined && average <= high * BigInt(count.stations))
      return {
        finding: {
          ...figure.finding,
          overlap,
          outcome: "undecided",
          reason: say.turnoutOfSome(turnout),
        },
      };
    return this.#number(figure, { low, high }, certain, mostBallots);
  }

  /**
   * A number: between the smallest and the largest that any such stations can have. `mostValues` are
   * the stations' largest, where those are not the same; a number stands for no limit but itself.
   */
  #number(
    figure: Figure,
    claimed: number | { readonly low: bigint; readonly high: bigint },
    values: () => Int32Array,
    mostValues: (() => Int32Array) | number = values,
  ): Judged {
    const { overlap, say } = this;
    const room = BigInt(this.#room);
    // The votes of others are of those whom this claim does not name.
    const others = figure.proof.figure === "otherVotes" ? Object.keys(this.claim.votes ?? {}) : [];
    const name = JSON.stringify([figure.proof, others.sort()]);
    const covered = this.#extremes(name, values);
    const least = covered.least;
    const known = typeof mostValues !== "number";
    const coveredMost = !known
      ? BigInt(mostValues)
      : mostValues === values
        ? covered.most
        : this.#extremes(`most ${name}`, mostValues).most;
    const most = known ? coveredMost + room : coveredMost;
    const { low, high } =
      typeof claimed === "number"
        ? { low: SHARE_SCALE * BigInt(claimed), high: SHARE_SCALE * BigInt(claimed) }
        : claimed;
    const number = new Exact(`${high}`).div(`${SHARE_SCALE}`).floor().toNumber();
    const common = { ...figure.finding, overlap, available: this.#room };
    if (SHARE_SCALE * least > high) {
      const reason = say.partTooMany(
        this.#inWords(),
        overlap.least,
        Number(least),
        figure.noun,
        Number(least) - number,
        number,
      );
      return {
        finding: {
          ...common,
          outcome: "contradicted",
          inHand: Number(least),
          required: number - Number(least),
          reason,
        },
        stations: this.#proof(figure, "least", `${least}`, reason),
      };
    }
    if (SHARE_SCALE * most < low) {
      const reason = known
        ? say.partTooFew(this.#inWords(), figure.noun, this.#room, Number(most), number)
        : say.partBeyondRoll(Number(most), number, figure.noun);
      // Where only the roll limits it, what is covered is all of the roll but the room.
      return {
        finding: { ...common, outcome: "contradicted", reason },
        stations: this.#proof(figure, "most", `${known ? coveredMost : most - room}`, reason),
      };
    }
    const fixed = SHARE_SCALE * least >= low && SHARE_SCALE * most <= high && known;
    return {
      finding: {
        ...common,
        outcome: fixed ? "confirmed" : "undecided",
        reason: fixed
          ? least === most
            ? say.partExact(number, figure.noun)
            : say.partAlways(figure.noun)
          : say.partRange(overlap.claimed, Number(least), Number(most), figure.noun, number),
      },
    };
  }

  /**
   * A share: votes − share · valid votes, summed over the claim's stations, must reach 0 from the
   * right side for both ends of the claimed interval. The missing votes help it as much as they can:
   * they are all for or all against the candidate, and of a lead against it by `worst` each.
   */
  #share(
    figure: Figure,
    percent: string,
    votes: () => Int32Array,
    sums: { readonly votes: number; readonly outOf: number },
    who: string,
    worst = 0n,
  ): Judged {
    const { say } = this;
    const { low, high } = claimedInterval(percent);
    const room = BigInt(this.#room);
    const common = { ...figure.finding, overlap: this.overlap };
    const [atLow, atHigh] = [fractionOf(low, SHARE_SCALE), fractionOf(high, SHARE_SCALE)];
    const open = (outcome: Outcome, reason: string) => ({
      finding: { ...common, outcome, reason },
    });
    const possible = say.partPossible(figure.noun, this.overlap.claimed);
    const lowLoss = (atLow.share + worst * atLow.scale) * room;
    const highLoss = (atHigh.share + worst * atHigh.scale) * room;
    const lowGain = (atLow.scale - atLow.share) * room;
    const highGain = (atHigh.scale - atHigh.share) * room;
    const { validVotes } = this.tallies.columns;
    const weighed = (at: Fraction) =>
      this.#once(`${JSON.stringify(figure.proof)} less ${at.share}/${at.scale}`, () =>
        weighedExtremes(votes(), validVotes, at, this.overlap),
      );
    // The k smallest of n values sum to at most k/n of all, the k largest to at least that. What the
    // totals leave open so, no station need be looked at for.
    const stations = BigInt(this.count.stations);
    const average = ({ scale, share }: Fraction) =>
      BigInt(this.overlap.least) * (scale * BigInt(sums.votes) - share * BigInt(sums.outOf));
    const contradicted = (side: "least" | "most", value: bigint, { scale }: Fraction) => {
      const claimed = claimedInWords(percent, say, side === "most" ? "least" : "most");
      const reason = say.partShareNot(this.#inWords(), who, side, claimed);
      const sum = new Exact(`${value}`).div(`${scale}`).toFixed();
      return {
        ...open("contradicted", reason),
        stations: this.#proof(figure, side, sum, reason),
      };
    };
    if (average(atLow) + lowGain * stations < 0n) {
      const { most } = weighed(atLow);
      if (most + lowGain < 0n) return contradicted("most", most, atLow);
    }
    if (average(atHigh) - highLoss * stations > 0n) {
      const { least } = weighed(atHigh);
      if (least - highLoss > 0n) return contradicted("least", least, atHigh);
    }
    const always =
      average(atLow) - lowLoss * stations >= 0n &&
      average(atHigh) + highGain * stations <= 0n &&
      weighed(atLow).least - lowLoss >= 0n &&
      weighed(atHigh).most + highGain <= 0n &&
      // Stations without a vote have no share, so there must be one whichever they are.
      this.#extremes("valid votes", () => validVotes).least > 0n;
    return always ? open("confirmed", say.partAlways(figure.noun)) : open("undecided", possible);
  }

  #winner(code: string): Judged {
    const spans = this.tallies.columns.candidates
      .filter((rival) => rival !== code)
      .map((rival) => ({
        rival,
        ...this.#extremes(`lead ${JSON.stringify([code, rival])}`, () => this.#lead(code, rival)),
      }));
    const common = { figure: "winner", candidate: code, overlap: this.overlap } as const;
    const room = BigInt(this.#room);
    const beaten = spans.find(({ most }) => most + room < 0n);
    if (beaten) {
      const reason = this.say.partWinnerNot(this.#inWords(), code);
      const figure = {
        finding: common,
        proof: { figure: "winner", candidate: code, rival: beaten.rival },
        noun: "",
      } as const;
      return {
        finding: { ...common, outcome: "contradicted", reason },
        stations: this.#proof(figure, "most", `${beaten.most}`, reason),
      };
    }
    const always = spans.every(({ least }) => least - room > 0n);
    return {
      finding: {
        ...common,
        outcome: always ? "confirmed" : "undecided",
        reason: always
          ? this.say.partWinnerAlways(code)
          : this.say.partWinnerOpen(code, this.overlap.claimed),
      },
    };
  }

  #margin({ winner, loser, votes, share }: ClaimMargin): Judged[] {
    const lead = () => this.#lead(winner, loser);
    const { say } = this;
    const figureOf = (
      figure: "marginVotes" | "marginShare",
      noun: string,
      claimed: number | string,
    ) => ({
      finding: { figure: "margin", candidate: winner, claimed } as const,
      proof: { figure, candidate: winner, rival: loser },
      noun,
    });
    const found: Judged[] = [];
    if (votes !== undefined) {
      const figure = figureOf("marginVotes", "", votes);
      const span = this.#extremes(`lead ${JSON.stringify([winner, loser])}`, lead);
      const room = BigInt(this.#room);
      const [least, most] = [span.least - room, span.most + room];
      const side = least > BigInt(votes) ? "least" : most < BigInt(votes) ? "most" : undefined;
      const reason = say.partLead(
        this.overlap.claimed,
        winner,
        loser,
        Number(least),
        Number(most),
        votes,
      );
      const common = { ...figure.finding, overlap: this.overlap, available: this.#room, reason };
      found.push(
        side
          ? {
              finding: { ...common, outcome: "contradicted" },
              stations: this.#proof(
                figure,
                side,
                `${side === "least" ? span.least : span.most}`,
                reason,
              ),
            }
          : { finding: { ...common, outcome: least === most ? "confirmed" : "undecided" } },
      );
    }
    if (share !== undefined) {
      const sum = lead().reduce((total, own) => total + own, 0);
      found.push(
        this.#share(
          figureOf("marginShare", say.nounLead(winner, loser, share), share),
          share,
          lead,
          { votes: sum, outOf: this.count.validVotes },
          winner,
          1n,
        ),
      );
    }
    return found;
  }

  #lead(winner: string, loser: string): Int32Array {
    const rival = this.#votesOf(loser);
    return this.#votesOf(winner).map((votes, at) => votes - rival[at]!);
  }

  #extremes(name: string, values: () => Int32Array): Extremes {
    return this.#once(name, () => extremes(values(), this.overlap));
  }

  /** The sums are the same under every roll: they are worked out once. */
  #once<T>(name: string, make: () => T): T {
    return this.profile.once(`${this.overlap.claimed} stations: ${name}`, make);
  }

  #proof({ proof }: Figure, side: StationsProof["side"], sum: string, text: string): StationsProof {
    const { claim, universe, count, overlap } = this;
    return {
      basis: "stations",
      claim,
      stations: universe.stations,
      covered: count.stations,
      overlap: { least: overlap.least, most: overlap.most },
      room: this.#room,
      roll: universe.registeredVoters,
      ...proof,
      side,
      sum,
      text,
    };
  }

  #inWords(): string {
    const { claimed, least } = this.overlap;
    return this.say.anyStations(claimed, this.universe.stations, least);
  }
}

const named = (
  figure:
    "votes" | "otherVotes" | "validVotes" | "share" | "ballotsCast" | "turnout" | "invalidVotes",
  noun: string,
  claimed: number | string,
  candidate?: string,
): Figure => {
  const who = candidate === undefined ? {} : { candidate };
  return { finding: { figure, claimed, ...who }, proof: { figure, ...who }, noun };
};
