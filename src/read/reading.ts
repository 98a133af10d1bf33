import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { makeIssue } from "../model/issue";
import type { StationRegister } from "../model/register";
import type { InputSource, Tallies } from "../model/tallies";
import { resized } from "./arrays";
import type { Batches, BatchesOf } from "./plain/batches";
import { type ByteRows, LONGEST_ROW, tooLong } from "./byte-rows";
import type { RowCursor } from "./cursor";
import { emptyInput } from "./decode";
import { noRows } from "./open";
import { OpenSheets } from "./open-sheets";
import { LongRows } from "./long";
import type { RowReader } from "./row-reader";
import { settleSheets } from "./sheet-clerk";
import { TallyTable } from "./table";
import { ByteInput, referenceRows } from "./tokenise";
import { WideRows } from "./wide";

/** A header that is longer is rare. */
const BEGINNING = 1 << 16;

/** What identifies the bytes that were read. */
export type Identity = Pick<InputSource, "sha256" | "bytes">;

/**
 * The reading of one or more inputs into one set of tallies. Bytes are pushed into it as they come:
 * `begin`, any number of `feed`, `end`, for each input in turn, and `finish`.
 */
export class Reading {
  readonly #table: TallyTable;
  #sheets: OpenSheets | undefined;
  readonly sources: InputSource[] = [];
  #name = "";
  /** How many bytes will be fed, as long as no room has been made for what is in them. */
  #size: number | undefined;
  /** Where the issues of the input start. */
  #firstIssue = 0;
  #input: ByteInput | undefined;
  #reader: RowReader | undefined;
  #batches: Batches | undefined;
  /** Bytes that came before the header could be found, and how many are wanted to look again. */
  #waiting = new Uint8Array(0);
  #waits = 0;
  #wanted = 0;
  /** Whether the header's row is one of the table's, as it is without a header. */
  #isOnRow = false;

  /** @param batchesOf who reads most rows many at a time, where that can be had */
  constructor(
    private readonly election: Election,
    private readonly register: StationRegister | undefined,
    private readonly batchesOf?: BatchesOf,
  ) {
    this.#table = new TallyTable(election);
    this.#sheets = election.layout.rows ? new OpenSheets(election, this.#table) : undefined;
  }

  /** Rows read so far, in all inputs. */
  get rows(): number {
    return this.#table.read;
  }

  /** @param bytes so many bytes will be fed at least, if that is known; more if they are packed */
  begin(name: string, bytes?: number): void {
    this.#name = name;
    this.#size = bytes;
    this.#firstIssue = this.#table.issues.length;
    this.#readBefore = this.#table.read;
    this.#input = undefined;
    this.#reader = undefined;
    this.#batches = undefined;
    this.#waits = 0;
    this.#wanted = BEGINNING;
    this.#table.sourceNames.push(name);
  }

  /**
   * Reads what can be read with these bytes; they may be overwritten afterwards.
   *
   * @throws Undecided when the encoding cannot be told without reading all bytes first
   */
  feed(bytes: Uint8Array, isLast = false): void {
    if (this.#reader) {
      this.#input!.feed(bytes, isLast, false);
      this.#readRows(this.#input!.rows);
      this.#reserve(bytes.length);
      return;
    }
    let all = bytes;
    const waits = this.#waits + bytes.length;
    const isEnough = isLast || waits >= this.#wanted;
    if (!isEnough || this.#waits > 0) all = this.#wait(bytes);
    if (!isEnough) return;
    if (waits === 0) throw emptyInput(this.#name);
    if (this.#open(all, isLast)) {
      this.#waiting = new Uint8Array(0);
      return;
    }
    if (waits > LONGEST_ROW) throw tooLong(this.#name, 1);
    // Twice as many, so that a long header takes no square of its length.
    this.#wanted = 2 * waits;
    if (all === bytes) this.#wait(bytes);
  }

  /** Keeps the bytes behind those that are waiting; returns them all. */
  #wait(bytes: Uint8Array): Uint8Array {
    const waits = this.#waits + bytes.length;
    if (waits > this.#waiting.length) this.#waiting = resized(this.#waiting, 2 * waits);
    this.#waiting.set(bytes, this.#waits);
    this.#waits = waits;
    return this.#waiting.subarray(0, waits);
  }

  /** The input that was fed has ended. */
  end({ sha256, bytes }: Identity): void {
    this.#ended({ name: this.#name, sha256, bytes, encoding: this.#input!.encoding.name });
  }

  /** Reads a whole input by the reference tokeniser, instead of `begin`, `feed` and `end`. */
  readWhole(name: string, data: Uint8Array, { sha256, bytes }: Identity): void {
    this.begin(name);
    const { delimiter = ",", encoding: named } = this.election.layout;
    const { rows, encoding } = referenceRows(data, delimiter, name, named);
    this.#reader = this.#readerOf(rows);
    this.#readRows(rows);
    this.#ended({ name, sha256, bytes, encoding });
  }

  finish(): Tallies {
    if (this.#sheets) settleSheets(this.#sheets);
    // What is collected in it takes as much memory as the tallies.
    this.#sheets = undefined;
    this.#reader = undefined;
    const tallies = this.#table.finish(this.register, this.sources);
    if (tallies.length === 0) throw noneAccepted(tallies);
    return tallies;
  }

  /** Whether the header is in these bytes; then the rows in them have been read. */
  #open(bytes: Uint8Array, isLast: boolean): boolean {
    const input = this.#readHeader(bytes, isLast);
    if (input === undefined) return false;
    this.#readRows(input.rows);
    this.#reserve(bytes.length);
    return true;
  }

  /** Makes room for as much as there will be, if the input goes on as it began, in so many bytes. */
  #reserve(bytes: number): void {
    if (this.#size === undefined || bytes === 0) return;
    // Some more needs no room of its own.
    const times = (1.02 * this.#size) / bytes;
    this.#size = undefined;
    if (this.#sheets) this.#sheets.reserve(times);
    else if (this.#inputRows > 0)
      this.#table.reserve(this.#table.sheets + Math.ceil(times * this.#inputRows));
  }

  /** The input, with its rows behind the header; undefined where the header is not in these bytes. */
  #readHeader(bytes: Uint8Array, isLast: boolean): ByteInput | undefined {
    const { delimiter = ",", encoding } = this.election.layout;
    const input = new ByteInput(this.#name, delimiter, encoding, bytes);
    input.feed(bytes, isLast, true);
    try {
      this.#reader = this.#readerOf(input.rows);
    } catch (error) {
      // It is no error that the header has not come yet.
      if (input.rows.starved) return undefined;
      throw error;
    }
    if (this.register === undefined)
      this.#batches = this.batchesOf?.({
        election: this.election,
        table: this.#table,
        sheets: this.#sheets,
        reader: this.#reader,
        rows: input.rows,
      });
    return (this.#input = input);
  }

  #readerOf(rows: RowCursor): RowReader {
    this.#isOnRow = this.election.layout.header === "none";
    return this.#sheets
      ? new LongRows(this.#sheets, this.register, rows, this.#name)
      : new WideRows(this.election, this.#table, this.register, rows, this.#name);
  }

  #readRows(rows: RowCursor): void {
    const table = this.#table;
    const reader = this.#reader!;
    if (this.#isOnRow) {
      table.read++;
      reader.readRow();
      this.#isOnRow = false;
    }
    for (;;) {
      this.#batches?.take(rows as ByteRows);
      if (!rows.next()) return;
      table.read++;
      reader.readRow();
    }
  }

  /** Rows read of the input. */
  get #inputRows(): number {
    return this.#table.read - this.#readBefore;
  }

  #readBefore = 0;

  #ended(source: InputSource): void {
    if (this.#inputRows === 0) throw noRows(source.name);
    this.#reader!.finish();
    if (this.election.layout.encoding === undefined && source.encoding !== "utf-8")
      this.#table.issues.splice(
        this.#firstIssue,
        0,
        makeIssue("encoding-assumed", { source: source.name }),
      );
    this.sources.push(source);
  }
}

function noneAccepted(tallies: Tallies): TallyError {
  const { rows, issues } = tallies;
  const first = issues.find(({ severity }) => severity === "error");
  return new TallyError(
    "rows-none-accepted",
    `None of the ${rows.read} rows could be accepted.` +
      (first ? ` The first problem: ${first.message}` : ""),
  );
}
