import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { TallyError } from "../model/error";
import { visible } from "../model/format";
import type { AuditCommitment } from "./commit";
import { csvRow, csvRows, votesColumn } from "./csv";
import { type AuditList, makeAuditList } from "./list";

/** SHA-256 of a text as UTF-8, in hexadecimal digits. */
export const sha256Of = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * The list of an audit as CSV, to be published: a row per station in the list's order, with the most ballots
 * and the reported votes by candidate code. Its bytes are the same wherever it is made, and its SHA-256 is
 * what a commitment names.
 *
 * @example
 * ```ts
 * import { auditListToCsv, makeAuditList } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * auditListToCsv(list); // => "station,ballots,votes A,votes B\nHall,250,130,60\n"
 * ```
 */
export function auditListToCsv({ candidates, stations }: AuditList): string {
  const hasEvidence = stations.some(({ evidence }) => evidence !== undefined);
  const header = [
    "station",
    "ballots",
    ...candidates.map(votesColumn),
    ...(hasEvidence ? ["evidence"] : []),
  ];
  const rows = stations.map(({ station, ballots, votes, evidence = "" }) =>
    csvRow([station, ballots, ...votes, ...(hasEvidence ? [evidence] : [])]),
  );
  return csvRow(header) + rows.join("");
}

/**
 * The list that a commitment is about, from its CSV; refused if a single character of it is another one.
 *
 * @throws TallyError `audit-commitment`
 * @example
 * ```ts
 * import { auditListToCsv, commitAudit, makeAuditList, readAuditList } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * const commitment = commitAudit(list, { date: "2025-05-06", riskLimit: 0.05 });
 * readAuditList(auditListToCsv(list), commitment).stations.length; // => 1
 * ```
 */
export function readAuditList(csv: string, commitment: AuditCommitment): AuditList {
  const { name, candidates, contests, uncovered, listSha256 } = commitment;
  const found = sha256Of(csv);
  if (found !== listSha256)
    throw new TallyError(
      "audit-commitment",
      `The list of stations is not the one that was committed to: its SHA-256 is ${found}, and the ` +
        `commitment names ${listSha256}. Take the list that was published with it.`,
    );
  const { rows } = csvRows(csv, "the list of stations");
  const stations = rows.map(({ cells, line }) => {
    const numberIn = (column: string) => countIn(cells.get(column) ?? "", column, line);
    const votesOf = (code: string) => numberIn(votesColumn(code));
    const evidence = cells.get("evidence") ?? "";
    return {
      station: cells.get("station") ?? "",
      ballots: numberIn("ballots"),
      votes: candidates.map(votesOf),
      ...(evidence === "" ? {} : { evidence }),
    };
  });
  return makeAuditList({ name, candidates, contests, uncovered, stations });
}

function countIn(text: string, column: string, line: number): number {
  if (!/^\d{1,15}$/.test(text))
    throw new TallyError(
      "audit-commitment",
      `Line ${line} of the list of stations has "${visible(text)}" as ${visible(column)}, and not a whole number.`,
    );
  return Number(text);
}
