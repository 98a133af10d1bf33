import { Exact } from "../../model/share";
import type { Tallies } from "../../model/tallies";

/** A candidate's share in percent after so many stations. */
export interface Step {
  readonly stations: number;
  readonly share: number;
}

/** A candidate's way to the final share, in one order of the stations. */
export interface Way {
  readonly candidate: string;
  readonly order: "file" | "random";
  readonly steps: readonly Step[];
  /** After so many stations the share stays within one point of the final one. */
  readonly steady: number;
}

/** At most so many steps are drawn. */
const STEPS = 200;

/** The ways of the candidates (by their places in the tallies) in both orders. */
export function waysOf(tallies: Tallies, candidates: readonly number[]): Way[] {
  const orders = {
    file: Int32Array.from({ length: tallies.length }, (_, at) => at),
    random: shuffled(tallies.length),
  };
  return candidates.flatMap((candidate) =>
    (["file", "random"] as const).map((order) => ({
      candidate: tallies.columns.candidates[candidate]!,
      order,
      ...follow(tallies, candidate, orders[order]),
    })),
  );
}

function follow({ columns, length }: Tallies, candidate: number, order: Int32Array) {
  const votes = columns.votes[candidate]!;
  const { validVotes } = columns;
  const sum = (values: Int32Array) => values.reduce((total, value) => total + value, 0);
  const final = sum(votes) / sum(validVotes);
  const steps: Step[] = [];
  let [own, all, steady] = [0, 0, 1];
  for (let at = 0; at < length; at++) {
    own += votes[order[at]!]!;
    all += validVotes[order[at]!]!;
    if (all === 0 || Math.abs(own / all - final) > 0.01) steady = at + 2;
    if (all > 0 && isStep(at + 1, length))
      steps.push({
        stations: at + 1,
        share: new Exact(own).div(all).times(100).toDecimalPlaces(6).toNumber(),
      });
  }
  return { steps, steady };
}

/** Whether the station begins another of {@link STEPS} equal parts; the last one always does. */
function isStep(station: number, length: number): boolean {
  const part = (number: number) => Math.floor((number * STEPS) / length);
  return length <= STEPS || part(station) > part(station - 1);
}

/**
 * The stations in an order that looks like chance and is the same every time: shuffled after Fisher
 * and Yates with the numbers of mulberry32 (Tommy Ettinger, 2017), seed 1.
 */
function shuffled(length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at);
  const next = mulberry32(1);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** Numbers from 0 to 1, without 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
