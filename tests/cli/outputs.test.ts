// The files that the built command writes, and what it prints instead of text.
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../command";

const folder = mkdtempSync(join(tmpdir(), "tallyproof-outputs-"));
const here = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(here(name), "utf8");
const VERIFY = ["verify", "fixtures/tierra-clara.csv", "-e", "fixtures/tierra-clara.json"];
const run = (...args: string[]) => runCommand([...VERIFY, ...args]);

describe("outputs", () => {
  test("--html, --charts and --csv beside the text", async () => {
    const { status, err } = await run(
      "--html",
      here("report.html"),
      "--charts",
      here("charts"),
      "--csv",
      here("csv"),
      "--by",
      "PAR",
    );
    expect([status, err]).toEqual([1, ""]);
    expect(read("report.html")).toMatch(/^<!doctype html>[^]*<svg role="img"/);
    expect(readdirSync(here("charts")).sort()).toEqual(
      ["cumulative", "regions", "remainder", "shares"].flatMap((name) => [
        `${name}.svg`,
        `${name}.vl.json`,
      ]),
    );
    const { resources } = JSON.parse(read("csv/datapackage.json"));
    const files = readdirSync(here("csv")).sort();
    expect(files).toEqual(["candidates.csv", "datapackage.json", "issues.csv", "regions.csv"]);
    expect(resources.map(({ path }: { path: string }) => path).sort()).toEqual(
      files.filter((file) => file.endsWith(".csv")),
    );
    // Nothing half written is left.
    expect(readdirSync(folder).filter((file) => file.endsWith(".tmp"))).toEqual([]);
  });

  test("--markdown and --lang", async () => {
    const { out } = await run("--markdown", "--lang", "es");
    expect(out).toMatch(/^# Tierra Clara/);
    expect(out).toContain("- **CONTRADICHA**");
  });

  test("--max-turnout says that it is an assumption", async () => {
    const { out } = await run("--max-turnout", "60");
    expect(out.split("\n")[2]).toMatch(/^Assumed, and not known: .* at most 60 %/);
  });

  test.each<[string, string[], RegExp]>([
    ["a language that there is not", ["--lang", "fr"], /--lang is en or es; there is no "fr"/],
    ["a turnout that is none", ["--max-turnout", "101"], /--max-turnout is a percentage/],
    ["two formats", ["--json", "--markdown"], /Choose one/],
    ["a folder that cannot be made", ["--csv", "package.json/x"], /cannot be made or is no folder/],
    ["a file in no folder", ["--html", here("no/where.html")], /could not be written/],
  ])("%s is refused in a sentence", async (_, args, message) => {
    const { status, out, err } = await run(...args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).not.toContain("    at ");
  });

  test("a file that was there stays as it was when the new one cannot be written", async () => {
    writeFileSync(here("kept"), "old");
    const { status } = await run("--html", join(here("kept"), "report.html"));
    expect(status).toBe(2);
    expect(read("kept")).toBe("old");
    expect(existsSync(`${here("kept")}.tmp`)).toBe(false);
  });
});
