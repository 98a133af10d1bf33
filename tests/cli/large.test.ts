// A file so large that a thread of its own takes its hash: the command says what `readTallies` says of its bytes.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issuesToCsv, parseElection, readTallies, toJson, verify } from "../../src/index";
import { readTalliesFile } from "../../src/node/index";
import { runCommand } from "../command";
import { pathOf, smallElection } from "../fixtures";

const folder = mkdtempSync(join(tmpdir(), "tallyproof-large-"));
afterAll(() => rmSync(folder, { recursive: true }));

const made = (kind: "wide" | "long", rows: number) => {
  const path = join(folder, `${kind}.csv`);
  const more = ["--rows", `${rows}`, "--bad", "0.1"];
  execFileSync(process.execPath, [pathOf("bench/make.mjs"), kind, path, ...more]);
  const election = JSON.parse(readFileSync(path.replace(".csv", ".json"), "utf8"));
  return { path, election: parseElection(election) };
};

// 68 and 70 MB.
describe.each([
  ["wide", 400_000],
  ["long", 700_000],
] as const)("a %s file", (kind, rows) => {
  let file: ReturnType<typeof made>;
  beforeAll(() => {
    file = made(kind, rows);
  });

  test("every figure and every issue is the same", async () => {
    const { path, election } = file;
    const issues = join(folder, `${kind}-issues.csv`);
    const args = ["verify", path, "-e", path.replace(".csv", ".json"), "--by", "STATE"];
    const { err, out } = await runCommand([...args, "--json", "--issues", issues], {
      seconds: 120,
    });
    const bytes = new Uint8Array(readFileSync(path));
    const { tallies } = readTallies({ name: `${kind}.csv`, data: bytes }, election);
    expect(tallies.rows.rejected).toBeGreaterThan(50);
    const expected = toJson(verify(election, tallies, { by: "STATE", language: "en" }));
    expect(err).toBe("");
    expect(out.trimEnd() === expected.trimEnd()).toBe(true);
    expect(readFileSync(issues, "utf8")).toBe(issuesToCsv(tallies.issues));
  });
});

test("a file that must be read again, as a whole, is hashed again", async () => {
  const path = join(folder, "mixed.csv");
  const rows = Array.from({ length: 680_000 }, (_, at) => `S${at},1,1,${"-".repeat(90)}\n`);
  // UTF-8, and soon a line that is not: all of it is Windows-1252.
  const first = Buffer.from("station,A,B,note\nŠ,1,1,\n");
  const bytes = Buffer.concat([
    first,
    Buffer.from("\xf1,1,1,\n", "latin1"),
    Buffer.from(rows.join("")),
  ]);
  expect(bytes.length).toBeGreaterThan(1 << 26);
  writeFileSync(path, bytes);
  const universe = { stations: 700_000, registeredVoters: 1_000_000 };
  const { tallies } = await readTalliesFile(path, smallElection({ universe }));
  expect(tallies.sources).toEqual([
    {
      name: "mixed.csv",
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      encoding: "windows-1252",
    },
  ]);
});

test("a file that changes while it is being read is refused", async () => {
  const { path, election } = made("wide", 100_000);
  let changed = false;
  const read = readTalliesFile(path, election, {
    onProgress: () => {
      if (!changed) utimesSync(path, 1, 1);
      changed = true;
    },
  });
  await expect(read).rejects.toMatchObject({
    code: "file-unreadable",
    message: expect.stringContaining("was changed while it was being read"),
  });
  expect(changed).toBe(true);
});
