import type { Column, Election } from "../model/election";
import { ABSENT, SHEET_COUNTS, type SheetCount } from "../model/tallies";
import { appendKeys, appendNumbers } from "./append";
import type { ByteRows } from "./byte-rows";
import { ballotsOf, brokenRule, rulesOf, type SheetRules } from "./checks";
import { KeyOrder } from "./key-order";
import type { OpenSheets } from "./open-sheets";
import { PlainRows, plainRows, type PlainShape } from "./plain-rows";
import type { RowReader } from "./row-reader";

import { emptySheet } from "./sheet-reader";
import { LINE, SOURCE, type TallyTable } from "./table";
import { TextSource } from "./text-source";
import { WholeSheets } from "./whole-sheets";

/** Reads rows in which nothing is unusual many at a time, ahead of who reads the others one by one. */
export interface Batches {
  /** Takes rows until there are none left, or the next one must be read by itself. */
  take(rows: ByteRows): void;
}

/** What rows are read into, and who reads those that are read by themselves. */
export interface Target {
  readonly election: Election;
  readonly table: TallyTable;
  readonly sheets: OpenSheets | undefined;
  readonly reader: RowReader;
  readonly rows: ByteRows;
}

/** Rows read by themselves after one that cannot be taken, at most, before others are looked for again. */
const LONGEST_WAIT = 64;
/** With more columns, what is found takes too much memory. */
const MOST_COLUMNS = 1000;
/** Fewer rows are not worth to be taken at once. */
const FEW = 8;

/** Makes batches for an input behind its header, if they can be had. */
export type BatchesOf = (target: Target) => Batches | undefined;

/** Batches for an input behind its header; undefined where its rows are not taken as they stand. */
export function batchesOf(target: Target): Batches | undefined {
  const { election, sheets, reader, rows } = target;
  const { layout } = election;
  const { takesPlain, header } = reader.fields;
  if (!takesPlain || layout.centre || header.width > MOST_COLUMNS) return undefined;
  const taker = sheets ? longRows(target, sheets) : wideRows(target);
  const instance = taker && plainRows();
  return instance && new RowBatches(taker, new PlainRows(instance, taker.shape, rows.encoding));
}

/** Takes plain rows, from the one to before the other; those that cannot be taken are told first. */
interface Taker {
  readonly shape: PlainShape;
  readonly worth: number;
  /** Looks at the first rows that were found; 1 for each that must be read by itself. */
  check(plain: PlainRows, rows: number, isBad: Uint8Array): void;
  take(plain: PlainRows, from: number, to: number, firstLine: number): void;
  /** The numbers of texts begin anew. */
  forget(): void;
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
    this.#end = Math.max(0, rows.safe - rows.at);
    this.#rows = this.#done = 0;
    if (this.#end > 0) this.plain.load(rows.bytes.subarray(rows.at, rows.safe));
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

/** Finds the columns, as long as each is asked for one thing. */
class Columns {
  readonly #roles = new Map<number, string>();
  /** Whether a column is asked for two things, or for one that is not in the row as it stands. */
  isUnusual = false;

  constructor(private readonly reader: RowReader) {}

  /** Where a column is; -1 for an optional one that the input lacks. */
  position(column: Column | undefined, role: string): number {
    const position =
      column === undefined ? -1 : (this.reader.fields.header.find(column)?.position ?? -1);
    return this.at(position, role);
  }

  at(position: number, role: string): number {
    if (position === -1) return -1;
    const other = this.#roles.get(position);
    // Votes of one column for two candidates would be added up once.
    if (other !== undefined && (other !== role || role === "votes")) this.isUnusual = true;
    this.#roles.set(position, role);
    return position;
  }

  of(role: string): number[] {
    return [...this.#roles].filter(([, own]) => own === role).map(([position]) => position);
  }
}

/** What rows of both shapes have in common: their station key and their regions. */
class Places {
  readonly columns: Columns;
  readonly keys: { readonly position: number; readonly digits: number }[] = [];
  readonly #regions: readonly TextSource[];
  readonly #textOf = new Map<number, number>();
  #plain: PlainRows | undefined;
  #row = 0;
  /** Which of the texts the regions are read from, their numbers in the row that was read last, and its regions. */
  readonly #texts: number[] = [];
  readonly #numbers: number[] = [];
  #names: readonly string[] = [];
  /** The row as those that read texts need it. */
  readonly #cursor = { text: (column: number) => this.text(column) };

  constructor({ election, reader }: Target) {
    const { station, regions = [] } = election.layout;
    const { header, source } = reader.fields;
    this.columns = new Columns(reader);
    for (const column of station) {
      const position = this.columns.position(column, "key");
      if (position === -1 || column.split !== undefined || column.fileName)
        this.columns.isUnusual = true;
      this.keys.push({ position, digits: column.digits ?? 0 });
    }
    // A column cannot be two parts of a key: its field is kept once.
    if (new Set(this.keys.map(({ position }) => position)).size < station.length)
      this.columns.isUnusual = true;
    this.#regions = regions.map((region) => new TextSource(region, header, source));
    for (const { position = -1 } of this.#regions) this.columns.at(position, "text");
  }

  /** When all columns have been asked for. */
  shape(reader: RowReader, delimiter: string | undefined, leavesOut: boolean): PlainShape {
    const texts = this.columns.of("text");
    for (const [text, column] of texts.entries()) this.#textOf.set(column, text);
    for (const { position } of this.#regions)
      if (position !== undefined) this.#texts.push(this.textAt(position));
    return {
      width: reader.fields.header.width,
      delimiter: delimiter ?? ",",
      counts: this.columns.of("count"),
      votes: this.columns.of("votes"),
      keys: this.keys,
      texts,
      leavesOut,
    };
  }

  /** Stands on a row. */
  look(plain: PlainRows, row: number): void {
    this.#plain = plain;
    this.#row = row;
  }

  /** Which of the texts a column is. */
  textAt(column: number): number {
    return this.#textOf.get(column)!;
  }

  /** A text of the row. */
  text(column: number): string {
    const plain = this.#plain!;
    return plain.name(plain.texts[this.textAt(column) * plain.most + this.#row]!);
  }

  /** The regions of the row; the same array as long as they are the same. */
  regions(): readonly string[] {
    const plain = this.#plain!;
    let isSame = this.#numbers.length > 0;
    for (let at = 0; at < this.#texts.length; at++) {
      const number = plain.texts[this.#texts[at]! * plain.most + this.#row]!;
      if (this.#numbers[at] !== number) isSame = false;
      this.#numbers[at] = number;
    }
    if (isSame) return this.#names;
    return (this.#names = this.#regions.map((region) => region.read(this.#cursor)));
  }

  /** The numbers of texts begin anew. */
  forget(): void {
    this.#numbers.length = 0;
  }
}

/** A row per station: each is a sheet. */
function wideRows(target: Target): Taker | undefined {
  const { election, table, reader } = target;
  const { layout } = election;
  const places = new Places(target);
  const { columns } = places;
  const candidates = election.candidates.map(({ code }) =>
    columns.position(layout.candidates[code] as Column, "votes"),
  );
  const statedValid = columns.position(layout.validVotes, "count");
  const at = (name: SheetCount) => columns.position(layout[name], "count");
  const own = {
    invalidVotes: at("invalidVotes"),
    blankVotes: at("blankVotes"),
    ballotsCast: at("ballotsCast"),
    registeredVoters: at("registeredVoters"),
  };
  // A column of two candidates counts twice, and is added up once.
  const voted = candidates.filter((position) => position !== -1);
  if (columns.isUnusual || new Set(voted).size < voted.length) return undefined;
  const shape = places.shape(reader, layout.delimiter, false);
  return new WideTaker(shape, table, places, candidates, statedValid, own, rulesOf(layout));
}

class WideTaker implements Taker {
  readonly worth = FEW;
  readonly #sheet = emptySheet();
  #ballotsCast = new Int32Array(0);
  /** What an optional candidate's votes are whose column the input lacks. */
  #zeros = new Int32Array(0);
  #lines = new Int32Array(0);
  #sources = new Int32Array(0);
  #codes: Int32Array[] = [];
  readonly #invalidVotes: number;
  readonly #blankVotes: number;
  readonly #ballots: number;
  readonly #registeredVoters: number;

  /** @param own columns of `SHEET_COUNTS` */
  constructor(
    readonly shape: PlainShape,
    private readonly table: TallyTable,
    private readonly places: Places,
    private readonly candidates: readonly number[],
    private readonly statedValid: number,
    private readonly own: Readonly<Record<SheetCount, number>>,
    private readonly rules: SheetRules,
  ) {
    this.#invalidVotes = own.invalidVotes;
    this.#blankVotes = own.blankVotes;
    this.#ballots = own.ballotsCast;
    this.#registeredVoters = own.registeredVoters;
  }

  forget(): void {
    this.places.forget();
  }

  check(plain: PlainRows, rows: number, isBad: Uint8Array): void {
    const { counts, sums, isMissing, most } = plain;
    if (this.#ballotsCast.length < most) this.#makeRoom(most);
    const ballotsCast = this.#ballotsCast;
    const { rules } = this;
    const sheet = this.#sheet;
    const at = (position: number) => (position === -1 ? -1 : position * most);
    const stated = at(this.statedValid);
    const invalid = at(this.#invalidVotes);
    const blank = at(this.#blankVotes);
    const ballots = at(this.#ballots);
    const registered = at(this.#registeredVoters);
    for (let row = 0; row < rows; row++) {
      sheet.validVotes = sums[row]!;
      sheet.invalidVotes = invalid === -1 ? ABSENT : counts[invalid + row]!;
      sheet.blankVotes = blank === -1 ? ABSENT : counts[blank + row]!;
      sheet.ballotsCast = ballots === -1 ? ABSENT : counts[ballots + row]!;
      sheet.registeredVoters = registered === -1 ? ABSENT : counts[registered + row]!;
      const statedValid = stated === -1 ? ABSENT : counts[stated + row]!;
      const isFine = isMissing[row] === 0 && brokenRule(sheet, statedValid, rules) === undefined;
      isBad[row] = isFine ? 0 : 1;
      ballotsCast[row] = ballotsOf(sheet, rules);
    }
  }

  #makeRoom(most: number): void {
    this.#ballotsCast = new Int32Array(most);
    this.#zeros = new Int32Array(most);
    this.#lines = new Int32Array(most);
    this.#sources = new Int32Array(most);
    this.#codes = this.table.regions.map(() => new Int32Array(most));
  }

  take(plain: PlainRows, from: number, to: number, firstLine: number): void {
    const { table } = this;
    const { counts, most } = plain;
    const length = to - from;
    const column = (position: number) =>
      counts.subarray(position * most + from, position * most + to);
    const ballots = this.#ballotsCast.subarray(from, to);
    const isGiven = ballots.some((value) => value !== ABSENT);
    const own = SHEET_COUNTS.map((name) => {
      if (name === "ballotsCast") return isGiven ? ballots : undefined;
      return this.own[name] === -1 ? undefined : column(this.own[name]);
    });
    const columns = [
      ...this.candidates.map((position) => (position === -1 ? this.#zeros : column(position))),
      plain.sums.subarray(from, to),
      ...own,
    ];
    appendNumbers(table.counts, length, columns);
    const { keys, keyEnds, keyHashes } = plain;
    appendKeys(table.keys, {
      bytes: keys,
      start: from === 0 ? 0 : keyEnds[from - 1]!,
      ends: keyEnds.subarray(from, to),
      hashes: keyHashes.subarray(from, to),
    });
    this.#takeRegions(plain, from, to);
    for (let row = 0; row < length; row++) this.#lines[row] = firstLine + row;
    const source = table.sourceNames.length - 1;
    const places = [];
    places[SOURCE] = source === 0 ? undefined : this.#sources.fill(source);
    places[LINE] = this.#lines;
    appendNumbers(table.places, length, places);
    table.read += length;
  }

  #takeRegions(plain: PlainRows, from: number, to: number): void {
    const { table, places } = this;
    const { isNewText } = plain;
    const codes = this.#codes;
    for (let row = from; row < to;) {
      places.look(plain, row);
      const own = table.codes(places.regions());
      const next = isNewText.indexOf(1, row + 1);
      const end = next === -1 || next > to ? to : next;
      for (let level = 0; level < codes.length; level++)
        codes[level]!.fill(own[level]!, row - from, end - from);
      row = end;
    }
    // Who adds a row next finds other codes than it left.
    table.lastRegions = undefined;
    appendNumbers(table.regionCodes, to - from, codes);
  }
}

/** A row per station and candidate, with nothing else of the sheet. */
function longRows(target: Target, sheets: OpenSheets): Taker | undefined {
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
  sheets.settleAhead = (sheet) => (whole ??= new WholeSheets(sheets)).settle(sheet);
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
