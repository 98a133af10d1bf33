import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** The SHA-256 of a file's bytes, in hexadecimal. */
export interface FileHash {
  /** Tells the next bytes, for a hash that does not get them by itself. */
  update(bytes: Uint8Array): void;
  digest(): Promise<string>;
  close(): void;
}

/**
 * The hash of a file by a thread that reads it once more: to hash it takes longer than to get its bytes
 * from the system a second time, and nobody waits for it.
 */
export function hashedApart(path: string): FileHash {
  const worker = new Worker(HASHER, { eval: true, workerData: path });
  const digest = new Promise<string>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  // Whoever stops reading does not ask for it.
  digest.catch(() => {});
  return { update: () => {}, digest: async () => digest, close: () => void worker.terminate() };
}

/** The thread's program, as text, because a bundle has no file for it. */
const HASHER = `
const { parentPort, workerData } = require("node:worker_threads");
const { openSync, readSync } = require("node:fs");
const hash = require("node:crypto").createHash("sha256");
const file = openSync(workerData, "r");
const block = new Uint8Array(1 << 18);
for (let length; (length = readSync(file, block, 0, block.length, null)) > 0; )
  hash.update(block.subarray(0, length));
parentPort.postMessage(hash.digest("hex"));
`;

/** The hash of an open file, from its beginning. */
export function hashOfFile(file: number): string {
  const hash = createHash("sha256");
  const block = new Uint8Array(1 << 18);
  for (let at = 0, length; (length = readSync(file, block, 0, block.length, at)) > 0; at += length)
    hash.update(block.subarray(0, length));
  return hash.digest("hex");
}

/** The hash of bytes that are told one after the other. */
export class RunningHash implements FileHash {
  readonly #hash = createHash("sha256");

  update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  async digest(): Promise<string> {
    return this.#hash.digest("hex");
  }

  close(): void {}
}
