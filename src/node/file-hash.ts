import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { Worker } from "node:worker_threads";

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
  #worker: Worker | undefined;
  readonly #told: Promise<string | undefined>;

  constructor(private readonly path: string) {
    this.#told = new Promise((resolve) => {
      try {
        const worker = new Worker(new URL("./hash-worker.js", import.meta.url), {
          workerData: path,
        });
        worker.on("message", resolve);
        worker.on("error", () => resolve(undefined));
        worker.on("exit", () => resolve(undefined));
        // Nobody waits for it before somebody asks.
        worker.unref();
        this.#worker = worker;
      } catch {
        // There are no threads to be had, as in some bundles.
        resolve(undefined);
      }
    });
  }

  async hex(): Promise<string> {
    this.#worker?.ref();
    return (await this.#told) ?? hashOfFile(this.path);
  }

  stop(): void {
    void this.#worker?.terminate();
  }
}
