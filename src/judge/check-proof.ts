import { completionFault } from "./check-completion";
import { stationsFault } from "./check-stations";
import { type ProofOf, talliesFault } from "./check-tallies";
import type { Proof } from "./proof";

/** Whether a proof holds, and if not, why not. */
export interface ProofCheck {
  readonly holds: boolean;
  readonly why?: string;
}

/**
 * Checks a proof that a claim is impossible, from the proof alone: every fact is worked out anew from
 * the claim's text and the numbers in hand, the facts are added up, and the sums must exclude each
 * other. It shares no code with what finds proofs.
 *
 * The numbers in hand are taken as the proof states them, as far as they agree with each other. With
 * the tallies and the universe they are also compared with a count of those, and sums over stations
 * are made anew: then it holds of those tallies.
 *
 * Never throws: what is no proof, or a proof of something else, does not hold.
 *
 * @example
 * ```ts
 * import { checkProof, readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,21000000,16000000,0,16000000,0,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const [official] = verify(venezuela2024, tallies).verdicts;
 * official?.outcome; // => "contradicted"
 * const { proof } = official!;
 * checkProof(proof!); // => { holds: true }
 * checkProof(proof!, { tallies, universe: venezuela2024.universe }); // => { holds: true }
 * ```
 */
export function checkProof(proof: Proof, of?: ProofOf): ProofCheck {
  try {
    const why =
      (proof.basis === "stations" ? stationsFault(proof) : completionFault(proof)) ??
      (of && talliesFault(proof, of));
    return why === undefined ? { holds: true } : { holds: false, why };
  } catch {
    return { holds: false, why: "it is not a complete proof" };
  }
}
