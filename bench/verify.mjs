// Times the command against other ways of doing the same work. See README.md beside this file:
//   node bench/verify.mjs [--seed NUMBER] [--rounds NUMBER] [--real FILE]
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, closeSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { agreedTotals } from "./agreement.mjs";
import { findContestants, OUR_CLI, OURS } from "./contestants.mjs";
import { runRounds } from "./rounds.mjs";
import { toTable } from "./table.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    rounds: { type: "string", default: "21" },
    // The published file is not part of the repository; it is read where it lies.
    real: {
      type: "string",
      default: here("../../shared/data/venezuela-2024/RESULTADOS_2024_CSV_V2.csv"),
    },
  },
});

if (existsSync(OUR_CLI)) await main();
else {
  console.error("There is no dist/cli.js: run `npm run build` first.");
  process.exitCode = 1;
}

async function main() {
  const [{ model }] = cpus();
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${model}`,
  );
  const contestants = findContestants();
  const folder = mkdtempSync(join(tmpdir(), "tallyproof-bench-"));
  try {
    const damaged = make(join(folder, "damaged.csv"), "damaged");
    await agree(contestants, `Damaged file, seed ${options.seed}`, damaged, "utf-8");
    const sound = make(join(folder, "sound.csv"));
    await compare(contestants, `Generated file, seed ${options.seed}`, sound, "utf-8");
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (existsSync(options.real))
    await compare(contestants, "Real file, second edition", options.real, "latin-1");
  else console.log("\nReal file: not there, so not measured; --real FILE names it.");
}

function make(path, ...kind) {
  const file = openSync(path, "w");
  const args = [here("make-tallies.mjs"), options.seed, ...kind];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", file, "inherit"] });
  closeSync(file);
  if (status !== 0) throw new Error("make-tallies.mjs failed.");
  return path;
}

async function compare(contestants, title, file, encoding) {
  await agree(contestants, title, file, encoding);
  const results = await runRounds(contestants, file, encoding, Number(options.rounds));
  console.log(`\n${toTable(results, OURS)}`);
}

/** Nobody is timed who does not find the same. */
async function agree(contestants, title, file, encoding) {
  const { failed, overall } = await agreedTotals(contestants, file, encoding);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  const number = (value) => value.toLocaleString("en");
  console.log(
    `\n${title}: ${megabytes} MB. All agree on ${number(overall.stations)} stations, ` +
      `${number(overall.VOTOS_VALIDOS)} valid votes,\nEG ${number(overall.EG)}, ` +
      `NM ${number(overall.NM)}, everything by EDO, and ${number(failed)} rows that fail a check.`,
  );
}
