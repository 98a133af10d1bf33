import type { AuditList } from "../../audit/list";
import { auditListOf } from "../../audit/list-of";
import type { Election } from "../../model/election";
import { TallyError } from "../../model/error";
import { visible } from "../../model/format";
import type { Tallies } from "../../model/tallies";
import { inputsOf } from "../../node/file-input";
import { readInput } from "../../node/files";
import { referenceRows } from "../../read/tokenise";
import { registerIn, talliesIn } from "../reading";
import { languageIn, requireFiles, type Surroundings, type Values, wrongUse } from "../usage";
import { findElection } from "../election";
import { listOptionsOf } from "./options";

/** The list for an audit of the tallies in the files. */
export async function listFrom(
  files: readonly string[],
  values: Values,
  surroundings: Surroundings,
): Promise<AuditList> {
  requireFiles(files);
  if (values.seed !== undefined)
    throw wrongUse("The seed is drawn after the commitment, so it comes with audit draw only.");
  if (values.election === undefined)
    throw wrongUse("Say which election it is with --election, as for verify.");
  const options = listOptionsOf(values);
  const election = await findElection(values.election);
  const language = languageIn(values);
  const register = await registerIn(values.register, election);
  const tallies = await talliesIn(inputsOf(files), election, register, surroundings, language);
  const evidence =
    values.evidence === undefined
      ? {}
      : { evidence: await evidenceIn(files, values.evidence, election, tallies) };
  return auditListOf(election, tallies, { ...options, ...evidence });
}

/** Where each station's sheet can be seen: a column of the tallies that no layout needs. */
async function evidenceIn(
  files: readonly string[],
  column: string,
  { layout }: Election,
  { columns, length }: Tallies,
): Promise<Map<string, string>> {
  if (files.includes("-"))
    throw wrongUse("--evidence reads the tallies once more, so they cannot be standard input.");
  const byFile: Map<number, string>[] = [];
  for (const file of files) {
    const { data, name } = await readInput(file);
    const bytes = typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data);
    const { rows } = referenceRows(bytes, layout.delimiter ?? ",", name, layout.encoding);
    const cells = new Map<number, string>();
    let place: number | undefined;
    while (rows.next()) {
      const header = Array.from({ length: rows.width }, (_, at) => rows.text(at).trim());
      if (place === undefined) {
        const found = header.indexOf(column);
        if (found !== -1) place = found;
      } else cells.set(rows.line, rows.text(place).trim());
    }
    if (place === undefined)
      throw new TallyError(
        "column-missing",
        `${visible(name)} has no column "${visible(column)}" for --evidence.`,
      );
    byFile.push(cells);
  }
  const evidence = new Map<string, string>();
  for (let at = 0; at < length; at++) {
    const found = byFile[columns.sourceIndex[at]!]?.get(columns.lines[at]!);
    if (found) evidence.set(columns.stations.at(at)!, found);
  }
  return evidence;
}
