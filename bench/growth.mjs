// How the command's time grows with rows, candidates and bad rows. See README.md beside this file:
//   node bench/growth.mjs [wide] [long] [--rounds NUMBER] [--most ROWS] [--keep FOLDER] [--cli FILE]
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataSet } from "./files/data-set.mjs";
import { median } from "./median.mjs";
import { OUR_CLI, ours } from "./ours.mjs";
import { runRounds } from "./rounds.mjs";
import { markdownTable } from "./table.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    /** Leaves out what has more rows. */
    most: { type: "string", default: "5000000" },
    keep: { type: "string" },
    cli: { type: "string", default: OUR_CLI },
  },
});

const LEAST_ROWS = 100;
const MIDDLE = { wide: 200_000, long: 1_000_000 };
/** What varies, and the files in which it does. */
const SERIES = [
  ["rows", () => [1e4, 1e5, 1e6, 5e6].map((rows) => ({ rows }))],
  ["candidates", (rows) => [10, 25, 50, 100].map((candidates) => ({ rows, candidates }))],
  ["bad", (rows) => [0, 1, 5, 10].map((bad) => ({ rows, bad }))],
];
const HEADINGS = { rows: "rows", candidates: "candidates", bad: "bad rows, %" };
const COLUMNS = ["MB", "median s", "µs per row", "less the start", "ns per byte", "peak MB"];

if (existsSync(options.cli)) await main();
else {
  console.error(`There is no ${options.cli}: run \`npm run build\` first.`);
  process.exitCode = 1;
}

async function main() {
  if (options.keep) mkdirSync(options.keep, { recursive: true });
  for (const kind of positionals.length > 0 ? positionals : Object.keys(MIDDLE)) {
    const start = (await measure(kind, { rows: LEAST_ROWS })).seconds;
    console.log(`\n${kind}, ${LEAST_ROWS} rows, which is the start: ${start.toFixed(3)} s`);
    for (const [varying, filesFor] of SERIES) {
      const rows = [];
      for (const file of filesFor(Math.min(MIDDLE[kind], Number(options.most))))
        if (file.rows <= Number(options.most))
          rows.push(cells(file[varying], file.rows, await measure(kind, file), start));
      const title = varying === "rows" ? "" : `, ${rowsOf(kind)} rows`;
      console.log(`\n${kind}${title}, median of ${options.rounds} rounds\n`);
      console.log(markdownTable([HEADINGS[varying], ...COLUMNS], rows));
    }
  }
}

function number(value) {
  return value.toLocaleString("en");
}

function rowsOf(kind) {
  return number(Math.min(MIDDLE[kind], Number(options.most)));
}

/** One file at a time, so that they need no more room than the largest. */
async function measure(kind, file) {
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), "tallyproof-growth-"));
  try {
    const path = dataSet(folder, kind, file);
    const [{ seconds, megabytes }] = await runRounds(
      [ours(options.cli, kind)],
      path,
      "utf-8",
      Number(options.rounds),
    );
    return { bytes: statSync(path).size, seconds: median(seconds), megabytes };
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true });
  }
}

function cells(value, rows, { bytes, seconds, megabytes }, start) {
  const reading = seconds - start;
  return [
    number(value),
    (bytes / 1e6).toFixed(1),
    seconds.toFixed(3),
    ((seconds / rows) * 1e6).toFixed(3),
    ((reading / rows) * 1e6).toFixed(3),
    ((reading / bytes) * 1e9).toFixed(2),
    megabytes?.toFixed(0) ?? "–",
  ];
}
