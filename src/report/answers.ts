import { countOf } from "../model/format";
import type { Verification } from "../verification";
import { claimLine, labelled, verdictPairs } from "./claims";
import { LABEL_INDENT, wrap } from "./layout";

/** What a reader wants first: the one certain thing, the verdict of each claim, and the caveats. */
export function answers(verification: Verification): string[] {
  const { election, remainder } = verification;
  return [
    ...wrap(lead(verification), ""),
    "",
    "Can each claim be true, given these tallies?",
    "",
    ...verdictPairs(verification).flatMap(({ verdict, claim }) => [
      ...labelled(verdict.outcome.toUpperCase(), claimLine(claim)),
      ...wrap(verdict.reason, LABEL_INDENT),
      ...(claim.note ? wrap(`(${claim.note})`, LABEL_INDENT) : []),
    ]),
    ...(election.claims.length === 0 ? ["  The election has no claims to judge."] : []),
    "",
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

/** The one thing that is certain about the outcome, whatever anybody claims. */
function lead({ certainWinner, remainder, election }: Verification): string {
  const name = election.candidates.find(({ code }) => code === certainWinner)?.name;
  if (name === undefined)
    return remainder.stations === 0
      ? "All stations are counted, and no candidate has more votes than every other."
      : `The ${countOf(remainder.stations, "missing station")} can still decide who has the most votes.`;
  return remainder.stations === 0
    ? `All stations are counted: ${certainWinner} (${name}) has the most votes.`
    : `Whatever the ${countOf(remainder.stations, "missing station")} hold, ${certainWinner} (${name}) ` +
        "has the most votes.";
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
