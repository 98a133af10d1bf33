import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditCommitment } from "../../audit/commit";
import type { EntryFile } from "../../audit/entries";
import type { AuditList } from "../../audit/list";
import { readAuditList } from "../../audit/list-csv";
import { parseAuditCommitment } from "../../audit/parse-commitment";
import { TallyError } from "../../model/error";
import { visible } from "../../model/format";
import { readingFails } from "../../node/files";
import { wrongUse } from "../usage";

// The folder of an audit: list.csv, commitment.json, draw.csv, draw.json, and the readers' entry sheets.

export const LIST = "list.csv";
export const COMMITMENT = "commitment.json";
export const DRAW = "draw";

export const entryName = (round: number, reader: number) =>
  `entry-round-${round}-reader-${reader}.csv`;

/** The one folder that a command is called with. */
export function folderOf(files: readonly string[]): string {
  const [folder, more] = files;
  if (folder === undefined || more !== undefined)
    throw wrongUse("Name the one folder that audit commit has written.");
  return folder;
}

/** A text file of the folder. */
export function textIn(folder: string, name: string): string {
  const path = join(folder, name);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw readingFails(path, error);
  }
}

function jsonIn(folder: string, name: string): unknown {
  try {
    return JSON.parse(textIn(folder, name));
  } catch (error) {
    if (error instanceof TallyError) throw error;
    throw new TallyError("audit-commitment", `${visible(join(folder, name))} is no JSON.`, {
      cause: error,
    });
  }
}

/** What was committed to; without it there is nothing to draw from. */
export function committedIn(folder: string): { commitment: AuditCommitment; list: AuditList } {
  if (!existsSync(join(folder, COMMITMENT)))
    throw new TallyError(
      "audit-seed",
      `There is no commitment in ${visible(folder)}. Publish one with audit commit, and draw the seed only then: a ` +
        "seed that was known before proves nothing.",
    );
  const commitment = parseAuditCommitment(jsonIn(folder, COMMITMENT));
  return { commitment, list: readAuditList(textIn(folder, LIST), commitment) };
}

/** The seed of the draw and the sheets of each round, from which anybody can repeat it. */
export function drawnIn(folder: string): { seed: string; seedDate: string; rounds: number[] } {
  const { seed, seedDate, sheets } = jsonIn(folder, `${DRAW}.json`) as Record<string, unknown>;
  const rounds: number[] = [];
  for (const sheet of Array.isArray(sheets) ? (sheets as { round?: unknown }[]) : []) {
    const round = Number(sheet?.round);
    if (round === rounds.length + 1) rounds.push(0);
    if (round !== rounds.length) break;
    rounds[round - 1]!++;
  }
  if (typeof seed !== "string" || typeof seedDate !== "string" || rounds.length === 0)
    throw new TallyError(
      "audit-commitment",
      `${visible(join(folder, `${DRAW}.json`))} is no draw.`,
    );
  return { seed, seedDate, rounds };
}

/** The readers' entry sheets: those of one reader together as if they were one. */
export function entriesIn(folder: string): EntryFile[] {
  const found = readdirSync(folder).flatMap((name) => {
    const parts = /^entry-round-(\d+)-reader-(\d+)\.csv$/.exec(name);
    return parts ? [{ name, round: Number(parts[1]), reader: Number(parts[2]) }] : [];
  });
  const readers = [...new Set(found.map(({ reader }) => reader))].sort((a, b) => a - b);
  return readers.flatMap((reader) =>
    found
      .filter((each) => each.reader === reader)
      .sort((a, b) => a.round - b.round)
      .map(({ name }) => ({ name: join(folder, name), text: textIn(folder, name), reader })),
  );
}
