import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { parseElection } from "../model/parse-election";
import { type PiecedInput, readPieced, type StopSignal } from "./sources";
import type { ReadOptions } from "./read-tallies";
import { type ReadResult, resultOf } from "./result";

// What is used of streams, blobs and signals, so that these types need no library of a platform.

/** A `ReadableStream` of bytes. */
export interface ReadableBytes {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<unknown>;
  };
}

/** A `Blob`, such as a `File` of a browser. */
export interface BlobOfBytes {
  readonly size: number;
  stream(): ReadableBytes;
}

/** Bytes that come in pieces: a stream, or anything else that gives them one after the other. */
export type ByteStream = AsyncIterable<Uint8Array | string> | ReadableBytes;

/** A stream with the name to call it by in issues, and how many bytes it has, if that is known. */
export interface StreamInput {
  readonly name: string;
  readonly data: ByteStream | BlobOfBytes;
  readonly bytes?: number;
}

/** One input as {@link streamTallies} takes it. */
export type AnyStream = ByteStream | BlobOfBytes | StreamInput;

/** What {@link streamTallies} may be told beside the inputs. */
export interface StreamOptions extends ReadOptions {
  /** An `AbortSignal` that stops the reading; the promise is then rejected with its reason. */
  readonly signal?: StopSignal;
}

/**
 * Reads tallies from streams, files of a browser (`Blob`, `File`), or anything that gives bytes piece
 * by piece, plain or gzip. Otherwise as `readTallies`, with the same tallies and issues. What is in
 * memory at a time is one piece and the columns that are kept, and no piece is asked for before the
 * last one has been read.
 *
 * A stream, other than a `Blob`, is read once. Where its first letters beyond ASCII are UTF-8 and
 * later ones are not, it is refused; a file would be read again as Windows-1252.
 *
 * @throws TallyError as `readTallies`; and the reason of the signal when it is aborted
 * @example
 * ```ts
 * import { streamTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = await streamTallies(new Blob([csv]), venezuela2024);
 * tallies.length; // => 1
 * ```
 */
export async function streamTallies(
  inputs: AnyStream | readonly AnyStream[],
  election: Election,
  options: StreamOptions = {},
): Promise<ReadResult> {
  const checked = parseElection(election);
  const list: readonly AnyStream[] = Array.isArray(inputs) ? inputs : [inputs as AnyStream];
  const named = list.map((input, index) =>
    sourceOf(input, list.length === 1 ? "input" : `input ${index + 1}`),
  );
  return resultOf(await readPieced(named, checked, options));
}

function sourceOf(input: AnyStream, name: string): PiecedInput {
  const named: StreamInput =
    typeof input === "object" && input !== null && "data" in input ? input : { name, data: input };
  const { data } = named;
  if (typeof data === "object" && data !== null && isBlob(data))
    return new Streamed(named.name, data.size, true, () => data.stream());
  if (typeof data !== "object" || data === null || !("getReader" in data || isIterable(data)))
    throw new TallyError(
      "usage-invalid",
      "An input must be a ReadableStream, a Blob or an async iterable of bytes, or { name, data } " +
        "with one of them. For text or bytes that are there already use readTallies.",
    );
  return new Streamed(named.name, named.bytes, false, () => data);
}

const isBlob = (data: object): data is BlobOfBytes => "stream" in data && "size" in data;
const isIterable = (data: object): data is AsyncIterable<unknown> => Symbol.asyncIterator in data;

class Streamed implements PiecedInput {
  #hash = sha256.create();
  stored = 0;

  constructor(
    readonly name: string,
    readonly size: number | undefined,
    readonly isRepeatable: boolean,
    private readonly open: () => ByteStream,
  ) {}

  async *pieces(): AsyncGenerator<Uint8Array> {
    this.#hash = sha256.create();
    this.stored = 0;
    const pieces = this.#counted();
    const first = await pieces.next();
    if (first.done) return;
    const all = startingWith(first.value, pieces);
    const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
    yield* isPacked ? this.#unpacked(all) : all;
  }

  async *#counted(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    for await (const given of iterated(this.open())) {
      const piece = typeof given === "string" ? encoder.encode(given) : given;
      if (!(piece instanceof Uint8Array))
        throw new TallyError("usage-invalid", `${this.name} gives pieces that are no Uint8Array.`);
      if (piece.length === 0) continue;
      this.#hash.update(piece);
      this.stored += piece.length;
      yield piece;
    }
  }

  async *#unpacked(packed: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const next = await packed.next();
        if (next.done) controller.close();
        // A copy, since the stream may hold on to it while the next piece comes.
        else controller.enqueue(next.value.slice());
      },
    });
    try {
      const unpacked = stream.pipeThrough(new DecompressionStream("gzip"));
      yield* iterated(unpacked) as AsyncIterable<Uint8Array>;
    } catch (error) {
      if (error instanceof TallyError) throw error;
      throw new TallyError(
        "file-unreadable",
        `${this.name} is gzip, but it is cut short or damaged. Fetch it again.`,
        { cause: error },
      );
    }
  }

  identity() {
    return { sha256: bytesToHex(this.#hash.digest()), bytes: this.stored };
  }
}

async function* startingWith<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** A stream as an iterable: not every browser's is one. */
async function* iterated(data: ByteStream): AsyncGenerator<Uint8Array | string> {
  if (!("getReader" in data)) return yield* data;
  const reader = data.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value !== undefined) yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
