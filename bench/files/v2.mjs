import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../make-tallies.mjs", import.meta.url));

/** Writes a file shaped as Venezuela's. It has one size, and one row in a hundred is bad or none. */
export function writeV2(path, { bad, seed }) {
  const file = openSync(path, "w");
  const args = [PROGRAM, `${seed}`, ...(bad > 0 ? ["damaged"] : [])];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", file, "inherit"] });
  closeSync(file);
  if (status !== 0) throw new Error("make-tallies.mjs failed.");
}
