import { csvRow, votesColumn } from "./csv";
import type { AuditDraw, DrawnSheet } from "./draw";

/**
 * The draw as CSV, to be published: a row per drawn sheet in the order of the draw, with the ticket that fell on
 * it.
 *
 * @example
 * ```ts
 * import { commitAudit, drawStations, drawToCsv, makeAuditList } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * const commitment = commitAudit(list, { date: "2025-05-06", riskLimit: 0.05 });
 * const seed = { seed: "31415926535897932384", seedDate: "2025-05-07" };
 * drawToCsv(drawStations(list, commitment, { ...seed, sheets: 1 })); // => "order,round,ticket,station\n1,1,1,Hall\n"
 * ```
 */
export function drawToCsv({ sheets }: AuditDraw): string {
  const hasEvidence = sheets.some(({ evidence }) => evidence !== undefined);
  const header = ["order", "round", "ticket", "station", ...(hasEvidence ? ["evidence"] : [])];
  const rows = sheets.map(({ order, round, ticket, station, evidence = "" }) =>
    csvRow([order, round, ticket, station, ...(hasEvidence ? [evidence] : [])]),
  );
  return csvRow(header) + rows.join("");
}

/**
 * An empty sheet for one reader: a row for each drawn station, once, without what was reported, so that nobody
 * reads what they expect. `state` is left empty, or says `missing` or `unreadable`; `qr` takes a scanned code in
 * place of counts.
 *
 * @example
 * ```ts
 * import { commitAudit, drawStations, entrySheet, makeAuditList } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * const commitment = commitAudit(list, { date: "2025-05-06", riskLimit: 0.05 });
 * const seed = { seed: "31415926535897932384", seedDate: "2025-05-07" };
 * entrySheet(drawStations(list, commitment, { ...seed, sheets: 1 })); // => "order,station,state,votes A,votes B,qr\n1,Hall,,,,\n"
 * ```
 */
export function entrySheet(draw: AuditDraw): string {
  const { candidates } = draw.commitment;
  const sheets = firstDraws(draw);
  const hasEvidence = sheets.some(({ evidence }) => evidence !== undefined);
  const blank = candidates.map(() => "");
  const header = ["order", "station", "state", ...candidates.map(votesColumn), "qr"];
  const rows = sheets.map(({ order, station, evidence = "" }) =>
    csvRow([order, station, "", ...blank, "", ...(hasEvidence ? [evidence] : [])]),
  );
  return csvRow([...header, ...(hasEvidence ? ["evidence"] : [])]) + rows.join("");
}

/** Each drawn station once, where it was drawn first. */
export const firstDraws = ({ sheets }: AuditDraw): DrawnSheet[] => {
  const seen = new Set<string>();
  return sheets.filter(({ station }) => !seen.has(station) && seen.add(station));
};
