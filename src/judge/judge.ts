import { count } from "../count/count";
import type { Claim } from "../model/claim";
import type { Universe } from "../model/election";
import type { Language } from "../model/locale";
import type { Tallies } from "../model/tallies";
import { sayIn } from "../words/index";
import { showingVerdict } from "./display";
import { judgeCounted } from "./judge-counted";
import type { Verdict } from "./verdict";

/**
 * Judges one claim against the tallies of the covered stations, by deduction only: exact integers, no
 * probability, no assumption on turnout or preference at uncovered stations. The same checks run on
 * every claim, whoever made it.
 *
 * Assumes that the tallies are authentic, that everybody votes at most once and only at the station
 * where they are registered, and that the universe is right: its roll includes every voter, and it
 * has as many stations as it says. Source: partial identification (Manski, Partial Identification
 * of Probability Distributions, 2003).
 *
 * @param language of the sentences in the verdict
 * @throws TallyError `universe-exceeded` when the count does not fit the universe,
 * `candidate-unknown` or `share-invalid` when the claim does not fit the count
 * @example
 * ```ts
 * import { judge, parseElection, readTallies } from "tallyproof";
 *
 * const election = parseElection({
 *   id: "two-towns-2025",
 *   name: "Two Towns, mayor, 2025",
 *   date: "2025-05-04",
 *   candidates: [
 *     { code: "A", name: "Ana Alba" },
 *     { code: "B", name: "Ben Boro" },
 *   ],
 *   universe: { stations: 3, registeredVoters: 900 },
 *   layout: {
 *     station: [{ column: "Station" }],
 *     candidates: { A: "Alba", B: "Boro" },
 *     registeredVoters: "Roll",
 *   },
 *   claims: [{ id: "b-wins", title: "B wins", by: "The council", shares: { B: "55" } }],
 * });
 * const csv = "Station,Roll,Alba,Boro\nHall,400,250,50\nSchool,400,240,60\n";
 * const { tallies } = readTallies(csv, election);
 * const verdict = judge(election.claims[0]!, tallies, election.universe);
 * verdict.outcome; // => "contradicted"
 * verdict.findings[0]?.neededVotes; // => 477
 * ```
 */
export function judge(
  claim: Claim,
  tallies: Tallies,
  universe: Universe,
  language: Language = "en",
): Verdict {
  const verdict = judgeCounted(claim, tallies, count(tallies), universe, sayIn(language));
  return showingVerdict(verdict, claim, language);
}
