import { closeSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { buffersOf } from "../read/blocks";
import type { Section } from "../read/sections";
import { claims, type FileSections, readFileSection } from "./file-section";

/** What the thread tells: a section, and what it comes to, if it can be read by itself. */
export interface SectionRead {
  readonly at: number;
  readonly section: Section | undefined;
}

/** What the thread is told: the sections, and in which order it goes through them. */
export interface ReadTask {
  readonly sections: FileSections;
  readonly order: readonly number[];
}

// A thread that reads the sections of a file that nobody has claimed.
const { sections, order } = workerData as ReadTask;
const file = openSync(sections.path, "r");
try {
  for (const at of order) {
    if (!claims(sections, at)) continue;
    const section = readFileSection(file, sections, at);
    parentPort!.postMessage(
      { at, section } satisfies SectionRead,
      section === undefined ? [] : buffersOf(section),
    );
  }
} finally {
  closeSync(file);
}
