import { sha256 } from "@noble/hashes/sha2";
import { utf8ToBytes } from "@noble/hashes/utils";

const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/**
 * Random numbers from a seed: xoshiro128** (Blackman and Vigna 2018, prng.di.unimi.it), whose state is
 * the first half of the SHA-256 of the seed's text. The same seed gives the same numbers everywhere.
 * For simulation only: a public draw takes its numbers from the hash itself.
 */
export class Random {
  readonly #state: Int32Array;

  constructor(seed: string | Int32Array) {
    this.#state =
      typeof seed === "string"
        ? new Int32Array(sha256(utf8ToBytes(seed)).slice(0, 16).buffer)
        : Int32Array.from(seed);
  }

  /** 0 to 2^32 − 1. */
  next(): number {
    const state = this.#state;
    const result = Math.imul(rotated(Math.imul(state[1]!, 5), 7), 9) >>> 0;
    const shifted = state[1]! << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = rotated(state[3]!, 11);
    return result;
  }

  /** At least 0 and below 1, of 53 bits. */
  uniform(): number {
    return ((this.next() >>> 5) * 0x4000000 + (this.next() >>> 6)) / 0x20000000000000;
  }

  /** A whole number from 0 to one below the bound, each equally likely; the bound is at most 2^32. */
  below(bound: number): number {
    // The last, incomplete round of the bound in 2^32 would favour small numbers.
    const whole = 0x100000000 - (0x100000000 % bound);
    let drawn = this.next();
    while (drawn >= whole) drawn = this.next();
    return drawn % bound;
  }
}
