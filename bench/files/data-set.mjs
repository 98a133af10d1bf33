import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "./kinds.mjs";

/** A file and the election that describes it, in a folder under a name that says what is in it. */
export function dataSet(folder, kind, options = {}) {
  const numbers = { rows: KINDS[kind].rows, candidates: 10, bad: 0, seed: 1, ...options };
  const { rows, candidates, bad, seed } = numbers;
  const path = join(folder, `${kind}-${rows}-${candidates}-${bad}-${seed}.csv`);
  if (!existsSync(path)) writeDataSet(path, kind, numbers);
  return path;
}

/** Writes the file last, and under another name until it is whole. */
export function writeDataSet(path, kind, numbers) {
  const { write, election } = KINDS[kind];
  if (election) {
    const description = JSON.stringify(election(numbers), undefined, 2);
    writeFileSync(path.replace(/(\.csv)?$/, ".json"), `${description}\n`);
  }
  const unfinished = `${path}.part`;
  write(unfinished, numbers);
  renameSync(unfinished, path);
}
