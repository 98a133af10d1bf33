import type { Verification } from "../verification";
import { answers } from "./answers";
import { claimByClaim, exclusionList } from "./claims";
import { wrap } from "./layout";
import { provenance, rowsAndIssues } from "./rows";
import { coverage, distanceTable, regionCoverage, regions, totals } from "./tables";

/** How {@link toText} prints. */
export interface TextOptions {
  /** Whether to mark verdicts with ANSI colours; off unless given. */
  readonly color?: boolean;
}

/**
 * A verification as text for a terminal, at most 100 columns wide: the answer first, then totals,
 * coverage, claim by claim, distances, rows and issues.
 *
 * @example
 * ```ts
 * import { readTallies, toText, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const text = toText(verify(venezuela2024, readTallies(csv, venezuela2024).tallies));
 * text.split("\n")[0]; // => "Venezuela, presidential election, 28 July 2024"
 * ```
 */
export function toText(verification: Verification, options: TextOptions = {}): string {
  // Only lines that begin with a verdict's label are coloured, and not a region of that name.
  const verdicts = options.color ? colored : (line: string) => line;
  return [
    ...wrap(verification.election.name, ""),
    "",
    ...answers(verification).map(verdicts),
    ...totals(verification),
    ...coverage(verification),
    ...regionCoverage(verification),
    ...regions(verification),
    ...claimByClaim(verification).map(verdicts),
    ...exclusionList(verification),
    ...distanceTable(verification),
    ...rowsAndIssues(verification),
    ...provenance(verification),
  ].join("\n");
}

const COLORS: Readonly<Record<string, string>> = {
  CONTRADICTED: "31",
  CONFIRMED: "32",
  UNDECIDED: "33",
};

const colored = (line: string) =>
  line.replace(
    /^( {2})(CONTRADICTED|CONFIRMED|UNDECIDED)\b/i,
    (_, indent: string, word: string) => {
      const color = COLORS[word.toUpperCase()]!;
      return `${indent}\u001B[1;${color}m${word}\u001B[0m`;
    },
  );
