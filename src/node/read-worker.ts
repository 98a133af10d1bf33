import { parentPort, workerData } from "node:worker_threads";
import { buffersOf } from "../read/section-blocks";
import type { Section } from "../read/sections";
import { hashOfFile } from "./file-hash";
import { claims, type FileSections, readFileSection } from "./file-section";
import { withFile } from "./files";

/**
 * What the thread tells: of each section what it comes to, if it can be read by itself; that it has
 * read all it will; and the hash of the file, if it is the one that takes it.
 */
export type Told =
  | { readonly at: number; readonly section: Section | undefined }
  | { readonly isDone: true }
  | { readonly sha256: string };

/** What the thread is told: the sections, and in which order it goes through them. */
export interface ReadTask {
  readonly sections: FileSections;
  readonly order: readonly number[];
  readonly hashes: boolean;
}

// A thread that reads the sections of a file that nobody has claimed.
const { sections, order, hashes } = workerData as ReadTask;
const tell = (told: Told, buffers: ArrayBuffer[] = []) => parentPort!.postMessage(told, buffers);
withFile(sections.path, (file) => {
  for (const at of order) {
    if (!claims(sections, at)) continue;
    const section = readFileSection(file, sections, at);
    tell({ at, section }, section === undefined ? [] : buffersOf(section));
  }
  tell({ isDone: true });
  // Last, when whoever puts the sections together is at work alone.
  if (hashes) tell({ sha256: hashOfFile(file) });
});
