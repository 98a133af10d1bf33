import type { KnownSum } from "../count/count";
import { countOf, formatCount } from "../model/format";
import type { Situation } from "./situation";
import type { Finding } from "./verdict";

/** The claim's totals: none may be below what is in hand, nor leave more than can be missing. */
export function totalFindings({ claim, count, remainder }: Situation): Finding[] {
  const { invalidVotes } = count;
  const room = remainder.maxValidVotes;
  const totals = [
    { figure: "validVotes", noun: "valid votes", inHand: count.validVotes, exact: true },
    { figure: "ballotsCast", noun: "ballots", inHand: count.atLeastBallots, exact: isExact(count) },
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
    // A count that some covered sheets do not give may be any number there: no upper limit holds.
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

/** Whether the ballots in hand are all there are: stated, or valid and invalid on every sheet. */
const isExact = (count: { stations: number; ballotsCast?: KnownSum; invalidVotes?: KnownSum }) =>
  count.ballotsCast?.stations === count.stations || count.invalidVotes?.stations === count.stations;
