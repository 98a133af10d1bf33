// `tallyproof forensics`, as built.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forensics, forensicsToJson, readTallies } from "../../src/index";
import { runCommand } from "../command";
import { bytesOf, tierraClara } from "../fixtures";
import { runs } from "../laws";

const folder = mkdtempSync(join(tmpdir(), "tallyproof-forensics-"));
const FORENSICS = ["forensics", "fixtures/tierra-clara.csv", "-e", "fixtures/tierra-clara.json"];
const run = (...args: string[]) => runCommand([...FORENSICS, ...args]);
const PLAN =
  '{ "tests": ["last-digit", "whole-percentages"], "seed": "2024-07-28", "simulations": 60 }\n';
const plan = join(folder, "plan.json");
writeFileSync(plan, PLAN);

test("prints a report and exits with 0", async () => {
  const { status, out, err } = await run("--simulations", "30");
  expect([status, err]).toEqual([0, ""]);
  expect(out).toContain("30 clean elections simulated");
});

// In full they are 1,215 stations times 500 elections, which are worth threads.
test("the same bytes on any number of threads", async () => {
  const simulations = runs(500);
  const { out } = await run("--json", "--simulations", `${simulations}`);
  const data = bytesOf("fixtures/tierra-clara.csv");
  const { tallies } = readTallies({ name: "tierra-clara.csv", data }, tierraClara);
  expect(out).toBe(forensicsToJson(forensics(tallies, { simulations })));
}, 120_000);

test("a plan is hashed, and what it does not name is exploratory", async () => {
  const { out } = await run("--plan", plan, "--lang", "es");
  const text = out.replace(/\s+/g, " ");
  expect(text).toContain(createHash("sha256").update(PLAN).digest("hex"));
  expect(text).toContain("exploratoria");
});

test("--html and --charts", async () => {
  const page = join(folder, "page.html");
  await run("--simulations", "20", "--html", page, "--charts", join(folder, "charts"));
  expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>[^]*<svg role="img"/);
  expect(readdirSync(join(folder, "charts"))).toHaveLength(12);
});

test.each<[string, string[], number, RegExp]>([
  ["a plan and what it fixes", ["--plan", plan, "--seed", "1"], 2, /--plan fixes what is tested/],
  ["a plan that is no JSON", ["--plan", "README.md"], 2, /is not JSON/],
  ["a plan that is not there", ["--plan", "no.json"], 3, /There is no file/],
  ["no number", ["--simulations", "many"], 2, /--simulations is a number/],
  ["too few", ["--simulations", "5"], 2, /Simulate from 20/],
  ["no such column", ["--centre", "X"], 2, /no region column "X"/],
])("%s", async (_, args, status, message) => {
  const result = await run(...args);
  expect(result).toMatchObject({ status, out: "", err: expect.stringMatching(message) });
});
