import type { Language } from "../model/locale";
import type { ReadProgress } from "../read/read-inputs";
import { reportIn } from "../words/report";

/** Milliseconds before the first line, so that quick work stays quiet, and between two. */
const FIRST = 1000;
const BETWEEN = 200;

/** A line that is written over itself while files are read: rows, speed, and the time that is left. */
export class ProgressLine {
  readonly #start: number;
  #shown = 0;
  #width = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly now: () => number,
    private readonly language: Language = "en",
  ) {
    this.#start = now();
  }

  readonly update = ({ rows, bytes, ofBytes }: ReadProgress): void => {
    const elapsed = this.#due();
    if (elapsed === undefined) return;
    const perSecond = (1000 * bytes) / elapsed;
    // How much there is is not known of a pipe.
    const part =
      ofBytes === undefined
        ? undefined
        : {
            percent: Math.floor((100 * bytes) / ofBytes),
            seconds: Math.ceil((ofBytes - bytes) / perSecond),
          };
    const line = reportIn(this.language).progress(rows, (perSecond / 1e6).toFixed(1), part);
    this.#show(line);
  };

  /** Work of which this share, 0 to 1, is done, in words that may name the seconds left. */
  share(done: number, say: (left: number) => string): void {
    const elapsed = this.#due();
    if (elapsed === undefined) return;
    this.#show(say(Math.ceil(((1 - done) * elapsed) / done / 1000)));
  }

  /** The time so far, where it is time for a line. */
  #due(): number | undefined {
    const elapsed = this.now() - this.#start;
    if (elapsed < FIRST || (this.#shown > 0 && elapsed - this.#shown < BETWEEN)) return undefined;
    return (this.#shown = elapsed);
  }

  #show(line: string): void {
    this.write(`\r${line.padEnd(this.#width)}`);
    this.#width = line.length;
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#width > 0) this.write(`\r${" ".repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
