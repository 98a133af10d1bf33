import {
  charactersOf,
  damagedUtf8,
  isSingleByte,
  isSuspect,
  notInEncoding,
  suspectByte,
} from "./decode";
import { decodeUtf8 } from "./utf8";

/**
 * Thrown when the bytes so far were UTF-8 and the next ones are not: what they are cannot be told
 * without all of them, so the input must be read again, as a whole.
 */
export class Undecided extends Error {
  constructor(
    readonly source: string,
    readonly line: number,
  ) {
    super(`${source}, line ${line}`);
  }
}

/** What the bytes so far show. */
export type EncodingSoFar = "ascii" | "utf-8" | "single";

/**
 * Finds out the encoding of bytes as they come, and decodes pieces of them. As `decode` does with a
 * whole input: UTF-8, else Windows-1252, else what the layout names; nothing is repaired.
 */
export class ByteEncoding {
  /** Nothing beyond ASCII has been seen as long as it is "ascii". */
  state: EncodingSoFar;
  /** By byte, what it is in an encoding with one byte per character. */
  #characters: readonly string[] = [];
  #name: string;

  constructor(
    private readonly source: string,
    readonly named: string | undefined,
    private readonly marked: boolean,
  ) {
    this.#name = named ?? "utf-8";
    const single = named !== undefined && isSingleByte(named);
    this.state = single ? "single" : named === undefined ? "ascii" : "utf-8";
    if (single) this.#characters = charactersOf(named);
  }

  get name(): string {
    return this.#name;
  }

  /** Whether text is stored in it as UTF-8 has it. */
  get isUtf8(): boolean {
    return this.state !== "single";
  }

  decode(bytes: Uint8Array, from: number, to: number): string {
    if (this.isUtf8) return decodeUtf8(bytes, from, to);
    let text = "";
    for (let at = from; at < to; at++) text += this.#characters[bytes[at]!]!;
    return text;
  }

  /**
   * Where the character ends that starts at `at` with a byte beyond ASCII.
   *
   * @param line for the message when it is none
   */
  behind(bytes: Uint8Array, at: number, line: number): number {
    if (this.state !== "single") {
      const end = endInUtf8(bytes, at);
      if (end > 0) {
        this.state = "utf-8";
        return end;
      }
      this.#doubt(line);
    }
    this.#check(bytes, at, line);
    return at + 1;
  }

  /** Something that is not UTF-8 has come. */
  #doubt(line: number): void {
    if (this.named !== undefined) throw notInEncoding(this.source, this.named);
    if (this.state === "utf-8") throw new Undecided(this.source, line);
    // The mark says that it was written as UTF-8, so something has damaged it.
    if (this.marked) throw damagedUtf8(this.source);
    this.assume();
  }

  /** What is not UTF-8 is taken for Windows-1252. */
  assume(): void {
    this.state = "single";
    this.#name = "windows-1252";
    this.#characters = charactersOf("windows-1252");
  }

  #check(bytes: Uint8Array, at: number, line: number): void {
    const byte = bytes[at]!;
    if (this.named !== undefined) {
      if (this.#characters[byte] === "\uFFFD") throw notInEncoding(this.source, this.named);
      return;
    }
    if (isSuspect(bytes, at)) throw suspectByte(this.source, line, byte);
  }
}

/** The end of the UTF-8 character at `at`, or -1; by table 3-7 of the Unicode standard. */
function endInUtf8(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0) return -1;
  const second = bytes[at + 1]!;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (!(second >= least && second <= most)) return -1;
  for (let next = 2; next < length; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return -1;
  return at + length;
}
