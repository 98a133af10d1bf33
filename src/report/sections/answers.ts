import { explain } from "../../judge/explain";
import type { Verification } from "../../verification";
import type { ReportLanguage } from "../../words/report";
import { type Block, paragraph, type Section } from "../model";
import { claimLine, verdictPairs } from "./claims";

/** What the verdicts rest on, and the one thing that is certain, whatever anybody claims. */
export function leadOf(verification: Verification, words: ReportLanguage): string[] {
  const { maxTurnout } = verification.remainder;
  return [
    // Said before anything rests on it.
    ...(maxTurnout === undefined ? [] : [words.assumption(maxTurnout)]),
    certainty(verification, words),
  ];
}

/** Possible winners that a sentence can name. */
const NAMED = 5;

function certainty(
  { certainWinner, possibleWinners, remainder: { stations }, election }: Verification,
  words: ReportLanguage,
): string {
  const name = election.candidates.find(({ code }) => code === certainWinner)?.name;
  if (certainWinner !== undefined && name !== undefined)
    return stations === 0
      ? words.leadCounted(certainWinner, name)
      : words.leadCertain(stations, certainWinner, name);
  if (stations === 0) return words.leadNobody();
  const few =
    possibleWinners.length < election.candidates.length && possibleWinners.length <= NAMED;
  return words.leadOpen(stations, few && possibleWinners.length > 1 ? possibleWinners : undefined);
}

/** The verdict of each claim, and the caveats. */
export function answerSection(verification: Verification, words: ReportLanguage): Section {
  const { election, remainder } = verification;
  const { basis } = remainder;
  return {
    id: "verdicts",
    heading: words.question(),
    blocks: [
      ...verdictPairs(verification).map(({ verdict, claim }): Block => ({
        kind: "verdict",
        outcome: verdict.outcome,
        label: words.outcomes[verdict.outcome],
        claim: claimLine(claim),
        text: explain(verdict),
        ...(claim.note ? { note: `(${claim.note})` } : {}),
      })),
      ...[
        ...(election.claims.length === 0 ? [words.noClaims()] : []),
        ...underRolls(verification, words),
        ...nearest(verification, words),
        ...cautions(verification, words),
        ...(basis === "ballots" || basis === "mixed"
          ? [words.noRegistered(basis === "mixed")]
          : []),
        words.conditional(),
      ].map(paragraph),
    ],
  };
}

/** Whether the published numbers of voters make a difference. */
function underRolls({ verdicts, election }: Verification, words: ReportLanguage): string[] {
  const { registeredVoters, otherRolls } = election.universe;
  if (otherRolls === undefined || verdicts.length === 0) return [];
  const rolls = [
    ...new Set([registeredVoters, ...otherRolls.map((roll) => roll.registeredVoters)]),
  ];
  if (rolls.length === 1) return [];
  const same = verdicts.every(({ rolls: own = [] }) =>
    own.every(({ outcome }) => outcome === own[0]!.outcome),
  );
  const numbers = rolls.toSorted((a, b) => a - b).map(words.locale.count);
  return [same ? words.sameUnderRolls(numbers) : words.differsUnderRolls(numbers)];
}

/** What may be wrong with the input as a whole, before anybody believes a verdict. */
function cautions({ rows, remainder }: Verification, words: ReportLanguage): string[] {
  const { stations, voters } = remainder;
  return [
    ...(2 * rows.rejected > rows.read ? [words.mostlyRejected()] : []),
    ...(stations > 0 && voters < stations ? [words.fewVoters(voters, stations)] : []),
  ];
}

/** Which claim is nearest, when there is a choice and nothing has ruled it out. */
function nearest({ distances, election, verdicts }: Verification, words: ReportLanguage): string[] {
  const [first] = distances;
  const index = election.claims.findIndex(({ id }) => id === first?.claim);
  if (distances.length < 2 || !first || verdicts[index]!.outcome === "contradicted") return [];
  return [words.nearest(words.locale.points(first.largest), claimLine(election.claims[index]!))];
}
