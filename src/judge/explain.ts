import { countOf, formatCount } from "../model/format";
import type { Look, Need } from "./look";
import type { Verdict } from "./verdict";

/**
 * A verdict in plain English, in one to three sentences: what decides; or, where nothing does, what
 * the missing stations would have to be, beside what the covered ones are.
 *
 * @example
 * ```ts
 * import { explain, readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { verdicts } = verify(venezuela2024, readTallies(csv, venezuela2024).tallies);
 * explain(verdicts[3]!).includes("EG would need"); // => true
 * ```
 */
export function explain({ reason, look }: Verdict): string {
  return look ? `${reason} ${lookInWords(look)}` : reason;
}

/** The need that fewest covered stations meet; else, without any, how many votes there would be. */
function lookInWords({ missingVotes, basis, possible, perStation, needs }: Look): string {
  const votes = countOf(missingVotes, "valid vote");
  const isExact = possible.min === possible.max;
  const supposed = isExact
    ? `With those ${votes}`
    : {
        covered: `If as many vote there as at the covered stations (${votes})`,
        least: `Even with the fewest votes that will do (${votes})`,
        most: `Even with the most votes that will do (${votes})`,
      }[basis];
  const [need] = needs;
  if (need === undefined) {
    const { needed, covered } = perStation;
    return (
      `That is ${tenth(needed)} per missing station, where the covered ones average ` +
      `${tenth(covered.average)} and nine in ten have ${formatCount(covered.low)} to ${formatCount(covered.high)}.`
    );
  }
  const asked =
    need.rival === undefined
      ? `${need.candidate} would need ${rangeOf(need)} of them`
      : `${need.candidate} would have to be ahead of ${need.rival} by ${rangeOf(need)} of them`;
  return `${supposed}, ${asked}; ${besideCovered(need)}.`;
}

function rangeOf({ needed: { min, max } }: Need): string {
  if (percent(min) === percent(max)) return `about ${percent(min)}`;
  if (max >= 1) return `at least ${percent(min)}`;
  return `${percent(min)} to ${percent(max)}`;
}

function besideCovered({ covered, side, stations, ofStations, needed }: Need): string {
  const average = `the covered stations average ${percent(covered.average)}`;
  if (side === "within") return average;
  const [end, word] = side === "above" ? [needed.min, "more"] : [needed.max, "less"];
  return (
    `${average}, nine in ten have ${percent(covered.low)} to ${percent(covered.high)}, and ` +
    `${formatCount(stations)} of ${formatCount(ofStations)} ${stations === 1 ? "has" : "have"} ${percent(end)} or ${word}`
  );
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const tenth = (value: number) => (value < 100 ? value.toFixed(1) : formatCount(value));
