import { formatCount } from "../model/format";
import type { ReadProgress } from "../read/read-inputs";

/** Milliseconds before the first line, so that quick work stays quiet, and between two. */
const FIRST = 1000;
const BETWEEN = 200;

/** A line that is written over itself while a file is read: rows, speed, and the time that is left. */
export class ProgressLine {
  readonly #start: number;
  #shown = 0;
  #width = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly now: () => number,
  ) {
    this.#start = now();
  }

  readonly update = ({ rows, bytes, ofBytes }: ReadProgress): void => {
    const elapsed = this.now() - this.#start;
    if (elapsed < FIRST || (this.#shown > 0 && elapsed - this.#shown < BETWEEN)) return;
    this.#shown = elapsed;
    const perSecond = (1000 * bytes) / elapsed;
    const part = ofBytes === undefined ? "" : `${Math.floor((100 * bytes) / ofBytes)} %, `;
    const left =
      ofBytes === undefined ? "" : `, ${Math.ceil((ofBytes - bytes) / perSecond)} s left`;
    const line = `${formatCount(rows)} rows, ${part}${(perSecond / 1e6).toFixed(1)} MB/s${left}`;
    this.write(`\r${line.padEnd(this.#width)}`);
    this.#width = line.length;
  };

  /** Takes the line away. */
  clear(): void {
    if (this.#width > 0) this.write(`\r${" ".repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
