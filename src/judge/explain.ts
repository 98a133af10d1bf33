import type { Verdict } from "./verdict";

/**
 * A verdict in plain words, in one to three sentences: what decides; or, where nothing does, what
 * the missing stations would have to be, beside what the covered ones are.
 *
 * @example
 * ```ts
 * import { explain, readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { verdicts } = verify(venezuela2024, readTallies(csv, venezuela2024).tallies);
 * explain(verdicts[3]!).includes("EG would need"); // => true
 * ```
 */
export function explain({ reason, look }: Verdict): string {
  return look ? `${reason} ${look.text}` : reason;
}
