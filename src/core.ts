// The small entry point: reading, counting and judging. What checks an election (zod), writes a report
// or draws is not in it, and sentences are in English only; see docs/web.md for what it weighs.
import { judge as judgeIn } from "./judge/judge";
import type { Verdict } from "./judge/verdict";
import type { Claim } from "./model/claim";
import type { Election, Universe } from "./model/election";
import type { Tallies } from "./model/tallies";
import type { TallyInputs } from "./read/input";
import { readInputs } from "./read/read-inputs";
import type { ReadOptions, ReadResult } from "./read/read-tallies";

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
 * `judge` of `tallyproof`, in English.
 *
 * @example
 * ```ts
 * import { judge, readTallies } from "tallyproof/core";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * judge(venezuela2024.claims[0]!, tallies, venezuela2024.universe).outcome; // => "undecided"
 * ```
 */
export function judge(claim: Claim, tallies: Tallies, universe: Universe): Verdict {
  return judgeIn(claim, tallies, universe);
}
