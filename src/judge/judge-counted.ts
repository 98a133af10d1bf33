import type { Count } from "../count/count";
import type { Claim } from "../model/claim";
import type { Universe } from "../model/election";
import type { Tallies } from "../model/tallies";
import type { Say } from "../words/say";
import { figureFindings } from "./figures";
import { requireFitting } from "./fitting";
import { lookOf } from "./look";
import { marginFinding } from "./margin";
import { Part } from "./part";
import { nothingInPart, partialFindings } from "./partial";
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
  const verdict = judgeUnder(claim, view, true);
  const under = (registeredVoters: number): View => ({
    ...view,
    universe: { ...universe, registeredVoters },
  });
  return universe.otherRolls === undefined
    ? verdict
    : underAllRolls(
        verdict,
        universe,
        (roll, withLook) => judgeUnder(claim, under(roll), withLook),
        (roll) => placeOf(claim, under(roll)).remainder.maxValidVotes,
        say,
      );
}

/** The claim under one roll, and, if asked for, what it needs beside what the covered stations are. */
function judgeUnder(claim: Claim, whole: View, withLook: boolean): Verdict {
  const place = placeOf(claim, whole);
  const { view, remainder } = place;
  const verdict = judgePlace(claim, place, withLook);
  // What the claim would need says it by itself.
  if (view.knowsStations || remainder.stations === 0 || verdict.look) return verdict;
  const caveat = view.say.anywhere(remainder.stations, claim.scope!.region!.at(-1)!);
  return { ...verdict, reason: `${verdict.reason} ${caveat}` };
}

/** The claim on everything that the view holds, or on part of its stations. */
function judgePlace(claim: Claim, { view, remainder, room }: Place, withLook: boolean): Verdict {
  const { tallies, count: totals, universe, profile, say } = view;
  const stations = claim.scope?.stations ?? universe.stations;
  if (stations < universe.stations) {
    const part = new Part(claim, tallies, totals, universe, remainder, room, profile, say);
    return verdictOf(claim, partialFindings(part), nothingInPart(part), say);
  }
  const situation = situationOf(claim, view, remainder);
  const found = wholeFindings(situation);
  const verdict = verdictOf(claim, found, situation.premises, say);
  const look = withLook && verdict.outcome === "undecided" ? lookOf(situation, profile) : undefined;
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
