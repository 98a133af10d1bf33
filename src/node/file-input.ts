import { createHash, type Hash } from "node:crypto";
import { closeSync, fstatSync, readSync, statSync } from "node:fs";
import { TallyError } from "../model/error";
import type { PiecedInput } from "../read/sources";
import { blocksOf } from "./blocks";
import { FileHash } from "./file-hash";
import { namesOf, openToRead, readingFails, withFile } from "./files";
import { gunzipAll } from "./gunzip";

/** A file, or standard input, as the readers take it: in pieces, unpacked if it is gzip. */
export const inputOf = (path: string, name: string): PiecedInput =>
  path === "-" ? new StandardInput(name) : new FileInput(path, name);

/** Some of them, with names that tell them apart. */
export function inputsOf(paths: readonly string[]): PiecedInput[] {
  const names = namesOf(paths);
  return paths.map((path, at) => inputOf(path, names[at]!));
}

/** Size from which it pays to take the hash in a thread of its own: below 50 MB to start one takes longer. */
const WORTH_THREAD = 1 << 26;

class FileInput implements PiecedInput {
  /** A pipe can be read once, and has no size to go by. */
  readonly isRepeatable: boolean;
  readonly size: number | undefined;
  readonly #isPlain: boolean;
  readonly #state: string;
  stored = 0;
  /** Of what has been read, or of the whole file meanwhile. */
  #hash: Hash | undefined;
  #fileHash: FileHash | undefined;

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

  async *pieces(): AsyncGenerator<Uint8Array> {
    const file = openToRead(this.path);
    let isRead = false;
    try {
      this.stored = 0;
      this.#hash = undefined;
      if (this.#isPlain && this.size! >= WORTH_THREAD) this.#fileHash ??= new FileHash(this.path);
      else this.#hash = createHash("sha256");
      const blocks = this.#blocks(file, (bytes) => {
        this.stored += bytes.length;
        this.#hash?.update(bytes);
      });
      yield* this.#isPlain ? blocks : unpacked(blocks, this.name);
      isRead = true;
    } finally {
      closeSync(file);
      if (!isRead) void this.#fileHash?.stop();
    }
  }

  *#blocks(...where: Parameters<typeof blocksOf>): Generator<Uint8Array> {
    try {
      yield* blocksOf(...where);
    } catch (error) {
      throw readingFails(this.path, error);
    }
  }

  async identity() {
    const sha256 = this.#hash?.digest("hex") ?? (await this.#fileHash!.hex());
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

const firstTwo = (path: string): Uint8Array =>
  withFile(path, (file) => {
    const bytes = new Uint8Array(2);
    readSync(file, bytes, 0, 2, 0);
    return bytes;
  });
