// Times judging beside reading, in one process, in turn: node bench/judge.mjs FILE [--rounds NUMBER]
// Judging is all that claims cost: `verify` with the election's claims less `verify` without any.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readTallies, verify } from "../dist/index.js";
import { venezuela2024 } from "../dist/elections.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "31" } },
});
const [file] = positionals;
if (file === undefined) {
  console.error("Name a file of venezuela-2024: node bench/judge.mjs FILE");
  process.exit(2);
}
const data = new Uint8Array(readFileSync(file));
const { tallies } = readTallies(data, venezuela2024);
const withoutClaims = { ...venezuela2024, claims: [] };

const jobs = {
  reading: () => readTallies(data, venezuela2024),
  "with claims": () => verify(venezuela2024, tallies),
  "without claims": () => verify(withoutClaims, tallies),
};
const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
// The first rounds only warm up.
for (let round = -5; round < Number(values.rounds); round++)
  for (const [name, job] of Object.entries(jobs)) {
    const start = performance.now();
    job();
    if (round >= 0) times[name].push(performance.now() - start);
  }

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const reading = median(times.reading);
const judging = median(times["with claims"]) - median(times["without claims"]);
console.log(`reading ${reading.toFixed(1)} ms, judging ${judging.toFixed(1)} ms,`);
console.log(
  `judging ÷ reading ${(judging / reading).toFixed(3)} (median of ${values.rounds} rounds)`,
);
