import { claimedInterval, SHARE_SCALE } from "../model/claim";
import { countOf, formatCount } from "../model/format";
import { Exact, formatShare, type Share } from "../model/share";
import type { Situation } from "./situation";

// The sentences of the verdicts share these words. "Missing stations" are those without an accepted
// tally, "missing votes" the valid votes there.

/** What can be missing, and why, when the claim itself says less than the roll allows. */
export const missingVotes = ({ available, remainder }: Situation) =>
  available < remainder.maxValidVotes
    ? `the ${countOf(available, "missing vote")} that the claim's own totals leave`
    : remainder.maxTurnout === undefined
      ? `all ${countOf(available, "missing vote")}`
      : `all ${countOf(available, "missing vote")} at a turnout of ${remainder.maxTurnout} %`;

export const missingStations = ({ remainder }: Situation) =>
  `the ${countOf(remainder.stations, "missing station")}`;

/** With how many missing votes something is possible. */
export function rangeInWords(min: number, max: number, situation: Situation): string {
  if (max === 0) return "if the missing stations hold no valid votes";
  const stations = `if ${missingStations(situation)} ${have(situation)}`;
  if (min === max) return `${stations} exactly ${countOf(min, "valid vote")}`;
  if (min === 0 && max === situation.available) return "however many votes are missing";
  if (min === 0) return `${stations} at most ${countOf(max, "valid vote")}`;
  return max === situation.available
    ? `${stations} at least ${countOf(min, "valid vote")} (at most ${formatCount(max)} can be missing)`
    : `${stations} from ${formatCount(min)} to ${countOf(max, "valid vote")}`;
}

const have = ({ remainder }: Situation) => (remainder.stations === 1 ? "has" : "have");

/** A number of votes for each missing station, beside the average of the covered ones. */
export function perStation(votes: number, covered: number, situation: Situation): string {
  const { remainder, count } = situation;
  const missing = average(votes, remainder.stations);
  return `${missing} per station, where the covered stations average ${average(covered, count.stations)}`;
}

function average(votes: number, stations: number): string {
  const value = votes / stations;
  return value < 100 ? value.toFixed(1) : formatCount(value);
}

const points = (share: bigint) => new Exact(`${share}`).div(`${SHARE_SCALE / 100n}`).toString();

/** A claimed percentage with what it stands for: `52 % (51.5 % to 52.5 %)`. */
export function claimedInWords(percent: string, side?: "least" | "most"): string {
  const { low, high } = claimedInterval(percent);
  if (side === "least") return `${percent} % (${points(low)} % or more)`;
  if (side === "most") return `${percent} % (${points(high)} % or less)`;
  return `${percent} % (${points(low)} % to ${points(high)} %)`;
}

/** A share with as many decimals, at least two, as show that it is outside the claimed interval. */
export function outsideInWords(share: Share, percent: string): string {
  const { low, high } = claimedInterval(percent);
  const least = Math.max(2, percent.split(".")[1]?.length ?? 0);
  for (let digits = least; digits < 10; digits++) {
    const printed = formatShare(share, digits);
    const value = new Exact(printed.replace(" %", "")).times(`${SHARE_SCALE / 100n}`);
    if (value.lt(`${low}`) || value.gt(`${high}`)) return printed;
  }
  return formatShare(share, 10);
}
