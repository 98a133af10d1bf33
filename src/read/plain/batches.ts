import type { ByteRows } from "../byte-rows";
import { longRows } from "./long-rows";
import { PlainRows } from "./plain-rows";
import type { Taker, Target } from "./taker";
import { wideRows } from "./wide-rows";

/** Reads rows in which nothing is unusual many at a time, ahead of who reads the others one by one. */
export interface Batches {
  /** Takes rows until there are none left, or the next one must be read by itself. */
  take(rows: ByteRows): void;
}

/** Rows read by themselves after one that cannot be taken, at most, before others are looked for again. */
const LONGEST_WAIT = 64;
/** With more columns, what is found takes too much memory. */
const MOST_COLUMNS = 1000;

/** Makes batches for an input behind its header, if they can be had. */
export type BatchesOf = (target: Target) => Batches | undefined;

/** Batches for an input behind its header; undefined where its rows are not taken as they stand. */
export function batchesOf(target: Target): Batches | undefined {
  const { election, sheets, reader, rows } = target;
  const { layout } = election;
  const { takesPlain, header } = reader.fields;
  if (!takesPlain || layout.centre || header.width > MOST_COLUMNS) return undefined;
  const taker = sheets ? longRows(target, sheets) : wideRows(target);
  const plain = taker && PlainRows.of(taker.shape, rows.encoding);
  return plain && new RowBatches(taker, plain);
}

class RowBatches implements Batches {
  /** Of the rows that were found, and of the one at which it stopped, 1 for each to be read by itself. */
  readonly #isBad: Uint8Array;
  /** Which bytes are loaded, and where they are in those that are fed. */
  #feeds = -1;
  #start = 0;
  #end = 0;
  /** Rows looked at, how many of them are done with, and the line of the first. */
  #rows = 0;
  #done = 0;
  #line = 0;
  /** Rows to be read by themselves before others are looked for again, and how many it was last. */
  #wait = 0;
  #waited = 0;

  constructor(
    private readonly taker: Taker,
    private readonly plain: PlainRows,
  ) {
    this.#isBad = new Uint8Array(plain.most);
  }

  take(rows: ByteRows): void {
    if (rows.feeds !== this.#feeds) this.#load(rows);
    for (;;) {
      if (this.#done >= this.#rows && !this.#find(rows)) return;
      const bad = this.#isBad.subarray(0, this.#rows).indexOf(1, this.#done);
      const to = bad === -1 ? this.#rows : bad;
      if (to - this.#done >= this.taker.worth) {
        this.taker.take(this.plain, this.#done, to, this.#line + this.#done);
        rows.goTo(this.#start + this.plain.ends[to - 1]!, this.#line + to);
        this.#done = to;
      }
      if (this.#done < this.#rows) {
        this.#done++;
        return;
      }
    }
  }

  #load(rows: ByteRows): void {
    this.#feeds = rows.feeds;
    this.#start = rows.at;
    this.#rows = this.#done = 0;
    const bytes = rows.bytes.subarray(rows.at, Math.max(rows.at, rows.safe));
    this.#end = this.plain.load(bytes) ? bytes.length : 0;
  }

  /** Looks for rows from the next one on; false when there are none. */
  #find(rows: ByteRows): boolean {
    const from = rows.at - this.#start;
    this.#rows = this.#done = 0;
    if (from >= this.#end) return false;
    if (this.#wait > 0) {
      this.#wait--;
      return false;
    }
    const plain = this.plain;
    if (plain.forgets()) this.taker.forget();
    const found = plain.find(from, this.#end);
    const behind = found === 0 ? from : plain.ends[found - 1]!;
    const stopped = found < plain.most && behind < this.#end;
    this.#wait = this.#waited = found > 0 ? 0 : Math.min(LONGEST_WAIT, 2 * this.#waited + 1);
    this.#line = rows.nextLine;
    this.#rows = found;
    this.taker.check(plain, found, this.#isBad);
    if (stopped) this.#isBad[this.#rows++] = 1;
    return true;
  }
}
