import Papa from "papaparse";
import { visible } from "../model/format";
import type { Verification } from "../verification";
import { FORMULA } from "./json/harmless";
import { candidatesTable, regionsTable, type Table } from "./json/tables";

/**
 * A table as CSV (RFC 4180): a header, and a line end after each row. Text that a spreadsheet would
 * run as a formula gets an apostrophe in front, what is undefined is empty, and characters that move
 * the cursor, turn the text or are not seen are shown by their code, as in every report.
 */
export function csvOf(columns: readonly string[], rows: Table["rows"]): string {
  const cells = [columns, ...rows].map((row) =>
    row.map((cell) => (typeof cell === "string" ? seen(cell) : (cell ?? ""))),
  );
  return `${Papa.unparse(cells, { escapeFormulae: FORMULA })}\r\n`;
}

/** What CSV itself can hold, a tab or a line end within quotes, stays. */
const seen = (text: string) =>
  text
    .split(/([\t\r\n])/)
    .map((part, at) => (at % 2 === 0 ? visible(part) : part))
    .join("");

const tableToCsv = ({ fields, rows }: Table) =>
  csvOf(
    fields.map(({ name }) => name),
    rows,
  );

/**
 * Totals by region as CSV, one row per region that has an accepted tally: a column for each level of
 * region, the stations with an accepted tally, all stations where a register by the same region gives
 * them, each candidate's votes, and the other counts of the sheets, each with the number of stations
 * that give it. What is not known is empty. There is no row of totals.
 *
 * @throws TallyError `usage-invalid` when the verification has no regions
 * @example
 * ```ts
 * import { readTallies, regionsToCsv, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const [header, row] = regionsToCsv(verify(venezuela2024, tallies, { by: "MUN" })).split("\r\n");
 * header?.slice(0, 34); // => "EDO,MUN,stations,allStations,EG,NM"
 * row?.slice(0, 14); // => "E,M,1,,200,100"
 * ```
 */
export function regionsToCsv(verification: Verification): string {
  return tableToCsv(regionsTable(verification));
}

/**
 * The candidates as CSV, one row each: votes and share on the covered stations, and the least and most
 * that both can be over all stations. Shares are parts of 1 with ten decimals, empty where there is no
 * vote.
 *
 * @example
 * ```ts
 * import { candidatesToCsv, readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const [, first] = candidatesToCsv(verify(venezuela2024, tallies)).split("\r\n");
 * first?.slice(0, 44); // => "EG,Edmundo González Urrutia,200,0.6666666667"
 * ```
 */
export function candidatesToCsv(verification: Verification): string {
  return tableToCsv(candidatesTable(verification));
}
