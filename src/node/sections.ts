import { readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Election } from "../model/election";
import type { Section } from "../read/sections";
import type { Sections } from "../read/large-inputs";
import { nextLine } from "./blocks";
import { claims, type FileSections, readFileSection } from "./file-section";
import { withFile } from "./files";
import type { ReadTask, Told } from "./read-worker";

/** Bytes of a section: enough that to put it together with the others takes no time beside reading it. */
const SECTION = 1 << 23;
/** Size from which further threads pay: until one has started, another has read this much. */
const WORTH_THREADS = 1 << 26;
const MOST_THREADS = 4;
/** Bytes in which the header is looked for. */
const BEGINNING = 1 << 16;

/** A large file in sections, which further threads help to read; undefined where that does not pay. */
export function sectionsOf(
  path: string,
  name: string,
  size: number,
  election: Election,
): SharedSections | undefined {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  if (threads < 2 || size < WORTH_THREADS) return undefined;
  const beginning = new Uint8Array(BEGINNING);
  const starts = [0];
  withFile(path, (file) => {
    readSync(file, beginning, 0, BEGINNING, 0);
    for (let from = SECTION; from < size; from += SECTION) {
      const start = nextLine(file, from);
      // A line so long that it has no end nearby belongs to the section that it began in.
      if (start !== undefined && start < size && start > starts.at(-1)!) starts.push(start);
    }
  });
  const claimed = new Int32Array(new SharedArrayBuffer(4 * starts.length));
  const all = { election, path, name, size, beginning, starts, claimed };
  try {
    return new SharedSections(threads - 1, all);
  } catch {
    // Where there are no threads to be had, as in some bundles, one reads all of it.
    return undefined;
  }
}

export class SharedSections implements Sections {
  readonly starts: readonly number[];
  /** The hash of the file; undefined where nobody has taken it. */
  readonly sha256: Promise<string | undefined>;
  readonly #read = new Map<number, Section | undefined>();
  readonly #workers: readonly Worker[];
  #working: number;
  #wake: () => void = () => {};
  /** Sections that this thread may have to read while it waits for an earlier one. */
  readonly #others: number[];

  constructor(
    threads: number,
    private readonly all: FileSections,
  ) {
    this.starts = all.starts;
    this.#others = [...all.starts.keys()];
    this.#working = threads;
    // Whoever puts the sections together reads the first ones right into their place, and meets the
    // others, who begin behind its share and come back for what is left of it.
    const share = Math.ceil(this.starts.length / (threads + 1));
    const places = [...this.starts.keys()];
    const order = [...places.slice(share), ...places.slice(0, share).toReversed()];
    let identify: (sha256: string | undefined) => void;
    this.sha256 = new Promise((resolve) => (identify = resolve));
    this.#workers = Array.from({ length: threads }, (_, index) => {
      const hashes = index === 0;
      const worker = new Worker(new URL("./read-worker.js", import.meta.url), {
        workerData: { sections: all, order, hashes } satisfies ReadTask,
      });
      let isWorking = true;
      const isDone = () => {
        if (isWorking) this.#working--;
        isWorking = false;
        this.#wake();
      };
      worker.on("message", (told: Told) => {
        if ("sha256" in told) return identify(told.sha256);
        if ("isDone" in told) return isDone();
        this.#read.set(told.at, told.section);
        this.#wake();
      });
      // What it has claimed and not read is then read by whoever waits for it.
      worker.on("error", () => {});
      worker.on("exit", () => {
        isDone();
        if (hashes) identify(undefined);
      });
      return worker;
    });
  }

  claim(at: number): boolean {
    return claims(this.all, at);
  }

  async section(at: number): Promise<Section | undefined> {
    for (;;) {
      // Lets messages in that have come.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#read.has(at) || this.#working === 0) break;
      const other = this.#others.pop();
      if (other === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
      else if (claims(this.all, other))
        this.#read.set(
          other,
          withFile(this.all.path, (file) => readFileSection(file, this.all, other)),
        );
    }
    const section = this.#read.get(at);
    this.#read.delete(at);
    return section;
  }

  close(): void {
    for (const worker of this.#workers) void worker.terminate();
  }
}
