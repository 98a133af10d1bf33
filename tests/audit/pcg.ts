// NumPy's `default_rng(seed).random()`: SeedSequence and PCG64 (O'Neill 2014; numpy/random), from their
// descriptions. Only to repeat the draws of published audits, which were made with it.
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";

const WORD = 0xffffffffn;
const LONG = (1n << 64n) - 1n;
const WIDE = (1n << 128n) - 1n;
const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;

function hasher(start: bigint, multiplier: bigint) {
  let constant = start;
  return (value: bigint) => {
    let mixed = value ^ constant;
    constant = (constant * multiplier) & WORD;
    mixed = (mixed * constant) & WORD;
    return mixed ^ (mixed >> 16n);
  };
}

function stateOf(entropy: bigint): [bigint, bigint, bigint, bigint] {
  const words: bigint[] = [];
  for (let rest = entropy; rest > 0n; rest >>= 32n) words.push(rest & WORD);
  const hash = hasher(0x43b0d7e5n, 0x931e8875n);
  const mix = (x: bigint, y: bigint) => {
    const mixed = (0xca01f9ddn * x - 0x4973f715n * y) & WORD;
    return mixed ^ (mixed >> 16n);
  };
  const pool = [0, 1, 2, 3].map((at) => hash(words[at] ?? 0n));
  for (let from = 0; from < 4; from++)
    for (let to = 0; to < 4; to++) if (from !== to) pool[to] = mix(pool[to]!, hash(pool[from]!));
  for (const word of words.slice(4))
    for (let to = 0; to < 4; to++) pool[to] = mix(pool[to]!, hash(word));
  const output = hasher(0x8b51f9ddn, 0x58f38dedn);
  const made = Array.from({ length: 8 }, (_, at) => output(pool[at % 4]!));
  const long = (at: number) => made[2 * at]! | (made[2 * at + 1]! << 32n);
  return [long(0), long(1), long(2), long(3)];
}

/** Doubles from 0 to below 1. */
export function* pcg64(seed: bigint): Generator<number, never> {
  const [a, b, c, d] = stateOf(seed);
  const increment = ((((c << 64n) | d) << 1n) | 1n) & WIDE;
  let state = 0n;
  const step = () => (state = (state * MULTIPLIER + increment) & WIDE);
  step();
  state = (state + ((a << 64n) | b)) & WIDE;
  step();
  for (;;) {
    step();
    const folded = (state >> 64n) ^ (state & LONG);
    const turn = state >> 122n;
    const rotated = ((folded >> turn) | (folded << (64n - turn))) & LONG;
    yield Number(rotated >> 11n) / 2 ** 53;
  }
}

/** The draw of a batch-comparison audit as Arlo makes it: with replacement, by cumulative error bound. */
export function arloDraw(seed: string, weights: readonly number[], draws: number): number[] {
  const numbers = pcg64(BigInt(`0x${bytesToHex(sha256(utf8ToBytes(seed)))}`));
  const sum = weights.reduce((all, each) => all + each, 0);
  let so = 0;
  const upTo = weights.map((weight) => (so += weight / sum));
  return Array.from({ length: draws }, () => {
    const number = numbers.next().value * upTo.at(-1)!;
    return upTo.findIndex((limit) => limit > number);
  });
}
