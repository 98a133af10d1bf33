import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "../command";
import { hasRealData, pathOf, realFile } from "../fixtures";

const folder = mkdtempSync(join(tmpdir(), "tallyproof-estimates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [first, again] = ["fixtures/tierra-clara.csv", "fixtures/tierra-clara-again.csv"];
const election = ["--election", "fixtures/tierra-clara.json"];
const slow = { seconds: 120 };

describe("reconcile", () => {
  test("differences are an answer: the status is 0, and the files are written", async () => {
    const [csv, page] = [join(folder, "d.csv"), join(folder, "d.html")];
    const args = ["reconcile", first, again, ...election, "--csv", csv, "--html", page, "--json"];
    const { status, out, err } = await runCommand(args, slow);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ kind: "reconciliation", schema: 1 });
    expect(readFileSync(csv, "utf8").split("\r\n")).toHaveLength(13);
    expect(readFileSync(page, "utf8")).toContain("020403132/02");
  }, 150_000);

  test("three files are settled by majority", async () => {
    const third = join(folder, "third.csv");
    writeFileSync(
      third,
      readFileSync(pathOf(first))
        .subarray(0, 60_000)
        .toString()
        .replace(/\n[^\n]*$/, "\n"),
    );
    const args = ["reconcile", first, again, third, ...election, "--lang", "es"];
    const { status, out } = await runCommand(args, slow);
    expect(status).toBe(0);
    expect(out).toContain("3 transcripciones");
  }, 150_000);

  test.each([
    [["reconcile", first, ...election], /two or more files/],
    [["reconcile", first, again], /--election/],
    [["reconcile", first, again, ...election, "--roll-up", "NOWHERE"], /no region column/],
    [["estimate", first, ...election, "--strata", "NOWHERE"], /no region column/],
    [["estimate", first, ...election, "--json", "--markdown"], /Choose one/],
  ] as const)(
    "%j is a wrong call",
    async (args, message) => {
      const { status, out, err } = await runCommand(args, slow);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).toMatch(message);
    },
    150_000,
  );

  test.runIf(hasRealData)(
    "--layout reads what the election does not fit",
    async () => {
      const args = [
        "reconcile",
        realFile("V2"),
        "../shared/data/venezuela-2024/2024_vzla_presidential.csv",
        "-e",
        "venezuela-2024",
        "--layout",
        "examples/venezuela-2024-qr.json",
      ];
      const { status, out } = await runCommand(args, slow);
      expect(status).toBe(0);
      expect(out).toContain("21,937 stations are in both; 7 of them differ.");
      const alone = await runCommand(args.slice(0, 5), slow);
      expect(alone.status).toBe(3);
    },
    150_000,
  );
});

describe("estimate", () => {
  test("prints the coverage first, and writes page and charts", async () => {
    const charts = join(folder, "charts");
    const page = join(folder, "e.html");
    const args = [
      "estimate",
      first,
      ...election,
      "--strata",
      "EDO",
      "--charts",
      charts,
      "--html",
      page,
    ];
    const { status, out } = await runCommand(args, slow);
    expect(status).toBe(0);
    expect(out.split("\n")[2]).toMatch(/came by themselves/);
    for (const name of ["envelope", "tipping"])
      expect(
        JSON.parse(readFileSync(join(charts, `${name}.vl.json`), "utf8")).layer.length,
      ).toBeGreaterThan(2);
    expect(readFileSync(page, "utf8").match(/<figure>/g)).toHaveLength(2);
  }, 150_000);

  test("--sample makes it a sample", async () => {
    const { out } = await runCommand(["estimate", first, ...election, "--sample", "--json"], slow);
    expect(JSON.parse(out)).toMatchObject({ kind: "estimate", coverage: { kind: "sample" } });
  }, 150_000);
});
