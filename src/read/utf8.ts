import type { Utf8 } from "./cursor";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Texts up to this length are put together from their characters: asking the decoder costs more. */
const SHORT = 64;

/** The text of valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= SHORT) {
    let text = "";
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      // A copy, because decoders do not take memory that threads share.
      if (byte >= 0x80) return decoder.decode(bytes.slice(from, to));
      text += ASCII[byte]!;
    }
    return text;
  }
  return decoder.decode(bytes.slice(from, to));
}

const ASCII = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));

/** Texts as UTF-8, one at a time. */
export class Utf8Text implements Utf8 {
  bytes = new Uint8Array(64);
  readonly from = 0;
  to = 0;

  set(text: string): this {
    if (this.bytes.length < 3 * text.length) this.bytes = new Uint8Array(6 * text.length);
    this.to = encoder.encodeInto(text, this.bytes).written;
    return this;
  }
}
