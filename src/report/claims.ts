import type { Verdict } from "../judge/verdict";
import type { Claim } from "../model/claim";
import { countOf } from "../model/format";
import type { OwnFigures, Verification } from "../verification";
import { LABEL_INDENT, LABEL_WIDTH, wrap } from "./layout";
import { proofInWords } from "./proofs";

/** A claim in one line. */
export const claimLine = ({ by, title, date }: Claim) =>
  `${by}: ${title}${date ? ` (${date})` : ""}`;

export const verdictPairs = ({ election, verdicts }: Verification) =>
  verdicts.map((verdict, index) => ({ verdict, claim: election.claims[index]! }));

/** Text after a label, the following lines under its first word. */
export function labelled(label: string, text: string): string[] {
  const [first = "", ...rest] = wrap(text, LABEL_INDENT);
  return [`  ${label.padEnd(LABEL_WIDTH)}  ${first.trimStart()}`, ...rest];
}

/** Every claim with its source and what was found of its figures. */
export function claimByClaim(verification: Verification): string[] {
  return verdictPairs(verification).flatMap(({ verdict, claim }) => [
    ...wrap(claimLine(claim), ""),
    ...[claim.source && `Source: ${claim.source}.`].flatMap((text) =>
      text ? wrap(text, "  ") : [],
    ),
    ...findings(verdict),
    ...(verdict.proof
      ? proofInWords(verdict.proof).flatMap((text) => wrap(text, LABEL_INDENT))
      : []),
    ...rollLines(verdict),
    ...ownLines(verification.ownFigures.find((own) => own.claim === claim.id)!),
    "",
  ]);
}

/** Under which roll a claim is decided, where that is not the same under all. */
function rollLines({ rolls = [] }: Verdict): string[] {
  if (rolls.every(({ outcome }) => outcome === rolls[0]!.outcome)) return [];
  return rolls.flatMap(({ registeredVoters, outcome, reason }) =>
    wrap(
      `With ${countOf(registeredVoters, "voter")} on the roll, ${outcome}: ${reason}`,
      LABEL_INDENT,
    ),
  );
}

/** The claim's own arithmetic: what disagrees, else that it agrees, and what it says of the turnout. */
function ownLines({ arithmetic, rounding }: OwnFigures): string[] {
  const wrong = arithmetic.filter(({ agrees }) => !agrees);
  const turnout = arithmetic.filter(({ check, agrees }) => check === "turnout-base" && agrees);
  const others = arithmetic.length - wrong.length - turnout.length;
  const lines = [
    ...wrong.map(({ text }) => text),
    ...(wrong.length === 0 && others > 0 ? ["They agree with each other."] : []),
    ...turnout.map(({ text }) => text),
  ];
  return [
    ...(lines.length === 0 ? [] : labelled("own figures", lines.join(" "))),
    ...(rounding?.flagged ? labelled("aside", rounding.reading) : []),
  ];
}

/** Claims of which at most one can be true, whatever the tallies say. */
export function exclusionList({ exclusions, election }: Verification): string[] {
  if (exclusions.length === 0) return [];
  const lineOf = (id: string) => claimLine(election.claims.find((claim) => claim.id === id)!);
  return [
    "Pairs of claims that cannot both be true, whatever the tallies say",
    ...exclusions.flatMap(({ claims: [first, second], reason }) => [
      ...wrap(`${lineOf(first)} and ${lineOf(second)}`, "  "),
      ...wrap(reason, "    "),
    ]),
    "",
  ];
}

/** Findings of one outcome that print in full; JSON has all. */
const SHOWN = 4;

function findings({ outcome, findings: all }: Verdict): string[] {
  return (["contradicted", "confirmed", "undecided"] as const).flatMap((wanted) => {
    const own = all.filter((finding) => finding.outcome === wanted);
    // What is possible by itself does not matter once something is not.
    const room = outcome === "contradicted" && wanted === "undecided" ? 0 : SHOWN;
    const shown = own.slice(0, own.length === room + 1 ? own.length : room);
    const hidden = own.length - shown.length;
    return [
      ...shown.flatMap((finding) => labelled(finding.outcome, finding.reason)),
      ...(hidden === 0
        ? []
        : wrap(
            `${countOf(hidden, "further figure")} ${hidden === 1 ? "is" : "are"} ` +
              `${wanted === "undecided" ? "possible" : wanted} taken alone (--json has all).`,
            LABEL_INDENT,
          )),
    ];
  });
}
