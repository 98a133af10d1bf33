// The built command as a whole process: what it prints, where, and its exit status.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { runCommand } from "../command";
import { pathOf, textOf } from "../fixtures";

const CSV = "fixtures/tierra-clara.csv";
const ELECTION = "fixtures/tierra-clara.json";
const folder = mkdtempSync(join(tmpdir(), "tallyproof-cli-"));
const file = (name: string, data: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
};

const run = (args: readonly string[], input?: string | Uint8Array) =>
  runCommand(args, input === undefined ? {} : { input });

describe("tallyproof verify", () => {
  test("prints the report; 1 says that a claim is contradicted", async () => {
    const { status, out, err } = await run(["verify", CSV, "--election", ELECTION, "--by", "EDO"]);
    expect([status, err]).toEqual([1, ""]);
    expect(out).toMatch(/^Tierra Clara/);
    expect(out).toContain("EDO. LAS PEÑAS");
  });

  test("0 says that none is", async () => {
    const election = JSON.parse(textOf(ELECTION));
    election.claims = election.claims.slice(1);
    const { status } = await run([
      "verify",
      CSV,
      "-e",
      file("calm.json", JSON.stringify(election)),
    ]);
    expect(status).toBe(0);
  });

  test("--json is the whole verification, the same bytes each time", async () => {
    const [first, second] = await Promise.all([
      run(["verify", CSV, "-e", ELECTION, "--json"]),
      run(["verify", CSV, "-e", ELECTION, "--json"]),
    ]);
    expect(first.out).toBe(second.out);
    const verification = JSON.parse(first.out);
    expect(verification.version).toBe(JSON.parse(textOf("package.json")).version);
    expect(verification.sources[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(verification.verdicts.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      "contradicted",
      "undecided",
      "undecided",
    ]);
  });

  test("a report names the file, not where it is kept; files of one name are told apart", async () => {
    const csv = readFileSync(pathOf(CSV), "utf8");
    const [header, ...rows] = csv.trimEnd().split("\n");
    const half = (at: number) => [header, ...rows.filter((_, row) => row % 2 === at)].join("\n");
    for (const part of ["one", "two"]) mkdirSync(join(folder, part), { recursive: true });
    const copy = file("one/tierra-clara.csv", csv);
    const [here, there] = await Promise.all([
      run(["verify", pathOf(CSV), "-e", ELECTION, "--json"]),
      run(["verify", copy, "-e", ELECTION, "--json"]),
    ]);
    expect(here.out).toBe(there.out);
    expect(JSON.parse(here.out).sources[0].name).toBe("tierra-clara.csv");
    const parts = [file("one/part.csv", half(0)), file("two/part.csv", half(1))];
    const both = await run(["verify", ...parts, "-e", ELECTION, "--json"]);
    const { sources } = JSON.parse(both.out) as { sources: { name: string }[] };
    expect(sources.map(({ name }) => name)).toEqual(["one/part.csv", "two/part.csv"]);
  });

  test("standard input, .gz, and a file in two parts give the same count", async () => {
    const csv = readFileSync(pathOf(CSV));
    const lines = csv.toString().trimEnd().split("\n");
    const parts = [lines.slice(0, 500), [lines[0], ...lines.slice(500)]].map((part, at) =>
      file(`part${at}.csv`, part.join("\n")),
    );
    const packed = file("packed.csv.gz", gzipSync(csv));
    const members = file(
      "members.csv.gz",
      Buffer.concat([gzipSync(csv.subarray(0, 9000)), gzipSync(csv.subarray(9000))]),
    );
    const runs = await Promise.all([
      run(["verify", CSV, "-e", ELECTION, "--json"]),
      run(["verify", "-", "-e", ELECTION, "--json"], csv),
      run(["verify", packed, "-e", ELECTION, "--json"]),
      run(["verify", members, "-e", ELECTION, "--json"]),
      run(["verify", ...parts, "-e", ELECTION, "--json"]),
    ]);
    const [first, ...others] = runs.map(({ out }) => JSON.parse(out));
    for (const other of others) {
      expect(other.count).toEqual(first.count);
      expect(other.verdicts).toEqual(first.verdicts);
    }
  });

  test("a register fills in the voters that the tallies lack", async () => {
    const lines = textOf(CSV).trimEnd().split("\n");
    const bare = lines.map((line) =>
      line
        .split(",")
        .filter((_, at) => at !== 8)
        .join(","),
    );
    const path = file("bare.csv", bare.join("\n"));
    const alone = await run(["verify", path, "-e", ELECTION, "--json"]);
    const joined = await run(["verify", path, "-e", ELECTION, "--register", CSV, "--json"]);
    const full = await run(["verify", CSV, "-e", ELECTION, "--json"]);
    expect(JSON.parse(alone.out).remainder.basis).toBe("ballots");
    expect(JSON.parse(joined.out).remainder).toEqual(JSON.parse(full.out).remainder);
  });

  test("a reader that stops early is no error", async () => {
    const child = spawn(
      "sh",
      ["-c", `"${process.execPath}" dist/cli.js verify ${CSV} -e ${ELECTION} --json | head -c 5`],
      { cwd: pathOf(".") },
    );
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    await new Promise((resolve) => child.on("close", resolve));
    expect(err).toBe("");
  });
});

describe("issues", () => {
  const lines = textOf(CSV).trimEnd().split("\n");
  const broken = [...lines.slice(0, 40), lines[40]!.replace(/^([^,]*,){9}/, (part) => `${part}x`)];
  const path = file("broken.csv", [...broken, ...lines.slice(41)].join("\n"));

  test("--issues writes every one, as CSV or JSON", async () => {
    const [csv, json] = ["issues.csv", "issues.json"].map((name) => join(folder, name));
    await run(["verify", path, "-e", ELECTION, "--issues", csv!]);
    await run(["verify", path, "-e", ELECTION, "--issues", json!]);
    const [issue] = JSON.parse(readFileSync(json!, "utf8"));
    expect(issue).toMatchObject({ code: "count-malformed", line: 41, field: "VOTOS_VALIDOS" });
    expect(readFileSync(csv!, "utf8").split("\r\n")[1]).toContain("error,count-malformed");
  });

  test("--strict exits with 3 when a row is in error; without it the rest counts", async () => {
    const lenient = await run(["verify", path, "-e", ELECTION]);
    expect(lenient.status).toBe(1);
    expect(lenient.out).toMatch(/1,215 read = 1,214 accepted \+ 1 rejected/);
    const text = lenient.out.replace(/\s+/g, " ");
    expect(text).toMatch(/at least [0-9]+ votes can be read on the rejected row of such stations/);
    expect(text).toMatch(
      /these verdicts stand: electoral council: .* They could decide: opposition/,
    );
    const strict = await run(["verify", path, "-e", ELECTION, "--strict"]);
    expect(strict).toMatchObject({ status: 3, err: expect.stringMatching(/--strict: 1 error/) });
    expect((await run(["verify", CSV, "-e", ELECTION, "--strict"])).status).toBe(1);
  });

  test("a register's own issues are told", async () => {
    const register = file("register.csv", "CENTRO,MESA,RE\n10101001,1,483\n10101001,2,5OO\n");
    const { out } = await run(["verify", CSV, "-e", ELECTION, "--register", register]);
    expect(out).toMatch(/Register:[^]*1 station, of which 1 are\s+covered; it is\s+partial/);
    expect(out).toMatch(/count-malformed/);
  });
});

describe("tallyproof inspect", () => {
  test("looks at a file, and drafts an election that verifies it", async () => {
    const draft = join(folder, "draft.json");
    const seen = await run(["inspect", CSV, "--draft", draft]);
    expect(seen).toMatchObject({ status: 0, err: expect.stringMatching(/draft is in/) });
    expect(seen.out).toMatch(/candidates: EG, NM, LM/);
    const open = await run(["verify", CSV, "-e", draft]);
    expect(open).toMatchObject({ status: 2, err: expect.stringMatching(/still to be filled in/) });
    const { name, date, universe, claims } = JSON.parse(textOf(ELECTION));
    const filled = { ...JSON.parse(readFileSync(draft, "utf8")), name, date, universe, claims };
    writeFileSync(draft, JSON.stringify(filled));
    const verified = await run(["verify", CSV, "-e", draft, "--json"]);
    expect(JSON.parse(verified.out).count.stations).toBe(1215);
  });
});

describe("help and version", () => {
  test("--help teaches; it fits 100 columns", async () => {
    const { status, out } = await run(["--help"]);
    expect(status).toBe(0);
    for (const word of ["verify", "--election", "--register", "--by", "--json", "Exit status"])
      expect(out).toContain(word);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test.each([
    "verify",
    "reconcile",
    "estimate",
    "forensics",
    "inspect",
    "audit",
    "audit plan",
    "audit commit",
    "audit draw",
    "audit risk",
  ])("%s --help fits 100 columns, and has the command", async (command) => {
    const { status, out } = await run([...command.split(" "), "--help"]);
    expect(status).toBe(0);
    expect(out).toContain(`tallyproof ${command} `);
    expect(out.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });

  test("--version", async () => {
    const { out } = await run(["--version"]);
    expect(out.trim()).toBe(JSON.parse(textOf("package.json")).version);
  });
});

describe("every mistake is one clear sentence, and never a total", () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
  const claim652 = JSON.parse(textOf(ELECTION));
  claim652.claims[0].shares.NM = "652";
  const utf16 = Buffer.from(`\uFEFF${textOf(CSV)}`, "utf16le");

  test.each<[string, readonly string[], number, RegExp]>([
    ["nothing at all", [], 2, /tallyproof verify FILE/],
    ["an unknown command", ["check", CSV], 2, /no command "check"/],
    [
      "an option twice",
      ["verify", CSV, "-e", ELECTION, "--by", "EDO", "--by", "MUN"],
      2,
      /--by is given twice/,
    ],
    ["standard input twice", ["verify", "-", "-", "-e", ELECTION], 2, /read only once/],
    ["the same file twice", ["verify", CSV, CSV, "-e", ELECTION], 3, /given twice/],
    ["two files to inspect", ["inspect", CSV, ELECTION], 2, /one file at a time/],
    [
      "issues of an unknown kind",
      ["verify", CSV, "-e", ELECTION, "--issues", "x.txt"],
      2,
      /\.csv or \.json/,
    ],
    [
      "issues nowhere",
      ["verify", CSV, "-e", ELECTION, "--issues", "no/such/x.csv"],
      2,
      /could not be written/,
    ],
    ["no file", ["verify", "-e", ELECTION], 2, /at least one CSV file/],
    ["no election", ["verify", CSV], 2, /--election: .*venezuela-2024/],
    [
      "an unknown election",
      ["verify", CSV, "-e", "venezuela"],
      2,
      /no ready-made election "venezuela".*venezuela-2024/,
    ],
    [
      "an election file that is not there",
      ["verify", CSV, "-e", "no/such.json"],
      3,
      /no file no\/such\.json/,
    ],
    ["an election that is not JSON", ["verify", CSV, "-e", CSV], 2, /not JSON/],
    [
      "a claim of 652 %",
      ["verify", CSV, "-e", file("652.json", JSON.stringify(claim652))],
      2,
      /claims\[0\]\.shares\.NM: must be between 0 and 100 percent/,
    ],
    ["an unknown option", ["verify", CSV, "--elections", ELECTION], 2, /--elections/],
    [
      "an unknown region column",
      ["verify", CSV, "-e", ELECTION, "--by", "STATE"],
      2,
      /"STATE".*EDO, MUN, PAR/,
    ],
    [
      "a file that is not there",
      ["verify", "nowhere.csv", "-e", ELECTION],
      3,
      /no file nowhere\.csv/,
    ],
    ["a folder", ["verify", "fixtures", "-e", ELECTION], 3, /fixtures is a folder/],
    ["an empty file", ["verify", file("empty.csv", ""), "-e", ELECTION], 3, /is empty/],
    [
      "a header alone",
      ["verify", file("header.csv", textOf(CSV).split("\n")[0]!), "-e", ELECTION],
      3,
      /header and no rows/,
    ],
    [
      "a JPEG",
      ["verify", file("photo.csv", jpeg), "-e", ELECTION],
      3,
      /a JPEG picture, not a text file/,
    ],
    ["UTF-16", ["verify", file("utf16.csv", utf16), "-e", ELECTION], 3, /UTF-16.*UTF-8/],
    [
      "a CSV of another election",
      ["verify", "fixtures/rows/row-width.csv", "-e", ELECTION],
      3,
      /does not fit the election's layout: it has no column/,
    ],
    [
      "damaged gzip",
      ["verify", file("cut.csv.gz", gzipSync(textOf(CSV)).subarray(0, 5000)), "-e", ELECTION],
      3,
      /cut short or damaged/,
    ],
    [
      "tallies of a larger country",
      [
        "verify",
        CSV,
        "-e",
        file(
          "tiny.json",
          JSON.stringify({
            ...JSON.parse(textOf(ELECTION)),
            universe: { stations: 3, registeredVoters: 10 },
          }),
        ),
      ],
      2,
      /cover 1215 stations/,
    ],
  ])("%s", async (_, args, status, message) => {
    const result = await run(args);
    expect(result).toMatchObject({ status, out: "", err: expect.stringMatching(message) });
    expect(result.err).not.toMatch(/\n\s+at /);
  });
});
