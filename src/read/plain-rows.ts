import { parseCount, type RowCursor } from "./cursor";

const LF = 0x0a;
const CR = 0x0d;

/** Fields whose places are kept; a row of more is counted, and no table has it. */
const MOST_FIELDS = 2 ** 20;

/**
 * The rows of CSV text in which no field is quoted: every separator separates and every line end
 * ends a row, so fields need not become strings before somebody asks for them. Such text is most
 * of what there is, and half as much work as the general case. A law in the tests holds it equal
 * to the general tokeniser.
 */
export class PlainRows implements RowCursor {
  width = 0;
  line = 0;
  readonly swallows = false;
  readonly strayQuote = false;
  #at = 0;
  /** Field `i` of the row is from `#starts[i]` to `#starts[i + 1] - 1`. */
  #starts = new Int32Array(256);
  readonly #separator: number;

  constructor(
    private readonly content: string,
    delimiter: string,
  ) {
    this.#separator = delimiter.charCodeAt(0);
  }

  get done(): number {
    return Math.min(1, this.#at / this.content.length);
  }

  next(): boolean {
    const { content } = this;
    const end = content.length;
    let at = this.#at;
    if (at >= end) return false;
    const separator = this.#separator;
    let starts = this.#starts;
    let fields = 0;
    starts[0] = at;
    for (; at < end; at++) {
      const character = content.charCodeAt(at);
      if (character === separator) {
        fields++;
        if (fields > MOST_FIELDS) continue;
        if (fields + 1 >= starts.length) starts = this.#grow();
        starts[fields] = at + 1;
      } else if (character === LF || character === CR) break;
    }
    if (fields <= MOST_FIELDS) starts[fields + 1] = at + 1;
    this.width = fields === 0 && at === starts[0] ? 0 : fields + 1;
    this.line++;
    const isPair = content.charCodeAt(at) === CR && content.charCodeAt(at + 1) === LF;
    this.#at = at + (isPair ? 2 : 1);
    return true;
  }

  #grow(): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(this.#starts.length * 2);
    larger.set(this.#starts);
    this.#starts = larger;
    return larger;
  }

  text(column: number): string {
    if (column >= this.width || column > MOST_FIELDS) return "";
    return this.content.slice(this.#starts[column], this.#starts[column + 1]! - 1);
  }

  count(column: number): number {
    if (column >= this.width) return parseCount("", 0, 0);
    return parseCount(this.content, this.#starts[column]!, this.#starts[column + 1]! - 1);
  }
}
