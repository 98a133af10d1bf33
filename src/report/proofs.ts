import type { CompletionProof, Proof, ProofCondition, StationsProof } from "../judge/proof";
import { countOf, formatCount } from "../model/format";
import { Exact } from "../model/share";

/** A proof as lines that a reader can follow with a pocket calculator. */
export const proofInWords = (proof: Proof): string[] =>
  proof.basis === "stations" ? stationsLines(proof) : completionLines(proof);

function completionLines({ conditions, premises, wholeVotes }: CompletionProof): string[] {
  const tried = wholeVotes
    ? [
        `That leaves ${formatCount(wholeVotes.min)} to ${formatCount(wholeVotes.max)}: each of them was tried, ` +
          "and no whole numbers of votes do.",
      ]
    : [];
  const inHand = countOf(premises.validVotes, "valid vote");
  return [
    `Proof, with W for all missing votes, ${inHand} in hand and room for ${formatCount(premises.room)}:`,
    ...conditions.map(conditionLine),
    ...tried,
  ];
}

function conditionLine({ factor, offset, text }: ProofCondition): string {
  const [slope, constant] = [new Exact(factor), new Exact(offset)];
  if (slope.isZero()) return `${decimal(constant)} would have to be 0 or more (${text}).`;
  const times = slope.abs().eq(1) ? "" : `${decimal(slope.abs())} × `;
  const side = slope.isPositive() ? constant.neg() : constant;
  return `${times}W ${slope.isPositive() ? "≥" : "≤"} ${decimal(side)}: ${text}.`;
}

function stationsLines({ claim, stations, covered, overlap, side, sum }: StationsProof): string[] {
  const n = formatCount;
  const meant = claim.scope!.stations!;
  return [
    `Proof: of ${n(meant)} stations at most ${n(stations)} − ${n(covered)} = ${n(stations - covered)} have no ` +
      `tally here, so at least ${n(overlap.least)} have one. Over the covered stations sorted by that ` +
      `number, the ${side === "least" ? "smallest" : "largest"} such sum is ${decimal(new Exact(sum))}.`,
  ];
}

/** A decimal number with its thousands apart. */
function decimal(value: Exact): string {
  const [whole = "", decimals] = value.abs().toFixed().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value.isNegative() && !value.isZero() ? "−" : ""}${grouped}${decimals ? `.${decimals}` : ""}`;
}
