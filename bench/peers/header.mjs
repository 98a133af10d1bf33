import { closeSync, openSync, readSync } from "node:fs";

/** The names in the first line of a file, none of which needs more than ASCII. */
export function headerOf(path, delimiter) {
  const start = Buffer.alloc(2 ** 16);
  const file = openSync(path);
  const length = readSync(file, start);
  closeSync(file);
  const [line] = start.latin1Slice(0, length).split(/\r?\n/, 1);
  return line.split(delimiter).map((name) => name.replaceAll('"', ""));
}
