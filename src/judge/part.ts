import type { Count } from "../count/count";
import type { Claim } from "../model/claim";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import { Exact } from "../model/share";
import type { Say } from "../words/index";
import type { Whose } from "./asked";
import {
  type Extreme,
  leastOf,
  mostOf,
  type Fraction,
  type Overlap,
  type Sums,
  sumsOf,
  weighedSums,
} from "./overlap";
import type { Place } from "./place";
import { nothingInHand, type Premises } from "./premises";
import { type Open, type Profile, together } from "./profile";
import type { StationsFigure, StationsProof } from "./proof";
import { placeNumbers, type Remainder } from "./remainder";
import type { Room } from "./room";
import { stating } from "./stating";
import type { Finding, Judged, Outcome } from "./verdict";

/** What a figure is called in a finding, in a proof, and in a sentence. */
export interface PartFigure {
  readonly finding: Pick<Finding, "figure" | "candidate" | "claimed">;
  readonly proof: Pick<StationsProof, "figure" | "candidate" | "rival" | "parts">;
  readonly noun: string;
}

export const partFigure = (
  figure: StationsFigure & Finding["figure"],
  noun: string,
  claimed: number | string,
  candidate?: string,
): PartFigure => {
  const who = candidate === undefined ? {} : { candidate };
  return { finding: { figure, claimed, ...who }, proof: { figure, ...who }, noun };
};

/** An end that rules a figure out; the numbers as decimal text. */
export interface PartEnd {
  readonly taken: number;
  readonly sum: string;
  readonly added: number;
  /** With the missing votes, and what the claim asks for. */
  readonly value: string;
  readonly claimed: string;
  /** What the stations are sorted by; empty where only the roll limits it. */
  readonly measure: string;
  /** Whether missing votes change it. */
  readonly counts: boolean;
}

/** An end in units of 1 / `scale`. */
export function partEnd(
  { taken, sum, added, value }: Extreme,
  claimed: number,
  measure: string,
  counts = true,
  scale = 1n,
): PartEnd {
  const text = (number: bigint) => new Exact(`${number}`).div(`${scale}`).toFixed();
  return {
    taken,
    sum: text(sum),
    added,
    value: text(value),
    claimed: `${claimed}`,
    measure,
    counts,
  };
}

/** A claim on part of the stations, of which nobody says which ones, and what is known of them all. */
export class Part {
  readonly overlap: Overlap;

  // Assigned all at once: a part is asked for little else than what its place and view have.
  declare readonly tallies: Tallies;
  declare readonly count: Count;
  declare readonly universe: Universe;
  declare readonly remainder: Remainder;
  declare readonly room: Room;
  declare readonly profile: Profile;
  declare readonly say: Say;

  constructor(
    readonly claim: Claim,
    private readonly place: Place,
  ) {
    Object.assign(this, place.view, place);
    const { count, remainder } = this;
    const claimed = claim.scope!.stations!;
    this.overlap = {
      claimed,
      least: Math.max(0, claimed - remainder.stations),
      most: Math.min(count.stations, claimed),
    };
  }

  /** The same by the sheets that say how much of it they have at most, and the sums of that. */
  stating(figure: Open): { readonly part: Part; readonly sums: Sums } {
    const place = stating(this.place, figure);
    const part = place === this.place ? this : new Part(this.claim, place);
    return { part, sums: part.sums(`most ${figure}`, () => part.profile.most(figure)) };
  }

  /** The most missing votes that any such stations can have. */
  get mostRoom(): number {
    return this.room.at(this.overlap.claimed - this.overlap.least);
  }

  /** Votes of all whom the claim does not name. */
  otherVotes(): Int32Array {
    return Object.keys(this.claim.votes ?? {}).reduce(
      (left, code) => together(left, -1, this.profile.votesOf([code])),
      this.tallies.columns.validVotes,
    );
  }

  sums(name: string, values: () => Int32Array): Sums {
    return this.once(name, () => sumsOf(values()));
  }

  validVotes(): Sums {
    return this.sums("valid votes", () => this.tallies.columns.validVotes);
  }

  /** The sums of these, less so much of each valid vote. */
  weighed(whose: Whose, of: Fraction = { share: 0n, scale: 1n }): Sums {
    const votes = () => this.profile.votesOf(whose);
    const name = `votes ${JSON.stringify(whose)}`;
    return of.share === 0n
      ? this.sums(name, votes)
      : this.once(`${name} less ${of.share}/${of.scale}`, () =>
          weighedSums(votes(), this.tallies.columns.validVotes, of),
        );
  }

  /** The least that any such stations can have, when each missing vote takes `loss` away. */
  least(sums: Sums, loss: bigint): Extreme {
    return leastOf(sums, this.overlap, loss, this.room);
  }

  /** The most, when each adds `gain`. */
  most(sums: Sums, gain: bigint): Extreme {
    return mostOf(sums, this.overlap, gain, this.room);
  }

  /** What the claim is held against before any tally. */
  get nothing(): Premises {
    const codes = this.count.candidates.map(({ code }) => code);
    return nothingInHand(codes, this.universe.registeredVoters);
  }

  /** The sums are the same under every roll and for every number of stations: they are worked out once. */
  once<T>(name: string, make: () => T): T {
    return this.profile.once(`sums of ${name}`, make);
  }

  open(
    { finding }: PartFigure,
    outcome: Outcome,
    reason: string,
    rest: Partial<Finding> = {},
  ): Judged {
    const { overlap, mostRoom: available } = this;
    return { finding: { ...finding, overlap, available, outcome, reason, ...rest } };
  }

  contradicted(
    figure: PartFigure,
    side: StationsProof["side"],
    end: PartEnd,
    reason: string,
    rest: Partial<Finding> = {},
  ): Judged {
    const { claim, universe, count, overlap, remainder } = this;
    const region = claim.scope?.region;
    const numbers = placeNumbers(remainder, universe, count);
    return {
      ...this.open(figure, "contradicted", reason, rest),
      stations: {
        basis: "stations",
        claim,
        ...(region !== undefined && { region }),
        ...numbers,
        overlap: { least: overlap.least, most: overlap.most },
        ...figure.proof,
        side,
        taken: end.taken,
        sum: end.sum,
        added: end.added,
        votersKnown: this.room.isKnown,
        text: reason,
        steps: this.say.stepsInWords(side, end, { ...numbers, ...figure.proof, claim, overlap }),
      },
    };
  }

  /** Of any so many stations, so many are covered. */
  inWords(): string {
    const { claimed, least } = this.overlap;
    return this.say.anyStations(claimed, this.universe.stations, least);
  }
}
