import type { Outcome, Verdict } from "../../judge/verdict";
import type { Claim } from "../../model/claim";
import type { Verification } from "../../verification";
import type { Style } from "./chart";
import { plain } from "./text";

/** A claim with its verdict, and what it is called in a chart. */
export interface NamedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly name: string;
  /** Its place in the election. */
  readonly index: number;
}

/** All claims in the order of the election: by who made them, with the title where that is not enough. */
export function namedClaims(
  { election, verdicts }: Verification,
  { words, locale }: Style,
): NamedClaim[] {
  return election.claims.map((claim, index) => {
    const alone = election.claims.filter(({ by }) => by === claim.by).length === 1;
    const name = briefly(alone ? claim.by : `${claim.by}: ${claim.title}`, NAME);
    const { stations, region } = claim.scope ?? {};
    const scope = [
      ...(region === undefined ? [] : [briefly(region.join(" / "))]),
      ...(stations === undefined ? [] : [words.ofStations(locale.count(stations))]),
    ];
    return {
      claim,
      verdict: verdicts[index]!,
      name: scope.length === 0 ? name : `${name} (${scope.join(", ")})`,
      index,
    };
  });
}

/** The outcome of a figure, as a reader of the claim's verdict would take it. */
export function figureOutcome(figure: Outcome, claim: Outcome, { words }: Style): string {
  return claim === "contradicted" && figure !== "contradicted"
    ? words.elsewhere
    : words.outcomes[claim];
}

export const coverage = ({ count, election }: Verification, { words, locale }: Style) =>
  words.coverage(locale.count(count.stations), locale.count(election.universe.stations));

/** The claims that a chart has no mark for, with their verdicts. */
export function notDrawn(
  claims: readonly NamedClaim[],
  drawn: readonly string[],
  { words }: Style,
): string[] {
  const left = claims.filter(({ claim }) => !drawn.includes(claim.id));
  if (left.length === 0) return [];
  const names = left.map(({ name, verdict }) => `${name} (${words.outcomes[verdict.outcome]})`);
  return [words.notDrawn(words.list(names))];
}

/** Names and codes in a title have at most so many characters; names of claims more. */
const BRIEF = 60;
const NAME = 100;

export function briefly(name: string, most = BRIEF): string {
  const characters = [...plain(name)];
  return characters.length <= most
    ? characters.join("")
    : `${characters.slice(0, most - 1).join("")}…`;
}
