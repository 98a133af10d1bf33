/**
 * The small entry point: reading, counting and judging. What checks an election (zod), writes a report
 * or draws is not in it, and each language's sentences are apart; docs/web.md says what it weighs.
 *
 * @module tallyproof/core
 */

import { count } from "./count/count";
import { judgeCounted } from "./judge/judge-counted";
import type { Verdict } from "./judge/verdict";
import type { Claim } from "./model/claim";
import type { Election, Universe } from "./model/election";
import type { Tallies } from "./model/tallies";
import type { TallyInputs } from "./read/input";
import { readInputs } from "./read/read-inputs";
import type { ReadOptions } from "./read/read-tallies";
import type { ReadResult } from "./read/result";
import type { Say } from "./words/say";

export type { Say } from "./words/say";

export { count, countBy } from "./count/count";
export { explain } from "./judge/explain";
export { TallyError } from "./model/error";

/**
 * `readTallies` of `tallyproof` for an election that is known to be right: a ready-made one, or what
 * `parseElection` once returned. It is not checked here.
 */
export function readTallies(
  inputs: TallyInputs,
  election: Election,
  options: ReadOptions = {},
): ReadResult {
  const tallies = readInputs(inputs, election, options.register, options.onProgress);
  return { tallies, issues: tallies.issues };
}

/**
 * `judge` of `tallyproof`, in the sentences of `tallyproof/core/en` or `tallyproof/core/es`.
 *
 * @example
 * ```ts
 * import { judge, readTallies } from "tallyproof/core";
 * import { sentences } from "tallyproof/core/es";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const verdict = judge(venezuela2024.claims[0]!, tallies, venezuela2024.universe, sentences);
 * verdict.outcome; // => "undecided"
 * ```
 */
export function judge(claim: Claim, tallies: Tallies, universe: Universe, sentences: Say): Verdict {
  return judgeCounted(claim, tallies, count(tallies), universe, sentences);
}
