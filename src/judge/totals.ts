import { countOf, formatCount } from "../model/format";
import type { Situation } from "./situation";
import type { Finding } from "./verdict";

/** The claim's totals: none may be below what is in hand, nor leave more than can be missing. */
export function totalFindings({ claim, count, remainder, roll }: Situation): Finding[] {
  const { invalidVotes, ballotsCast } = count;
  const room = remainder.maxValidVotes;
  const totals = [
    { figure: "validVotes", noun: "valid votes", inHand: count.validVotes, exact: true },
    {
      figure: "ballotsCast",
      noun: "ballots",
      inHand: count.atLeastBallots,
      exact: ballotsCast?.stations === count.stations,
    },
    {
      figure: "invalidVotes",
      noun: "invalid votes",
      inHand: invalidVotes?.sum ?? 0,
      exact: invalidVotes?.stations === count.stations,
    },
  ] as const;
  return totals.flatMap(({ figure, noun, inHand, exact }): Finding[] => {
    const claimed = claim[figure];
    if (claimed === undefined) return [];
    const required = claimed - inHand;
    const common = { figure, claimed, inHand, required };
    if (required < 0)
      return [
        {
          ...common,
          outcome: "contradicted",
          reason: `The covered stations already have ${formatCount(inHand)} ${noun}, ${formatCount(-required)} more than the ${formatCount(claimed)} claimed.`,
        },
      ];
    // Where some covered sheets do not give the count, only the roll limits it: one ballot a voter.
    const most = figure === "invalidVotes" ? roll - count.validVotes : roll;
    if (!exact && claimed > most)
      return [
        {
          ...common,
          available: most - inHand,
          outcome: "contradicted",
          reason: `The roll has room for at most ${formatCount(most)} ${noun}, not ${formatCount(claimed)}.`,
        },
      ];
    if (!exact)
      return [
        {
          ...common,
          outcome: "undecided",
          reason: `${formatCount(claimed)} ${noun} are possible: not every covered sheet states how many it has.`,
        },
      ];
    if (required > room)
      return [
        {
          ...common,
          available: room,
          outcome: "contradicted",
          reason:
            `The claim leaves ${formatCount(required)} ${noun} to ` +
            `${countOf(remainder.stations, "missing station")}, which can have at most ${formatCount(room)}.`,
        },
      ];
    return [
      {
        ...common,
        available: room,
        outcome: room === 0 ? "confirmed" : "undecided",
        reason:
          room === 0
            ? `The covered stations have exactly the claimed ${formatCount(claimed)} ${noun}.`
            : `The claim leaves ${formatCount(required)} ${noun} to ${countOf(remainder.stations, "missing station")}, which can have up to ${formatCount(room)}.`,
      },
    ];
  });
}
