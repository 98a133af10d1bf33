import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import type { Worker } from "node:worker_threads";

/** The SHA-256 of a file, in hexadecimal. */
export function hashOfFile(path: string): string {
  const file = openSync(path, "r");
  try {
    const hash = createHash("sha256");
    const block = new Uint8Array(1 << 18);
    for (let length; (length = readSync(file, block)) > 0;) hash.update(block.subarray(0, length));
    return hash.digest("hex");
  } finally {
    closeSync(file);
  }
}

/** The same in a thread of its own, while another reads the file. */
export class FileHash {
  readonly #worker: Promise<Worker | undefined>;
  readonly #told: Promise<string | undefined>;

  constructor(private readonly path: string) {
    this.#worker = workerFor(path);
    this.#told = this.#worker.then(answerOf);
  }

  async hex(): Promise<string> {
    (await this.#worker)?.ref();
    // Whatever keeps the thread from it, this one meets as well, and says so.
    return (await this.#told) ?? hashOfFile(this.path);
  }

  async stop(): Promise<void> {
    await (await this.#worker)?.terminate();
  }
}

/** Undefined where there are no threads to be had, as in some bundles. */
async function workerFor(path: string): Promise<Worker | undefined> {
  try {
    // Most files are too small to need it.
    const { Worker } = await import("node:worker_threads");
    const worker = new Worker(new URL("./hash-worker.js", import.meta.url), { workerData: path });
    // Nobody waits for it before somebody asks.
    worker.unref();
    return worker;
  } catch {
    return undefined;
  }
}

const answerOf = (worker: Worker | undefined) =>
  worker &&
  new Promise<string | undefined>((resolve) => {
    worker.on("message", resolve);
    worker.on("error", () => resolve(undefined));
    worker.on("exit", () => resolve(undefined));
  });
