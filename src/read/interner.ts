import { sameBytes } from "./arrays";

/** A text and its bytes. */
interface Entry {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly hash: number;
  /** Whether it cannot stand without quotes. */
  readonly needsQuotes: boolean;
  /** Another entry whose hash ends in the same bits. */
  readonly sibling: Entry | undefined;
  /** What came after it the last time. */
  next: Entry | undefined;
}

/** Longer texts are not kept: they repeat less and take more to compare. */
const LONGEST = 255;

/** Texts kept; when there are more, the column is not one that repeats. */
const MOST = 1 << 14;

const SLOTS = 1 << 12;

const QUOTE = 0x22;

const none = (): Entry => ({
  bytes: new Uint8Array(0),
  text: "",
  hash: 0,
  needsQuotes: false,
  sibling: undefined,
  next: undefined,
});

/**
 * Makes each text of a column once. Names of regions and candidates repeat from row to row, or in a
 * fixed order, so mostly the next text is the one that came after this one the last time.
 */
export class Interner {
  #slots: (Entry | undefined)[] = Array.from({ length: SLOTS });
  #kept = 0;
  /** The text at hand. */
  last = none();
  /** What the next text probably is. */
  guess = none();

  constructor(private readonly delimiter: number) {}

  /** The text of the bytes; `decode` is asked for one that was not seen before. */
  text(bytes: Uint8Array, from: number, to: number, decode: () => string): string {
    if (to - from > LONGEST) return decode();
    let hash = to - from;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    let entry = this.#slots[slot];
    while (
      entry &&
      !(
        entry.hash === hash &&
        entry.bytes.length === to - from &&
        sameBytes(entry.bytes, 0, bytes, from, to - from)
      )
    )
      entry = entry.sibling;
    if (entry === undefined) {
      if (this.#kept === MOST) {
        this.#slots = Array.from({ length: SLOTS });
        this.#kept = 0;
      }
      const own = bytes.slice(from, to);
      // Whether a quote within a text is right depends on those around it.
      if (own.includes(QUOTE)) return decode();
      const needsQuotes = own.includes(this.delimiter);
      const sibling = this.#slots[slot];
      entry = { bytes: own, text: decode(), hash, needsQuotes, sibling, next: undefined };
      this.#slots[slot] = entry;
      this.#kept++;
    }
    return this.follow(entry);
  }

  /** Takes the entry's text as the one at hand, and guesses the next. */
  follow(entry: Entry): string {
    this.last.next = entry;
    this.last = entry;
    this.guess = entry.next ?? entry;
    return entry.text;
  }
}
