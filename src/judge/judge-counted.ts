import type { Count } from "../count/count";
import type { Claim } from "../model/claim";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import type { Say } from "../words/say";
import { figureFindings } from "./figures";
import { requireFitting } from "./fitting";
import { type Look, lookOf } from "./look";
import { marginFinding } from "./margin";
import { Part } from "./part";
import { lookOfPart } from "./part-look";
import { partialFindings } from "./partial";
import { type Place, placeOf, viewOf } from "./place";
import type { Premises } from "./premises";
import { Profile } from "./profile";
import { completionProof } from "./proof";
import { requireRoll } from "./remainder";
import { underAllRolls } from "./rolls";
import { type Situation, situationOf } from "./situation";
import { togetherFinding } from "./together";
import { totalFindings } from "./totals";
import type { Finding, Judged, Outcome, Verdict } from "./verdict";
import { winnerFinding } from "./winner";
import type { View } from "./within-region";

/** `judge` in the sentences of a language, for who has the count of the tallies already. */
export function judgeCounted(
  claim: Claim,
  tallies: Tallies,
  totals: Count,
  universe: Universe,
  say: Say,
  profile = new Profile(tallies),
): Verdict {
  requireFitting(claim, totals);
  const view = viewOf(tallies, totals, universe, say, profile);
  for (const { registeredVoters } of universe.otherRolls ?? [])
    requireRoll(totals, registeredVoters);
  const verdict = judgeUnder(claim, view);
  const under = (registeredVoters: number): View => ({
    ...view,
    universe: { ...universe, registeredVoters },
  });
  return underAllRolls(
    verdict,
    universe,
    (roll) => judgeUnder(claim, under(roll)),
    (roll) => placeOf(claim, under(roll)).remainder.maxValidVotes,
    say,
  );
}

/** The claim under one roll, and what it needs beside what the covered stations are. */
function judgeUnder(claim: Claim, whole: View): Verdict {
  const place = placeOf(claim, whole);
  const { view, remainder } = place;
  const verdict = judgePlace(claim, place);
  // What the claim would need says it by itself.
  if (view.knowsStations || remainder.stations === 0 || verdict.look) return verdict;
  const caveat = view.say.anywhere(remainder.stations, claim.scope!.region!.at(-1)!);
  return { ...verdict, reason: `${verdict.reason} ${caveat}` };
}

/** The claim on everything that the view holds, or on part of its stations. */
function judgePlace(claim: Claim, place: Place): Verdict {
  const { view } = place;
  const { universe, profile, say } = view;
  const stations = claim.scope?.stations ?? universe.stations;
  if (stations < universe.stations) {
    const part = new Part(claim, place);
    const verdict = verdictOf(claim, partialFindings(part), part.nothing, say);
    // Of a region of which nobody knows how many stations it has, nor which part of them is meant.
    return view.knowsStations ? withLook(verdict, () => lookOfPart(part)) : verdict;
  }
  const situation = situationOf(claim, place);
  const verdict = verdictOf(claim, wholeFindings(situation), situation.premises, say);
  return withLook(verdict, () => lookOf(situation, profile));
}

function withLook(verdict: Verdict, lookFor: () => Look | undefined): Verdict {
  const look = verdict.outcome === "undecided" ? lookFor() : undefined;
  return look ? { ...verdict, look } : verdict;
}

function wholeFindings(situation: Situation): Judged[] {
  const alone = [
    ...figureFindings(situation),
    ...totalFindings(situation),
    ...winnerFinding(situation),
    ...marginFinding(situation),
  ];
  const together = togetherFinding(situation, alone);
  return together ? [...alone, together] : alone;
}

function verdictOf(claim: Claim, found: readonly Judged[], premises: Premises, say: Say): Verdict {
  const findings = found.map(({ finding }) => finding);
  const outcome = outcomeOf(findings);
  const { finding, conflict, stations } = decisive(found, outcome);
  const proof = stations ?? (conflict && completionProof(conflict, claim, premises, say));
  const verdict = { claim: claim.id, outcome, reason: finding.reason, findings };
  return outcome === "contradicted" && proof ? { ...verdict, proof } : verdict;
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
function decisive(found: readonly Judged[], outcome: Outcome): Judged {
  const candidates = found.filter(({ finding }) => finding.outcome === outcome);
  const excess = ({ finding: { required = 0 } }: Judged) => Math.min(0, required);
  return candidates.reduce((best, each) => {
    if (excess(each) !== excess(best)) return excess(each) < excess(best) ? each : best;
    return outcome !== "contradicted" && each.finding.figure === "together" ? each : best;
  });
}
