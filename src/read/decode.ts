import { TallyError } from "../model/error";

/** Text of an input, and the encoding it was read with. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** What the first bytes of well-known files say they are. */
const KINDS = [
  { kind: "a JPEG picture", start: [0xff, 0xd8, 0xff] },
  { kind: "a PNG picture", start: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "a PDF", start: [0x25, 0x50, 0x44, 0x46] },
  { kind: "a zip file or an Excel workbook", start: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "an old Excel workbook", start: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: "compressed with gzip", start: [0x1f, 0x8b] },
] as const;

export const kindOf = (bytes: Uint8Array) =>
  KINDS.find(({ start }) => start.every((byte, at) => bytes[at] === byte))?.kind ?? "binary data";

/** Bytes that Windows-1252 leaves undefined. */
const UNDEFINED: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Whether text in Windows-1252 has such a byte, or an accented Latin letter in UTF-8: Â or Ã and a sign
 * that follows neither.
 */
export const isSuspect = (bytes: Uint8Array, at: number) =>
  UNDEFINED.has(bytes[at]!) || ((bytes[at]! & 0xfe) === 0xc2 && (bytes[at + 1]! & 0xc0) === 0x80);

/** The longest text that JavaScript engines hold, in characters. */
const LONGEST_TEXT = 2 ** 29 - 24;

/**
 * Bytes to text: by the named encoding, else strict UTF-8, with or without a byte order mark, else
 * Windows-1252. What is neither is refused and never repaired: a replaced byte could be a digit.
 */
export function decode(bytes: Uint8Array, name: string, encoding?: string): Decoded {
  if (bytes.length === 0) throw emptyInput(name);
  if (bytes.length > LONGEST_TEXT)
    throw new TallyError(
      "input-too-large",
      `${name} has ${bytes.length} bytes, more than fit into one text. Split it into several files.`,
    );
  if (encoding !== undefined) return { text: decodeAs(encoding, bytes, name), encoding };
  refuseOther(bytes, name);
  const [first, second, third] = bytes;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    // The mark says that it was written as UTF-8, so something has damaged it.
    if (first === 0xef && second === 0xbb && third === 0xbf) throw damagedUtf8(name);
    const text = decodeAs("windows-1252", bytes, name);
    const suspect = bytes.findIndex((_, at) => isSuspect(bytes, at));
    if (suspect !== -1) throw suspectByte(name, lineAt(text, suspect), bytes[suspect]!);
    return { text, encoding: "windows-1252" };
  }
}

/** Refuses bytes that are no text in the encodings that are found out. */
export function refuseOther(bytes: Uint8Array, name: string, beginning = bytes): void {
  const [first, second] = beginning;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new TallyError(
      "encoding-unsupported",
      `${name} is UTF-16. Save it as UTF-8, or name its encoding in ` +
        'the layout, "encoding": "utf-16le".',
    );
  if (bytes.includes(0))
    throw new TallyError(
      "input-binary",
      `${name} is ${kindOf(beginning)}, not a text file. ` +
        "Give a CSV file: save a spreadsheet as CSV, unpack an archive.",
    );
}

function decodeAs(encoding: string, bytes: Uint8Array, name: string): string {
  try {
    // In Node 20 the decoder is only right for 0x80–0x9F when told that more may come; bytes that
    // are left over at the end would then go unnoticed, so a last call asks for them.
    const decoder = new TextDecoder(encoding, { fatal: true });
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch (error) {
    throw notInEncoding(name, encoding, error);
  }
}

export const emptyInput = (name: string) =>
  new TallyError("input-empty", `${name} is empty. Give a CSV file with a header.`);

export const damagedUtf8 = (name: string) =>
  new TallyError(
    "encoding-unsupported",
    `${name} begins as UTF-8 and has bytes that are not. Save it as UTF-8 anew and try again.`,
  );

const unclear = (name: string, why: string) =>
  new TallyError(
    "encoding-unsupported",
    `${name} ${why}. Save it as UTF-8, or name its encoding in the layout.`,
  );

export const mixedEncoding = (name: string, line: number) =>
  unclear(name, `is UTF-8 in part, but not line ${line}`);

/** Of a suspect byte, and the line that it is on. */
export const suspectByte = (name: string, line: number, byte: number) =>
  UNDEFINED.has(byte)
    ? unclear(
        name,
        `is neither UTF-8 nor Windows-1252: line ${line} has the byte 0x${byte.toString(16)}`,
      )
    : mixedEncoding(name, line);

export const notInEncoding = (name: string, encoding: string, cause?: unknown) =>
  new TallyError("encoding-unsupported", `${name} is not ${encoding}, as the layout says.`, {
    cause,
  });

/** Whether every character of the encoding is one byte, and ASCII is as in ASCII. */
export function isSingleByte(encoding: string): boolean {
  const { encoding: known } = new TextDecoder(encoding);
  return /^(windows-|iso-8859-|koi8-|ibm866|macintosh|x-mac-)/.test(known);
}

/** The characters of an encoding with one byte per character; U+FFFD for a byte that is none. */
export const charactersOf = (encoding: string): readonly string[] =>
  Array.from(
    new TextDecoder(encoding, { ignoreBOM: true }).decode(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      // In Node 20 the decoder is only right for 0x80–0x9F when told that more may come.
      { stream: true },
    ),
  );

const lineAt = (text: string, end: number) => text.slice(0, end).split(/\r\n?|\n/).length;
