import type { Verdict } from "../judge/verdict";
import type { Claim } from "../model/claim";
import { countOf } from "../model/format";
import type { Verification } from "../verification";
import { LABEL_INDENT, LABEL_WIDTH, wrap } from "./layout";

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
    "",
  ]);
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
