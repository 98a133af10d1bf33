import { solve } from "./feasible";
import { claimedBallots, limitsOf, type Total } from "./limits";
import { type Situation, systemOf } from "./situation";
import { type Judged, judged } from "./verdict";

/** The claim's totals: none may be below what is in hand, nor leave more than can be missing. */
export function totalFindings(situation: Situation): Judged[] {
  return [
    ...totalFinding(situation, "validVotes"),
    ...totalFinding(situation, "ballotsCast"),
    ...totalFinding(situation, "invalidVotes"),
    ...turnoutFinding(situation),
  ];
}

function totalFinding(situation: Situation, figure: Exclude<Total, "turnout">): Judged[] {
  const { claim, premises, say } = situation;
  const claimed = claim[figure];
  if (claimed === undefined) return [];
  const { room, validVotes, invalidVotes, ballots: ballotsCast } = premises;
  const all = { least: validVotes, most: validVotes + room };
  const { least: inHand, most } = { validVotes: all, invalidVotes, ballotsCast }[figure];
  const required = claimed - inHand;
  const common = { figure, claimed, inHand, required, available: most - inHand };
  const outcome =
    required < 0 || claimed > most ? "contradicted" : most === inHand ? "confirmed" : "undecided";
  const reason = say.totalInWords({ ...common, available: most, outcome }, situation);
  return [judged(alone(situation, [figure]), { ...common, outcome, reason })];
}

/** Ballots of the voters that the claim means, or, where it does not say, of some part of the roll. */
function turnoutFinding(situation: Situation): Judged[] {
  const { claim, premises, say } = situation;
  const { turnout, turnoutBase } = claim;
  if (turnout === undefined) return [];
  const { least, most } = premises.ballots;
  const { low, high } = claimedBallots(claim, "turnout", premises.roll);
  const result = alone(situation, ["turnout", "ballotsCast"]);
  const common = { figure: "turnout", claimed: turnout, inHand: least } as const;
  if (!("min" in result))
    return [
      judged(result, {
        ...common,
        outcome: "contradicted",
        reason: say.turnoutIsNotInWords(claim, turnout, premises),
      }),
    ];
  const always = turnoutBase !== undefined && BigInt(least) >= low && BigInt(most) <= high;
  return [
    judged(result, {
      ...common,
      outcome: always ? "confirmed" : "undecided",
      reason: say.turnoutInWords(claim, turnout, premises, always),
    }),
  ];
}

const alone = (situation: Situation, totals: readonly Total[]) =>
  solve(systemOf(situation, { limits: limitsOf(situation.claim, situation.premises, totals) }));
