import type { ErrorBounds } from "./bounds";
import type { AuditList } from "./list";
import type { Readings } from "./readings";

/**
 * What the sheets that were read again decide by themselves, without chance: `confirmed` if no content of the
 * others can undo a margin, `overturned` if a reported winner is not ahead whatever they hold.
 */
export type Settled = "confirmed" | "overturned";

/** By exact sums: what is read counts as read; every other station as the worst, or the best, it can be. */
export function settledBy(
  list: AuditList,
  { margins }: ErrorBounds,
  readings: Readings,
): Settled | undefined {
  const ranges = margins.map(({ winner, loser }) => {
    const [first, second] = [list.candidates.indexOf(winner), list.candidates.indexOf(loser)];
    let least = -list.uncovered.ballots;
    let most = list.uncovered.ballots;
    for (const { station, ballots } of list.stations) {
      const reading = readings.get(station);
      if (reading === undefined || typeof reading === "string") {
        least -= ballots;
        most += ballots;
      } else {
        const lead = reading[first]! - reading[second]!;
        least += lead;
        most += lead;
      }
    }
    return { least, most };
  });
  // At best a tie is no win.
  if (ranges.some(({ most }) => most <= 0)) return "overturned";
  return ranges.every(({ least }) => least > 0) ? "confirmed" : undefined;
}
