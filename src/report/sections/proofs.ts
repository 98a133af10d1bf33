import type { CompletionProof, Proof, ProofCondition } from "../../judge/proof";
import { Exact } from "../../model/share";
import type { ReportLanguage } from "../../words/report";

/** A proof as lines that a reader can follow with a pocket calculator. */
export const proofLines = (proof: Proof, words: ReportLanguage): string[] =>
  proof.basis === "stations"
    ? [words.proofSteps(proof.steps.join(" "))]
    : completionLines(proof, words);

function completionLines(
  { conditions, premises, wholeVotes }: CompletionProof,
  words: ReportLanguage,
): string[] {
  return [
    words.proofStart(premises.validVotes, premises.room),
    ...conditions.flatMap((condition) => [
      conditionLine(condition, words),
      words.proofFrom(factsOf(condition)),
    ]),
    ...(wholeVotes ? [words.proofTried(wholeVotes.min, wholeVotes.max)] : []),
  ];
}

/**
 * What a condition adds up, with how often it is counted where that is not once. Only equations are
 * taken off, and those read the same either way.
 */
const factsOf = ({ facts }: ProofCondition) =>
  facts
    .map(({ text, times }) => {
      const number = times.replace(/^-/, "");
      return number === "1" ? text : `${number} × (${text})`;
    })
    .join("; ");

function conditionLine({ factor, offset, text }: ProofCondition, words: ReportLanguage): string {
  const { decimal } = words.locale;
  const slope = new Exact(factor);
  if (slope.isZero()) return words.proofNever(text);
  const times = slope.abs().eq(1) ? "" : `${decimal(slope.abs().toFixed())} × `;
  const side = new Exact(offset).times(slope.isPositive() ? -1 : 1).toFixed();
  return `${times}W ${slope.isPositive() ? "≥" : "≤"} ${decimal(side)}: ${text}.`;
}
