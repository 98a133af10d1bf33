// Times the command against other ways of doing the same work. See README.md beside this file:
//   node bench/verify.mjs [v2] [wide] [long] [--rounds NUMBER] [--seed NUMBER] [--keep FOLDER] …
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { agreedTotals } from "./agreement.mjs";
import { findContestants, FLOOR } from "./contestants.mjs";
import { dataSet } from "./files/data-set.mjs";
import { KINDS } from "./files/kinds.mjs";
import { median, medianRatio } from "./median.mjs";
import { OUR_CLI, OURS } from "./ours.mjs";
import { runRounds } from "./rounds.mjs";
import { toTable } from "./table.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    /** Otherwise so many as `RUNS` says. */
    rounds: { type: "string" },
    /** Files are made in this folder and left there for the next run. */
    keep: { type: "string" },
    /** Python's csv module reads the large files too, which takes it minutes. */
    python: { type: "boolean", default: false },
    /** Another build of the command. */
    cli: { type: "string", default: OUR_CLI },
    // The published file is not part of the repository; it is read where it lies.
    real: {
      type: "string",
      default: here("../../shared/data/venezuela-2024/RESULTADOS_2024_CSV_V2.csv"),
    },
  },
});

/** How often each file is read, and how long the one is in which rows are damaged. */
const RUNS = {
  v2: { rounds: 21, withPython: true, damagedRows: KINDS.v2.rows },
  wide: { rounds: 9, withPython: options.python, damagedRows: 100_000 },
  long: { rounds: 9, withPython: options.python, damagedRows: 300_000 },
};

if (existsSync(options.cli)) await main();
else {
  console.error(`There is no ${options.cli}: run \`npm run build\` first.`);
  process.exitCode = 1;
}

async function main() {
  const [{ model }] = cpus();
  const today = new Date().toISOString().slice(0, 10);
  console.log(
    `${today}, Node ${process.version}, ${process.platform} ${process.arch}, ` +
      `${cpus().length} × ${model}`,
  );
  const contestantsFor = findContestants({ cli: options.cli });
  if (options.keep) mkdirSync(options.keep, { recursive: true });
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), "tallyproof-bench-"));
  try {
    for (const kind of positionals.length > 0 ? positionals : Object.keys(KINDS))
      await measure(kind, folder, contestantsFor(kind, RUNS[kind]));
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true });
  }
}

async function measure(kind, folder, contestants) {
  const { damagedRows } = RUNS[kind];
  const seed = Number(options.seed);
  const name = (what) => `${what} ${kind} file, seed ${seed}`;
  const damaged = dataSet(folder, kind, { seed, rows: damagedRows, bad: 1 });
  await agree(contestants, name("Damaged"), damaged, "utf-8", true);
  const sound = dataSet(folder, kind, { seed });
  await compare(contestants, name("Generated"), sound, "utf-8", kind);
  if (kind !== "v2") return;
  if (existsSync(options.real))
    await compare(contestants, "Real file, second edition", options.real, "latin-1", kind);
  else console.log("\nReal file: not there, so not measured; --real FILE names it.");
}

async function compare(contestants, title, file, encoding, kind) {
  await agree(contestants, title, file, encoding, false);
  const rounds = Number(options.rounds ?? RUNS[kind].rounds);
  const results = await runRounds(contestants, file, encoding, rounds);
  console.log(`\n${toTable(results, OURS)}\n`);
  console.log(summary(results, rounds));
}

/** Beside the fastest native engine, the fastest that tells every count, Python, and the floor. */
function summary(results, rounds) {
  const [ours, floor] = [OURS, FLOOR].map((wanted) => results.find(({ name }) => name === wanted));
  const peers = results
    .filter(({ isPeer }) => isPeer)
    .toSorted((a, b) => median(a.seconds) - median(b.seconds));
  const native = peers.filter(({ isNative }) => isNative);
  const others = peers.filter(({ isNative }) => !isNative);
  const against = new Set([native[0], native.find(({ exact }) => exact), ...others, floor]);
  const ratios = [...against]
    .filter(Boolean)
    .map(({ name, seconds }) => `  ${medianRatio(ours.seconds, seconds).toFixed(2)} × ${name}`);
  return [`Median of ${rounds} rounds. ${OURS} takes`, ...ratios].join("\n");
}

/** Nobody is timed who does not find the same. */
async function agree(contestants, title, file, encoding, isDamaged) {
  const { failed, overall } = await agreedTotals(contestants, file, encoding, isDamaged);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  const number = (value) => value.toLocaleString("en");
  const [[first, votes]] = Object.entries(overall).filter(([name]) => /^[A-Z]/.test(name));
  console.log(
    `\n${title}: ${megabytes} MB. All agree on ${number(overall.stations)} stations,\n` +
      `${number(votes)} votes for ${first}, all totals by region, and ${number(failed)} rows ` +
      "that do not count.",
  );
}
