import { SHEET_COUNTS } from "../../model/tallies";
import type { OpenSheets } from "../open-sheets";
import { appendNumbers } from "./append";
import { Places } from "./columns";
import { KeyOrder } from "./key-order";
import type { PlainRows, PlainShape } from "./plain-rows";
import type { Taker, Target } from "./taker";
import { WholeSheets } from "./whole-sheets";

/** A row per station and candidate, with nothing else of the sheet. */
export function longRows(target: Target, sheets: OpenSheets): Taker | undefined {
  const { election, reader } = target;
  const { layout } = election;
  const { candidate, votes, sumOver = [] } = sheets.layout;
  const places = new Places(target);
  const { columns } = places;
  const modes = sumOver.map((column) => columns.position(column, "text"));
  const value = columns.position(candidate, "text");
  const count = columns.position(votes, "votes");
  const own = [layout.validVotes, ...SHEET_COUNTS.map((name) => layout[name])];
  if (columns.isUnusual || own.some((column) => columns.position(column, "own") !== -1))
    return undefined;
  const shape = places.shape(reader, layout.delimiter, true);
  let whole: WholeSheets | undefined;
  sheets.ahead = (sheet) => (whole ??= new WholeSheets(sheets)).settle(sheet);
  return new LongTaker(shape, sheets, places, value, count, modes);
}

/** The part that a value stands for, where it is not known yet, and where its row must be read by itself. */
const [NOT_KNOWN, BY_ITSELF] = [-2, -1] as const;

class LongTaker implements Taker {
  readonly worth = 1;
  /** By number of a text in the candidate column, its part; without modes. */
  #parts = new Int32Array(64).fill(NOT_KNOWN);
  /** By row that was found. */
  #partOf = new Int32Array(0);
  /** A key as the sheets take it. */
  readonly #key = { bytes: new Uint8Array(256), length: 0, hash: 0 };
  readonly #order: KeyOrder;

  constructor(
    readonly shape: PlainShape,
    private readonly open: OpenSheets,
    private readonly places: Places,
    private readonly value: number,
    private readonly votes: number,
    private readonly modes: readonly number[],
  ) {
    this.#order = new KeyOrder(open.keys);
  }

  forget(): void {
    this.#parts.fill(NOT_KNOWN);
    this.places.forget();
  }

  check(plain: PlainRows, rows: number, isBad: Uint8Array): void {
    const { most, texts, isMissing } = plain;
    if (this.#partOf.length < most) this.#partOf = new Int32Array(most);
    const partOf = this.#partOf;
    const values = this.places.textAt(this.value) * most;
    for (let row = 0; row < rows; row++) {
      const part = this.#partAt(plain, row, texts[values + row]!);
      partOf[row] = part;
      isBad[row] = part === BY_ITSELF ? 1 : isMissing[row]!;
    }
  }

  #partAt(plain: PlainRows, row: number, value: number): number {
    const known = value < this.#parts.length ? this.#parts[value]! : NOT_KNOWN;
    if (known !== NOT_KNOWN) return known;
    this.places.look(plain, row);
    const part = this.#part();
    if (this.modes.length > 0) return part;
    if (value >= this.#parts.length) {
      const known = this.#parts;
      this.#parts = new Int32Array(2 * value).fill(NOT_KNOWN);
      this.#parts.set(known);
    }
    return (this.#parts[value] = part);
  }

  /** The part of the row that is looked at. */
  #part(): number {
    const { parts } = this.open;
    const value = parts.value(this.places.text(this.value));
    if (value === undefined || value.meaning.kind === "ignored") return BY_ITSELF;
    return parts.part(
      value,
      this.modes.map((column) => this.places.text(column).trim()),
    ).number;
  }

  take(plain: PlainRows, from: number, to: number, firstLine: number): void {
    const { open } = this;
    const { isNewKey, most } = plain;
    const partOf = this.#partOf;
    const votes = open.votes.length - from;
    const lines = firstLine - from;
    for (let row = from; row < to; row++) {
      if (row === from || isNewKey[row] === 1) {
        const before = open.path;
        this.#turnTo(plain, row, lines + row);
        // Mostly its rows are those of the sheet before.
        const length = row === from ? 0 : this.#sameRows(plain, before.parts, row, to);
        if (length > 0) {
          open.placeAll(before, lines + row, votes + row);
          row += length - 1;
          continue;
        }
      }
      open.place(partOf[row]!, lines + row, votes + row);
    }
    const start = this.votes * most;
    appendNumbers(open.votes, to - from, [plain.counts.subarray(start + from, start + to)]);
    open.table.read += to - from;
  }

  /** How many rows of a station have these parts, if they are all of them; else 0. */
  #sameRows({ isNewKey }: PlainRows, parts: readonly number[], row: number, to: number): number {
    const partOf = this.#partOf;
    const { length } = parts;
    if (row + length > to) return 0;
    for (let at = 0; at < length; at++)
      if (partOf[row + at] !== parts[at] || (at > 0 && isNewKey[row + at] === 1)) return 0;
    return length;
  }

  /** Turns to the sheet of a row, or opens it. */
  #turnTo(plain: PlainRows, row: number, line: number): void {
    const { open, places } = this;
    const key = this.#key;
    this.#readKey(plain, row);
    const isNew = this.#order.isBehind(key.bytes, key.length);
    if (!isNew && open.find(key) !== -1) return;
    places.look(plain, row);
    open.open(key, line, -1, places.regions());
    if (isNew) this.#order.added();
  }

  /** The key of a row, or of the one before it that has it. */
  #readKey({ keys, keyEnds, keyHashes, isNewKey }: PlainRows, row: number): void {
    while (isNewKey[row] === 0) row--;
    const from = row === 0 ? 0 : keyEnds[row - 1]!;
    const key = this.#key;
    key.length = keyEnds[row]! - from;
    key.hash = keyHashes[row]!;
    for (let at = 0; at < key.length; at++) key.bytes[at] = keys[from + at]!;
  }
}
