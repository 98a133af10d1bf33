import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import type { StationRegister } from "../model/register";
import type { Tallies } from "../model/tallies";
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
  /**
   * The bytes from the beginning, or, of an input that can be read in parts, from one place to before
   * another; a piece is done with when the next one is asked for.
   */
  pieces(from?: number, to?: number): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** What identifies the bytes, after the last piece. */
  identity(): Promise<Identity> | Identity;
}

/** Feeds a part of an input, or all of it, to the reading. */
export type Feed = (from?: number, to?: number) => Promise<void>;

/** Makes readings, and reads one input after the other into them. */
export interface Reader<R extends Reading> {
  begin(election: Election, register: StationRegister | undefined): R;
  /** @param look to be called whenever some of the input has been read */
  read(reading: R, input: PiecedInput, feed: Feed, look: () => Promise<void>): Promise<void>;
}

/** Reads all bytes one after the other, which can be done everywhere. */
const ONE_BY_ONE: Reader<Reading> = {
  begin: (election, register) => new Reading(election, register),
  read: (_reading, _input, feed) => feed(),
};

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
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: StopSignal | undefined;
}

/** Milliseconds after which others get their turn, where somebody watches or may stop it. */
const TURN = 40;

/** Reads inputs that come in pieces, with only as much of each in memory as its longest row. */
export function readPieced(
  inputs: readonly PiecedInput[],
  election: Election,
  options: PiecesOptions,
): Promise<Tallies> {
  return readBy(ONE_BY_ONE, inputs, election, options);
}

/** The same by a reader that may have its own way. */
export async function readBy<R extends Reading>(
  reader: Reader<R>,
  inputs: readonly PiecedInput[],
  election: Election,
  options: PiecesOptions,
): Promise<Tallies> {
  if (inputs.length === 0)
    throw new TallyError("usage-invalid", "There is nothing to read: give at least one input.");
  const whole = new Set(readsBytes(election.layout.encoding) ? [] : inputs);
  for (;;)
    try {
      return await readAll(reader, inputs, whole, election, options);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      const input = inputs.find(({ name }) => name === error.source)!;
      if (!input.isRepeatable) throw mixedEncoding(input.name, error.line);
      whole.add(input);
    }
}

async function readAll<R extends Reading>(
  reader: Reader<R>,
  inputs: readonly PiecedInput[],
  whole: ReadonlySet<PiecedInput>,
  election: Election,
  options: PiecesOptions,
): Promise<Tallies> {
  const reading = reader.begin(election, options.register);
  const watch = new Watch(inputs, reading, options);
  for (const input of inputs) {
    watch.begin(input);
    if (whole.has(input)) await readWhole(reading, input, watch);
    else await readPieces(reader, reading, input, watch);
  }
  const tallies = reading.finish();
  // Last, because others may take the hash of a large file meanwhile.
  for (const [at, input] of inputs.entries())
    Object.assign(reading.sources[at]!, await input.identity());
  refuseRepeated(reading.sources);
  return tallies;
}

/** What identifies an input, before that is known. */
const UNKNOWN: Identity = { sha256: "", bytes: 0 };

async function readPieces<R extends Reading>(
  reader: Reader<R>,
  reading: R,
  input: PiecedInput,
  watch: Watch,
): Promise<void> {
  reading.begin(input.name, input.size);
  const look = () => watch.look();
  const feed = async (from?: number, to?: number) => {
    for await (const piece of input.pieces(from, to)) {
      reading.feed(piece);
      await look();
    }
  };
  await reader.read(reading, input, feed, look);
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
  #turn = performance.now();
  /** Of the inputs, those that have been begun. */
  readonly #begun: PiecedInput[] = [];

  constructor(
    private readonly inputs: readonly PiecedInput[],
    private readonly reading: Reading,
    private readonly options: PiecesOptions,
  ) {
    throwIfAborted(options.signal);
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
