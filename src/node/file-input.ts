import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import type { PiecedInput, Sections } from "../read/sources";
import { blocksOf } from "./blocks";
import { type FileHash, hashedApart, RunningHash } from "./file-hash";
import { namesOf, openToRead, readingFails } from "./files";
import { gunzipAll } from "./gunzip";
import { sectionsOf, type SharedSections } from "./sections";

/** Size from which hashing on a thread of its own pays: starting it takes as long as hashing this. */
const LARGE = 1 << 25;

/** A file, or standard input, as the readers take it: in pieces, unpacked if it is gzip. */
export const inputOf = (path: string, name: string): PiecedInput =>
  path === "-" ? new StandardInput(name) : new FileInput(path, name);

/** Some of them, with names that tell them apart. */
export function inputsOf(paths: readonly string[]): PiecedInput[] {
  const names = namesOf(paths);
  return paths.map((path, at) => inputOf(path, names[at]!));
}

class FileInput implements PiecedInput {
  /** A pipe can be read once, and has no size to go by. */
  readonly isRepeatable: boolean;
  readonly size: number | undefined;
  /** Of a file that is not packed, that parts of it can be read by themselves. */
  readonly #isPlain: boolean;
  readonly #state: string;
  stored = 0;
  #hash: FileHash | undefined;
  #sections: SharedSections | undefined;

  constructor(
    private readonly path: string,
    readonly name: string,
  ) {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) throw Object.assign(new Error(path), { code: "EISDIR" });
      this.isRepeatable = stat.isFile();
      this.size = stat.isFile() ? stat.size : undefined;
      this.#isPlain = stat.isFile() && !isGzip(firstTwo(path));
      this.#state = stateOf(path);
    } catch (error) {
      throw readingFails(path, error);
    }
  }

  async *pieces(from = 0, to?: number): AsyncGenerator<Uint8Array> {
    const file = openToRead(this.path);
    let isRead = false;
    try {
      this.stored = from;
      const hash = this.#sections ? undefined : this.#hashOf(from === 0);
      const blocks = this.#blocks(file, this.isRepeatable ? from : undefined, to, (bytes) => {
        this.stored += bytes.length;
        hash?.update(bytes);
      });
      yield* this.#isPlain ? blocks : unpacked(blocks, this.name);
      isRead = true;
    } finally {
      if (!isRead) {
        this.#hash?.close();
        // It will never tell; who reads the file again needs another.
        this.#hash = undefined;
      }
      closeSync(file);
    }
  }

  #hashOf(isBeginning: boolean): FileHash {
    if (this.size !== undefined && this.size >= LARGE)
      return (this.#hash ??= hashedApart(this.path));
    if (isBeginning) this.#hash = new RunningHash();
    return this.#hash!;
  }

  *#blocks(...where: Parameters<typeof blocksOf>): Generator<Uint8Array> {
    try {
      yield* blocksOf(...where);
    } catch (error) {
      throw readingFails(this.path, error);
    }
  }

  sections(election: Election): Sections | undefined {
    if (this.size === undefined || !this.#isPlain) return undefined;
    return (this.#sections = sectionsOf(this.path, this.name, this.size, election));
  }

  async identity() {
    const sha256 = (await this.#sections?.sha256) ?? (await this.#hashOf(false).digest());
    // Else what was read and what was hashed may not be the same.
    if (this.isRepeatable && stateOf(this.path) !== this.#state)
      throw new TallyError(
        "file-unreadable",
        `${this.name} was changed while it was being read. Wait until it is complete, or read a copy.`,
      );
    return { sha256, bytes: this.size ?? this.stored };
  }
}

class StandardInput implements PiecedInput {
  readonly isRepeatable = false;
  /** Known where it is a file: `< tallies.csv`. */
  readonly size = sizeOfStandardInput();
  stored = 0;
  readonly #hash = createHash("sha256");

  constructor(readonly name: string) {}

  pieces(): AsyncIterable<Uint8Array> {
    return unpacked(this.#counted(), this.name);
  }

  async *#counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
      this.#hash.update(piece);
      this.stored += piece.length;
      yield piece;
    }
  }

  identity() {
    return { sha256: this.#hash.digest("hex"), bytes: this.stored };
  }
}

function sizeOfStandardInput(): number | undefined {
  try {
    const stat = fstatSync(process.stdin.fd);
    return stat.isFile() ? stat.size : undefined;
  } catch {
    // There is none; reading it says so.
    return undefined;
  }
}

/** Gzip is known by its first two bytes, not by the file's name. */
async function* unpacked(
  stored: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const iterator =
    Symbol.asyncIterator in stored ? stored[Symbol.asyncIterator]() : stored[Symbol.iterator]();
  const first = await iterator.next();
  if (first.done) return;
  const rest = {
    async *[Symbol.asyncIterator]() {
      yield first.value;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield next.value;
    },
  };
  try {
    if (isGzip(first.value)) yield* gunzipAll(rest, name);
    else yield* rest;
  } finally {
    await iterator.return?.(undefined);
  }
}

/** What changes when a file does. */
function stateOf(path: string): string {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true });
  return [ino, size, mtimeNs].join();
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function firstTwo(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(2);
    readSync(file, bytes, 0, 2, 0);
    return bytes;
  } finally {
    closeSync(file);
  }
}
