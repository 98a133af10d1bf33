// Writes a file to measure with, and beside it the election that describes it (FILE.json):
//   node bench/make.mjs v2|wide|long FILE.csv [--rows N] [--candidates N] [--bad PERCENT] [--seed N]
// The same options give the same bytes. Of `v2` only the seed can be chosen, and bad rows or none.
import { parseArgs } from "node:util";
import { writeDataSet } from "./files/data-set.mjs";
import { KINDS } from "./files/kinds.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string" },
    candidates: { type: "string", default: "10" },
    bad: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
  },
});
const [kind, file] = positionals;
if (!Object.hasOwn(KINDS, kind ?? "") || file === undefined) {
  console.error("Say what to write and where to: node bench/make.mjs v2|wide|long FILE.csv");
  process.exit(2);
}
const { rows } = KINDS[kind];
const numbers = Object.entries({ rows, ...values }).map(([name, value]) => [name, Number(value)]);
writeDataSet(file, kind, Object.fromEntries(numbers));
