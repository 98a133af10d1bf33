// Input made to break the reader: each case must end soon, in little memory, with the right count or
// with a TallyError that says what is wrong.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  count,
  countBy,
  type Election,
  issuesToCsv,
  type Layout,
  parseElection,
  readRegister,
  readTallies,
  TallyError,
  type TallyInputs,
  toText,
  verify,
} from "../src/index";
import { readElectionFile, readTalliesFile } from "../src/node/index";
import { type Run, runCommand, type RunOptions } from "./command";
import { smallElection } from "./fixtures";
import { runs } from "./laws";

const MILLION = 1_000_000;
/** A row that counts, under the header of {@link smallElection}. */
const CSV = "station,roll,A,B\n1,100,40,30\n";
const election = smallElection();

/** Seconds that a case may take; most take a tenth of it, but the machine may be busy. */
const SOON = 10;
/** Longest message that somebody would read, in characters. */
const READABLE = 10_000;

const INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty"] as const;

const folder = mkdtempSync(join(tmpdir(), "tallyproof-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, data: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
};

const layoutOf = (changes: Partial<Layout>): Layout => ({ ...election.layout, ...changes });

/** The election of the tests as JSON; `changes` may be of any shape. */
const json = (changes: object = {}) => JSON.stringify({ ...election, ...changes });

/** What a call refuses to do, or undefined where it does it; anything but a TallyError fails. */
function refusal(call: () => unknown) {
  try {
    call();
  } catch (error) {
    if (!(error instanceof TallyError)) throw error;
    return { code: error.code, kind: error.kind, message: error.message };
  }
  return undefined;
}

const refused = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TallyError)) throw error ?? new Error("It was not refused.");
  return { code: error.code, kind: error.kind, message: error.message };
};

function soon<T>(call: () => T): T {
  const start = performance.now();
  const result = call();
  expect((performance.now() - start) / 1000).toBeLessThan(SOON);
  return result;
}

const read = (data: TallyInputs, by: Election = election) => soon(() => readTallies(data, by));

/** Rows and votes: what must never be wrong. */
const countOf = ({ tallies }: ReturnType<typeof readTallies>) => {
  const { read: all, accepted, rejected, duplicate, skipped } = tallies.rows;
  expect(accepted + rejected + duplicate + skipped).toBe(all);
  const { candidates, validVotes } = count(tallies);
  return { accepted, rejected, skipped, validVotes, votes: candidates.map(({ votes }) => votes) };
};

const ONE = { accepted: 1, rejected: 0, skipped: 0, validVotes: 70, votes: [40, 30] };

const run = (args: readonly string[], options: RunOptions = {}) =>
  runCommand(args, { cwd: folder, seconds: SOON, ...options });

/** Characters that could move the cursor, hide or reverse text; line ends are the program's own. */
const RAW = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const rawIn = (text: string) => RAW.exec(text.replaceAll("\n", ""))?.[0]?.codePointAt(0);

function expectSentence({ status, out, err }: Run, message = /^tallyproof: /): void {
  expect({ status: status === 2 || status === 3 ? "refused" : status, out }).toEqual({
    status: "refused",
    out: "",
  });
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at |TallyError|RangeError|node:internal/);
  expect(err.length).toBeLessThan(READABLE);
  expect(rawIn(err)).toBeUndefined();
}

describe("names that objects inherit are names like others", () => {
  test("as columns that nobody asked for", () => {
    const csv = `station,roll,A,B,${INHERITED.join()}\n1,100,40,30,x,,-1,"[object Object]"\n`;
    expect(countOf(read(csv))).toEqual(ONE);
  });

  test("as columns that are missing", () => {
    for (const column of INHERITED) {
      const by = smallElection({ layout: layoutOf({ station: [{ column }] }) });
      const { code, message } = refusal(() => readTallies(CSV, by))!;
      expect([code, message]).toEqual(["column-missing", expect.stringContaining(`"${column}"`)]);
    }
  });

  test.each(INHERITED)("%s as the station's column", (column) => {
    const by = smallElection({ layout: layoutOf({ station: [{ column }] }) });
    expect(countOf(read(CSV.replace("station", column), by))).toEqual(ONE);
  });

  test("as the candidates' columns", () => {
    for (const [at, first] of INHERITED.entries()) {
      const second = INHERITED[(at + 1) % INHERITED.length]!;
      const by = smallElection({ layout: layoutOf({ candidates: { A: first, B: second } }) });
      expect(countOf(read(`station,roll,${first},${second}\n1,100,40,30\n`, by))).toEqual(ONE);
    }
  });

  test("as the columns of every other count", () => {
    const [validVotes, invalidVotes, ballotsCast, registeredVoters] = INHERITED;
    const by = smallElection({
      layout: layoutOf({ validVotes, invalidVotes, ballotsCast, registeredVoters }),
    });
    const result = read(`station,A,B,${INHERITED.join()}\n1,40,30,70,5,75,100\n`, by);
    expect(countOf(result)).toEqual(ONE);
    expect(result.tallies.at(0)).toMatchObject({
      invalidVotes: 5,
      ballotsCast: 75,
      registeredVoters: 100,
    });
  });

  test("as region columns, regions and stations", () => {
    const by = smallElection({ layout: layoutOf({ regions: [...INHERITED] }) });
    const rows = INHERITED.map(
      (name, at) =>
        `${name},100,4,3,${INHERITED.map((_, level) => INHERITED[(at + level) % 4]).join()}`,
    );
    const { tallies } = read(`station,roll,A,B,${INHERITED.join()}\n${rows.join("\n")}\n`, by);
    expect(countOf({ tallies, issues: [] })).toMatchObject({ accepted: 4, votes: [16, 12] });
    expect([...tallies].map(({ station }) => station)).toEqual([...INHERITED]);
    expect(Object.entries(tallies.at(0)!.regions)).toEqual(INHERITED.map((name) => [name, name]));
    for (const column of INHERITED) {
      const regions = countBy(tallies, column);
      expect(regions.map((each) => each.region.at(-1)).toSorted()).toEqual(INHERITED.toSorted());
      expect(regions.map((each) => each.count.validVotes)).toEqual([7, 7, 7, 7]);
      const verification = verify(by, tallies, { by: column });
      expect(toText(verification)).toContain(`By ${column}`);
      expect(JSON.parse(JSON.stringify(verification))).toEqual(verification);
    }
    expect(refusal(() => countBy(tallies, "valueOf"))?.code).toBe("region-unknown");
  });

  test("as stations given twice, and in a register", () => {
    const rows = INHERITED.map((name) => `${name},100,4,3\n`).join("");
    const again = read(`station,roll,A,B\n${rows}${rows}`);
    expect(again.tallies.rows).toMatchObject({ accepted: 4, duplicate: 4 });
    const register = readRegister(`station,roll\n${INHERITED.join(",50\n")},50\n`, election, {
      complete: true,
    });
    const { tallies } = readTallies(`station,roll,A,B\n${rows}valueOf,100,1,1\n`, election, {
      register,
    });
    expect([...tallies].map(({ registeredVoters }) => registeredVoters)).toEqual([50, 50, 50, 50]);
    expect(tallies.issues.at(-1)).toMatchObject({ code: "station-unknown", station: "valueOf" });
  });

  test("as candidates' codes, with claims on them", () => {
    const codes = ["toString", "constructor"];
    const columns = Object.fromEntries(codes.map((code, at) => [code, "AB"[at]!]));
    const [a, b] = codes as [string, string];
    const by = smallElection({
      candidates: codes.map((code) => ({ code, name: code })),
      layout: layoutOf({ candidates: columns }),
      claims: [
        { id: "constructor", title: "t", by: "b", votes: { [a]: 39 }, otherVotes: 30, winner: a },
        { id: "toString", title: "t", by: "b", shares: { [b]: "42.9" } },
        { id: "hasOwnProperty", title: "t", by: "b", shares: { [a]: "57.1", [b]: "42.9" } },
      ],
    });
    const { tallies } = read(CSV, by);
    expect(Object.entries(tallies.at(0)!.votes)).toEqual([
      [a, 40],
      [b, 30],
    ]);
    const verification = verify(by, tallies);
    expect(verification.verdicts.map(({ outcome }) => outcome)).toEqual([
      "contradicted",
      "undecided",
      "undecided",
    ]);
    expect(JSON.parse(JSON.stringify(verification))).toEqual(verification);
  });

  test("a candidate cannot be __proto__, nor any field", () => {
    for (const text of [
      json().replace('"code":"A"', '"code":"__proto__"').replace('{"A":"A"', '{"__proto__":"A"'),
      json().replace("{", '{"__proto__":{"claims":[]},'),
      json({ claims: [{ id: "c", title: "t", by: "b", votes: { A: 1 } }] }).replace(
        '"votes":{',
        '"votes":{"__proto__":5,',
      ),
    ])
      expect(refusal(() => parseElection(JSON.parse(text)))).toMatchObject({
        code: "election-invalid",
        message: expect.stringContaining("__proto__"),
      });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("an unknown field is refused, also if every object has it", () => {
    for (const field of ["constructor", "toString", "hasOwnProperty"])
      for (const changes of [{ [field]: 1 }, { layout: { ...election.layout, [field]: "A" } }])
        expect(refusal(() => parseElection({ ...election, ...changes }))).toMatchObject({
          code: "election-invalid",
          message: expect.stringContaining(field),
        });
  });

  test("a claim on an inherited name is a claim on nobody", () => {
    for (const claim of [
      { votes: { toString: 1 } },
      { shares: { constructor: "5" } },
      { winner: "toString" },
    ])
      expect(
        refusal(() => smallElection({ claims: [{ id: "c", title: "t", by: "b", ...claim }] })),
      ).toMatchObject({ code: "election-invalid" });
  });

  test("as words for a missing count", () => {
    const by = smallElection({
      layout: layoutOf({ values: { missing: { toString: "lost" }, thousands: "." } }),
    });
    const { issues } = read(`${CSV}2,100,toString,1\n3,100,constructor,1\n`, by);
    expect(issues.map(({ code, received }) => [code, received])).toEqual([
      ["count-missing", "toString (lost)"],
      ["count-malformed", "constructor"],
    ]);
  });

  test("as values of a long table's candidate column", () => {
    const by = smallElection({
      layout: {
        station: [{ column: "station" }],
        candidates: { A: ["constructor"], B: ["__proto__"] },
        rows: { candidate: "who", votes: "toString", ignored: ["hasOwnProperty"] },
      },
    });
    const csv =
      "station,who,toString\n__proto__,constructor,40\n__proto__,__proto__,30\n" +
      "__proto__,hasOwnProperty,70\n2,constructor,1\n2,__proto__,1\n2,valueOf,1\n";
    const result = read(csv, by);
    expect(countOf(result)).toEqual({ ...ONE, accepted: 2, rejected: 3, skipped: 1 });
    expect(result.issues.map(({ code }) => code)).toContain("candidate-unknown");
  });
});

describe("markup stays text", () => {
  const name = "</script><img src=x onerror=alert(1)>";

  test("in the report and in JSON", () => {
    const by = smallElection({ candidates: election.candidates.map((own) => ({ ...own, name })) });
    const verification = verify(by, read(CSV, by).tallies);
    expect(toText(verification)).toContain(name);
    const copy = JSON.parse(JSON.stringify(verification));
    expect(copy).toEqual(verification);
    expect(copy.election.candidates[0].name).toBe(name);
  });

  test("as code, column, station and region", () => {
    const region = `${name}region`;
    const by = smallElection({
      candidates: [{ code: name, name }],
      layout: { station: [{ column: "s" }], candidates: { [name]: name }, regions: [region] },
    });
    const { tallies } = read(`s,${name},${region}\n${name},5,North\n`, by);
    expect(tallies.at(0)).toMatchObject({ station: name, votes: { [name]: 5 } });
    expect(tallies.at(0)?.regions).toEqual({ [region]: "North" });
  });
});

describe("very wide files", () => {
  const wide = (quote: string) =>
    `${quote}station${quote},roll,A,B${",x".repeat(MILLION)}\n1,100,40,30${",1".repeat(MILLION)}\n`;

  test.each([
    ["plain", ""],
    ["quoted", '"'],
  ])("a header of a million columns, %s", (_, quote) => {
    expect(countOf(read(wide(quote)))).toEqual(ONE);
  });

  test("a million columns, and none of them right", () => {
    const { code, message } = soon(() =>
      refusal(() => readTallies(`x${",x".repeat(MILLION)}\n1,1\n`, election)),
    )!;
    expect(code).toBe("column-missing");
    expect(message.length).toBeLessThan(READABLE);
  });

  test("a column that is there 100,000 times: the message lists every position", () => {
    const header = `station,roll,B${",A".repeat(MILLION / 10)}`;
    const { code, message } = refusal(() => readTallies(`${header}\n1,1,1,1\n`, election))!;
    expect(code).toBe("column-ambiguous");
    expect(message.length).toBeLessThan(READABLE);
  });

  test("a long header name like a column of the layout: the guess quotes all of it", () => {
    const header = CSV.replace("station", `station${"-".repeat(MILLION)}`);
    const { code, message } = refusal(() => readTallies(header, election))!;
    expect(code).toBe("column-missing");
    expect(message.length).toBeLessThan(READABLE);
  });

  test.each([
    ["plain", ","],
    ["quoted", '"2",'],
  ])("a row of a million fields, %s", (_, start) => {
    const result = read(`${CSV}${start}${",".repeat(MILLION)}\n3,100,1,2\n`);
    expect(countOf(result)).toMatchObject({ accepted: 2, rejected: 1, votes: [41, 32] });
    expect(result.issues).toMatchObject([{ code: "row-width", line: 3, expected: "4 fields" }]);
  });
});

describe("very long fields", () => {
  const megabytes = runs(100);

  test.each([
    ["a plain row", "", "9", "count-too-large"],
    ["quotes", '"', "x", "count-malformed"],
  ])(`a field of ${megabytes} MB in %s`, (_, quote, character, code) => {
    const data = Buffer.concat([
      Buffer.from(`${CSV}2,100,${quote}`),
      Buffer.alloc(megabytes * MILLION, character),
      Buffer.from(`${quote},1\n3,100,1,2\n`),
    ]);
    const result = read(data);
    expect(countOf(result)).toMatchObject({ accepted: 2, rejected: 1, votes: [41, 32] });
    expect(result.issues).toMatchObject([{ code, line: 3, station: "2" }]);
    expect(JSON.stringify(result.issues).length).toBeLessThan(READABLE);
  });

  test("a station of ten million characters that is counted", () => {
    const { tallies } = read(`station,roll,A,B\n${"s".repeat(10 * MILLION)},100,40,30\n`);
    expect(toText(verify(election, tallies)).length).toBeLessThan(READABLE);
  });

  test("a station of a million characters in an issue: only `received` is cut", () => {
    const { tallies } = read(`${CSV}${"s".repeat(MILLION)},100,x,1\n`);
    expect(tallies.issues[0]!.message.length).toBeLessThan(READABLE);
    expect(toText(verify(election, tallies)).length).toBeLessThan(READABLE);
  });

  test("names of ten million characters", () => {
    const name = "n".repeat(10 * MILLION);
    const by = smallElection({
      candidates: [
        { code: "A", name },
        { code: "B", name: "Ben" },
      ],
    });
    const text = soon(() => toText(verify(by, readTallies(CSV, by).tallies)));
    expect(text.length).toBeLessThan(READABLE);
  });
});

describe("quotes", () => {
  const rows = "5,100,1,1\n".repeat(MILLION);

  test("one that is never closed, on line 2 of a million", () => {
    const csv = `station,roll,A,B\n1,100,"1,1\n${rows}`;
    expect(soon(() => refusal(() => readTallies(csv, election)))).toMatchObject({
      code: "quotes-unbalanced",
      message: expect.stringContaining("line 2:"),
    });
  });

  test("one on line 2 that closes a million lines below takes no row along unseen", () => {
    const result = read(`station,roll,A,B\n1,100,"1,1\n${rows}5,100,1",1\n6,100,4,3\n`);
    expect(countOf(result)).toMatchObject({ accepted: 1, rejected: 1, votes: [4, 3] });
    expect(result.issues).toMatchObject([{ code: "row-swallowed", line: 2 }]);
    expect(result.tallies.at(0)?.line).toBe(MILLION + 4);
  });

  test("a million of them", () => {
    for (const csv of [`${CSV}"${'x"'.repeat(MILLION)}\n`, `${CSV}${'"'.repeat(MILLION + 1)}\n`])
      expect(soon(() => refusal(() => readTallies(csv, election)))).toMatchObject({
        code: "quotes-unbalanced",
        message: expect.stringContaining("line 3:"),
      });
  });
});

describe("many rows that are none", () => {
  test("blank lines: each makes an issue of its own, 100 MB of them fill the heap", () => {
    const lines = 200_000;
    const result = read(`${CSV}${"\n".repeat(lines)}`);
    expect(countOf(result)).toEqual({ ...ONE, skipped: lines });
    expect(result.issues.length).toBeLessThan(1000);
  });

  test("a station 200,000 times with other figures", () => {
    const result = read(`${CSV}2,100,1,1\n${"1,100,4,3\n".repeat(200_000)}`);
    expect(countOf(result)).toMatchObject({ accepted: 1, rejected: 200_001, votes: [1, 1] });
  });

  const stations = 130_000;
  const rowsOf = (row: (at: number) => string) =>
    `station,A,B\n${Array.from({ length: stations }, (_, at) => `${row(at)}\n`).join("")}`;
  const bare = smallElection({
    layout: { station: [{ column: "station" }], candidates: { A: "A", B: "B" } },
  });

  test("130,000 stations with and without a zero: RangeError from push(...lookalikes)", () => {
    const result = read(`${rowsOf((at) => `1${at},0,0\n01${at},0,0`)}2,1,1\n`, bare);
    expect(countOf(result)).toMatchObject({ accepted: 2 * stations + 1, votes: [1, 1] });
    // One issue a pair, and one for all the sheets without votes.
    expect(result.issues).toHaveLength(stations + 1);
  });

  test("130,000 stations with a bad row each: RangeError from push(...contested)", () => {
    const result = read(`${rowsOf((at) => `1${at},0,0\n1${at},x,0`)}2,1,1\n`, bare);
    expect(countOf(result)).toMatchObject({ accepted: stations + 1, rejected: stations });
  });
});

describe("elections that are no elections", () => {
  const DEPTH = 100_000;
  const nested = (wrap: (inner: unknown) => unknown) => {
    let value: unknown = 1;
    for (let depth = 0; depth < DEPTH; depth++) value = wrap(value);
    return value;
  };
  const shapes = [
    ["[", nested((inner) => [inner])],
    ['{"a":', nested((inner) => ({ a: inner }))],
  ] as const;

  test.each(shapes)("100,000 levels of %s", (_, deep) => {
    const { layout } = election;
    for (const value of [
      deep,
      { ...election, candidates: deep },
      { ...election, claims: deep },
      { ...election, claims: [deep] },
      { ...election, name: deep },
      { ...election, extra: deep },
      { ...election, layout: { ...layout, validVotes: deep } },
      { ...election, layout: { ...layout, values: { missing: deep } } },
      { ...election, layout: { ...layout, candidates: { A: deep, B: deep } } },
    ]) {
      const { code, message } = soon(() => refusal(() => parseElection(value)))!;
      expect(code).toBe("election-invalid");
      expect(message.length).toBeLessThan(READABLE);
    }
  });

  test.each([
    ["closed [", "[".repeat(DEPTH) + "]".repeat(DEPTH)],
    ["open [", "[".repeat(DEPTH)],
    ['closed {"a":', '{"a":'.repeat(DEPTH) + "1" + "}".repeat(DEPTH)],
    ['open {"a":', '{"a":'.repeat(DEPTH)],
  ])("100,000 levels in a file: %s", async (name, text) => {
    const path = file(`deep-${name.replace(/\W+/g, "-")}.json`, text);
    expect(await refused(readElectionFile(path))).toMatchObject({ code: "election-invalid" });
    expectSentence(await run(["verify", "none.csv", "-e", path]), /^tallyproof: .*deep-/);
  });

  test.each([
    ["an empty file", ""],
    ["null", "null"],
    ["text", '"election"'],
    ["text of 30 MB", `"${"x".repeat(30 * MILLION)}"`],
    ["a million zeros", `[${"0,".repeat(MILLION)}0]`],
  ])("%s", async (_, text) => {
    const { code, message } = await refused(readElectionFile(file("none.json", text)));
    expect(code).toBe("election-invalid");
    expect(message.length).toBeLessThan(READABLE);
  });

  test("a name of 100 MB", () => {
    const name = "n".repeat(100 * MILLION);
    expect(soon(() => smallElection({ name })).name).toHaveLength(name.length);
  });

  test.each([-1, 0, 1.5, "10", 2 ** 53, 1e300, null, true, [], {}])(
    "%j voters or stations",
    (number) => {
      for (const field of ["stations", "registeredVoters"])
        expect(
          refusal(() =>
            parseElection({ ...election, universe: { ...election.universe, [field]: number } }),
          ),
        ).toMatchObject({ code: "election-invalid", message: expect.stringContaining(field) });
    },
  );

  test("20,000 claims that are nothing: the message lists each", () => {
    const claims = Array.from({ length: 20_000 }, () => ({}));
    const { code, message } = refusal(() => parseElection({ ...election, claims }))!;
    expect(code).toBe("election-invalid");
    expect(message.length).toBeLessThan(READABLE);
  });

  test("20,000 candidates of one code: the message lists each", () => {
    const candidates = Array.from({ length: 20_000 }, () => ({ code: "A", name: "Ana" }));
    const { code, message } = refusal(() => parseElection({ ...election, candidates }))!;
    expect(code).toBe("election-invalid");
    expect(message.length).toBeLessThan(READABLE);
  });

  test("a claim on 1,000 unknown candidates: each line lists all codes; RangeError", () => {
    const candidates = [...election.candidates, { code: "C".repeat(MILLION), name: "Cleo" }];
    const votes = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x${at}`, 1]));
    const claims = [{ id: "c", title: "t", by: "b", votes }];
    const { code, message } = refusal(() => parseElection({ ...election, candidates, claims }))!;
    expect(code).toBe("election-invalid");
    expect(message.length).toBeLessThan(READABLE);
  });
});

describe("gzip", () => {
  const packed = (size: number, content: string | number) => gzipSync(Buffer.alloc(size, content));
  const whole = `${CSV}2,100,1,2\n`;

  const megabytes = runs(600);

  test(`${megabytes} MB of zeros in one member, 600 MB of commas in a hundred`, async () => {
    const member = packed(6 * MILLION, ",");
    const commas = file("commas.csv.gz", Buffer.concat(Array<Buffer>(100).fill(member)));
    // It is refused after the longest row that is waited for, which takes seconds to inflate.
    const other = run(["verify", commas, "-e", file("gz.json", json())], { seconds: 25 });
    const zeros = file("zeros.csv.gz", gzipSync(Buffer.alloc(megabytes * MILLION), { level: 1 }));
    const { code, message } = await refused(readTalliesFile(zeros, election));
    expect([code, message]).toEqual(["input-binary", expect.stringContaining("not a text file")]);
    expectSentence(await other, /this row is too long/);
  });

  test("a million fields in a few bytes are a row like any other", async () => {
    const path = file(
      "row.csv.gz",
      Buffer.concat([gzipSync(CSV), packed(MILLION, ","), gzipSync("\n2,100,1,2\n")]),
    );
    const result = await readTalliesFile(path, election);
    expect(countOf(result)).toMatchObject({ accepted: 2, rejected: 1, votes: [41, 32] });
  });

  test("cut short anywhere", async () => {
    const full = gzipSync(whole);
    for (const length of [2, 3, 9, 10, 11, 20, full.length - 8, full.length - 1]) {
      const path = file("cut.csv.gz", full.subarray(0, length));
      expect(await refused(readTalliesFile(path, election))).toMatchObject({
        code: "file-unreadable",
        message: expect.stringContaining("cut short or damaged"),
      });
    }
  });

  test("one bit wrong anywhere, and no other count", async () => {
    const full = gzipSync(whole);
    const intact = countOf(await readTalliesFile(file("bit.csv.gz", full), election));
    for (let at = 0; at < full.length; at++) {
      const damaged = Uint8Array.from(full);
      damaged[at]! ^= 1;
      // Bits of the header that say when and where it was made do not matter.
      const result = await readTalliesFile(file("bit.csv.gz", damaged), election).then(
        countOf,
        (error: unknown) => (error instanceof TallyError ? error.code : error),
      );
      expect([intact, "file-unreadable", "input-binary", "column-missing"]).toContainEqual(result);
    }
  });

  test("gzip in gzip", async () => {
    const path = file("twice.csv.gz", gzipSync(gzipSync(whole)));
    expect(await refused(readTalliesFile(path, election))).toMatchObject({
      code: "input-binary",
      message: expect.stringContaining("compressed with gzip"),
    });
  });

  test("several members are read whole, wherever they are cut", async () => {
    const bytes = Buffer.from(whole);
    for (let at = 0; at <= bytes.length; at += 3) {
      const path = file(
        "members.csv.gz",
        Buffer.concat([
          gzipSync(bytes.subarray(0, at)),
          gzipSync(""),
          gzipSync(bytes.subarray(at)),
        ]),
      );
      expect(countOf(await readTalliesFile(path, election)).votes).toEqual([41, 32]);
    }
  });

  test("what is no gzip after a member is not left out in silence", async () => {
    const second = gzipSync("2,100,1,2\n");
    const damaged = Uint8Array.from(second);
    damaged[0] = 0x1e;
    for (const rest of [Buffer.from("2,100,1,2\n"), damaged, second.subarray(0, 12)]) {
      const path = file("rest.csv.gz", Buffer.concat([gzipSync(CSV), rest]));
      expect(await refused(readTalliesFile(path, election))).toMatchObject({
        code: "file-unreadable",
      });
    }
  });

  test("a member after zero bytes is left out in silence, and its votes with it", async () => {
    const parts = [gzipSync(CSV), Buffer.alloc(64), gzipSync("2,100,1,2\n")];
    const path = file("padded.csv.gz", Buffer.concat(parts));
    const votes = await readTalliesFile(path, election).then(
      (result) => countOf(result).votes,
      (error: unknown) => (error instanceof TallyError ? error.code : error),
    );
    expect([[41, 32], "file-unreadable"]).toContainEqual(votes);
  });
});

describe("control and bidirectional characters are shown by their code", () => {
  const NASTY = "\u001B[31m\u202Egnp\u2066\u2028\u0085\u200F\u009B2J\u0007\u{E0041}";

  test("wherever a name is printed", () => {
    const own = (name: string) => `${name}${NASTY}\r\n${name}`;
    const column = own("c");
    const by = parseElection({
      id: own("id"),
      name: own("name"),
      date: "2025-01-01",
      candidates: [
        { code: own("A"), name: own("Ana") },
        { code: own("B"), name: own("Ben") },
      ],
      universe: { stations: 10, registeredVoters: 1000, source: own("source") },
      layout: {
        station: [{ column: own("station") }],
        candidates: { [own("A")]: own("A"), [own("B")]: own("B") },
        registeredVoters: own("roll"),
        invalidVotes: { column, optional: true },
        regions: [own("state")],
      },
      claims: [
        {
          id: own("claim"),
          title: own("title"),
          by: own("by"),
          source: own("source"),
          note: own("note"),
          shares: { [own("A")]: "52" },
        },
        { id: "w", title: own("title"), by: own("by"), winner: own("B"), votes: { [own("A")]: 1 } },
        { id: "s", title: own("title"), by: own("by"), scope: { stations: 2 }, validVotes: 1 },
      ],
    });
    const header = ["station", "roll", "A", "B", "state"].map((name) => `"${own(name)}"`).join();
    const rows = [`"${own("1")}",100,40,30,"${own("N")}"`, `"${own("2")}",9,"${own("3")}",1,x`];
    const register = readRegister(
      { name: own("register.csv"), data: `${header}\n${rows[0]}\n${rows[0]}\n` },
      by,
    );
    const { tallies } = readTallies(
      { name: own("tallies.csv"), data: `${header}\n${rows.join("\n")}\n` },
      by,
      { register },
    );
    expect(tallies.length).toBe(1);
    const verification = verify(by, tallies, { by: own("state") });
    const text = toText(verification);
    expect(rawIn(text)).toBeUndefined();
    expect(text.replace(/\s+/g, "")).toContain("name<U+001B>[31m<U+202E>gnp<U+2066><U+2028>");
    // As data it stays what it is.
    expect(JSON.parse(JSON.stringify(verification))).toEqual(verification);
  });

  test("a region called CONFIRMED gets the colour of a verdict", () => {
    const by = smallElection({ layout: layoutOf({ regions: ["state"] }) });
    const { tallies } = read("station,roll,A,B,state\n1,100,40,30,CONFIRMED\n", by);
    const text = toText(verify(by, tallies, { by: "state" }), { color: true });
    expect(rawIn(text)).toBeUndefined();
  });

  test("in the SHA-256 that a caller gives: it is printed as it is", () => {
    const { tallies } = readTallies({ name: "t", data: CSV, sha256: NASTY }, election);
    expect(rawIn(toText(verify(election, tallies)))).toBeUndefined();
  });

  test("on the command line, wherever a mistake quotes them", async () => {
    const small = file("small.json", json());
    const csv = file(`tallies${NASTY}.csv`, CSV);
    const badHeader = file(`header${NASTY}.csv`, `"a${NASTY}",b\n1,2\n`);
    const badRow = file(`row${NASTY}.csv`, `station,roll,A,B\n"s${NASTY}",1,"x${NASTY}",1\n`);
    const badGzip = file(`cut${NASTY}.gz`, gzipSync(CSV).subarray(0, 20));
    const badQuote = file(`quote${NASTY}.csv`, `${CSV}"2`);
    const badJson = file(`election${NASTY}.json`, `{"name": ${NASTY}}`);
    const badElection = file(
      "bad.json",
      json({ [`x${NASTY}`]: 1, candidates: [{ code: `A${NASTY}`, name: "Ana" }] }),
    );
    mkdirSync(join(folder, `dir${NASTY}`));
    const calls: readonly (readonly string[])[] = [
      ["verify", `none${NASTY}.csv`, "-e", small],
      ["verify", `dir${NASTY}`, "-e", small],
      ["verify", badHeader, "-e", small],
      ["verify", badRow, "-e", small],
      ["verify", badGzip, "-e", small],
      ["verify", badQuote, "-e", small],
      ["verify", csv, csv, "-e", small],
      ["verify", csv, "-e", badJson],
      ["verify", csv, "-e", badElection],
      ["verify", csv, "-e", `unknown${NASTY}`],
      ["verify", csv, "-e", small, "--by", `x${NASTY}`],
      ["verify", csv, "-e", small, "--issues", `x${NASTY}`],
      ["verify", csv, "-e", small, "--issues", `none${NASTY}/x.csv`],
      ["verify", csv, "-e", small, `--x${NASTY}`],
      ["verify", csv, "-e", small, "--register", badHeader],
      [`x${NASTY}`, csv],
      ["inspect", `none${NASTY}.csv`],
    ];
    const results = await Promise.all(calls.map((call) => run(call)));
    for (const result of results) expectSentence(result);
    const fine = await run(["verify", csv, "-e", small]);
    expect([fine.status, fine.err, rawIn(fine.out)]).toEqual([0, "", undefined]);
    expect(fine.out.replace(/\s+/g, "")).toContain("tallies<U+001B>[31m<U+202E>gnp");
    const seen = await run(["inspect", badRow]);
    expect([seen.status, seen.err, rawIn(seen.out)]).toEqual([0, "", undefined]);
  });

  test("a line end in a file's name makes a line of its own on stderr", async () => {
    const path = file("line.json", json());
    const { err } = await run(["verify", "none\ntallyproof: all is well", "-e", path]);
    expect(err).toContain("none<U+000A>tallyproof");
  });

  test("the name of a draft is printed as it is", async () => {
    const csv = file("draft.csv", CSV);
    const { err } = await run(["inspect", csv, "--draft", `draft${NASTY}.json`]);
    expect(rawIn(err)).toBeUndefined();
  });

  test("a station once more with an invisible character is counted twice, unseen", () => {
    const { tallies } = read(`${CSV}1\u200B,100,40,30\n`);
    expect(tallies.issues.map(({ code }) => code)).toContain("station-lookalike");
  });
});

describe("CSV formulas", () => {
  const cellsOf = (csv: string, by: Election = election) => {
    const { issues } = readTallies({ name: "=cmd|' /C calc'!A0.csv", data: csv }, by);
    const { data, errors } = Papa.parse<string[]>(issuesToCsv(issues).trimEnd());
    expect(errors).toEqual([]);
    expect(data.length).toBe(issues.length + 1);
    return data.flat();
  };
  const formulas = (cells: readonly string[]) => cells.filter((cell) => /^[=+\-@\t\r]/.test(cell));
  const STARTS = ["=", "+", "-", "@"];

  test("in stations, counts and the file's name", () => {
    const rows = STARTS.map((start) => `"${start}SUM(A1,""x"")",100,${start}1,2\n`).join("");
    const cells = cellsOf(`${CSV}${rows}`);
    expect(formulas(cells)).toEqual([]);
    for (const start of STARTS)
      expect(cells).toEqual(expect.arrayContaining([`'${start}SUM(A1,"x")`, `'${start}1`]));
  });

  test("in column names", () => {
    for (const start of STARTS) {
      const column = `${start}A`;
      const by = smallElection({ layout: layoutOf({ candidates: { A: column, B: "B" } }) });
      const cells = cellsOf(`${CSV.replace("A,B", `${column},B`)}2,1,x,1\n`, by);
      expect(formulas(cells)).toEqual([]);
      expect(cells).toContain(`'${column}`);
    }
  });

  test("with a line end in them: papaparse's pattern has no `s` flag, so none is quoted", () => {
    const rows = STARTS.map((start) => `"${start}1+1\nx",100,"${start}1\n1",2\n`).join("");
    expect(formulas(cellsOf(`${CSV}${rows}`))).toEqual([]);
  });
});

describe("numbers", () => {
  /** What becomes of a second row with this count: its value, or why there is none. */
  const reading = (text: string, by: Election = election, delimiter = ",") => {
    const csv = `${CSV}2,,"${text}",0\n`.replaceAll(",", delimiter);
    const quoted = csv.replace(/"[^"]*"/, `"${text}"`);
    const result = read(quoted, by);
    const { votes, accepted } = countOf(result);
    if (accepted === 2) return votes[0]! - 40;
    expect(votes).toEqual([40, 30]);
    expect(result.issues[0]).toMatchObject({ line: 3, station: "2", field: "A" });
    return result.issues[0]!.code;
  };

  test.each([
    ["0", 0],
    ["7", 7],
    ["007", 7],
    ["2147483647", 2 ** 31 - 1],
    [`${"0".repeat(400)}7`, 7],
  ])("%s is a count", (text, value) => {
    expect(reading(text)).toBe(value);
  });

  test.each(["2147483648", "9007199254740992", "9007199254740993", `1${"0".repeat(400)}`])(
    "%s is too large",
    (text) => {
      expect(reading(text)).toBe("count-too-large");
    },
  );

  test("nothing is missing, not zero", () => {
    expect(reading("")).toBe("count-missing");
  });

  test.each([
    ..."-5 −5 +5 --5 5- 4.0 4. .4 4,0 1e3 1E3 0x1F 0b1 0o7 017x 1_000 5n 4/2 4%".split(" "),
    ..."４０ ٤٠ ۴۰ ४० 𝟒𝟎 ④ ² ½ Ⅳ 四 4٫0 1٬000 O 1O l0 NaN Infinity -0 null true".split(" "),
    ...`-2147483648 ${"9".repeat(40)}x 1e400`.split(" "),
    ..." 40|40 |4 0|4\u00A00|\u200B40|40\u200E|\uFEFF40|4\n0|4\t0|40\u0001| ".split("|"),
  ])("%j is no count", (text) => {
    expect(reading(text)).toBe("count-malformed");
  });

  test("candidates that are possible one by one, and not together", () => {
    const { issues, tallies } = read(`${CSV}2,,2147483647,1\n`);
    expect(issues.map(({ code }) => code)).toEqual(["count-too-large"]);
    expect(count(tallies).validVotes).toBe(70);
  });

  test("a thousand of the largest count are added exactly", () => {
    const { station, candidates } = election.layout;
    const by = smallElection({ layout: { station, candidates } });
    const rows = Array.from({ length: 1000 }, (_, at) => `s${at},2147483647,0\n`);
    const { tallies } = read(`station,A,B\n${rows.join("")}`, by);
    expect(count(tallies).validVotes).toBe(2_147_483_647_000);
  });

  const roomy = { stations: 10, registeredVoters: 1e12 };

  test("ballots that add up to more than 2^31-1 wrap around to a negative total", () => {
    const { station, candidates } = election.layout;
    const layout = { station, candidates, invalidVotes: "I" };
    const by = smallElection({ universe: roomy, layout });
    const { tallies } = read("station,A,B,I\n1,2147483647,0,5\n2,3,1,1\n", by);
    const { ballotsCast, atLeastBallots } = count(tallies);
    const sum = tallies.length === 1 ? 5 : 2_147_483_657;
    expect([ballotsCast?.sum, atLeastBallots]).toEqual([sum, sum]);
  });

  test("counts of a long table that are summed over modes wrap around as well", () => {
    const by = smallElection({
      universe: roomy,
      layout: {
        station: [{ column: "s" }],
        candidates: { A: ["A"], B: ["B"] },
        rows: { candidate: "c", votes: "v", sumOver: ["m"], invalidVotes: ["I"] },
      },
    });
    const good = "2,A,x,1\n2,B,x,1\n2,I,x,1\n2,I,y,1\n";
    const csv = `s,c,m,v\n1,A,x,1\n1,B,x,1\n1,I,x,2147483647\n1,I,y,2147483647\n${good}`;
    const { tallies } = read(csv, by);
    expect(count(tallies).invalidVotes?.sum).toBe(tallies.length === 1 ? 2 : 4_294_967_296);
  });

  describe("with separators of thousands", () => {
    const by = smallElection({
      layout: layoutOf({ delimiter: ";", values: { thousands: "," } }),
    });
    const written = (text: string) => reading(text, by, ";");

    test.each([
      ["1,234", 1234],
      ["12,345,678", 12_345_678],
      ["2,147,483,647", 2 ** 31 - 1],
      ["1234", 1234],
    ])("%s is a count", (text, value) => {
      expect(written(text)).toBe(value);
    });

    test.each([
      ..."1,2,3 ,123 1,,234 12,34 1,234, 1234,567 1,2345 , ,,, 1,23a 1,234.5 -1,234".split(" "),
      ..."1.234 1，234 1٬234 １,234 1,２34 1,2e3 0x1,234".split(" "),
      ..."1, 234| 1,234|1,234 |1 234|1,\n234".split("|"),
    ])("%j is no count", (text) => {
      expect(written(text)).toBe("count-malformed");
    });

    test("too many digits", () => {
      expect(written("2,147,483,648")).toBe("count-too-large");
      expect(written(`1${",000".repeat(200)}`)).toBe("count-too-large");
    });

    test("100,000 separators", () => {
      expect(written(",".repeat(MILLION / 10))).toBe("count-malformed");
      expect(written(`1${",000".repeat(MILLION / 10)}`)).toBe("count-too-large");
    });

    test.each([" ", ".", "'", "\u00A0", "\u202F"] as const)("separator %j", (thousands) => {
      const other = smallElection({ layout: layoutOf({ delimiter: ";", values: { thousands } }) });
      const own = (text: string) => reading(text.replaceAll(",", thousands), other, ";");
      expect(own("1,234")).toBe(1234);
      for (const text of ["1,2,3", ",123", "1,,234", "12,34", "1,234,"])
        expect(own(text)).toBe("count-malformed");
    });

    test("a decimal such as 0,500 is no 500, but is read as one", () => {
      expect(written("0,500")).toBe("count-malformed");
    });
  });
});

// Each runs as a process of its own, all at once, and is stopped when it takes too long.
describe("a small file cannot keep the command busy", () => {
  const seconds = 12;
  const list = (length: number, entry: (at: number) => string) =>
    Array.from({ length }, (_, at) => entry(at)).join();
  const commands = new Map<string, Promise<Run>>();

  beforeAll(() => {
    const small = file("busy.json", json());
    const start = (name: string, args: readonly string[], options: RunOptions = {}) =>
      commands.set(name, run(args, { seconds, ...options }));
    const verifyBy = (name: string, text: string) =>
      start(name, ["verify", "none.csv", "-e", file(`${name}.json`, text)]);
    const verifyOf = (name: string, data: string | Uint8Array, options?: RunOptions) =>
      start(name, ["verify", file(`${name}.csv`, data), "-e", small], options);

    const claims = list(100_000, (at) => `{"id":"c${at}","title":"t","by":"b","winner":"A"}`);
    verifyBy("claims", json().replace('"claims":[]', `"claims":[${claims}]`));
    const candidates = list(100_000, (at) => `{"code":"c${at}","name":"n"}`);
    const columns = list(100_000, (at) => `"c${at}":"v${at}"`);
    verifyBy(
      "candidates",
      json()
        .replace(/"candidates":\[.*?\]/, `"candidates":[${candidates}]`)
        .replace('{"A":"A","B":"B"}', `{${columns}}`),
    );
    verifyOf("quotes", `${CSV}"${'x"'.repeat(300_000)}${" ".repeat(300_000)},1\n`);
    verifyOf("header", gzipSync(Buffer.alloc(20 * MILLION, ","), { level: 1 }));
    const row = list(150, (at) => `${((at * 7919) % 100) + 1}`);
    const sheet = `${list(150, (at) => `c${at}`)}\n${`${row}\n`.repeat(60)}`;
    start("inspect", ["inspect", file("inspect.csv", sheet)]);
    const url = JSON.stringify(new URL("../dist/index.js", import.meta.url).href);
    const code =
      `const { parseElection } = await import(${url}); const a = {}; a.a = a;` +
      "try { parseElection(a); } catch (error) { console.log(error.code); }";
    start("cycle", [], { script: ["--input-type=module", "-e", code] });
    // Little heap stands for a longer field: a field of 140 MB ends any process.
    const field = ",".repeat(20 * MILLION);
    verifyOf("field", `${CSV}2,100,"${field}",1\n`, { heap: 128, seconds: SOON });
    verifyOf("field-of-lines", `${CSV}2,100,"\n${field}",1\n`, { heap: 128, seconds: SOON });
  });

  const refusedSoon = async (name: string, message: RegExp) =>
    expectSentence((await commands.get(name))!, message);
  const countedSoon = async (name: string) =>
    expect(await commands.get(name)).toMatchObject({
      status: 0,
      out: expect.stringContaining("2 read = 1 accepted + 1 rejected"),
    });

  test("a long quoted field takes a few times its length of memory", () => countedSoon("field"));

  test("a line end in it: an array of all its delimiters, out of memory", () =>
    countedSoon("field-of-lines"));

  test("100,000 claims: each is compared with every other", () =>
    refusedSoon("claims", /none\.csv|claims/));

  test("100,000 candidates: each is compared with every other", () =>
    refusedSoon("candidates", /none\.csv|candidates/));

  test("quotes and spaces: papaparse trims the same spaces after each quote", () =>
    refusedSoon("quotes", /line 3/));

  test("20 MB of commas in 90 kB: every empty name is normalised and compared", () =>
    refusedSoon("header", /has 20000001 columns/));

  test("150 columns of counts: inspect tries every run of them", async () => {
    expect(await commands.get("inspect")).toMatchObject({ status: 0 });
  });

  test("an object that contains itself: the search for __proto__ never ends", async () => {
    expect(await commands.get("cycle")).toMatchObject({ out: "election-invalid\n" });
  });
});
