import { certainCounts } from "../count/certain";
import { type Count, count } from "../count/count";
import { ofEachSheet, statedByAll } from "../count/sheets";
import { leastBlank, mostBallots, mostInvalid } from "../model/sheet";
import { ABSENT, type Tallies } from "../model/tallies";
import type { Whose } from "./asked";
import { pick } from "./pick";
import { Ranking, rangeOf } from "./ranking";

/** What the covered stations are like in one respect: their average, and where nine in ten lie. */
export interface Spread {
  /** Of all covered stations together. */
  readonly average: number;
  /** The 5th and the 95th percentile of the stations (nearest rank). */
  readonly low: number;
  readonly high: number;
}

/** What a sheet may leave open. */
export type Open = "ballotsCast" | "invalidVotes";

const MOST = { ballotsCast: mostBallots, invalidVotes: mostInvalid };

/** Values of the covered stations in one respect. */
export class Values extends Ranking {
  #ends: { readonly low: number; readonly high: number } | undefined;

  spread(average: number): Spread {
    const rank = (part: number) =>
      this.atRank(Math.max(1, Math.ceil(part * this.length))) ?? average;
    this.#ends ??= { low: rank(0.05), high: rank(0.95) };
    return { average, ...this.#ends };
  }

  /** How many are at least `value`. */
  atLeast(value: number): number {
    return this.length - this.below(value, false);
  }

  /** How many are at most `value`. */
  atMost(value: number): number {
    return this.below(value, true);
  }
}

/** The covered stations one by one, in the respects that claims are about; worked out when asked for. */
export class Profile {
  readonly #known = new Map<string, unknown>();

  constructor(private readonly tallies: Tallies) {}

  /** Valid votes of each station. */
  validVotes(): Values {
    return this.once("valid votes", () => counts(this.tallies.columns.validVotes));
  }

  /** Ballots that were cast at each station for certain. */
  ballots(): Values {
    return this.once("ballots", () => counts(certainCounts(this.tallies).ballots));
  }

  /** Invalid votes of each station; undefined where not every sheet states them. */
  invalidVotes(): Values | undefined {
    return this.once("invalid votes", () => {
      const invalid = statedByAll(this.tallies.columns.invalidVotes);
      return invalid && counts(invalid);
    });
  }

  /** Valid votes per registered voter; undefined where a station's voters are not known. */
  turnouts(): Values | undefined {
    return this.once("turnout", () => {
      const { registeredVoters, validVotes } = this.tallies.columns;
      const registered = statedByAll(registeredVoters);
      return registered && ratios(validVotes, registered);
    });
  }

  /** Ballots that are neither valid nor invalid for certain, in all; of a count of the same tallies. */
  blankVotes({ stations, validVotes, invalidVotes, atLeastBallots }: Count): number {
    return this.once("blank", () =>
      invalidVotes?.stations === stations
        ? atLeastBallots - validVotes - invalidVotes.sum
        : sumOf(ofEachSheet(this.tallies, leastBlank)),
    );
  }

  /** The most that each station has of what its sheet may leave open; absent where it does. */
  most(figure: Open): Int32Array {
    return this.once(
      `most ${figure}`,
      () => statedByAll(this.tallies.columns[figure]) ?? ofEachSheet(this.tallies, MOST[figure]),
    );
  }

  /** All of that together, where no sheet leaves it open; of a count of the same tallies. */
  mostInAll(figure: Open, { [figure]: stated, stations }: Count): number {
    return this.once(`all ${figure}`, () =>
      stated?.stations === stations ? stated.sum : sumOf(this.most(figure)),
    );
  }

  /** The stations whose sheets do not leave it open; undefined where they are all. */
  stating(figure: Open) {
    return this.once(`stating ${figure}`, () => {
      const most = this.most(figure);
      if (!most.includes(ABSENT)) return undefined;
      // 0 for those that say it.
      const open = most.map((votes) => Math.min(0, votes));
      const { register } = this.tallies;
      // Of a register of stations nothing is known of part of them.
      const tallies = pick(this.tallies, open, 0, register?.byRegion && register);
      return { tallies, count: count(tallies), profile: new Profile(tallies) };
    });
  }

  /** A candidate's share of the valid votes, or the lead over a rival as such a share. */
  shares(whose: Whose): Values {
    return this.once(JSON.stringify(whose), () =>
      ratios(this.votesOf(whose), this.tallies.columns.validVotes),
    );
  }

  /** Votes of a candidate, or the lead over a rival. */
  votesOf([candidate, rival]: Whose): Int32Array {
    const { candidates, votes } = this.tallies.columns;
    const own = votes[candidates.indexOf(candidate)]!;
    return rival === undefined ? own : together(own, -1, this.votesOf([rival]));
  }

  /** What takes a look at every station is looked up by name the next time. */
  once<T>(name: string, make: () => T): T {
    if (!this.#known.has(name)) this.#known.set(name, make());
    return this.#known.get(name) as T;
  }
}

const counts = (values: Int32Array) => new Values(rangeOf(values).high, values);

/** Only where there is something to divide by: a station without votes has no share. */
const ratios = (parts: Int32Array, wholes: Int32Array) => new Values(1, parts, wholes);

/** Each station's sum or difference. A loop: a function called for each takes four times as long. */
export function together(first: Int32Array, sign: 1 | -1, second: Int32Array): Int32Array {
  const sums = first.slice();
  for (let at = 0; at < sums.length; at++) sums[at]! += sign * second[at]!;
  return sums;
}

const sumOf = (values: Int32Array) => {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum;
};
