import { MOST_CLAIMS } from "../../judge/exclusions";
import type { Spread } from "../../judge/profile";
import type { Finding, Outcome, Verdict } from "../../judge/verdict";
import type { Claim } from "../../model/claim";
import type { OwnFigures, Verification } from "../../verification";
import type { ReportLanguage } from "../../words/report";
import { type Block, type LabelledBlock, paragraph, type Section } from "../model";
import { proofLines } from "./proofs";

/** A claim in one line. */
export const claimLine = ({ by, title, date }: Claim) =>
  `${by}: ${title}${date ? ` (${date})` : ""}`;

export const verdictPairs = ({ election, verdicts }: Verification) =>
  verdicts.map((verdict, index) => ({ verdict, claim: election.claims[index]! }));

/** Every claim with its source and what was found of its figures. */
export function claimsSection(verification: Verification, words: ReportLanguage): Section {
  return {
    id: "claims",
    heading: words.claims(),
    blocks: verdictPairs(verification).flatMap(({ verdict, claim }, index): Block[] => [
      {
        kind: "claim",
        claim: claimLine(claim),
        ...(claim.source ? { source: words.source(claim.source) } : {}),
      },
      ...findings(verdict, words),
      ...lookDetails(verdict, words),
      ...own(verification.ownFigures[index]!, words),
    ]),
  };
}

/** Findings of one outcome that print in full; the JSON document has all. */
const SHOWN = 4;

/** The findings by outcome; the last one shown says what is left out, proves, and depends. */
function findings(verdict: Verdict, words: ReportLanguage): LabelledBlock[] {
  const blocks: LabelledBlock[] = [];
  let rest: string[] = [];
  for (const outcome of ["contradicted", "confirmed", "undecided"] as const) {
    const { shown, hidden } = selected(verdict, outcome);
    for (const { reason } of shown)
      blocks.push({ kind: "labelled", label: words.outcomes[outcome], outcome, lines: [reason] });
    if (hidden > 0) rest = [...rest, words.further(hidden, outcome)];
  }
  rest = [
    ...rest,
    ...(verdict.proof ? proofLines(verdict.proof, words) : []),
    ...rollLines(verdict, words),
  ];
  const last = blocks.pop();
  return last ? [...blocks, { ...last, lines: [...last.lines, ...rest] }] : blocks;
}

function selected(
  { outcome, findings: all }: Verdict,
  wanted: Outcome,
): { readonly shown: readonly Finding[]; readonly hidden: number } {
  const own = all.filter((finding) => finding.outcome === wanted);
  // What is possible by itself does not matter once something is not.
  const room = outcome === "contradicted" && wanted === "undecided" ? 0 : SHOWN;
  const shown = own.slice(0, own.length === room + 1 ? own.length : room);
  return { shown, hidden: own.length - shown.length };
}

/** Under which roll a claim is decided, where that is not the same under all. */
function rollLines({ rolls = [] }: Verdict, words: ReportLanguage): string[] {
  if (rolls.every(({ outcome }) => outcome === rolls[0]!.outcome)) return [];
  return rolls.flatMap(({ registeredVoters, outcome, reason }) =>
    reason === undefined ? [] : [words.underRoll(registeredVoters, outcome, reason)],
  );
}

/** The claim's own arithmetic: what disagrees, else that it agrees, and what it says of the turnout. */
function own({ arithmetic, rounding }: OwnFigures, words: ReportLanguage): LabelledBlock[] {
  const wrong = arithmetic.filter(({ agrees }) => !agrees);
  const turnout = arithmetic.filter(({ check, agrees }) => check === "turnout-base" && agrees);
  const others = arithmetic.length - wrong.length - turnout.length;
  const sentences = [
    ...wrong.map(({ text }) => text),
    ...(wrong.length === 0 && others > 0 ? [words.ownAgree()] : []),
    ...turnout.map(({ text }) => text),
  ];
  const labelled = (label: string, text: string): LabelledBlock[] =>
    text === "" ? [] : [{ kind: "labelled", label, lines: [text] }];
  return [
    ...labelled(words.ownFigures(), sentences.join(" ")),
    ...labelled(words.aside(), rounding?.flagged ? rounding.reading : ""),
  ];
}

/** What the missing stations would have to be, in every respect, beside the covered ones. */
function lookDetails({ look }: Verdict, words: ReportLanguage): LabelledBlock[] {
  if (!look) return [];
  const { percent, count, decimal } = words.locale;
  const votes = (value: number) => (value < 100 ? decimal(value.toFixed(1)) : count(value));
  const line = (
    noun: string,
    [min, max]: readonly [number, number],
    { average, low, high }: Spread,
    write: (value: number) => string,
  ) => words.need(noun, write(min), write(max), write(average), write(low), write(high));
  const { perStation, turnout, total, needs } = look;
  const lines = total
    ? [
        words.needBrackets(),
        line(
          words.needPerStation(total.figure),
          [total.needed.min, total.needed.max],
          total.covered,
          votes,
        ),
      ]
    : [
        words.needSupposed(look.missingVotes, look.among?.stations),
        ...(perStation
          ? [
              line(
                words.needPerStation("validVotes"),
                [perStation.needed, perStation.needed],
                perStation.covered,
                votes,
              ),
            ]
          : []),
        ...(turnout
          ? [line(words.needPerVoter(), [turnout.needed, turnout.needed], turnout.covered, percent)]
          : []),
        ...needs.map(({ candidate, rival, needed: { min, max }, covered }) =>
          line(words.needShare(candidate, rival), [min, max], covered, percent),
        ),
      ];
  return [{ kind: "labelled", label: words.needed(), lines }];
}

/** Claims of which at most one can be true, whatever the tallies say. */
export function exclusionsSection(
  { exclusions, election }: Verification,
  words: ReportLanguage,
): Section {
  const isLimited = election.claims.length > MOST_CLAIMS;
  const lineOf = (id: string) => claimLine(election.claims.find((claim) => claim.id === id)!);
  return {
    id: "exclusions",
    heading: words.exclusions(),
    blocks: [
      ...(isLimited ? [paragraph(words.manyClaims(MOST_CLAIMS))] : []),
      ...exclusions.map(({ claims: [first, second], reason }) => ({
        kind: "pair" as const,
        title: words.and(lineOf(first), lineOf(second)),
        text: reason,
      })),
    ],
  };
}
