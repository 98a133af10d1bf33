import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { TallyError } from "../model/error";
import { visible } from "../model/format";
import { briefNames } from "../model/names";
import type { TallyInput } from "../read/input";

/** Unpacked size at which a compressed file is refused: far above any country's tallies. */
const UNPACKED_LIMIT = 2 ** 29 - 24;

/** What to call files in reports. */
export const namesOf = (paths: readonly string[]): string[] => briefNames(paths.map(shownPath));

const shownPath = (path: string) => (path === "-" ? "standard input" : visible(path));

/**
 * A file as the readers take it: its bytes, unpacked if it is gzip, and the SHA-256 of the file as
 * it is on disk. `-` is standard input.
 */
export async function readInput(path: string, name = shownPath(path)): Promise<TallyInput> {
  const stored = path === "-" ? await readStandardInput() : readStoredFile(path);
  return {
    name,
    data: await unpack(stored, name),
    sha256: createHash("sha256").update(stored).digest("hex"),
    bytes: stored.length,
  };
}

/**
 * Writes a result to a file: under another name first, so that whatever happens meanwhile the file is
 * the old one or the new one, and never half of it.
 */
export function writeOutput(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch (error) {
    removeQuietly(unfinished);
    throw new TallyError(
      "file-unwritable",
      `${visible(path)} could not be written (${(error as NodeJS.ErrnoException).code ?? String(error)}). ` +
        "Name a file in a folder that exists and that you may write to.",
      { cause: error },
    );
  }
}

/** Takes away what is there; what cannot be there, in a folder that is none, needs no word. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The error that led here says it.
  }
}

function readStoredFile(path: string): Uint8Array {
  try {
    // At once: in pieces, without blocking, takes four times as long, and what follows blocks anyway.
    return readFileSync(path);
  } catch (error) {
    throw readingFails(path, error);
  }
}

/** Opens a file to read it, or says why that fails. */
export function openToRead(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw readingFails(path, error);
  }
}

/** Opens a file for as long as it is used. */
export function withFile<T>(path: string, use: (file: number) => T): T {
  const file = openToRead(path);
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

/** What to say when a file cannot be read. */
export function readingFails(path: string, error: unknown): unknown {
  if (error instanceof TallyError) return error;
  const { code } = error as NodeJS.ErrnoException;
  const shown = visible(path);
  if (code === "ENOENT" || code === "ENOTDIR")
    return new TallyError(
      "file-missing",
      `There is no file ${shown}. Check the name and the folder.`,
    );
  if (code === "EISDIR")
    return new TallyError(
      "file-directory",
      `${shown} is a folder. Name the files in it, for instance ${visible(path.replace(/\/+$/, ""))}/*.csv for all its CSV files.`,
    );
  return new TallyError(
    "file-unreadable",
    `${shown} could not be read (${code ?? String(error)}). Check that you may read it.`,
    { cause: error },
  );
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > UNPACKED_LIMIT)
      throw new TallyError("input-too-large", "Standard input has more than 512 MiB. Give files.");
  }
  return Buffer.concat(chunks);
}

/** Gzip is known by its first two bytes, not by the file's name. */
async function unpack(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const { gunzipAll } = await import("./gunzip");
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of gunzipAll([bytes], name)) {
    pieces.push(piece);
    size += piece.length;
    if (size > UNPACKED_LIMIT)
      throw new TallyError(
        "file-unreadable",
        `${name} is gzip, but it unpacks to more than 512 MiB. Split it into several files.`,
      );
  }
  return Buffer.concat(pieces);
}
