import { TallyError } from "../model/error";

/** Text of an input, and the encoding it was read with. */
export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "windows-1252";
}

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
  const nul = bytes.indexOf(0);
  if (nul !== -1)
    throw new TallyError(
      "input-binary",
      `${name} is not a text file: byte ${nul + 1} is NUL. ` +
        "Give a CSV file; save a spreadsheet or a picture's table as CSV in UTF-8 first.",
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
