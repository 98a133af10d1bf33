// The built command from the tallies to the report, and what it refuses.
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256Of } from "../../src/audit/list-csv";
import { runCommand } from "../command";
import { hasRealData, pathOf, realFile } from "../fixtures";

const SEED = "31415926535897932384";
const root = mkdtempSync(join(tmpdir(), "tallyproof-audit-"));
const CLARA = ["fixtures/tierra-clara.csv", "-e", "fixtures/tierra-clara.json"];
const audit = (...args: string[]) => runCommand(["audit", ...args]);
const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

/** An entry sheet with the counts that are reported in the list, by a reader who finds no error. */
function fill(folder: string, name: string, change = (votes: string[]) => votes): void {
  const rows = (text: string) =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
  const [header, ...list] = rows(read(folder, "list.csv"));
  const votes = new Map(list.map(([station, , ...counts]) => [station!, counts]));
  const candidates = header!.length - 2;
  const [titles, ...sheets] = rows(read(folder, name));
  const filled = sheets.map(([order, station, , ...rest]) => [
    order,
    station,
    "",
    ...change(votes.get(station!)!.slice(0, candidates)),
    ...rest.slice(candidates),
  ]);
  writeFileSync(join(folder, name), [titles, ...filled].map((row) => row!.join(",")).join("\n"));
}

async function draw(name: string): Promise<string> {
  const folder = join(root, name);
  await audit("commit", ...CLARA, "--out", folder, "--date", "2025-10-06");
  const { status, err } = await audit(
    ..."draw --seed-date 2025-10-07 --sheets 70,2".split(" "),
    folder,
    "--seed",
    SEED,
  );
  expect([status, err]).toEqual([0, ""]);
  return folder;
}

let original: string;
beforeAll(async () => {
  original = await draw("original");
});

/** A folder of its own with what was drawn once. */
function drawn(name: string): string {
  const folder = join(root, name);
  cpSync(original, folder, { recursive: true });
  return folder;
}

const ENTRIES = [1, 2].flatMap((round) =>
  [1, 2].map((reader) => `entry-round-${round}-reader-${reader}.csv`),
);

describe("audit", () => {
  test("from a plan to a page, in both languages", async () => {
    const plan = await audit("plan", ...CLARA, "--risk-limit", "0.05", "--assume", "0.01:0.5");
    expect(plan.err).toBe("");
    expect(plan.out).toMatch(/^Plan of an audit: Tierra Clara/);
    const folder = drawn("whole");
    const commitment = JSON.parse(read(folder, "commitment.json"));
    expect(commitment).toMatchObject({ date: "2025-10-06", riskLimit: 0.05, drawing: "weighted" });
    expect(commitment.listSha256).toBe(sha256Of(read(folder, "list.csv")));
    expect(read(folder, "draw.csv").trimEnd().split("\n")).toHaveLength(73);
    // A reader does not see what was reported.
    for (const name of ENTRIES)
      expect(read(folder, name)).toMatch(/^order,station,state,.*,qr\n\d+,[^,]+,,+\n/);

    const open = await audit("risk", folder);
    expect([open.status, open.err]).toEqual([1, ""]);
    expect(open.out).toMatch(/ {2}OPEN/);
    for (const name of ENTRIES) fill(folder, name);
    const page = join(root, "audit.html");
    const done = await audit("risk", folder, "--html", page);
    expect([done.status, done.err]).toEqual([0, ""]);
    expect(done.out).toMatch(/ {2}SUPPORTED/);
    expect(done.out).toContain("Every sheet that could be read says what was reported.");
    expect(done.out).toContain(`sha256 ${commitment.listSha256}`);
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>[^]*supported[^]*<\/html>\n$/);
    expect(readFileSync(page, "utf8")).not.toContain("<script");
    const spanish = await audit("risk", folder, "--lang", "es", "--markdown");
    expect(spanish.out).toMatch(/^# Auditoría: Tierra Clara[^]*\*\*RESPALDADO\*\*/);
    const { risk, outcome, steps, reachedAt } = JSON.parse(
      (await audit("risk", folder, "--json")).out,
    );
    expect([outcome, steps.length]).toEqual(["supported", 72]);
    expect(risk).toBe(steps.at(-1).risk);
    expect(steps[reachedAt - 1].risk).toBeLessThanOrEqual(0.05);
    expect(steps[reachedAt - 2].risk).toBeGreaterThan(0.05);

    // What a reader has filled in survives a draw that is made longer.
    const before = read(folder, ENTRIES[0]!);
    const longer = "draw --seed-date 2025-10-07 --sheets 70,2,5".split(" ");
    const more = await audit(...longer, folder, "--seed", SEED);
    expect(more.out).toContain("For the readers: entry-round-3-reader-1.csv");
    expect(read(folder, ENTRIES[0]!)).toBe(before);
    expect((await audit("risk", folder)).out).toMatch(/77 draws: 72 read, .* 5 waiting/);
  });

  test("readers who differ hold the sheet up, and are named", async () => {
    const folder = drawn("differ");
    for (const name of ENTRIES) fill(folder, name);
    let first = true;
    fill(folder, ENTRIES[0]!, ([own = "", ...rest]) => {
      const changed = first ? `${Number(own) - 1}` : own;
      first = false;
      return [changed, ...rest];
    });
    const { status, out } = await audit("risk", folder);
    expect(status).toBe(1);
    expect(out).toMatch(/Readers differ on [^ ]+: look at it together/);
    expect(out).toMatch(/72 draws: 0 read, .* 72 waiting/);
  });

  test("two draws of the same seed are the same bytes", async () => {
    const [one, two] = [original, await draw("second")];
    for (const name of ["list.csv", "commitment.json", "draw.csv", "draw.json"])
      expect(read(one, name)).toBe(read(two, name));
  });

  test("a draw that was changed does not count", async () => {
    const folder = drawn("changed");
    const draw = JSON.parse(read(folder, "draw.json"));
    draw.sheets[0].station = draw.sheets[1].station;
    writeFileSync(join(folder, "draw.json"), JSON.stringify(draw));
    for (const name of ENTRIES) fill(folder, name);
    // The seed decides, and not the file.
    expect((await audit("risk", folder)).out).toMatch(/72 draws: 72 read/);
    const list = read(folder, "list.csv");
    writeFileSync(join(folder, "list.csv"), list.replace(/\n(\S)/, "\n9$1"));
    const { status, err } = await audit("risk", folder);
    expect([status, err]).toEqual([3, expect.stringMatching(/not the one that was committed to/)]);
  });

  test.each<[string, string[], number, RegExp]>([
    ["no step", [], 2, /audit is followed by plan, commit, draw or risk/],
    ["a strange step", ["guess"], 2, /audit is followed by/],
    ["no election", ["plan", CLARA[0]!], 2, /Say which election/],
    [
      "a seed too early",
      ["commit", ...CLARA, "--out", "x", "--seed", SEED],
      2,
      /The seed is drawn after the commitment/,
    ],
    [
      "a seed without a commitment",
      ["draw", root, "--seed", SEED, "--sheets", "3"],
      2,
      /There is no commitment/,
    ],
    ["no folder", ["risk"], 2, /Name the one folder/],
    [
      "a risk limit in percent",
      ["plan", ...CLARA, "--risk-limit", "5"],
      2,
      /--risk-limit is a number from 0 to 1/,
    ],
    ["no place to keep it", ["commit", ...CLARA], 2, /Say with --out/],
    ["another scope", ["plan", ...CLARA, "--scope", "some"], 2, /--scope is covered or all/],
    [
      "no such column",
      ["commit", ...CLARA, "--out", join(root, "e"), "--evidence", "Picture"],
      3,
      /no column "Picture"/,
    ],
    [
      "a claim of the other side",
      ["plan", ...CLARA, "--claim", "council-52"],
      2,
      /(not auditable|There is no claim)/,
    ],
  ])("refuses %s", async (_, args, expected, message) => {
    const { status, out, err } = await audit(...args);
    expect([status, out]).toEqual([expected, ""]);
    expect(err).toMatch(message);
    expect(err).not.toContain("    at ");
  });

  test("commits once to a folder", async () => {
    const folder = drawn("once");
    const again = await audit("commit", ...CLARA, "--out", folder);
    expect([again.status, again.err]).toEqual([2, expect.stringMatching(/A promise is made once/)]);
    expect(existsSync(join(folder, "draw.csv"))).toBe(true);
  });

  test("a commitment that is none", async () => {
    const folder = drawn("broken");
    writeFileSync(join(folder, "commitment.json"), '{"version": "1"}');
    const { status, err } = await audit("risk", folder);
    expect([status, err]).toEqual([
      3,
      expect.stringMatching(/no commitment of tallyproof audit commit.*riskLimit/s),
    ]);
  });
});

// The stations were worked out from the list by a program in another language (Python's hashlib and integers).
test.skipIf(!hasRealData)(
  "Venezuela: the published sheets at a risk limit of 5 %",
  async () => {
    const folder = join(root, "venezuela");
    const tallies = [pathOf(realFile("V1")), "-e", "venezuela-2024"];
    await audit("commit", ...tallies, "--out", folder, "--date", "2024-08-03");
    const { errorBound } = JSON.parse(read(folder, "commitment.json"));
    expect(errorBound).toBeCloseTo(5.535021607205227, 13);
    await audit(..."draw --seed-date 2024-08-04 --sheets 16".split(" "), folder, "--seed", SEED);
    expect(sha256Of(read(folder, "draw.csv"))).toBe(
      "112272d463ce7dd8350ddd106ef1518ea285fd06522453e2892d2a83b920ffb2",
    );
    const { sheets } = JSON.parse((await audit("plan", ...tallies, "--json")).out);
    expect(sheets.map(({ kaplanMarkov, betting }: any) => [kaplanMarkov, betting])).toEqual([
      [12, 13],
      [16, 16],
      [24, 25],
    ]);
    const all = JSON.parse((await audit("plan", ...tallies, "--scope", "all", "--json")).out);
    expect(all.margins[0].margin).toBe(267_776);
    expect(all.sheets.map(({ kaplanMarkov, betting }: any) => [kaplanMarkov, betting])).toEqual([
      [186, 195],
      [241, 254],
      [371, 390],
    ]);
  },
  60_000,
);
