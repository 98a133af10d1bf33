import { firstAbove } from "./first-above";
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";

/** A number drawn from the seed. */
export interface Ticket {
  /** Which one, from 1. */
  readonly ticket: number;
  /** 0 to one below the total. */
  readonly number: bigint;
}

const hashed = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * The numbers of a public draw: ticket k is SHA-256 of `seed,k`, read as a whole number, modulo the total
 * (Rivest 2011, a sampler for election audits). Anybody can repeat it with a calculator of hashes.
 *
 * Where the total has more than 192 binary digits, `seed,k,2`, `seed,k,3` and so on are put behind, so that
 * no station is favoured by more than 1 in 2^64.
 */
export function* tickets(seed: string, total: bigint): Generator<Ticket, never> {
  const blocks = Math.ceil((total.toString(2).length + 64) / 256);
  for (let ticket = 1; ; ticket++) {
    let digits = hashed(`${seed},${ticket}`);
    for (let block = 2; block <= blocks; block++) digits += hashed(`${seed},${ticket},${block}`);
    yield { ticket, number: BigInt(`0x${digits}`) % total };
  }
}

/** A ticket, and the place in the list that it falls on. */
export interface Hit {
  readonly ticket: number;
  readonly at: number;
}

/**
 * Draws places with chances in proportion to their weights: the ticket's number falls on the first place up
 * to which the weights add up to more than it. Without replacement, tickets that fall on a place that was
 * drawn before are passed over.
 */
export function* hits(
  seed: string,
  weights: readonly bigint[],
  withReplacement: boolean,
): Generator<Hit> {
  let total = 0n;
  let open = 0;
  const upTo = weights.map((weight) => {
    if (weight > 0n) open++;
    return (total += weight);
  });
  const drawn = new Set<number>();
  if (open === 0) return;
  for (const { ticket, number } of tickets(seed, total)) {
    const at = firstAbove(upTo, number);
    if (!withReplacement) {
      if (drawn.has(at)) continue;
      drawn.add(at);
    }
    yield { ticket, at };
    if (drawn.size === open) return;
  }
}
