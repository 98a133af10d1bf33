// What somebody who waits is told on standard error.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test, vi } from "vitest";
import { main } from "../../src/cli/main";
import { ProgressLine } from "../../src/cli/progress";
import { pathOf } from "../fixtures";

const folder = mkdtempSync(join(tmpdir(), "tallyproof-progress-"));
afterAll(() => rmSync(folder, { recursive: true }));
const here = (name: string) => join(folder, name);

test("progress is quiet for a second, then one line that is taken away again", () => {
  const written: string[] = [];
  let time = 0;
  const line = new ProgressLine(
    (text) => written.push(text),
    () => time,
  );
  const at = (milliseconds: number, part: number) => {
    time = milliseconds;
    line.update({ rows: 1000 * part, bytes: 1e6 * part, ofBytes: 1e7 });
  };
  at(900, 1);
  expect(written).toEqual([]);
  at(1000, 2);
  at(1100, 3);
  expect(written).toEqual(["\r2,000 rows, 20 %, 2.0 MB/s, 4 s left"]);
  at(2000, 8);
  expect(written.at(-1)).toBe("\r8,000 rows, 80 %, 4.0 MB/s, 1 s left");
  line.clear();
  expect(written.at(-1)).toMatch(/^\r +\r$/);
});

test("progress is told in the language of the report", () => {
  const written: string[] = [];
  let time = 0;
  const line = new ProgressLine(
    (text) => written.push(text),
    () => time,
    "es",
  );
  time = 1000;
  line.update({ rows: 16384, bytes: 2e6, ofBytes: 1e7 });
  expect(written).toEqual(["\r16.384 filas, 20 %, 2,0 MB/s, faltan 4 s"]);
});

/** Runs the command where somebody watches and every look at the clock is two seconds later. */
async function watched(...args: string[]) {
  let time = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (time += 2000));
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  try {
    const told = { out: write, err: write, color: false, watched: true };
    return { status: await main(args, told), written };
  } finally {
    clock.mockRestore();
  }
}

const ELECTION = ["-e", "fixtures/tierra-clara.json"];
const KNOWN = /^\r[\d,]+ rows, \d+ %, \d+\.\d MB\/s, \d+ s left *$/;

test("the line is gone before the message of a file that cannot be counted", async () => {
  const [header] = readFileSync("fixtures/tierra-clara.csv", "utf8").split("\n");
  writeFileSync(here("wrong.csv"), `${header}\n${"no tally\n".repeat(20_000)}`);
  const { status, written } = await watched(
    "verify",
    here("wrong.csv"),
    ...ELECTION,
    "--lang",
    "es",
  );
  expect(status).toBe(3);
  expect(written[0]).toMatch(/^\r20\.000 filas, 100 %, /);
  expect(written.at(-2)).toMatch(/^\r +\r$/);
  expect(written.at(-1)).toMatch(/^tallyproof: None of the /);
});

describe("how much is left is known of", () => {
  const stored = readFileSync("fixtures/tierra-clara.csv");
  writeFileSync(here("packed.csv.gz"), gzipSync(stored));

  test.each([
    ["verify", ["verify"]],
    ["estimate", ["estimate"]],
    ["audit", ["audit", "plan"]],
    ["reconcile", ["reconcile", "fixtures/tierra-clara-again.csv"]],
    ["forensics", ["forensics", "--simulations", "20"]],
  ])("a packed file: %s", async (_, args) => {
    const { status, written } = await watched(...args, here("packed.csv.gz"), ...ELECTION);
    expect(status).toBeLessThan(2);
    expect(written[0]).toMatch(KNOWN);
    expect(written.at(-1)).not.toContain("\r");
  });

  // In a process of its own, whose standard input this is.
  const terminal = here("terminal.mjs");
  writeFileSync(
    terminal,
    "let time = 0;\n" +
      "performance.now = () => (time += 2000);\n" +
      "process.stderr.isTTY = true;\n",
  );
  const command = ["--import", pathToFileURL(terminal).href, pathOf("dist/cli.js")];
  const readingIn = (
    input: { readonly input: Uint8Array } | { readonly stdio: (number | "pipe")[] },
  ) =>
    spawnSync(process.execPath, [...command, "verify", "-", ...ELECTION], {
      encoding: "utf8",
      ...input,
    });

  test("a file that is standard input", () => {
    const file = openSync("fixtures/tierra-clara.csv", "r");
    const { status, stderr } = readingIn({ stdio: [file, "pipe", "pipe"] });
    closeSync(file);
    expect(status).toBe(1);
    expect(stderr.slice(0, stderr.indexOf("\r", 1))).toMatch(KNOWN);
  });

  test("no pipe, whose rows and speed are told alone", () => {
    const { status, stderr } = readingIn({ input: stored });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^\r[\d,]+ rows, \d+\.\d MB\/s *\r/);
  });
});
