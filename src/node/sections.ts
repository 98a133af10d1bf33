import { closeSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Election } from "../model/election";
import type { Section } from "../read/sections";
import type { Sections } from "../read/sources";
import { nextLine } from "./blocks";
import type { SectionTask } from "./read-worker";

/** Bytes for which a thread of their own pays: it takes as long to start as a tenth of them to read. */
const WORTH_THREAD = 1 << 25;
const MOST_THREADS = 4;
/** Bytes in which the header is looked for. */
const BEGINNING = 1 << 16;
/** How much longer the first section is than the others: a thread must start before it reads. */
const AHEAD = 1.1;

/** Has all but the first part of a large file read by further threads, one for each. */
export function sectionsOf(
  path: string,
  name: string,
  size: number,
  election: Election,
): SectionThreads | undefined {
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.floor(size / WORTH_THREAD));
  if (threads < 2) return undefined;
  const file = openSync(path, "r");
  try {
    const beginning = new Uint8Array(BEGINNING);
    readSync(file, beginning, 0, BEGINNING, 0);
    const share = size / (threads - 1 + AHEAD);
    const starts: number[] = [];
    for (let thread = 1; thread < threads; thread++) {
      const start = nextLine(file, Math.floor(share * (thread - 1 + AHEAD)));
      // A line so long that it has no end nearby.
      if (start === undefined || start >= size) return undefined;
      starts.push(start);
    }
    return new SectionThreads(path, name, size, election, beginning, starts);
  } finally {
    closeSync(file);
  }
}

export class SectionThreads implements Sections {
  readonly read: readonly Promise<Section | undefined>[];
  readonly #workers: readonly Worker[];
  readonly #progress: Float64Array[];

  constructor(
    path: string,
    name: string,
    size: number,
    election: Election,
    beginning: Uint8Array,
    readonly starts: readonly number[],
  ) {
    this.#progress = starts.map(() => new Float64Array(new SharedArrayBuffer(16)));
    this.#workers = starts.map((from, at) => {
      const isLast = at === starts.length - 1;
      const bytes = (isLast ? size : starts[at + 1]!) - from;
      const place = { name, beginning, bytes, isLast };
      const progress = this.#progress[at]!;
      return new Worker(new URL("./read-worker.js", import.meta.url), {
        workerData: { election, path, place, from, progress } satisfies SectionTask,
      });
    });
    this.read = this.#workers.map(
      async (worker) =>
        new Promise<Section | undefined>((resolve) => {
          worker.once("message", resolve);
          // Whoever reads the section instead meets the same error, and says on which line.
          worker.once("error", () => resolve(undefined));
        }),
    );
  }

  rows(): number {
    return this.#progress.reduce((sum, [rows]) => sum + rows!, 0);
  }

  /** How many bytes of them have been read. */
  bytes(): number {
    return this.#progress.reduce((sum, [, bytes]) => sum + bytes!, 0);
  }

  close(): void {
    for (const worker of this.#workers) void worker.terminate();
  }
}
