import { createHash } from "node:crypto";
import { readSync } from "node:fs";

/** The SHA-256 of an open file, from its beginning, in hexadecimal. */
export function hashOfFile(file: number): string {
  const hash = createHash("sha256");
  const block = new Uint8Array(1 << 18);
  for (let at = 0, length; (length = readSync(file, block, 0, block.length, at)) > 0; at += length)
    hash.update(block.subarray(0, length));
  return hash.digest("hex");
}
