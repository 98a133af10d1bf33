// The tables of docs/forensics.md: false alarms of every test on clean elections, and how often each
// notices each tampering. Usage, after a build:
//   node bench/forensics-power.mjs FILE.csv ELECTION [--clean 500] [--tampered 100] [--centre COLUMN]
// FILE gives the geometry only: everything that is tested is simulated.
import { parseArgs } from "node:util";
import { forensicStudy, simulateElection, tamper } from "../dist/index.js";
import * as elections from "../dist/elections.js";
import { readElectionFile, readTalliesFile } from "../dist/node.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clean: { type: "string", default: "500" },
    tampered: { type: "string", default: "100" },
    centre: { type: "string" },
  },
});
const [file, name] = positionals;
const election =
  Object.values(elections).find(({ id }) => id === name) ?? (await readElectionFile(name));
const { tallies } = await readTalliesFile(file, election);
const options = { ...(values.centre ? { centre: values.centre } : {}), simulations: 20 };
const study = forensicStudy(tallies, options);
const { family } = study.ground;
const [first, second] = study.settings.candidates;
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
const label = ({ kind, subject }) => `${kind}, ${subject.candidate ?? subject.figure}`;

const clean = Number(values.clean);
const alarms = family.map(() => 0);
const places = family.map(() => 0);
for (let index = 0; index < clean; index++) {
  const { p, flagged } = study.replicate(index);
  for (const at of family.keys()) {
    if (p[at] <= 0.05) alarms[at]++;
    places[at] += flagged[at];
  }
}
console.log(
  `| Test | False alarms in ${clean} | Places flagged by chance |\n| --- | ---: | ---: |`,
);
for (const [at, member] of family.entries())
  console.log(
    `| ${label(member)} | ${percent(alarms[at], clean)} | ${(places[at] / clean).toFixed(2)} |`,
  );

const tampered = Number(values.tampered);
const shares = [0.01, 0.05, 0.1];
const kinds = ["stuffing", "transfer", "invention", "rounding"];
const noticed = new Map();
for (const tampering of kinds)
  for (const stations of shares) {
    const counts = family.map(() => 0);
    for (let index = 0; index < tampered; index++) {
      const seed = `power/${index}`;
      const made = simulateElection(tallies, {
        seed,
        ...(values.centre ? { centre: values.centre } : {}),
      });
      const changed = tamper(made, { tampering, stations, to: second, from: first, seed });
      const { p } = testsOf(changed);
      for (const at of family.keys()) if (p[at] <= 0.05) counts[at]++;
    }
    noticed.set(`${tampering} ${stations}`, counts);
    console.error(`${tampering} at ${100 * stations} %`);
  }

/** The tests of tallies, without simulating: a study of no replicates. */
function testsOf(changed) {
  const found = forensicStudy(changed, options).finish([]);
  return {
    p: family.map(
      (member) => found.tests.find((test) => label(test) === label(member) && "p" in test)?.p ?? 1,
    ),
  };
}

const heads = kinds.map((kind) => `${kind} 1 / 5 / 10 %`);
console.log(`\n| Test | ${heads.join(" | ")} |\n| --- |${heads.map(() => " ---: |").join("")}`);
for (const [at, member] of family.entries()) {
  const cells = kinds.map((kind) =>
    shares
      .map((share) => Math.round((100 * noticed.get(`${kind} ${share}`)[at]) / tampered))
      .join(" / "),
  );
  console.log(`| ${label(member)} | ${cells.join(" | ")} |`);
}
