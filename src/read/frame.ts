import { resized } from "./arrays";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;

/** Fields whose places are kept; a row of more is counted, and no table has it. */
const MOST_FIELDS = 2 ** 20;

/** Where the fields of a row are: field `i` from `starts[i]` to before `ends[i]`, without its quotes. */
export interface Frame {
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
  /** 0 for an empty line. */
  fields: number;
  /** Where the row ends, before its line end. */
  end: number;
  /** Lines that the row takes up. */
  lines: number;
  /** Whether quoted fields have pairs of quotes in them, which stand for one. */
  hasPairs: boolean;
  /** Whether its quotes are anything else: around part of a field, or around a line end. */
  isComplex: boolean;
}

export const emptyFrame = (): Frame => ({
  starts: new Int32Array(256),
  ends: new Int32Array(256),
  fields: 0,
  end: 0,
  lines: 1,
  hasPairs: false,
  isComplex: false,
});

/** The row has no end yet. */
export const INCOMPLETE = -1;
/** A quoted field goes on after its quote. */
export const BROKEN = -2;

/**
 * Finds the fields of the row that starts at `at`, by RFC 4180; besides, a line may end in LF, CRLF
 * or CR, a quote within an unquoted field is a character like any other, and spaces after a quoted
 * field are passed over. Returns where the next row starts.
 */
export function frameRow(
  bytes: Uint8Array,
  at: number,
  end: number,
  isLast: boolean,
  delimiter: number,
  frame: Frame,
): number {
  frame.fields = 0;
  frame.lines = 1;
  frame.hasPairs = false;
  frame.isComplex = false;
  for (;;) {
    const field = frame.fields++;
    if (field >= frame.starts.length && field < MOST_FIELDS) grow(frame);
    let from = at;
    let to: number;
    if (bytes[at] === QUOTE) {
      from = ++at;
      for (;;) {
        while (at < end && bytes[at] !== QUOTE) {
          if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) {
            frame.lines++;
            frame.isComplex = true;
          }
          at++;
        }
        if (at >= end) return INCOMPLETE;
        if (bytes[at + 1] !== QUOTE || at + 1 >= end) break;
        frame.hasPairs = true;
        at += 2;
      }
      to = at++;
      while (at < end && bytes[at] === SPACE) at++;
      if (at > to + 1) frame.isComplex = true;
    } else {
      while (at < end && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) {
        if (bytes[at] === QUOTE) frame.isComplex = true;
        at++;
      }
      to = at;
    }
    if (field < frame.starts.length) {
      frame.starts[field] = from;
      frame.ends[field] = to;
    }
    if (at < end && bytes[at] === delimiter) {
      at++;
      continue;
    }
    if (at >= end && !isLast) return INCOMPLETE;
    if (at < end && bytes[at] !== LF && bytes[at] !== CR) return BROKEN;
    // Whether a line feed belongs to it shows only when there is more.
    if (bytes[at] === CR && at + 1 >= end && !isLast) return INCOMPLETE;
    frame.end = at;
    if (field === 0 && from === to) frame.fields = 0;
    if (at >= end) return end;
    return bytes[at] === CR && at + 1 < end && bytes[at + 1] === LF ? at + 2 : at + 1;
  }
}

function grow(frame: Frame): void {
  for (const side of ["starts", "ends"] as const)
    frame[side] = resized(frame[side], 2 * frame[side].length);
}
