import { TallyError } from "../model/error";

/** Text of an input, and the encoding it was read with. */
export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "windows-1252";
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

const kindOf = (bytes: Uint8Array) =>
  KINDS.find(({ start }) => start.every((byte, at) => bytes[at] === byte))?.kind ?? "binary data";

/** Bytes that Windows-1252 leaves undefined, as the control characters that decoders make of them. */
const UNDEFINED_IN_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * Bytes to text: strict UTF-8, with or without a byte order mark, else Windows-1252. What is
 * neither is refused and never repaired: a replaced byte could be a digit.
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  if (bytes.length === 0)
    throw new TallyError("input-empty", `${name} is empty. Give a CSV file with a header line.`);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new TallyError(
      "encoding-unsupported",
      `${name} is UTF-16. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8") and try again.`,
    );
  if (bytes.includes(0))
    throw new TallyError(
      "input-binary",
      `${name} is ${kindOf(bytes)}, not a text file. ` +
        "Give a CSV file; a spreadsheet can be saved as CSV in UTF-8, a compressed file unpacked.",
    );
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    // In Node 20 the decoder is only right for 0x80–0x9F when told that more may come.
    const text = new TextDecoder("windows-1252").decode(bytes, { stream: true });
    const bad = text.search(UNDEFINED_IN_1252);
    if (bad !== -1)
      throw new TallyError(
        "encoding-unsupported",
        `${name} is neither UTF-8 nor Windows-1252: line ${text.slice(0, bad).split("\n").length} ` +
          `has the byte 0x${bytes[bad]!.toString(16)}. Save the file as UTF-8 and try again.`,
      );
    return { text, encoding: "windows-1252" };
  }
}
