import { gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { TallyError, verify } from "../../src/index";
import { readTallies } from "./three-ways";
import { smallElection } from "../fixtures";

const election = smallElection();
const CSV = "station,roll,A,B\n1,100,40,30\n2,100,20,60\n";
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0)).buffer);

const refusal = (data: string | Uint8Array, changes: Parameters<typeof smallElection>[0] = {}) => {
  try {
    readTallies({ name: "tallies.csv", data }, smallElection(changes));
  } catch (error) {
    if (error instanceof TallyError)
      return { code: error.code, kind: error.kind, message: error.message };
    throw error;
  }
  return undefined;
};

describe("the same tallies in other clothes", () => {
  const expected = [...readTallies(CSV, election).tallies].map(({ station, votes }) => [
    station,
    votes,
  ]);

  test.each([
    ["bytes", utf8(CSV)],
    ["an ArrayBuffer", utf8(CSV).buffer],
    ["a byte order mark", utf8(`\uFEFF${CSV}`)],
    ["CRLF", CSV.replaceAll("\n", "\r\n")],
    ["CR", CSV.replaceAll("\n", "\r")],
    ["mixed line ends", "station,roll,A,B\r\n1,100,40,30\n2,100,20,60\r"],
    ["no final line end", CSV.trimEnd()],
    [
      "columns in another order, and more of them",
      "B,x,A,station,roll\n30,,40,1,100\n60,,20,2,100\n",
    ],
    ["quotes", 'station,roll,A,B\n"1","100","40",30\n2,100,20,60\n'],
    ["spaces around names and stations", "station , roll,A,B\n 1,100,40,30\n2 ,100,20,60\n"],
  ])("%s", (_, data) => {
    const { tallies } = readTallies(data, election);
    expect([...tallies].map(({ station, votes }) => [station, votes])).toEqual(expected);
    expect(tallies.issues).toEqual([]);
  });

  test("a line end inside quotes is part of the field, and lines are counted through it", () => {
    const csv = 'place,station,A,B\n"North\nGate",1,4,3\n"a ""b"", c",2,x,6\n';
    const { tallies, issues } = readTallies(csv, election);
    expect(tallies.length).toBe(1);
    expect(issues.at(-1)).toMatchObject({ code: "count-malformed", line: 4, station: "2" });
  });

  test("long unquoted files keep their line numbers", () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `${at},100,40,${at === 54_321 ? "x" : 30}`,
    );
    const { tallies, issues } = readTallies(`station,roll,A,B\n${rows.join("\n")}\n`, election);
    expect(tallies.length).toBe(59_999);
    expect(issues).toMatchObject([{ line: 54_323, station: "54321" }]);
    expect(tallies.at(59_998)?.line).toBe(60_001);
  });

  test("Windows-1252 is announced and decoded, also for 0x80 to 0x9F", () => {
    const csv = latin1("station,roll,A,B\nPe\u00F1a \u0080,100,40,30\n");
    const { tallies } = readTallies({ name: "t", data: csv }, election);
    expect(tallies.at(0)?.station).toBe("Peña €");
    expect(tallies.issues.map(({ code }) => code)).toEqual(["encoding-assumed"]);
    expect(tallies.sources[0]?.encoding).toBe("windows-1252");
  });

  test("each input is recorded with the SHA-256 of its bytes", () => {
    const { tallies } = readTallies({ name: "t", data: CSV }, election);
    const sha256 = createHash("sha256").update(CSV).digest("hex");
    expect(tallies.sources).toEqual([{ name: "t", sha256, bytes: CSV.length, encoding: "utf-8" }]);
  });
});

describe("input that cannot give a trustworthy count is refused", () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);

  test.each([
    ["an empty file", "", "input-empty", /is empty/],
    ["only line ends", "\n\n", "column-missing", /no column/],
    ["a header alone", "station,roll,A,B\n", "rows-none", /header and no rows/],
    ["a header without line end", "station,roll,A,B", "rows-none", /header and no rows/],
    ["a JPEG", jpeg, "input-binary", /a JPEG picture, not a text file/],
    ["gzip not unpacked", gzipSync(utf8(CSV)), "input-binary", /compressed with gzip/],
    ["UTF-16", utf16(CSV), "encoding-unsupported", /UTF-16.*UTF-8/],
    [
      "bytes of no encoding",
      latin1("station,roll,A,B\nPe\u0081,1,1,1\n"),
      "encoding-unsupported",
      /line 2/,
    ],
    ["another election", "region,votes\nN,1\n", "column-missing", /"station", "A", "B".*"region"/],
    ["another delimiter", CSV.replaceAll(",", ";"), "column-missing", /"delimiter": ";"/],
    [
      "a column misspelt",
      CSV.replace("station", "Stations"),
      "column-missing",
      /Did the layout mean "Stations" for "station"/,
    ],
    ["a column twice", "station,roll,A,B,A\n1,9,1,1,1\n", "column-ambiguous", /"A"/],
    ["no row that can be read", "station,roll,A,B\n1,9,x,1\n", "rows-none-accepted", /line 2/],
    ["a quote never closed", `${CSV}3,100,"1,1\n4,100,1,1\n`, "quotes-unbalanced", /line 4/],
    ["text after a quote", `${CSV}"3"x,100,1,1\n`, "quotes-unbalanced", /line 4/],
  ] as const)("%s", (_, data, code, message) => {
    expect(refusal(data)).toMatchObject({
      code,
      kind: "input",
      message: expect.stringMatching(message),
    });
  });

  test("what is no input at all says what to give", () => {
    expect(() => readTallies(new Blob([CSV]) as never, election)).toThrow(
      /await file\.arrayBuffer/,
    );
    expect(() => readTallies([], election)).toThrow(/nothing to read/);
    expect(() => verify(election, readTallies(CSV, election) as never)).toThrow(/result\.tallies/);
  });

  test("a lost closing quote never merges rows silently", () => {
    const lines = [
      "place,station,A,B",
      '"North",1,4,3',
      '"South,2,5,6',
      '"West",3,7,8',
      '"East",4,1,1',
    ];
    expect(refusal(lines.join("\n"))).toMatchObject({ code: "quotes-unbalanced" });
  });
});
