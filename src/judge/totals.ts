import { SHARE_SCALE } from "../model/claim";
import { countOf, formatCount } from "../model/format";
import { formatShare } from "../model/share";
import { solve } from "./feasible";
import { claimedBallots, claimedLimits, knownLimits, type Total } from "./limits";
import type { Span } from "./premises";
import { type Situation, systemOf } from "./situation";
import { type Finding, type Judged, judged } from "./verdict";
import { claimedInWords, missingStations } from "./words";

/** The claim's totals: none may be below what is in hand, nor leave more than can be missing. */
export function totalFindings(situation: Situation): Judged[] {
  return [
    ...totalFinding(situation, "validVotes", "valid votes"),
    ...totalFinding(situation, "ballotsCast", "ballots"),
    ...totalFinding(situation, "invalidVotes", "invalid votes"),
    ...turnoutFinding(situation),
  ];
}

function totalFinding(
  situation: Situation,
  figure: Exclude<Total, "turnout">,
  noun: string,
): Judged[] {
  const { claim, premises, remainder } = situation;
  const claimed = claim[figure];
  if (claimed === undefined) return [];
  const { least: inHand, most } = spanOf(situation, figure);
  const required = claimed - inHand;
  const { room, roll, validVotes } = premises;
  const known = most === inHand;
  const available = Math.min(
    most === undefined ? Infinity : most + room,
    figure === "invalidVotes" ? roll - validVotes : roll,
  );
  const common = { figure, claimed, inHand, required, available: available - inHand };
  const finding = (outcome: Finding["outcome"], reason: string) => [
    judged(alone(situation, figure), { ...common, outcome, reason }),
  ];
  if (required < 0)
    return finding(
      "contradicted",
      `The covered stations already have ${formatCount(inHand)} ${noun}, ${formatCount(-required)} more than the ${formatCount(claimed)} claimed.`,
    );
  const left = `The claim leaves ${formatCount(required)} ${noun} to ${missingStations(situation)}`;
  if (claimed > available)
    return finding(
      "contradicted",
      known
        ? `${left}, which can have at most ${formatCount(room)}.`
        : `There can be at most ${formatCount(available)} ${noun}, not ${formatCount(claimed)}.`,
    );
  if (!known)
    return finding(
      "undecided",
      `${formatCount(claimed)} ${noun} are possible: not every covered sheet states how many it has.`,
    );
  return remainder.maxValidVotes === 0
    ? finding(
        "confirmed",
        `The covered stations have exactly the claimed ${formatCount(claimed)} ${noun}.`,
      )
    : finding("undecided", `${left}, which can have up to ${formatCount(room)}.`);
}

/** Ballots of the voters that the claim means, or, where it does not say, of some part of the roll. */
function turnoutFinding(situation: Situation): Judged[] {
  const { claim, premises } = situation;
  const { turnout, turnoutBase } = claim;
  if (turnout === undefined) return [];
  const { least, most } = premises.ballots;
  const { room, roll } = premises;
  const { low, high } = claimedBallots(claim, "turnout", roll);
  const result = solve(
    systemOf(situation, {
      limits: [
        ...knownLimits(claim, premises),
        ...claimedLimits(claim, premises, ["turnout", "ballotsCast"]),
      ],
    }),
  );
  const common = { figure: "turnout", claimed: turnout, inHand: least } as const;
  const voters = turnoutBase ?? roll;
  const of = `of ${countOf(voters, "voter")}`;
  if (!("min" in result)) {
    const reached = Math.min(most === undefined ? roll : most + room, roll);
    const [side, ballots] =
      SHARE_SCALE * BigInt(least) > high
        ? (["already", least] as const)
        : SHARE_SCALE * BigInt(reached) < low
          ? (["at most", reached] as const)
          : (["by the claim", claim.ballotsCast ?? least] as const);
    return [
      judged(result, {
        ...common,
        outcome: "contradicted",
        reason:
          `${countOf(ballots, "ballot")} ${side === "already" ? "are already there" : side === "at most" ? "at most can have been cast" : "are claimed"}: ` +
          `${formatShare({ votes: ballots, outOf: voters }, digitsOf(turnout))} ${of}, not ${claimedInWords(turnout)}.`,
      }),
    ];
  }
  const always =
    turnoutBase !== undefined &&
    most !== undefined &&
    SHARE_SCALE * BigInt(least) >= low &&
    SHARE_SCALE * BigInt(most + room) <= high;
  return [
    judged(result, {
      ...common,
      outcome: always ? "confirmed" : "undecided",
      reason:
        turnoutBase === undefined
          ? `A turnout of ${turnout} % is possible; the claim does not say of how many voters.`
          : `A turnout of ${turnout} % ${of} is ${always ? "certain" : "possible"}: the covered stations have ` +
            `at least ${countOf(least, "ballot")}, ${formatShare({ votes: least, outOf: voters }, digitsOf(turnout))}.`,
    }),
  ];
}

const digitsOf = (percent: string) => Math.max(2, percent.split(".")[1]?.length ?? 0);

const alone = (situation: Situation, total: Total) =>
  solve(
    systemOf(situation, {
      limits: [
        ...knownLimits(situation.claim, situation.premises),
        ...claimedLimits(situation.claim, situation.premises, [total]),
      ],
    }),
  );

function spanOf({ premises }: Situation, figure: Exclude<Total, "turnout">): Span {
  if (figure === "ballotsCast") return premises.ballots;
  if (figure === "invalidVotes") return premises.invalidVotes;
  return { least: premises.validVotes, most: premises.validVotes };
}
