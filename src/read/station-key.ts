import type { StationColumn } from "../model/election";
import type { IssueCode } from "../model/issue";
import { resized } from "./arrays";
import type { RowCursor, Utf8 } from "./cursor";
import type { TextSource } from "./text-source";
import { decodeUtf8, Utf8Text } from "./utf8";

/** Why a row has no station key. */
export interface NoStationKey {
  readonly code: IssueCode;
  /** Which part of the key, from 0. */
  readonly part: number;
  readonly expected: string;
  readonly received: string;
}

const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/**
 * The key of the current row's station, from the fields that name it: each padded to its digits,
 * joined by `/`. A slash within one of several fields is escaped, so two different stations never
 * share a key. It is put together as UTF-8, because a text for each of a million rows takes longer
 * than everything else that is done with it.
 */
export class StationKey {
  /** The key as UTF-8, from 0 to before `length`. */
  bytes = new Uint8Array(64);
  length = 0;
  #text: string | undefined;
  /** By part, the digits that it is padded to; 0 for none. */
  readonly #digits: Int32Array;
  readonly #other = new Utf8Text();

  constructor(
    private readonly columns: readonly StationColumn[],
    private readonly sources: readonly TextSource[],
  ) {
    this.#digits = Int32Array.from(columns, ({ digits }) => digits ?? 0);
  }

  /** The key as text. */
  get text(): string {
    return (this.#text ??= decodeUtf8(this.bytes, 0, this.length));
  }

  /** Reads the current row's key; says so when it has none. */
  read(rows: RowCursor): NoStationKey | undefined {
    this.length = 0;
    this.#text = undefined;
    for (let part = 0; part < this.columns.length; part++) {
      if (part > 0) this.bytes[this.length++] = SLASH;
      const wrong = this.#add(part, this.sources[part]!.utf8(rows), rows);
      if (wrong) return wrong;
    }
    return undefined;
  }

  #add(part: number, field: Utf8, rows: RowCursor): NoStationKey | undefined {
    const { bytes } = field;
    let { from, to } = field;
    if (this.#takeDigits(part, bytes, from, to)) return undefined;
    while (from < to && isSpace(bytes[from]!)) from++;
    while (from < to && isSpace(bytes[to - 1]!)) to--;
    for (let at = from; at < to; at++)
      // Other spaces and composed letters are beyond ASCII: that is for the text to settle.
      if (bytes[at]! >= 0x80)
        return this.#take(part, this.#other.set(this.sources[part]!.read(rows)));
    return this.#take(part, field, from, to);
  }

  /** Appends a field that is nothing but the digits it should be; false where it is not. */
  #takeDigits(part: number, bytes: Uint8Array, from: number, to: number): boolean {
    const digits = this.#digits[part]!;
    if (from === to || to - from > digits) return false;
    this.#room(digits);
    const key = this.bytes;
    let length = this.length;
    for (let zeros = digits - (to - from); zeros > 0; zeros--) key[length++] = ZERO;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte < ZERO || byte > ZERO + 9) return false;
      key[length++] = byte;
    }
    this.length = length;
    return true;
  }

  /** Appends one field to the key; `from` and `to` leave out the spaces around it. */
  #take(part: number, field: Utf8, from = field.from, to = field.to): NoStationKey | undefined {
    const { bytes } = field;
    const { digits } = this.columns[part]!;
    if (from === to)
      return { code: "station-missing", part, expected: "a station code", received: "" };
    if (digits === undefined) {
      this.#room(2 * (to - from));
      const escaped = this.columns.length > 1;
      for (let at = from; at < to; at++) {
        const byte = bytes[at]!;
        if (escaped && (byte === SLASH || byte === BACKSLASH))
          this.bytes[this.length++] = BACKSLASH;
        this.bytes[this.length++] = byte;
      }
      return undefined;
    }
    return this.#takeDigits(part, bytes, from, to)
      ? undefined
      : {
          code: "station-malformed",
          part,
          expected: `at most ${digits} digits`,
          received: decodeUtf8(bytes, from, to),
        };
  }

  /** Makes room for so many more bytes, and the slash that may follow them. */
  #room(more: number): void {
    if (this.length + more >= this.bytes.length)
      this.bytes = resized(this.bytes, 2 * (this.length + more + 1));
  }
}
