import type { Claim } from "../model/claim";
import type { Phrases } from "./say";
import { arithmeticIn } from "../judge/own-arithmetic";
import { conflictInWords, type Which } from "./conditions";
import type { Conflict } from "../judge/feasible";

/**
 * Why a claim's figures exclude each other: by the arithmetic of the claim itself where that shows it,
 * since its sentences have the numbers; else by the conditions that conflict.
 */
export function contradictionInWords(
  claim: Claim,
  candidates: readonly string[],
  conflict: Conflict,
  say: Phrases,
  which: Which,
  inWords: (conflict: string) => string,
): string {
  const wrong = arithmeticIn(claim, candidates, say).find(({ agrees }) => !agrees);
  return wrong ? say.contradictsItself(wrong.text) : inWords(conflictInWords(conflict, say, which));
}
