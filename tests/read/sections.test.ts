// Sections of an input that are read by themselves and put together: that they are, and not only read
// again; that it makes no difference is what three-ways.ts holds against every file of the tests.
import { describe, expect, test } from "vitest";
import { type Election, parseElection, readTallies } from "../../src/index";
import type { ReadProgress } from "../../src/read/read-inputs";
import { readSection, readsInSections, SectionedReading } from "../../src/read/sections";
import { type LargeInput, readLarge } from "../../src/read/large-inputs";
import { bytesOf, smallElection, tierraClara } from "../fixtures";
import { plain } from "./three-ways";

const LF = 0x0a;

/** Reads the first part, appends the others; says which could be appended. */
function inSections(data: Uint8Array, given: Election, sections: number, before?: Uint8Array) {
  const election = parseElection(given);
  const starts = [0];
  for (let at = 1; at < sections; at++)
    starts.push(data.indexOf(LF, Math.floor((at * data.length) / sections)) + 1);
  const reading = new SectionedReading(election, undefined);
  if (before) {
    reading.begin("before");
    reading.feed(before, true);
    reading.end({ sha256: "", bytes: 0 });
  }
  reading.begin("input", undefined, 1);
  const appended = starts.map((from, at) => {
    const part = data.subarray(from, starts[at + 1] ?? data.length);
    const place = {
      name: "input",
      beginning: data,
      bytes: part.length,
      isLast: at === sections - 1,
    };
    const section = at === 0 ? undefined : readSection(election, place, [part]);
    if (section !== undefined && reading.append(structuredClone(section))) return true;
    reading.feed(part);
    return false;
  });
  reading.feed(new Uint8Array(0), true);
  reading.end({ sha256: "", bytes: 0 });
  const { sources: _, ...tallies } = plain(reading.finish());
  return { appended, tallies };
}

function whole(data: Uint8Array, election: Election, before?: Uint8Array) {
  const inputs = before ? [{ name: "before", data: before }] : [];
  const read = readTallies([...inputs, { name: "input", data }], election);
  const { sources: _, ...tallies } = plain(read.tallies);
  return tallies;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("sections are put together, with the lines and the regions of the whole input", () => {
  test("of a file with a row per station", () => {
    const data = bytesOf("fixtures/tierra-clara.csv");
    const { appended, tallies } = inSections(data, tierraClara, 5);
    expect(appended).toEqual([false, true, true, true, true]);
    expect(tallies).toEqual(whole(data, tierraClara));
  });

  const byCandidate = smallElection({
    universe: { stations: 500, registeredVoters: 1_000_000 },
    layout: {
      station: [{ column: "station" }],
      candidates: { A: "A", B: "B" },
      rows: { candidate: "who", votes: "votes", ignored: ["total"] },
      regions: ["state"],
    },
  });
  const rows = (who: string, votes: (station: number) => number | string) =>
    Array.from(
      { length: 300 },
      (_, station) =>
        `S${station},${station % 7 < 3 ? "North" : "South"},${who},${votes(station)}\n`,
    );
  const head = "station,state,who,votes\n";

  test("of a file sorted by candidate, so that every station is in several sections", () => {
    const data = utf8(
      [
        head,
        ...rows("A", (station) => station),
        "\n",
        ...rows("total", () => 9),
        ...rows("B", (station) => 2 * station),
      ].join(""),
    );
    const { appended, tallies } = inSections(data, byCandidate, 7);
    expect(appended.slice(1)).not.toContain(false);
    expect(tallies).toEqual(whole(data, byCandidate));
    expect(tallies.columns.votes[1]).toContain(2 * 299);
  });

  test("with stations of an input before it, which states a count that this one has no column for", () => {
    const election = {
      ...byCandidate,
      layout: {
        ...byCandidate.layout,
        registeredVoters: { column: "voters", optional: true },
        ballotsCast: { column: "cast", optional: true },
      },
    };
    const withCounts = (line: string, voters: number) => line.replace("\n", `,${voters},700\n`);
    const before = utf8(
      ["station,state,who,votes,voters,cast\n"]
        .concat(rows("A", (station) => station).map((line) => withCounts(line, 900)))
        .join(""),
    );
    const data = utf8(
      ["station,state,who,votes,cast\n"]
        .concat(
          rows("B", () => 1).map((line, at) => line.replace("\n", at < 200 ? ",\n" : ",600\n")),
        )
        .join(""),
    );
    const { appended, tallies } = inSections(data, election, 4, before);
    expect(appended).toEqual([false, true, true, true]);
    expect(tallies).toEqual(whole(data, election, before));
    expect(tallies.columns.registeredVoters?.at(-1)).toBe(900);
    expect([100, 299].map((at) => tallies.columns.ballotsCast?.[at])).toEqual([-1, 600]);
  });

  test("with what is wrong in them: the line is the one in the whole input", () => {
    const data = utf8(
      [
        head,
        ...rows("A", (station) => (station === 250 ? "x" : station)),
        ...rows("B", (station) => (station === 20 ? "" : station)),
        ...rows("B", (station) => (station === 40 ? 7 : station)).slice(30, 60),
      ].join(""),
    );
    const { appended, tallies } = inSections(data, byCandidate, 4);
    expect(appended).toEqual([false, true, true, true]);
    expect(tallies).toEqual(whole(data, byCandidate));
    expect(tallies.issues.map(({ line, code }) => [code, line])).toContainEqual([
      "count-malformed",
      252,
    ]);
  });
});

test("what was read elsewhere counts as read in the progress", async () => {
  const data = bytesOf("fixtures/tierra-clara.csv");
  const election = parseElection(tierraClara);
  const half = data.indexOf(LF, data.length / 2) + 1;
  const part = data.subarray(half);
  const place = { name: "input", beginning: data, bytes: part.length, isLast: true };
  const input: LargeInput = {
    name: "input",
    size: data.length,
    stored: 0,
    isRepeatable: true,
    *pieces(from, to) {
      yield data.subarray(from, to);
      this.stored = to ?? data.length;
    },
    sections: () => ({
      starts: [0, half],
      claim: (at) => at === 0,
      section: async () => {
        // Longer than nothing is told of the progress.
        await new Promise((resolve) => setTimeout(resolve, 60));
        return readSection(election, place, [part]);
      },
      close: () => {},
    }),
    identity: () => ({ sha256: "", bytes: data.length }),
  };
  const told: ReadProgress[] = [];
  const { rows } = await readLarge([input], election, {
    onProgress: (progress) => told.push(progress),
  });
  expect(told.at(-1)).toEqual({ rows: rows.read, bytes: data.length, ofBytes: data.length });
});

describe("where a section cannot be read by itself it is read behind the one before it", () => {
  const election = smallElection({
    universe: { stations: 500, registeredVoters: 1_000_000 },
    layout: { station: [{ column: "station" }], candidates: { A: "A", B: "B" } },
  });
  const row = (station: number) => `S${station},${station},1\n`;
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => row(from + at)).join("");

  test("a quoted field in which the cut is", () => {
    const data = utf8(
      `station,A,B,note\n${rows(0, 100).replaceAll("\n", ",\n")}S100,1,1,"${"a,b\n".repeat(200)}"\n` +
        rows(101, 200).replaceAll("\n", ",\n"),
    );
    const { appended, tallies } = inSections(data, election, 2);
    expect(appended).toEqual([false, false]);
    expect(tallies).toEqual(whole(data, election));
  });

  test("a section in another encoding than those before it", () => {
    const latin1 = Uint8Array.from(`${rows(50, 100)}Pe\u00f1a,1,1\n`, (letter) =>
      letter.charCodeAt(0),
    );
    const ascii = utf8(`station,A,B\n${rows(0, 50)}`);
    // Up to there it is both.
    const { appended, tallies } = inSections(Uint8Array.of(...ascii, ...latin1), election, 2);
    expect(appended).toEqual([false, true]);
    expect(tallies.issues.map(({ code }) => code)).toContain("encoding-assumed");
    const mixed = Uint8Array.of(...utf8(`station,A,B\nPeña,1,1\n${rows(0, 50)}`), ...latin1);
    expect(() => inSections(mixed, election, 2)).toThrow();
  });

  test("any section of an input whose header is longer than what is looked at", () => {
    const positions = smallElection({
      layout: {
        station: [{ position: 1 }],
        candidates: { A: { position: 2 }, B: { position: 3 } },
      },
    });
    const part = utf8(rows(0, 9));
    const read = (beginning: string) =>
      readSection(
        positions,
        { name: "input", beginning: utf8(beginning), bytes: part.length, isLast: true },
        [part],
      );
    expect(read("a name that goes on and on")).toBeUndefined();
    expect(read("station,A,B\nS")?.table.read).toBe(9);
  });

  test("layouts in which rows take something from those above, or are skipped by rule", () => {
    const withLayout = (changes: Partial<Election["layout"]>) =>
      readsInSections({ ...election, layout: { ...election.layout, ...changes } });
    expect(withLayout({ station: [{ column: "station", fillDown: true }] })).toBe(false);
    expect(withLayout({ regions: [{ name: "state", column: "state", fillDown: true }] })).toBe(
      false,
    );
    expect(withLayout({ skip: [{ column: "kind", in: ["sum"], reason: "a sum" }] })).toBe(false);
    expect(withLayout({ encoding: "utf-16le" })).toBe(false);
    expect(withLayout({ regions: ["state"] })).toBe(true);
  });
});
