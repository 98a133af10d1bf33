import { closeSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import type { Election } from "../model/election";
import { readSection, type Section, type SectionPlace } from "../read/sections";
import { blocksOf } from "./blocks";

/** What the thread is told. */
export interface SectionTask {
  readonly election: Election;
  readonly path: string;
  readonly place: SectionPlace;
  readonly from: number;
  /** Rows and bytes read so far, for whoever watches. */
  readonly progress: Float64Array;
}

// A thread that reads one section of a file.
const { election, path, place, from, progress } = workerData as SectionTask;
const file = openSync(path, "r");
try {
  const section = readSection(
    election,
    place,
    blocksOf(file, from, from + place.bytes),
    (rows, bytes) => {
      progress[0] = rows;
      progress[1] = bytes;
    },
  );
  parentPort!.postMessage(section, section === undefined ? [] : buffersOf(section));
} finally {
  closeSync(file);
}

/** Large memory, which is handed over and not copied. */
function buffersOf({ table, sheets }: Section): ArrayBuffer[] {
  const numbers = [table.counts, table.regionCodes, table.places];
  if (sheets) numbers.push(sheets.sheets, sheets.rows, sheets.runs);
  const arrays = [
    ...numbers.flatMap(({ columns }) => columns.filter((column) => column !== undefined)),
    ...[table.keys, ...(sheets ? [sheets.keys] : [])].flatMap(({ bytes, ends, hashes }) => [
      bytes,
      ends,
      hashes,
    ]),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
