import { TallyError } from "../model/error";
import { sameBytes } from "./arrays";
import type { ByteEncoding } from "./byte-encoding";
import { COUNT_MISSING, type ExpectedRow, parseCount, type RowCursor, type Utf8 } from "./cursor";
import { emptyFrame, frameRow, INCOMPLETE } from "./frame";
import { Interner } from "./interner";
import { refuseOther } from "./decode";
import { brokenQuotes, occurrences, QuotedRows } from "./quoted-rows";
import { Utf8Text } from "./utf8";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/**
 * What is done with a column: if none of these, it is passed over; or digits become a number, or its
 * place is kept; of texts that repeat, the next one is guessed.
 */
const COUNT = 1;
const PLACE = 2;
const TEXT = 3;

/** What a byte means outside quotes; 0 for nothing. */
const SEPARATES = 1;
const ENDS_LINE = 2;
const QUOTES = 3;
const BEYOND_ASCII = 4;
const BINARY = 5;

/** Of a text: not looked at, found to be what its interner guessed, or made already. */
const OPEN = 0;
const RIGHT = 1;
const KNOWN = 2;

/** Digits of a count that cannot be too large. */
const SAFE_DIGITS = 9;

/** The longest row that is waited for. */
export const LONGEST_ROW = 2 ** 27;

/**
 * The rows of CSV bytes, in an encoding that contains ASCII, as they come in. Digits become numbers
 * without being text in between, and columns that nobody asks for are only passed over; that is
 * where the time goes. It is done in one pass over each row that has nothing unusual in it. Any
 * other row is framed field by field, and handed to papaparse when its quotes are more than the
 * first and the last character of a field.
 */
export class ByteRows implements RowCursor {
  width = 0;
  line = 0;
  /** Whether more bytes are needed before there is another row. */
  starved = false;

  bytes: Uint8Array = new Uint8Array(0);
  /** Where a row is put together that came in pieces. */
  #own = new Uint8Array(0);
  /** What is left of the bytes: from the one to before the other. */
  at = 0;
  end = 0;
  /** Up to here there is a line end behind every byte. */
  safe = 0;
  /** How often bytes have been added, which may be in the same memory. */
  feeds = 0;
  #isLast = false;
  /** A row is not looked at again before there are as many bytes. */
  #wanted = 0;
  /** The line on which the next row begins. */
  nextLine = 1;
  readonly #delimiter: number;
  readonly #meanings = new Uint8Array(256);

  // Of the current row: its fields, as far as their columns are kept.
  readonly #frame = emptyFrame();
  #starts = this.#frame.starts;
  #ends = this.#frame.ends;
  #guessed = new Uint8Array(0);
  readonly #texts: string[] = [];
  /** Whether it is one that {@link #passPlain} has read, in the bytes that are here. */
  #isPlain = false;
  /** Where the row starts from which the places of its fields are told. */
  #start = 0;
  /** The current row by papaparse, where it is needed. */
  #parsed: QuotedRows | undefined;
  #hasPairs = false;

  // What is expected of a row; nothing until the header is known.
  #columns = 0;
  #roles = new Uint8Array(0);
  /** Columns of one role next to each other: role and the column behind them, in turn. */
  #runs = new Int32Array(0);
  #counts = new Int32Array(0);
  #interners: (Interner | undefined)[] = [];
  readonly #utf8 = new Utf8Text();
  readonly #place = { bytes: this.bytes, from: 0, to: 0 };

  constructor(
    private readonly name: string,
    private readonly delimiter: string,
    readonly encoding: ByteEncoding,
    /** The first bytes of the input, where bytes of 0 say that it is no text. */
    private readonly beginning?: Uint8Array,
  ) {
    this.#delimiter = delimiter.charCodeAt(0);
    const meanings = this.#meanings;
    meanings.fill(BEYOND_ASCII, 0x80);
    meanings[this.#delimiter] = SEPARATES;
    meanings[LF] = ENDS_LINE;
    meanings[CR] = ENDS_LINE;
    meanings[QUOTE] = QUOTES;
    if (beginning) meanings[0] = BINARY;
  }

  /** Adds bytes behind those that are left; they may be overwritten once `next` says false. */
  feed(bytes: Uint8Array, isLast: boolean): void {
    // The row before is no longer there to compare with.
    this.#isPlain = false;
    this.feeds++;
    const left = this.end - this.at;
    const ends = bytes.length === 0 ? left === 0 : bytes[bytes.length - 1] === LF;
    if (left > 0 || (isLast && !ends)) {
      this.#moveToOwn(bytes.length + 1);
      this.bytes.set(bytes, left);
      this.end = left + bytes.length;
      // The last row ends as the others do.
      if (isLast && this.bytes[this.end - 1] !== LF) this.bytes[this.end++] = LF;
    } else {
      this.bytes = bytes;
      this.at = 0;
      this.end = bytes.length;
    }
    this.#isLast = isLast;
    // Looked for in what is new: what is left of a row is looked at once, however often more comes.
    const start = Math.max(0, this.end - bytes.length - 1);
    const lineEnd = this.bytes.subarray(start, this.end).lastIndexOf(LF);
    this.safe = lineEnd === -1 ? 0 : start + lineEnd + 1;
  }

  /** Goes on with a later row, on that line: those in between have been read in another way. */
  goTo(at: number, line: number): void {
    this.at = at;
    this.nextLine = line;
    this.#isPlain = false;
  }

  /** Moves what is left to the front of a buffer of our own, with room for so many more bytes. */
  #moveToOwn(more: number): void {
    const left = this.end - this.at;
    if (left > LONGEST_ROW) throw tooLong(this.name, this.nextLine);
    if (this.#own.length < left + more) {
      const larger = new Uint8Array(2 * (left + more));
      larger.set(this.bytes.subarray(this.at, this.end));
      this.#own = larger;
    } else if (this.bytes !== this.#own || this.at > 0)
      this.#own.set(this.bytes.subarray(this.at, this.end));
    this.bytes = this.#own;
    this.at = 0;
    this.end = left;
  }

  expect({ width, counts, texts, keys }: ExpectedRow): void {
    const roles = new Uint8Array(width);
    for (const column of counts) roles[column] = COUNT;
    for (const column of keys) roles[column] = PLACE;
    for (const column of texts) roles[column] = TEXT;
    const runs: number[] = [];
    for (let column = 0; column < width; column++)
      if (column > 0 && roles[column] === roles[column - 1]) runs[runs.length - 1] = column + 1;
      else runs.push(roles[column]!, column + 1);
    this.#columns = width;
    this.#roles = roles;
    this.#runs = Int32Array.from(runs);
    this.#counts = new Int32Array(width);
    this.#interners = Array.from(roles, (role) =>
      role === TEXT ? new Interner(this.#delimiter) : undefined,
    );
    if (this.#starts.length <= width) {
      this.#starts = this.#frame.starts = new Int32Array(width + 1);
      this.#ends = this.#frame.ends = new Int32Array(width + 1);
    }
    this.#guessed = new Uint8Array(width);
  }

  next(): boolean {
    const at = this.at;
    this.line = this.nextLine;
    // An empty line has no field; with one column it would look like one.
    if (at < this.safe && this.#columns > 1) {
      const end = this.#passPlain(at);
      if (end > 0) {
        this.#isPlain = true;
        this.#start = at;
        this.#parsed = undefined;
        this.#hasPairs = false;
        this.width = this.#columns;
        this.nextLine++;
        this.at = end;
        return true;
      }
    }
    this.#isPlain = false;
    return this.#nextOfAnyKind(at);
  }

  /**
   * One pass over the row at `at`: its counts, and where its texts are. Returns where the next row
   * starts, or -1 when there is anything unusual in this one. There is a line end behind it, at which
   * every loop stops; columns of one role have a loop of their own, all in this one function, because
   * a call per field takes as long as what it does.
   */
  #passPlain(at: number): number {
    const bytes = this.bytes;
    const delimiter = this.#delimiter;
    const meanings = this.#meanings;
    const runs = this.#runs;
    const counts = this.#counts;
    const starts = this.#starts;
    const ends = this.#ends;
    const last = this.#columns - 1;
    const start = at;
    let column = 0;
    for (let run = 0; run < runs.length; run += 2) {
      const until = runs[run + 1]!;
      const role = runs[run]!;
      if (role === COUNT) {
        for (; column < until; column++) {
          let byte = bytes[at]!;
          const isQuoted = byte === QUOTE;
          if (isQuoted) byte = bytes[++at]!;
          const first = at;
          let value = 0;
          while (byte >= 48 && byte <= 57) {
            value = (Math.imul(value, 10) + byte - 48) | 0;
            byte = bytes[++at]!;
          }
          if (at === first) value = COUNT_MISSING;
          else if (at - first > SAFE_DIGITS) return -1;
          if (isQuoted) {
            if (byte !== QUOTE) return -1;
            byte = bytes[++at]!;
          }
          counts[column] = value;
          if (byte !== delimiter) return column === last ? behindLine(bytes, at) : -1;
          at++;
        }
        continue;
      }
      for (; column < until; column++) {
        const isQuoted = bytes[at] === QUOTE;
        if (isQuoted) at++;
        starts[column] = at - start;
        const guessed = role === TEXT ? this.#guess(bytes, at, column, isQuoted) : 0;
        at += guessed;
        let meaning = meanings[bytes[at]!]!;
        if (guessed === 0)
          for (;;) {
            while (meaning === 0) meaning = meanings[bytes[++at]!]!;
            if (meaning === BEYOND_ASCII) at = this.encoding.behind(bytes, at, this.line);
            // Within quotes a delimiter is a character like any other.
            else if (meaning === SEPARATES && isQuoted) at++;
            else break;
            meaning = meanings[bytes[at]!]!;
          }
        ends[column] = at - start;
        if (isQuoted) {
          if (meaning !== QUOTES) return -1;
          meaning = meanings[bytes[++at]!]!;
        }
        if (meaning !== SEPARATES) return column === last ? behindLine(bytes, at) : -1;
        at++;
      }
    }
    return -1;
  }

  /** The length of the text that the column was guessed to have, if that is what stands at `at`; else 0. */
  #guess(bytes: Uint8Array, at: number, column: number, isQuoted: boolean): number {
    const { guess } = this.#interners[column]!;
    const { bytes: own } = guess;
    const length = own.length;
    const end = at + length;
    this.#guessed[column] = OPEN;
    if (
      length === 0 ||
      end >= this.safe ||
      bytes[end] !== (isQuoted ? QUOTE : this.#delimiter) ||
      (guess.needsQuotes && !isQuoted) ||
      !sameBytes(own, 0, bytes, at, length)
    )
      return 0;
    this.#guessed[column] = RIGHT;
    return length;
  }

  /** The same for a row of any kind. */
  #nextOfAnyKind(at: number): boolean {
    const left = this.end - at;
    if (left === 0 || (left < this.#wanted && !this.#isLast)) return this.#none();
    const frame = this.#frame;
    const next = frameRow(this.bytes, at, this.end, this.#isLast, this.#delimiter, frame);
    if (next === INCOMPLETE) {
      // Looked at again when there is twice as much, so that a long row takes no square of its length.
      this.#wanted = 2 * left;
      if (!this.#isLast) return this.#none();
    }
    if (next < 0) throw brokenQuotes(this.name, this.line);
    this.#wanted = 0;
    this.#starts = frame.starts;
    this.#ends = frame.ends;
    this.#start = 0;
    this.#checkEncoding(at, next);
    this.#hasPairs = frame.hasPairs;
    this.#parsed = undefined;
    if (frame.isComplex) {
      const text = this.encoding.decode(this.bytes, at, frame.end);
      this.#parsed = new QuotedRows(text, this.delimiter, this.name);
      this.#parsed.next();
    }
    this.width = this.#parsed?.width ?? frame.fields;
    this.nextLine += frame.lines;
    this.at = next;
    return true;
  }

  /** Keeps what is left for when there is more. */
  #none(): false {
    this.starved = !this.#isLast;
    if (this.at < this.end && this.bytes !== this.#own) this.#moveToOwn(0);
    return false;
  }

  #checkEncoding(at: number, end: number): void {
    const bytes = this.bytes;
    if (this.beginning) refuseOther(bytes.subarray(at, end), this.name, this.beginning);
    let line = this.line;
    while (at < end)
      if (bytes[at]! < 0x80) {
        if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line++;
        at++;
      } else at = this.encoding.behind(bytes, at, line);
  }

  get swallows(): boolean {
    return this.#parsed !== undefined && this.#parsed.swallows;
  }

  get strayQuote(): boolean {
    if (this.#parsed) return this.#parsed.strayQuote;
    return this.#hasPairs && this.#hasOddPairs();
  }

  #hasOddPairs(): boolean {
    for (let column = 0; column < this.width; column++)
      if (occurrences(this.text(column), '"') % 2 === 1) return true;
    return false;
  }

  text(column: number): string {
    if (this.#isPlain && this.#roles[column] === TEXT) return this.#plainText(column);
    if (this.#parsed) return this.#parsed.text(column);
    if (this.#isPlain && column < this.width && this.#roles[column]! < PLACE) this.#framePlain();
    if (column >= this.width || column >= this.#starts.length) return "";
    const interner = column < this.#columns ? this.#interners[column] : undefined;
    return interner === undefined || this.#hasPairs
      ? this.#decoded(column)
      : this.#interned(interner, column);
  }

  #plainText(column: number): string {
    const guessed = this.#guessed[column];
    if (guessed === KNOWN) return this.#texts[column]!;
    // Asked for once: then the guess goes on to the next row's text.
    this.#guessed[column] = KNOWN;
    const interner = this.#interners[column]!;
    return (this.#texts[column] =
      guessed === RIGHT ? interner.follow(interner.guess) : this.#interned(interner, column));
  }

  /** Finds every field of a plain row, as is needed when it turns out not to be what it should. */
  #framePlain(): void {
    frameRow(this.bytes, this.#start, this.end, this.#isLast, this.#delimiter, this.#frame);
    this.#start = 0;
    this.#isPlain = false;
  }

  #interned(interner: Interner, column: number): string {
    const start = this.#start;
    return interner.text(
      this.bytes,
      start + this.#starts[column]!,
      start + this.#ends[column]!,
      () => this.#decoded(column),
    );
  }

  #decoded(column: number): string {
    const start = this.#start;
    const text = this.encoding.decode(
      this.bytes,
      start + this.#starts[column]!,
      start + this.#ends[column]!,
    );
    return this.#hasPairs ? text.replaceAll('""', '"') : text;
  }

  utf8(column: number): Utf8 {
    const isPlaced = !this.#isPlain || this.#roles[column]! >= PLACE;
    if (!isPlaced || this.#parsed || this.#hasPairs || column >= this.width)
      return this.#utf8.set(this.text(column));
    const place = this.#place;
    place.bytes = this.bytes;
    place.from = this.#start + this.#starts[column]!;
    place.to = this.#start + this.#ends[column]!;
    return place;
  }

  count(column: number): number {
    if (this.#isPlain && this.#roles[column] === COUNT) return this.#counts[column]!;
    return parseCount(this.text(column));
  }

  get counts(): Int32Array | undefined {
    return this.#isPlain ? this.#counts : undefined;
  }
}

/** Where the next row starts when a line ends at `at`; else -1. */
function behindLine(bytes: Uint8Array, at: number): number {
  if (bytes[at] === LF) return at + 1;
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : -1;
}

export const tooLong = (name: string, line: number) =>
  new TallyError("input-too-large", `${name}, line ${line}: this row is too long.`);
