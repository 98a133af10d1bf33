// How often the laws are tried: `npm test` tries each a fifth as often as its test names, so that it
// takes a minute; with LAWS_RUNS=1, as in .ci/run, they are tried in full.
import fc from "fast-check";

const PART = Number(process.env["LAWS_RUNS"] ?? 0.2);

/** How many cases of a law are tried, where `inFull` are in full. */
export const runs = (inFull: number) => Math.ceil(inFull * PART);

/** Cases that have not come in so many rounds do not come: each takes a few rounds at most. */
const ROUNDS = 100;

/**
 * Tries a law that must meet certain cases for its test to say anything; `expectMet` expects that it
 * has met them. Cases come at random, so a round in which one of them has not come is no failure: the
 * law is then tried for another round.
 */
export function tryLaw<T>(law: fc.IProperty<T>, inFull: number, expectMet: () => void): void {
  for (let round = 1; ; round++) {
    fc.assert(law, { numRuns: runs(inFull) });
    try {
      expectMet();
      return;
    } catch (error) {
      if (round === ROUNDS) throw error;
    }
  }
}
