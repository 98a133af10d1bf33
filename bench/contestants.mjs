import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ours } from "./ours.mjs";
import { SHAPES } from "./shapes.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { dependencies } = JSON.parse(readFileSync(here("package.json"), "utf8"));

/** Names of the rows that others are compared with. */
export const FLOOR = "bare byte scan";
export const START = "node -e 0";

/**
 * Who can run here. `command` is what is timed, `totalsCommand` what prints the totals to compare,
 * which `toTotals` reads; who only `adds` is asked for the sum of all counts. Who is not `exact`
 * takes some text for a count that is none, so nobody expects the same of it on a damaged file.
 */
export function findContestants({ cli }) {
  const python = findPython();
  const duckdb = loads("@duckdb/node-api");
  const polars = loads("nodejs-polars");
  /** For one kind of file. */
  return (kind, { withPython }) => {
    const { rows } = SHAPES[kind];
    const node = (path, counts) => (file, encoding) => [
      process.execPath,
      here(`peers/${path}-${rows}.mjs`),
      file,
      kind,
      counts,
      encoding,
    ];
    const native = (name, path) => [
      peer(`${name}, counts as text`, node(path, "text"), true),
      peer(`${name}, counts as integers`, node(path, "integers"), false),
    ];
    return [
      ours(cli, kind),
      ...(duckdb ? native(duckdb, "duckdb") : []),
      ...(polars ? native(polars, "polars") : []),
      ...(python && withPython ? [pythonPeer(python, kind)] : []),
      {
        name: FLOOR,
        command: (file) => [process.execPath, here("floor.mjs"), file, kind],
        adds: true,
        statuses: [0],
      },
      { name: START, command: () => [process.execPath, "-e", "0"], statuses: [0] },
    ];
  };
}

function peer(name, command, exact, isNative = true) {
  const toTotals = (totals) => totals;
  return {
    name,
    isPeer: true,
    isNative,
    exact,
    command,
    totalsCommand: command,
    toTotals,
    statuses: [0],
  };
}

function pythonPeer({ path, version }, kind) {
  const { rows } = SHAPES[kind];
  const command = (file, encoding) => [
    path,
    here(`peers/python_csv_${rows}.py`),
    file,
    JSON.stringify(SHAPES[kind]),
    encoding,
  ];
  return peer(`Python ${version}, csv module`, command, true, false);
}

/** A module's name and version, if it loads. */
function loads(module) {
  const name = `${module} ${dependencies[module]}`;
  // A native library that was not built for this machine is installed as nothing at all.
  const load = ["--input-type=module", "--eval", `import ${JSON.stringify(module)}`];
  const { status } = spawnSync(process.execPath, load, { cwd: here(".") });
  if (status === 0) return name;
  console.log(`Skipped: ${name} does not load here.`);
  return undefined;
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
