import { closeSync, openSync, writeSync } from "node:fs";

const CAPACITY = 2 ** 20;
/** Room for the longest row, so that only its end has to look. */
const ROW_ROOM = 2 ** 16;
const ZERO = 0x30;
const NEWLINE = 0x0a;

/** Writes rows to a file through one buffer: strings made once, digits without strings. */
export class RowWriter {
  #buffer = Buffer.allocUnsafe(CAPACITY);
  #at = 0;
  #rowStart = 0;
  #file;

  constructor(path) {
    this.#file = openSync(path, "w");
  }

  bytes(bytes) {
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  byte(byte) {
    this.#buffer[this.#at++] = byte;
  }

  text(text) {
    this.#at += this.#buffer.write(text, this.#at);
  }

  /** A number in at least so many digits. */
  number(value, digits = 1) {
    let width = digits;
    for (let limit = 10 ** digits; value >= limit; limit *= 10) width++;
    let rest = value;
    for (let place = this.#at + width - 1; place >= this.#at; place--) {
      const quotient = Math.floor(rest / 10);
      this.#buffer[place] = ZERO + rest - quotient * 10;
      rest = quotient;
    }
    this.#at += width;
  }

  endRow() {
    this.#buffer[this.#at++] = NEWLINE;
    this.#rowStart = this.#at;
    if (this.#at > CAPACITY - ROW_ROOM) this.#flush();
  }

  /** Takes the unfinished row away again: its text. */
  takeRow() {
    const row = this.#buffer.toString("utf8", this.#rowStart, this.#at);
    this.#at = this.#rowStart;
    return row;
  }

  #flush() {
    for (let from = 0; from < this.#at;)
      from += writeSync(this.#file, this.#buffer, from, this.#at - from);
    this.#at = this.#rowStart = 0;
  }

  close() {
    this.#flush();
    closeSync(this.#file);
  }
}
