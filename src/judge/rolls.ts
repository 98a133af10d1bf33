import type { Universe } from "../model/election";
import type { Say } from "../words/index";
import type { Proof } from "./proof";
import type { RollVerdict, Verdict } from "./verdict";

/**
 * A verdict must hold under each published number of voters; where it does not, nothing is decided,
 * and the reason says under which it is what; why is among the rolls. More voters allow every completion that fewer allow,
 * so what is decided under a number of voters is decided under every smaller one: only the ends need be
 * judged where they agree.
 */
export function underAllRolls(
  verdict: Verdict,
  { registeredVoters, otherRolls = [] }: Universe,
  judgeUnder: (registeredVoters: number) => Verdict,
  /** The most missing votes under a roll. */
  roomUnder: (registeredVoters: number) => number,
  say: Say,
): Verdict {
  const others = [...new Set(otherRolls.map((roll) => roll.registeredVoters))].filter(
    (roll) => roll !== registeredVoters,
  );
  if (others.length === 0) return verdict;
  const isOpen = verdict.outcome === "undecided";
  const questionable =
    verdict.proof && !restsOnRoll(verdict.proof)
      ? []
      : others
          .filter((roll) => (isOpen ? roll < registeredVoters : roll > registeredVoters))
          .sort((a, b) => (isOpen ? a - b : b - a));
  const judged = new Map([[registeredVoters, verdict]]);
  let differs = false;
  for (const roll of questionable) {
    const own = judgeUnder(roll);
    judged.set(roll, own);
    if (own.outcome === verdict.outcome) break;
    differs = true;
  }
  const rolls = [registeredVoters, ...others]
    .sort((a, b) => a - b)
    .map((roll): RollVerdict => {
      const own = judged.get(roll);
      if (own === undefined) return { registeredVoters: roll, outcome: verdict.outcome };
      const { outcome, reason, proof } = own;
      return { registeredVoters: roll, outcome, reason, ...(proof && { proof }) };
    });
  if (!differs) return { ...verdict, rolls };
  const decided = rolls.findLast(({ outcome }) => outcome !== "undecided")!;
  const open = rolls.find(({ outcome }) => outcome === "undecided")!;
  // What is found is what is found where nothing is decided.
  const under = open.registeredVoters;
  const { proof: _, ...rest } = judged.get(under) ?? verdict;
  return {
    ...rest,
    outcome: "undecided",
    reason: say.dependsOnRoll(
      decided.registeredVoters,
      decided.outcome === "confirmed",
      roomUnder(decided.registeredVoters),
      under,
      roomUnder(under),
    ),
    rolls,
  };
}

/** Kinds of facts that have the number of voters in them. */
const OF_THE_ROLL = /^(room|ballots.*|invalid|turnout.*)$/;

/** Whether a proof would be another one with more voters: what is too much in hand, say, is not. */
function restsOnRoll(proof: Proof): boolean {
  if (proof.basis === "stations")
    return proof.side === "most" || !["votes", "otherVotes", "validVotes"].includes(proof.figure);
  return proof.conditions.some(({ facts }) =>
    facts.some(({ fact }) => OF_THE_ROLL.test(fact.kind)),
  );
}
