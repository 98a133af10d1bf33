// Installs the packed package into empty projects and uses it as its users do: compiled under
// NodeNext and bundler resolution, without DOM types; run from ESM, from CommonJS, and as a command.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tallyproof-consumer-"));
const run = (command, args, cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const csv =
  "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
  "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";

/** Stations of a large file, and its text. */
const LARGE = 1_400_000;
const [header] = csv.split("\n");
const row = (station) => `E,M,P,${100_000_000 + station},1,500,300,2,200,100,0,0,0,0,0,0,0,0\n`;
const large = [`${header}\n`, ...Array.from({ length: LARGE }, (_, at) => row(at))].join("");
const sha256 = createHash("sha256").update(large).digest("hex");

const consumer = `
import * as core from "tallyproof/core";
import { sentences } from "tallyproof/core/en";
import { TallyError, count, parseElection, readTallies, toText, verify } from "tallyproof";
import type { Claim, Count, Election, Issue, StationTally, Tallies, Verification } from "tallyproof";
import { venezuela2024 } from "tallyproof/elections";
import { readElectionFile, readRegisterFile, readTalliesFile } from "tallyproof/node";
import { countSql, countWithSql } from "tallyproof/sql";
import type { SqlCount, SqlRow, SqlTable } from "tallyproof/sql";

const election: Election = parseElection(venezuela2024);
const { tallies, issues }: { tallies: Tallies; issues: readonly Issue[] } = readTallies(${JSON.stringify(csv)}, election);
const first: StationTally | undefined = tallies.at(0);
const totals: Count = count(tallies);
const verification: Verification = verify(election, tallies);
const claim: Claim | undefined = verification.election.claims[0];
const [official] = election.claims;
const small: string = official ? core.explain(core.judge(official, tallies, election.universe, sentences)) : "";
const text: string = toText(verification, { color: false });
const table: SqlTable = ["public", "tallies"];
const sql: string = countSql(election, { table, dialect: "postgresql" });
const query = async (): Promise<SqlRow[]> => [];
const counted = (): Promise<SqlCount> => countWithSql(election, { table, query });
const failure: unknown = new TallyError("usage-invalid", "no");
if (!(failure instanceof TallyError)) throw new Error("no brand");
export { claim, counted, first, issues, readElectionFile, readRegisterFile, readTalliesFile, small, sql, text, totals };
`;

const checks = (load) => `
${load}
const { tallies } = readTallies(${JSON.stringify(csv)}, venezuela2024);
if (tallies.length !== 1) throw new Error("tallies");
if (verify(venezuela2024, tallies).count.validVotes !== 300) throw new Error("count");
const [official] = venezuela2024.claims;
const small = core.judge(official, core.readTallies(${JSON.stringify(csv)}, venezuela2024).tallies, venezuela2024.universe, sentences);
if (core.explain(small) !== explain(verify(venezuela2024, tallies).verdicts[0])) throw new Error("core");
const columns = ${JSON.stringify(csv.split("\n")[0].split(","))};
if (!countSql(venezuela2024, { table: "t", columns }).startsWith("WITH")) throw new Error("SQL");
let caught;
readTalliesFile("no-such-file.csv", venezuela2024)
  .catch((error) => { caught = error; })
  .then(async () => {
    if (!(caught instanceof TallyError)) throw new Error("an error of tallyproof/node is not a TallyError");
    // So large that a thread takes its hash, from a file of its own.
    const { existsSync } = await import("node:fs");
    if (!existsSync("node_modules/tallyproof/dist/hash-worker.js")) throw new Error("no thread");
    return readTalliesFile("../large.csv", venezuela2024);
  })
  .then(({ tallies }) => {
    if (tallies.length !== ${LARGE}) throw new Error("a large file");
    if (tallies.sources[0].sha256 !== "${sha256}") throw new Error("its hash");
    console.log("ran");
  });
`;

try {
  writeFileSync(join(folder, "large.csv"), large);
  // The build before packing may print; the name of the package is the last line.
  const printed = run("npm", ["pack", "--silent", "--pack-destination", folder], root);
  const packed = printed.trim().split("\n").at(-1);
  for (const [name, resolution] of [
    ["nodenext", { module: "NodeNext", moduleResolution: "NodeNext" }],
    ["bundler", { module: "ESNext", moduleResolution: "Bundler" }],
  ]) {
    const project = join(folder, name);
    mkdirSync(project);
    const write = (file, text) => writeFileSync(join(project, file), text);
    write("package.json", JSON.stringify({ name, private: true, type: "module" }));
    run("npm", ["install", "--silent", "--no-audit", "--no-fund", join(folder, packed)], project);
    write("consumer.ts", consumer);
    write(
      "tsconfig.json",
      JSON.stringify({
        compilerOptions: {
          ...resolution,
          target: "ES2022",
          lib: ["ES2023"],
          types: [],
          strict: true,
          noEmit: true,
          // The declarations themselves are checked, not skipped.
          skipLibCheck: false,
        },
        include: ["consumer.ts"],
      }),
    );
    run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project]);
    const esm = `import * as core from "tallyproof/core";
import { sentences } from "tallyproof/core/en";
import { TallyError, explain, readTallies, verify } from "tallyproof";
import { venezuela2024 } from "tallyproof/elections";
import { readTalliesFile } from "tallyproof/node";
import { countSql } from "tallyproof/sql";`;
    const cjs = `const core = require("tallyproof/core");
const { sentences } = require("tallyproof/core/en");
const { TallyError, explain, readTallies, verify } = require("tallyproof");
const { venezuela2024 } = require("tallyproof/elections");
const { readTalliesFile } = require("tallyproof/node");
const { countSql } = require("tallyproof/sql");`;
    write("esm.mjs", checks(esm));
    write("cjs.cjs", checks(cjs));
    for (const script of ["esm.mjs", "cjs.cjs"])
      if (run(process.execPath, [script], project).trim() !== "ran") throw new Error(script);
    const version = run("npx", ["--no-install", "tallyproof", "--version"], project).trim();
    console.log(
      `${name}: compiles without DOM types, runs from ESM, CommonJS and as a command (${version})`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
