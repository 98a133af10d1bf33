import { base64 } from "./wasm/compiled";
import type { ByteEncoding } from "../byte-encoding";
import { isSuspect } from "../decode";

/** What is used of WebAssembly; TypeScript knows it only in browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Place {
  readonly value: number;
}

/** What `src/wasm/plain-rows.ts` exports: see there. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly ROWS: Place;
  readonly roles: Place;
  readonly textOf: Place;
  readonly keyColumns: Place;
  readonly keyDigits: Place;
  readonly characters: Place;
  readonly input: Place;
  readonly counts: Place;
  readonly sums: Place;
  readonly isMissing: Place;
  readonly texts: Place;
  readonly rowEnds: Place;
  readonly keys: Place;
  readonly keyEnds: Place;
  readonly keyHashes: Place;
  readonly isNewKey: Place;
  readonly isNewText: Place;
  readonly textStarts: Place;
  readonly textLengths: Place;
  readonly isFull: Place;
  setUp(
    columns: number,
    parts: number,
    texts: number,
    delimiter: number,
    once: boolean,
    bytes: number,
  ): number;
  begin(): void;
  makeRoom(bytes: number): number;
  forget(): void;
  scan(from: number, to: number, encoding: number): number;
}

const [COUNT, KEY, TEXT, VOTES] = [1, 2, 3, 4] as const;

/** Bytes of input for which there is room from the start. */
const ROOM = 5 << 16;

/** What is read of each row: columns by their positions. */
export interface PlainShape {
  readonly width: number;
  readonly delimiter: string;
  readonly counts: readonly number[];
  /** Counts that are added up. */
  readonly votes: readonly number[];
  /** The parts of the station key in their order, and the digits that each is padded to, or 0. */
  readonly keys: readonly { readonly position: number; readonly digits: number }[];
  /** Columns of texts that repeat. */
  readonly texts: readonly number[];
  /** Whether a key is left out that is the same as in the row before. */
  readonly leavesOut: boolean;
}

let compiled: object | undefined;

/**
 * What the compiled rows export, with memory of their own; undefined where there is no WebAssembly, none
 * that looks at several bytes at once, or no memory for it: it asks for addresses of gigabytes, which may
 * be limited.
 */
function instance(): Exports | undefined {
  try {
    compiled ??= new WebAssembly.Module(
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    );
    return new WebAssembly.Instance(compiled).exports as Exports;
  } catch {
    return undefined;
  }
}

/**
 * Reads rows of CSV bytes that have nothing unusual in them, many at a time, in WebAssembly: in
 * half of the time that the same takes in JavaScript, and at once, where JavaScript first has to
 * be compiled.
 */
export class PlainRows {
  /** Rows of which there is room for what is found. */
  readonly most: number;
  /** Of the rows that were found, column by column with room for `most` each, the counts; -1 where missing. */
  counts!: Int32Array;
  /** The votes of each row together, and 1 where any of its counts is missing. */
  sums!: Int32Array;
  isMissing!: Uint8Array;
  /** Text by text with room for `most` each, its number: see {@link name}. */
  texts!: Int32Array;
  /** Where the row behind each starts in what was loaded. */
  ends!: Int32Array;
  /** Keys one after the other, where each ends, their hashes, and 1 for each that is not left out. */
  keys!: Uint8Array;
  keyEnds!: Uint32Array;
  keyHashes!: Int32Array;
  isNewKey!: Uint8Array;
  /** 1 where the texts are not all the same as in the row before. */
  isNewText!: Uint8Array;
  readonly #names: string[] = [];

  #room = ROOM;
  #memory!: Uint8Array;
  #hasCharacters = false;

  /** Undefined where there is no WebAssembly, or not enough memory. */
  static of(shape: PlainShape, encoding: ByteEncoding): PlainRows | undefined {
    const { width, delimiter, keys, texts, leavesOut } = shape;
    const exports = instance();
    const [parts, named] = [keys.length, texts.length];
    const separator = delimiter.charCodeAt(0);
    return exports?.setUp(width, parts, named, separator, leavesOut, ROOM)
      ? new PlainRows(exports, shape, encoding)
      : undefined;
  }

  private constructor(
    private readonly exports: Exports,
    private readonly shape: PlainShape,
    private readonly encoding: ByteEncoding,
  ) {
    const { width, counts, votes, keys, texts } = shape;
    this.most = exports.ROWS.value;
    const { buffer } = exports.memory;
    const roles = new Uint8Array(buffer, exports.roles.value, width);
    for (const column of counts) roles[column] = COUNT;
    for (const column of votes) roles[column] = VOTES;
    for (const { position } of keys) roles[position] = KEY;
    for (const column of texts) roles[column] = TEXT;
    const textOf = new Int32Array(buffer, exports.textOf.value, width);
    for (const [text, column] of texts.entries()) textOf[column] = text;
    const keyColumns = new Int32Array(buffer, exports.keyColumns.value, keys.length);
    keyColumns.set(keys.map(({ position }) => position));
    const keyDigits = new Int32Array(buffer, exports.keyDigits.value, keys.length);
    keyDigits.set(keys.map(({ digits }) => digits));
    exports.begin();
    this.#look();
  }

  /** Finds the memory again, which is another after it has grown. */
  #look(): void {
    const {
      width,
      texts: { length },
    } = this.shape;
    const { memory, counts, texts: numbers, ...exports } = this.exports;
    const { buffer } = memory;
    const { most } = this;
    this.#memory = new Uint8Array(buffer);
    this.counts = new Int32Array(buffer, counts.value, width * most);
    this.sums = new Int32Array(buffer, exports.sums.value, most);
    this.isMissing = new Uint8Array(buffer, exports.isMissing.value, most);
    this.texts = new Int32Array(buffer, numbers.value, length * most);
    this.ends = new Int32Array(buffer, exports.rowEnds.value, most);
    this.keys = new Uint8Array(buffer, exports.keys.value);
    this.keyEnds = new Uint32Array(buffer, exports.keyEnds.value, most);
    this.keyHashes = new Int32Array(buffer, exports.keyHashes.value, most);
    this.isNewKey = new Uint8Array(buffer, exports.isNewKey.value, most);
    this.isNewText = new Uint8Array(buffer, exports.isNewText.value, most);
  }

  /** Takes bytes in place of those that were there; false where there is no memory for them. */
  load(bytes: Uint8Array): boolean {
    if (bytes.length > this.#room) {
      if (!this.exports.makeRoom(2 * bytes.length)) return false;
      this.#room = 2 * bytes.length;
      this.#look();
    }
    this.#memory.set(bytes, this.exports.input.value);
    return true;
  }

  /**
   * Finds rows in the loaded bytes from one place on to before another, behind which there is no line
   * end; returns how many. When it stops before `to` or `most`, there is something unusual in the next row.
   */
  find(from: number, to: number): number {
    const { encoding } = this;
    if (encoding.state === "single" && !this.#hasCharacters) this.#takeCharacters();
    const kind = { ascii: 0, "utf-8": 1, single: 2 }[encoding.state];
    return this.exports.scan(from, to, kind);
  }

  /** Of an encoding with one byte per character, those that are right whatever follows. */
  #takeCharacters(): void {
    const { encoding } = this;
    this.#hasCharacters = true;
    const start = this.exports.characters.value;
    for (let byte = 0x80; byte <= 0xff; byte++) {
      const [character, continued] = [Uint8Array.of(byte), Uint8Array.of(byte, 0x80)];
      const isFine =
        encoding.named === undefined
          ? !isSuspect(continued, 0)
          : encoding.decode(character, 0, 1) !== "\uFFFD";
      this.#memory[start + byte] = isFine ? 1 : 0;
    }
  }

  /** The text with a number. */
  name(number: number): string {
    return (this.#names[number] ??= this.#decoded(number));
  }

  #decoded(number: number): string {
    const { memory, textStarts, textLengths } = this.exports;
    const [from] = new Uint32Array(memory.buffer, textStarts.value + 4 * number, 1);
    const [length] = new Uint32Array(memory.buffer, textLengths.value + 4 * number, 1);
    return this.encoding.decode(this.#memory, from!, from! + length!);
  }

  /** Whether `find` stopped because it has no room for another text; then numbers begin anew. */
  forgets(): boolean {
    if (this.exports.isFull.value === 0) return false;
    this.exports.forget();
    this.#names.length = 0;
    return true;
  }
}
