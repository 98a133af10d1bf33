import { closeSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { buffersOf } from "../read/blocks";
import type { Section } from "../read/sections";
import { type FileSections, readFileSection } from "./file-section";

/** What the thread tells: a section, and what it comes to, if it can be read by itself. */
export interface SectionRead {
  readonly at: number;
  readonly section: Section | undefined;
}

// A thread that reads sections of a file, one that nobody has claimed after the other.
const sections = workerData as FileSections;
const file = openSync(sections.path, "r");
try {
  for (;;) {
    const at = Atomics.add(sections.next, 0, 1);
    if (at >= sections.starts.length) break;
    const section = readFileSection(file, sections, at);
    parentPort!.postMessage(
      { at, section } satisfies SectionRead,
      section === undefined ? [] : buffersOf(section),
    );
  }
} finally {
  closeSync(file);
}
