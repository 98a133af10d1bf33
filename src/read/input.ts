import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import { TallyError } from "../model/error";

/** A file already in memory: its text or bytes, and the name to call it by in issues. */
export interface TallyInput {
  readonly name: string;
  readonly data: string | Uint8Array | ArrayBuffer;
  /** SHA-256 of the stored bytes, in hex, where they are not `data` (a compressed file). */
  readonly sha256?: string;
  /** Number of stored bytes, likewise. */
  readonly bytes?: number;
}

/** One input as the readers take it: text, bytes, or either with a name. */
export type AnyInput = string | Uint8Array | ArrayBuffer | TallyInput;

/** What the readers take: one input, or several. */
export type TallyInputs = AnyInput | readonly AnyInput[];

/** An input with its name, bytes and identity settled. */
export interface NamedBytes {
  readonly name: string;
  readonly data: Uint8Array;
  readonly sha256: string;
  readonly bytes: number;
}

export function nameInputs(inputs: TallyInputs): NamedBytes[] {
  const list = isList(inputs) ? inputs : [inputs];
  if (list.length === 0)
    throw new TallyError("usage-invalid", "There is nothing to read: give at least one input.");
  return list.map((input, index) => {
    const name = list.length === 1 ? "input" : `input ${index + 1}`;
    const named = isNamed(input) ? input : { name, data: input };
    const data = bytesOf(named.data);
    return {
      name: named.name,
      data,
      sha256: named.sha256 ?? bytesToHex(sha256(data)),
      bytes: named.bytes ?? data.length,
    };
  });
}

function bytesOf(data: unknown): Uint8Array {
  if (typeof data === "string") return new TextEncoder().encode(data);
  if (data instanceof Uint8Array) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  throw new TallyError(
    "usage-invalid",
    "An input must be text, a Uint8Array or an ArrayBuffer, or { name, data } with one of them. " +
      "For a Blob or File give `await file.arrayBuffer()`; for a path use tallyproof/node.",
  );
}

const isNamed = (input: unknown): input is TallyInput =>
  typeof input === "object" && input !== null && "data" in input;

const isList = (inputs: TallyInputs): inputs is readonly AnyInput[] => Array.isArray(inputs);
