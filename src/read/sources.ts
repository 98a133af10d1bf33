import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import type { StationRegister } from "../model/register";
import type { Tallies } from "../model/tallies";
import type { BatchesOf } from "./plain/batches";
import { Undecided } from "./byte-encoding";
import { mixedEncoding } from "./decode";
import { type ReadProgress, refuseRepeated } from "./read-inputs";
import { type Identity, Reading } from "./reading";
import { readsBytes } from "./tokenise";

/** An input whose bytes come in pieces. */
export interface PiecedInput {
  readonly name: string;
  /** How many bytes are stored, where it is known. */
  readonly size?: number | undefined;
  /** How many of them have been read. */
  stored: number;
  /** Whether it can be read more than once. */
  readonly isRepeatable: boolean;
  /** The bytes from the beginning; a piece is done with when the next one is asked for. */
  pieces(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** What identifies the bytes, after the last piece. */
  identity(): Promise<Identity> | Identity;
}

/** What is used of an `AbortSignal`. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

function throwIfAborted(signal: StopSignal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new Error("the reading was stopped");
}

/** What a reading in pieces may be told. */
export interface PiecesOptions {
  readonly register?: StationRegister | undefined;
  /** Who reads most rows many at a time, where that can be had. */
  readonly batchesOf?: BatchesOf;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: StopSignal | undefined;
}

/** Milliseconds after which others get their turn, where somebody watches or may stop it. */
const TURN = 40;

/** Reads inputs that come in pieces, with only as much of each in memory as its longest row. */
export async function readPieced(
  inputs: readonly PiecedInput[],
  election: Election,
  options: PiecesOptions,
): Promise<Tallies> {
  if (inputs.length === 0)
    throw new TallyError("usage-invalid", "There is nothing to read: give at least one input.");
  const whole = new Set(readsBytes(election.layout.encoding) ? [] : inputs);
  for (;;)
    try {
      return await readAll(inputs, whole, election, options);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      const input = inputs.find(({ name }) => name === error.source)!;
      if (!input.isRepeatable) throw mixedEncoding(input.name, error.line);
      whole.add(input);
    }
}

async function readAll(
  inputs: readonly PiecedInput[],
  whole: ReadonlySet<PiecedInput>,
  election: Election,
  options: PiecesOptions,
): Promise<Tallies> {
  const reading = new Reading(election, options.register, options.batchesOf);
  const watch = new Watch(inputs, reading, options);
  for (const input of inputs) {
    watch.begin(input);
    if (whole.has(input)) await readWhole(reading, input, watch);
    else await readPieces(reading, input, watch);
  }
  const tallies = reading.finish();
  // Last, because the hash of a large file is taken meanwhile.
  for (const [at, input] of inputs.entries())
    Object.assign(reading.sources[at]!, await input.identity());
  refuseRepeated(reading.sources);
  return tallies;
}

/** What identifies an input, before that is known. */
const UNKNOWN: Identity = { sha256: "", bytes: 0 };

async function readPieces(reading: Reading, input: PiecedInput, watch: Watch): Promise<void> {
  reading.begin(input.name, input.size);
  for await (const piece of input.pieces()) {
    reading.feed(piece);
    await watch.look();
  }
  reading.feed(new Uint8Array(0), true);
  reading.end(UNKNOWN);
}

async function readWhole(reading: Reading, input: PiecedInput, watch: Watch): Promise<void> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input.pieces()) {
    pieces.push(piece.slice());
    size += piece.length;
    await watch.look();
  }
  const data = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    data.set(piece, at);
    at += piece.length;
  }
  reading.readWhole(input.name, data, UNKNOWN);
}

/** Tells how far the reading is, and stops it when it is told to. */
class Watch {
  /** When it last let others have their turn, if anybody watches. */
  #turn = 0;
  /** Of the inputs, those that have been begun. */
  readonly #begun: PiecedInput[] = [];

  constructor(
    private readonly inputs: readonly PiecedInput[],
    private readonly reading: Reading,
    private readonly options: PiecesOptions,
  ) {
    throwIfAborted(options.signal);
    if (options.signal ?? options.onProgress) this.#turn = performance.now();
  }

  begin(input: PiecedInput): void {
    this.#begun.push(input);
  }

  #progress(): ReadProgress {
    const sum = (numbers: readonly number[]) =>
      numbers.reduce((total, number) => total + number, 0);
    const sizes = this.inputs.flatMap(({ size }) => size ?? []);
    return {
      rows: this.reading.rows,
      bytes: sum(this.#begun.map(({ stored }) => stored)),
      ...(sizes.length === this.inputs.length ? { ofBytes: sum(sizes) } : {}),
    };
  }

  async look(): Promise<void> {
    const { signal, onProgress } = this.options;
    if (!signal && !onProgress) return;
    if (performance.now() - this.#turn > TURN) {
      onProgress?.(this.#progress());
      await new Promise<void>((resolve) => setTimeout(resolve));
      this.#turn = performance.now();
    }
    throwIfAborted(signal);
  }
}
