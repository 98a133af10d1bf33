import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { TallyError } from "../model/error";
import type { TallyInput } from "../read/input";

/** Unpacked size at which a compressed file is refused: far above any country's tallies. */
const UNPACKED_LIMIT = 2 ** 29 - 24;

/**
 * A file as the readers take it: its bytes, unpacked if it is gzip, and the SHA-256 of the file as
 * it is on disk. `-` is standard input.
 */
export async function readInput(path: string): Promise<TallyInput> {
  const stored = path === "-" ? await readStandardInput() : await readStoredFile(path);
  const name = path === "-" ? "standard input" : path;
  return {
    name,
    data: await unpack(stored, name),
    sha256: createHash("sha256").update(stored).digest("hex"),
    bytes: stored.length,
  };
}

/** Writes a result to a file. */
export async function writeOutput(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new TallyError(
      "file-unwritable",
      `${path} could not be written (${(error as NodeJS.ErrnoException).code ?? String(error)}). ` +
        "Name a file in a folder that exists and that you may write to.",
      { cause: error },
    );
  }
}

async function readStoredFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new TallyError(
        "file-missing",
        `There is no file ${path}. Check the name and the folder.`,
      );
    if (code === "EISDIR")
      throw new TallyError(
        "file-directory",
        `${path} is a folder. Name the files in it, for instance ${path.replace(/\/+$/, "")}/*.csv for all its CSV files.`,
      );
    throw new TallyError(
      "file-unreadable",
      `${path} could not be read (${code ?? String(error)}). Check that you may read it.`,
      { cause: error },
    );
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Gzip is known by its first two bytes, not by the file's name. */
async function unpack(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: UNPACKED_LIMIT });
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
        ? "it unpacks to more than 512 MiB. Split it into several files."
        : "it is cut short or damaged. Fetch it again.";
    throw new TallyError("file-unreadable", `${name} is gzip, but ${reason}`, { cause: error });
  }
}
