import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, statSync } from "node:fs";
import type { PiecedInput } from "../read/sources";
import { type Blocks, blocksOf } from "./blocks";
import { namesOf, readingFails } from "./files";
import { gunzipAll } from "./gunzip";

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
  stored = 0;
  #blocks: Blocks | undefined;

  constructor(
    private readonly path: string,
    readonly name: string,
  ) {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) throw Object.assign(new Error(path), { code: "EISDIR" });
      this.isRepeatable = stat.isFile();
      this.size = stat.isFile() ? stat.size : undefined;
    } catch (error) {
      throw readingFails(path, error);
    }
  }

  #open(): number {
    try {
      return openSync(this.path, "r");
    } catch (error) {
      throw readingFails(this.path, error);
    }
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    const file = this.#open();
    this.stored = 0;
    const blocks = (this.#blocks = blocksOf(file, this.size ?? 0));
    let isRead = false;
    try {
      yield* unpacked(this.#counted(blocks), this.name);
      isRead = true;
    } finally {
      if (!isRead) blocks.close();
      closeSync(file);
    }
  }

  *#counted(blocks: Blocks): Generator<Uint8Array> {
    try {
      for (const piece of blocks.pieces()) {
        this.stored += piece.length;
        yield piece;
      }
    } catch (error) {
      throw readingFails(this.path, error);
    }
  }

  async identity() {
    return { sha256: await this.#blocks!.sha256(), bytes: this.stored };
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

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;
