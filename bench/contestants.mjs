import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { dependencies } = JSON.parse(readFileSync(here("package.json"), "utf8"));

export const OUR_CLI = here("../dist/cli.js");
export const OURS = "tallyproof";
const ourCommand = (file) => [
  process.execPath,
  OUR_CLI,
  "verify",
  file,
  "--election",
  "venezuela-2024",
  "--by",
  "EDO",
];

/**
 * Who can run here. `command` is what is timed, `totalsCommand` what prints the totals to compare,
 * which `toTotals` reads; who has no totals only starts and stops.
 */
export function findContestants() {
  const python = findPython();
  const all = [
    {
      name: OURS,
      command: ourCommand,
      totalsCommand: (file) => [...ourCommand(file), "--json"],
      toTotals: ourTotals,
      // Status 1 says that a claim is contradicted, which is a result.
      statuses: [0, 1],
    },
    peer({ module: "@duckdb/node-api", script: "peers/duckdb.mjs" }),
    peer({ module: "nodejs-polars", script: "peers/polars.mjs" }),
    python && {
      name: `Python ${python.version}, csv module`,
      ...script(python.path, "peers/python_csv.py"),
    },
    { name: "node -e 0, the floor", command: () => [process.execPath, "-e", "0"], statuses: [0] },
  ];
  return all.filter(Boolean);
}

function peer({ module, script: path }) {
  const name = `${module} ${dependencies[module]}`;
  // A native library that was not built for this machine is installed as nothing at all.
  const load = ["--input-type=module", "--eval", `import ${JSON.stringify(module)}`];
  const { status } = spawnSync(process.execPath, load, { cwd: here(".") });
  if (status === 0) return { name, ...script(process.execPath, path) };
  console.log(`Skipped: ${name} does not load here.`);
  return undefined;
}

function script(program, path) {
  const command = (file, encoding) => [program, here(path), file, encoding];
  return { command, totalsCommand: command, toTotals: (totals) => totals, statuses: [0] };
}

/** The program itself: `python3` may be a version manager's script, which takes time of its own. */
function findPython() {
  const ask = "import platform, sys; print(sys.executable); print(platform.python_version())";
  const { status, stdout } = spawnSync("python3", ["-c", ask], { encoding: "utf8" });
  if (status === 0) {
    const [path, version] = stdout.trim().split(/\r?\n/);
    return { path, version };
  }
  console.log("Skipped: there is no python3 here.");
  return undefined;
}

function ourTotals({ rows, count, regions }) {
  const named = ({ stations, validVotes, candidates }) => ({
    stations,
    VOTOS_VALIDOS: validVotes,
    ...Object.fromEntries(candidates.map(({ code, votes }) => [code, votes])),
  });
  return {
    failed: rows.read - rows.accepted,
    overall: named(count),
    byEdo: Object.fromEntries(regions.map(({ region, count: part }) => [region[0], named(part)])),
  };
}
