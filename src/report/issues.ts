import type { Issue } from "../model/issue";
import { csvOf } from "./tables-csv";

const COLUMNS = [
  "severity",
  "code",
  "source",
  "line",
  "station",
  "field",
  "expected",
  "received",
  "message",
] as const satisfies readonly (keyof Issue)[];

/**
 * Issues as CSV with a header, one row each, for a spreadsheet. Text that a spreadsheet would run as
 * a formula is quoted with an apostrophe.
 *
 * @example
 * ```ts
 * import { issuesToCsv, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { issues } = readTallies({ name: "v.csv", data: csv }, venezuela2024);
 * issuesToCsv(issues).split("\r\n")[1]?.slice(0, 33); // => "notice,column-absent,v.csv,,,RE,,"
 * ```
 */
export function issuesToCsv(issues: readonly Issue[]): string {
  return csvOf(
    COLUMNS,
    issues.map((issue) => COLUMNS.map((column) => issue[column])),
  );
}
