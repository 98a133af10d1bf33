import { count, type Count } from "../count/count";
import type { Claim } from "../model/claim";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import { figureFindings } from "./figures";
import { totalFindings } from "./totals";
import { requireFitting } from "./fitting";
import { partialFindings } from "./partial";
import { type Situation, situationOf } from "./situation";
import { togetherFinding } from "./together";
import type { Finding, Outcome, Verdict } from "./verdict";
import { winnerFinding } from "./winner";

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
export function judge(claim: Claim, tallies: Tallies, universe: Universe): Verdict {
  return judgeCounted(claim, tallies, count(tallies), universe);
}

/** The same with the count of the tallies, for who has it already. */
export function judgeCounted(
  claim: Claim,
  tallies: Tallies,
  totals: Count,
  universe: Universe,
): Verdict {
  requireFitting(claim, totals);
  const isPartial = claim.scope !== undefined && claim.scope.stations < universe.stations;
  const findings = isPartial
    ? partialFindings(claim, tallies, totals, universe)
    : wholeFindings(situationOf(claim, totals, universe));
  const outcome = outcomeOf(findings);
  return { claim: claim.id, outcome, reason: decisive(findings, outcome).reason, findings };
}

function wholeFindings(situation: Situation): Finding[] {
  const findings = [
    ...figureFindings(situation),
    ...totalFindings(situation),
    ...winnerFinding(situation),
  ];
  const together = togetherFinding(situation, findings);
  return together ? [...findings, together] : findings;
}

/** Contradicted if any figure is; confirmed if all are; else undecided. */
function outcomeOf(findings: readonly Finding[]): Outcome {
  if (findings.some(({ outcome }) => outcome === "contradicted")) return "contradicted";
  return findings.every(({ outcome }) => outcome === "confirmed") ? "confirmed" : "undecided";
}

/**
 * The finding to put first. Votes in hand come before anything else, the largest excess first: they
 * need no knowledge of the stations that are missing.
 */
function decisive(findings: readonly Finding[], outcome: Outcome): Finding {
  const candidates = findings.filter((finding) => finding.outcome === outcome);
  const excess = ({ required = 0 }: Finding) => Math.min(0, required);
  return candidates.reduce((best, finding) => {
    if (excess(finding) !== excess(best)) return excess(finding) < excess(best) ? finding : best;
    return outcome !== "contradicted" && finding.figure === "together" ? finding : best;
  });
}
