import type { Phrases } from "./say";
import type { Look, Need } from "../judge/look";
import type { TotalLook } from "../judge/look-total";
import { average } from "./shares";

/** What is supposed of a claim on part of the stations, and what is needed then. */
export function lookInWords(look: Omit<Look, "text">, say: Phrases): string {
  const { among } = look;
  const needed = needInWords(look, say);
  return among ? say.lookAmong(among.stations, among.covered, needed) : needed;
}

/** The need that fewest covered stations meet; else, without any, what the claim's total asks for. */
function needInWords(look: Omit<Look, "text">, say: Phrases): string {
  const { missingVotes, basis, possible, needs, total } = look;
  const [need] = needs;
  if (need === undefined) return total ? totalInWords(total, say) : "";
  const exactly = possible.min === possible.max;
  const supposed = say.lookSupposed(exactly ? "exactly" : basis, missingVotes);
  const { min, max } = need.needed;
  const { percent } = say.locale;
  const range = (low: number, high: number) =>
    say.lookRange(percent(low), percent(high), high >= 1);
  const beside = besideCovered(need, say);
  if (need.rival === undefined || min >= 0)
    return say.lookNeeds(supposed, need.candidate, need.rival, range(min, max), beside);
  return max < 0
    ? say.lookBehind(supposed, need.candidate, need.rival, range(-max, -min), true, beside)
    : say.lookBehind(supposed, need.candidate, need.rival, percent(-min), false, beside);
}

function totalInWords({ figure, needed, covered }: TotalLook, say: Phrases): string {
  const written = (value: number) => average(value, say.locale);
  const [min, max] = [written(needed.min), written(needed.max)];
  return say.lookTotal(
    say.totalNoun(figure),
    min,
    max,
    written(covered.average),
    written(covered.low),
    written(covered.high),
  );
}

/** Stations below which nine in ten of them mean nothing. */
const FEW = 20;

function besideCovered(
  { covered, side, stations, ofStations, needed }: Need,
  say: Phrases,
): string {
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
