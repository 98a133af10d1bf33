/** How far a bet goes, of what a bettor may stake at most; the rest survives a sheet of taint 1. */
export const STAKE = 0.95;

/** Beyond this, evidence is not told apart any more; no risk is printed as 0. */
const LARGEST = 1e300;

/**
 * A bettor's fortune, begun at 1, who bets that the tallies are right (Waudby-Smith, Stark and Ramdas
 * 2021, betting martingales): before each sheet a fixed part of the fortune at most. If an outcome is
 * wrong, the fortune is a nonnegative supermartingale, so it ever reaches 1 / α with a chance of at most α
 * (Ville). That is why one may look after each sheet and stop at any.
 *
 * With a stake of 1 it is Kaplan–Markov: the factor of a draw is (1 − taint) / (1 − 1/U).
 */
export class Martingale {
  #fortune = 1;
  #largest = 1;

  constructor(private readonly stake: number) {}

  /** One sheet: its taint, at most 1, and the most that 1 − taint is on average if an outcome is wrong. */
  add(taint: number, nullMean: number): void {
    // From a mean of 0 on, the outcome cannot be wrong any more, and there is nobody to bet against.
    if (nullMean <= 0) return;
    const factor = 1 - this.stake + (this.stake * (1 - taint)) / nullMean;
    this.#fortune = Math.min(LARGEST, this.#fortune * Math.max(0, factor));
    this.#largest = Math.max(this.#largest, this.#fortune);
  }

  /** Measured risk after all sheets so far: 1 over the fortune, at most 1. */
  get now(): number {
    return this.#fortune <= 1 ? 1 : 1 / this.#fortune;
  }

  /** The lowest of these after any sheet so far. */
  get least(): number {
    return 1 / this.#largest;
  }
}
