import type { Say } from "../words/index";
import type { Look, Need } from "./look";
import { average } from "./words";

/** The need that fewest covered stations meet; else, without any, how many votes there would be. */
export function lookInWords(look: Omit<Look, "text">, say: Say): string {
  const { missingVotes, basis, possible, perStation, needs } = look;
  const [need] = needs;
  if (need === undefined) {
    const { needed, covered } = perStation;
    const written = (value: number) => average(value, say.locale);
    return say.lookVotes(
      written(needed),
      written(covered.average),
      written(covered.low),
      written(covered.high),
    );
  }
  const exactly = possible.min === possible.max;
  const supposed = say.lookSupposed(exactly ? "exactly" : basis, missingVotes);
  const { min, max } = need.needed;
  const { percent } = say.locale;
  const range = say.lookRange(percent(min), percent(max), max >= 1);
  const behind = need.rival !== undefined && min < 0 ? percent(-min) : undefined;
  const beside = besideCovered(need, say);
  return say.lookNeeds(supposed, need.candidate, need.rival, range, beside, behind);
}

/** Stations below which nine in ten of them mean nothing. */
const FEW = 20;

function besideCovered({ covered, side, stations, ofStations, needed }: Need, say: Say): string {
  const { percent } = say.locale;
  if (side === "within" || ofStations < FEW) return say.lookAverage(percent(covered.average));
  return say.lookCovered(
    percent(covered.average),
    percent(covered.low),
    percent(covered.high),
    stations,
    ofStations,
    percent(side === "above" ? needed.min : needed.max),
    side,
  );
}
