// Times what comes after reading (counts, judging, the report) beside reading, in one process:
//   node bench/after.mjs FILE ELECTION.json|ID [--by COLUMN] [--rounds NUMBER]
// The first round is what a run of the command sees: nothing is compiled yet.
import { parseArgs } from "node:util";
import * as elections from "../dist/elections.js";
import { toText, verify } from "../dist/index.js";
import { readElectionFile, readTalliesFile } from "../dist/node.js";
import { median } from "./median.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: "string" },
    rounds: { type: "string", default: "5" },
  },
});
const [file, named] = positionals;
if (named === undefined) {
  console.error("Name a file and its election: node bench/after.mjs wide.csv wide.json");
  process.exit(2);
}
const known = Object.values(elections).find(({ id }) => id === named);
const election = known ?? (await readElectionFile(named));

const reading = [];
const after = [];
for (let round = 0; round <= Number(values.rounds); round++) {
  const start = performance.now();
  const { tallies } = await readTalliesFile(file, election);
  const read = performance.now();
  toText(verify(election, tallies, { by: values.by }));
  reading.push(read - start);
  after.push(performance.now() - read);
}
report("first round", reading[0], after[0]);
report(`median of ${values.rounds} more`, median(reading.slice(1)), median(after.slice(1)));

function report(when, read, rest) {
  console.log(
    `${when}: reading ${read.toFixed(1)} ms, after it ${rest.toFixed(1)} ms, ` +
      `${((rest / read) * 100).toFixed(1)} % of reading`,
  );
}
