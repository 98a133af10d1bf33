import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";

/** A file already in memory: its text or bytes, and the name to call it by in issues. */
export interface TallyInput {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** SHA-256 of the stored bytes, in hex, where they are not `data` (a compressed file). */
  readonly sha256?: string;
  /** Number of stored bytes, likewise. */
  readonly bytes?: number;
}

/** What the readers take: text, bytes, a named input, or several of them. */
export type TallyInputs =
  string | Uint8Array | TallyInput | readonly (string | Uint8Array | TallyInput)[];

/** An input with its name, bytes and identity settled. */
export interface NamedBytes {
  readonly name: string;
  readonly data: Uint8Array;
  readonly sha256: string;
  readonly bytes: number;
}

export function nameInputs(inputs: TallyInputs): NamedBytes[] {
  const list = isList(inputs) ? inputs : [inputs];
  return list.map((input, index) => {
    const named =
      typeof input === "string" || input instanceof Uint8Array
        ? { name: list.length === 1 ? "input" : `input ${index + 1}`, data: input }
        : input;
    const data = typeof named.data === "string" ? new TextEncoder().encode(named.data) : named.data;
    return {
      name: named.name,
      data,
      sha256: named.sha256 ?? bytesToHex(sha256(data)),
      bytes: named.bytes ?? data.length,
    };
  });
}

const isList = (inputs: TallyInputs): inputs is readonly (string | Uint8Array | TallyInput)[] =>
  Array.isArray(inputs);
