import { ByteEncoding } from "./byte-encoding";
import { ByteRows } from "./byte-rows";
import type { RowCursor } from "./cursor";
import { decode, isSingleByte, refuseOther } from "./decode";
import { QuotedRows } from "./quoted-rows";

// CSV to rows, in two ways that a law in the tests holds equal: from bytes as they come, or from a
// whole text by papaparse, which is the reference. Line ends may be LF, CRLF or CR, mixed; a line
// end inside a quoted field is read as LF.

/** Whether the bytes of an encoding can be looked at one by one: ASCII must be as in ASCII. */
export const readsBytes = (encoding: string | undefined) =>
  encoding === undefined || /^utf-?8$/i.test(encoding) || isSingleByte(encoding);

/** Rows from bytes that are yet to come, and their encoding. */
export class ByteInput {
  readonly rows: ByteRows;
  readonly encoding: ByteEncoding;
  /** @param beginning the first bytes; they are not read by this */
  constructor(
    private readonly name: string,
    delimiter: string,
    private readonly named: string | undefined,
    beginning: Uint8Array,
  ) {
    // The bytes themselves may be overwritten.
    const first = beginning.slice(0, 16);
    this.encoding = new ByteEncoding(name, named, isMarked(first));
    this.rows = new ByteRows(
      name,
      delimiter,
      this.encoding,
      named === undefined ? first : undefined,
    );
  }

  /** Adds bytes, the first ones first. */
  feed(bytes: Uint8Array, isLast: boolean, isFirst: boolean): void {
    if (isFirst && this.named === undefined) refuseOther(bytes, this.name);
    const isAfterMark = isFirst && isMarked(bytes) && this.encoding.isUtf8;
    this.rows.feed(isAfterMark ? bytes.subarray(MARK.length) : bytes, isLast);
  }
}

/** Byte order mark of UTF-8. */
const MARK = [0xef, 0xbb, 0xbf] as const;
const isMarked = (bytes: Uint8Array) => MARK.every((byte, at) => bytes[at] === byte);

/** The rows of a whole text. */
export function tokenise(text: string, delimiter: string, name: string): RowCursor {
  return new QuotedRows(text, delimiter, name);
}

/** The rows of whole bytes by the reference. */
export function referenceRows(
  data: Uint8Array,
  delimiter: string,
  name: string,
  named: string | undefined,
): { readonly rows: RowCursor; readonly encoding: string } {
  const { text, encoding } = decode(data, name, named);
  return { rows: tokenise(text, delimiter, name), encoding };
}
