import { explain } from "../judge/explain";
import { countOf, formatCount } from "../model/format";
import type { Verification } from "../verification";
import { claimLine, labelled, verdictPairs } from "./claims";
import { LABEL_INDENT, wrap } from "./layout";

/** What a reader wants first: the one certain thing, the verdict of each claim, and the caveats. */
export function answers(verification: Verification): string[] {
  const { election, remainder } = verification;
  return [
    ...assumption(verification),
    ...wrap(lead(verification), ""),
    "",
    "Can each claim be true, given these tallies?",
    "",
    ...verdictPairs(verification).flatMap(({ verdict, claim }) => [
      ...labelled(verdict.outcome.toUpperCase(), claimLine(claim)),
      ...wrap(explain(verdict), LABEL_INDENT),
      ...(claim.note ? wrap(`(${claim.note})`, LABEL_INDENT) : []),
    ]),
    ...(election.claims.length === 0 ? ["  The election has no claims to judge."] : []),
    "",
    ...underRolls(verification),
    ...nearest(verification),
    ...cautions(verification),
    ...(remainder.basis === "ballots" || remainder.basis === "mixed"
      ? wrap(
          `${remainder.basis === "mixed" ? "Some" : "The"} tallies have no registered voters beside ` +
            "them, so more votes can be missing than if they had; a register (--register) narrows this.",
          "  ",
        )
      : []),
    ...wrap(
      "All of this holds if the tallies are authentic and the roll is right; it does not say whether " +
        "they are.",
      "  ",
    ),
    "",
  ];
}

/** What is taken for granted beyond the tallies and the roll: said before anything rests on it. */
function assumption({ remainder: { maxTurnout } }: Verification): string[] {
  if (maxTurnout === undefined) return [];
  return [
    ...wrap(
      `Assumed, and not known: of the voters at missing stations at most ${maxTurnout} % cast a ballot. All ` +
        "verdicts below rest on it.",
      "",
    ),
    "",
  ];
}

/** Possible winners that a sentence can name. */
const NAMED = 5;

/** The one thing that is certain about the outcome, whatever anybody claims. */
function lead(verification: Verification): string {
  const { certainWinner, possibleWinners, remainder, election } = verification;
  const name = election.candidates.find(({ code }) => code === certainWinner)?.name;
  if (name === undefined)
    return remainder.stations === 0
      ? "All stations are counted, and no candidate has more votes than every other."
      : `The ${countOf(remainder.stations, "missing station")} can still decide who has the most votes` +
          (possibleWinners.length < election.candidates.length && possibleWinners.length <= NAMED
            ? `: ${possibleWinners.slice(0, -1).join(", ")} or ${possibleWinners.at(-1)}. Nobody else can.`
            : ".");
  return remainder.stations === 0
    ? `All stations are counted: ${certainWinner} (${name}) has the most votes.`
    : `Whatever the ${countOf(remainder.stations, "missing station")} hold, ${certainWinner} (${name}) ` +
        "has the most votes.";
}

/** Whether the published numbers of voters make a difference. */
function underRolls({ verdicts, election }: Verification): string[] {
  const { registeredVoters, otherRolls } = election.universe;
  if (otherRolls === undefined || verdicts.length === 0) return [];
  const rolls = [registeredVoters, ...otherRolls.map((roll) => roll.registeredVoters)];
  const same = verdicts.every(({ rolls: own = [] }) =>
    own.every(({ outcome }) => outcome === own[0]!.outcome),
  );
  const numbers = rolls.toSorted((a, b) => a - b).map(formatCount);
  return wrap(
    same
      ? `Every verdict is the same with each published number of voters: ${numbers.join("; ")}.`
      : `Not every verdict is the same with each published number of voters (${numbers.join("; ")}); see below.`,
    "  ",
  );
}

/** What may be wrong with the input as a whole, before anybody believes a verdict. */
function cautions({ rows, remainder }: Verification): string[] {
  const { stations, maxValidVotes } = remainder;
  return [
    ...(2 * rows.rejected > rows.read
      ? wrap(
          "More than half of the rows were rejected. If so many fail alike, the layout does not fit the " +
            "file: see the issues below, and tallyproof inspect.",
          "  ",
        )
      : []),
    ...(stations > 0 && maxValidVotes < stations
      ? wrap(
          `The roll leaves ${countOf(maxValidVotes, "voter")} for ${countOf(stations, "missing station")}: is it ` +
            "the roll of all stations, and not only of the covered ones?",
          "  ",
        )
      : []),
  ];
}

/** Which claim is nearest, when there is a choice and nothing has ruled it out. */
function nearest({ distances, election, verdicts }: Verification): string[] {
  const [first] = distances;
  const index = election.claims.findIndex(({ id }) => id === first?.claim);
  if (distances.length < 2 || !first || verdicts[index]!.outcome === "contradicted") return [];
  return wrap(
    `Nearest to the shares on the covered stations, at most ${(100 * first.largest).toFixed(2)} points ` +
      `off: ${claimLine(election.claims[index]!)}. A distance proves nothing: missing stations may differ.`,
    "  ",
  );
}
