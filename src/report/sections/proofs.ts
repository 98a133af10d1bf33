import type { CompletionProof, Proof, ProofCondition, StationsProof } from "../../judge/proof";
import { Exact } from "../../model/share";
import type { ReportLanguage } from "../../words/report";

/** A proof as lines that a reader can follow with a pocket calculator. */
export const proofLines = (proof: Proof, words: ReportLanguage): string[] =>
  proof.basis === "stations" ? [stationsLine(proof, words)] : completionLines(proof, words);

function completionLines(
  { conditions, premises, wholeVotes }: CompletionProof,
  words: ReportLanguage,
): string[] {
  return [
    words.proofStart(premises.validVotes, premises.room),
    ...conditions.map((condition) => conditionLine(condition, words)),
    ...(wholeVotes ? [words.proofTried(wholeVotes.min, wholeVotes.max)] : []),
  ];
}

function conditionLine({ factor, offset, text }: ProofCondition, words: ReportLanguage): string {
  const { decimal } = words.locale;
  const slope = new Exact(factor);
  if (slope.isZero()) return words.proofNever(decimal(offset), text);
  const times = slope.abs().eq(1) ? "" : `${decimal(slope.abs().toFixed())} × `;
  const side = new Exact(offset).times(slope.isPositive() ? -1 : 1).toFixed();
  return `${times}W ${slope.isPositive() ? "≥" : "≤"} ${decimal(side)}: ${text}.`;
}

function stationsLine(
  { claim, stations, covered, overlap, side, sum }: StationsProof,
  words: ReportLanguage,
): string {
  const meant = claim.scope!.stations!;
  const printed = words.locale.decimal(sum);
  return words.proofStations(meant, stations, covered, overlap.least, side, printed);
}
