import type { Election } from "../model/election";
import type { BatchesOf } from "./batches";
import {
  appendSheets,
  appendSkipped,
  appendTable,
  pathsIn,
  type SheetsBlock,
  type SkippedBlock,
  type TableBlock,
  takeSheets,
  takeSkipped,
  takeTable,
} from "./section-blocks";
import type { ByteEncoding, EncodingSoFar } from "./byte-encoding";
import { Reading } from "./reading";
import { type ByteInput, readsBytes } from "./tokenise";

/** Where a section of an input is: from a line end on, up to another or to the input's end. */
export interface SectionPlace {
  readonly name: string;
  /** The first bytes of the input, with its header. */
  readonly beginning: Uint8Array;
  /** How many bytes the section has. */
  readonly bytes: number;
  readonly isLast: boolean;
}

/** What a section of an input comes to that was read by itself. */
export interface Section {
  readonly lines: number;
  readonly encoding: EncodingSoFar;
  readonly skipped: SkippedBlock;
  readonly table: TableBlock;
  readonly sheets?: SheetsBlock | undefined;
}

/**
 * Whether sections of an input can be read by themselves: where no row takes anything from those before
 * it, and nothing is collected beside the tallies.
 */
export function readsInSections({ layout }: Election): boolean {
  const { skip = [], station, regions = [], centre, encoding } = layout;
  const fillsDown = [...station, ...regions].some(
    (column) => typeof column !== "string" && column.fillDown,
  );
  return skip.length === 0 && !fillsDown && centre === undefined && readsBytes(encoding);
}

/**
 * Reads a section of an input by itself, to be appended where the section before it was read;
 * undefined where only who reads all of it can tell what is there.
 */
export function readSection(
  election: Election,
  { name, beginning, bytes, isLast }: SectionPlace,
  pieces: Iterable<Uint8Array>,
  batchesOf?: BatchesOf,
): Section | undefined {
  const reading = new SectionedReading(election, undefined, batchesOf);
  try {
    if (!reading.beginWithin(name, beginning, bytes)) return undefined;
    for (const piece of pieces) reading.feed(piece);
    if (isLast) reading.feed(new Uint8Array(0), true);
    return reading.take();
  } catch {
    // Who reads it instead meets the same error, and says on which line.
    return undefined;
  }
}

/** A reading to which sections can be appended that were read by themselves. */
export class SectionedReading extends Reading {
  /**
   * Instead of `begin`: what is fed next stands somewhere behind the beginning of the input, of which
   * only the header is read; false where the header is not in it.
   */
  beginWithin(name: string, beginning: Uint8Array, bytes: number): boolean {
    this.begin(name, bytes);
    const rows = this.readHeader(beginning, false)?.rows;
    if (rows === undefined) return false;
    [rows.at, rows.nextLine] = [rows.end, 1];
    this.isOnRow = false;
    this.firstIssue = this.table.issues.length;
    return true;
  }

  /** What was fed since `beginWithin`; undefined where it ends within a row. */
  take(): Section | undefined {
    if (!isBetweenRows(this.input)) return undefined;
    return {
      lines: this.input.rows.nextLine - 1,
      encoding: this.input.encoding.state,
      skipped: takeSkipped(this.reader!.fields),
      table: takeTable(this.table, this.firstIssue),
      sheets: this.sheets && takeSheets(this.sheets),
    };
  }

  /** Takes a section that follows what was fed; false where it cannot, and must be fed. */
  append({ lines, encoding, skipped, table, sheets }: Section): boolean {
    const { input } = this;
    const paths = sheets && pathsIn(this.sheets!, sheets);
    if (sheets && paths === undefined) return false;
    if (!isBetweenRows(input) || !agrees(input.encoding, encoding)) return false;
    const before = input.rows.nextLine - 1;
    const { fields } = this.reader!;
    appendSkipped(fields, skipped, before);
    appendTable(this.table, table, before);
    if (sheets) appendSheets(this.sheets!, sheets, paths!, before, fields.header);
    input.rows.nextLine += lines;
    return true;
  }
}

/** Whether no row has begun that what was fed does not end. */
const isBetweenRows = (input: ByteInput | undefined): input is ByteInput =>
  input !== undefined && input.rows.at === input.rows.end;

/** Whether a later part shows no other encoding; takes on what it shows first. */
function agrees(encoding: ByteEncoding, later: EncodingSoFar): boolean {
  if (later === "ascii" || later === encoding.state) return true;
  if (encoding.state !== "ascii") return false;
  if (later === "single") encoding.assume();
  else encoding.state = later;
  return true;
}
