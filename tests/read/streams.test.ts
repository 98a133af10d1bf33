import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test, vi } from "vitest";
import { readTallies, streamTallies, type Tallies } from "../../src/index";
import { readTalliesFile } from "../../src/node/index";
import { bolivia2019, venezuela2024 } from "../../src/elections/index";
import { bytesOf, hasRealData, pathOf, realFile, smallElection, tierraClara } from "../fixtures";
import { byReference, plain } from "./three-ways";

const folder = mkdtempSync(join(tmpdir(), "tallyproof-streams-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = "fixtures/tierra-clara.csv";
const data = bytesOf(path);
const named = { name: "file.csv", data };
const expected = plain(readTallies(named, tierraClara).tallies);

/** All but what the bytes were stored as. */
const but = ({ sources, ...rest }: ReturnType<typeof plain>) => ({
  ...rest,
  sources: sources.map(({ name, encoding }) => ({ name, encoding })),
});

const pieces = function* (size: number, bytes = data) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
};
async function* slowly<T>(values: Iterable<T>) {
  for (const value of values) yield await Promise.resolve(value);
}

describe("streams give the same tallies as the bytes at once", () => {
  test.each([1000, 1 << 16])("an async iterable, in pieces of %i", async (size) => {
    const input = { name: "file.csv", data: slowly(pieces(size)) };
    expect(plain((await streamTallies(input, tierraClara)).tallies)).toEqual(expected);
  });

  test("pieces of text", async () => {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(data);
    const parts = text.match(/[^]{1,997}/g)!;
    const input = { name: "file.csv", data: slowly(parts) };
    expect(plain((await streamTallies(input, tierraClara)).tallies)).toEqual(expected);
  });

  test("a ReadableStream, a Blob, and a stream of Node", async () => {
    const stream = new Response(data.slice()).body!;
    const inputs = [stream, new Blob([data.slice()]), createReadStream(pathOf(path))];
    for (const input of inputs)
      expect(
        plain((await streamTallies({ name: "file.csv", data: input }, tierraClara)).tallies),
      ).toEqual(expected);
  });

  test("several inputs", async () => {
    const halves = [`${HEAD}H1,1,2\n`, `${HEAD}H2,3,4\n`];
    const small = smallElection();
    const { tallies } = await streamTallies(
      halves.map((half) => new Blob([half])),
      small,
    );
    expect(plain(tallies)).toEqual(plain(readTallies(halves, small).tallies));
  });

  test("gzip, by its first two bytes, identified by the packed ones", async () => {
    const packed = new Uint8Array(gzipSync(data));
    const { tallies } = await streamTallies(
      { name: "file.csv", data: slowly(pieces(500, packed)) },
      tierraClara,
    );
    expect(but(plain(tallies))).toEqual(but(expected));
    expect(tallies.sources[0]!.bytes).toBe(packed.length);
    await expect(
      streamTallies(
        { name: "cut", data: slowly(pieces(500, packed.subarray(0, 2000))) },
        tierraClara,
      ),
    ).rejects.toMatchObject({ code: "file-unreadable" });
  });
});

const HEAD = "station,A,B\n";

describe("back-pressure, progress, stopping", () => {
  test("a file of another election is refused at its header, however large it is", async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked++;
        yield await Promise.resolve(`town;roll;votes\n${"Vega;9;1\n".repeat(10_000)}`);
      }
    }
    await expect(streamTallies(endless(), smallElection())).rejects.toThrow(
      /no column "station".*"delimiter": ";"/s,
    );
    expect(asked).toBeLessThan(3);
  });

  test("no piece is asked for before the last one has been read", async () => {
    let asked = 0;
    const rows: number[] = [];
    const source = async function* () {
      for (const piece of pieces(1 << 14)) {
        asked++;
        yield piece;
        rows.push(asked);
      }
    };
    await streamTallies(source(), tierraClara);
    expect(rows).toEqual(rows.map((_, at) => at + 1));
  });

  test("a signal stops it, with its reason, and the source is told", async () => {
    const stop = new AbortController();
    let ended = false;
    const endless = async function* () {
      try {
        yield HEAD;
        for (let at = 0; ; at++) {
          if (at === 50) stop.abort(new Error("enough"));
          yield `H${at},1,2\n`;
        }
      } finally {
        ended = true;
      }
    };
    await expect(
      streamTallies(endless(), smallElection(), { signal: stop.signal }),
    ).rejects.toThrow("enough");
    expect(ended).toBe(true);
    await expect(
      readTalliesFile(pathOf(path), tierraClara, { signal: stop.signal }),
    ).rejects.toThrow("enough");
  });

  test("progress counts up", async () => {
    const seen: number[] = [];
    const slow = async function* () {
      for (const piece of pieces(1 << 15)) {
        await new Promise((resolve) => setTimeout(resolve, 45));
        yield piece;
      }
    };
    await streamTallies({ name: "x", data: slow(), bytes: data.length }, tierraClara, {
      onProgress: ({ bytes, ofBytes }) => {
        expect(ofBytes).toBe(data.length);
        seen.push(bytes);
      },
    });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test("of a packed file, what is told is of its packed bytes", async () => {
    const packed = new Uint8Array(gzipSync(data));
    const slow = {
      size: packed.length,
      stream: () => {
        const reader = new Blob([packed]).stream().getReader();
        const read = async () => {
          await new Promise((resolve) => setTimeout(resolve, 45));
          return reader.read();
        };
        return { getReader: () => ({ read, cancel: () => reader.cancel() }) };
      },
    };
    const seen: { readonly bytes: number; readonly ofBytes?: number }[] = [];
    const { tallies } = await streamTallies(slow, tierraClara, {
      onProgress: (progress) => seen.push(progress),
    });
    expect(tallies).toHaveLength(1215);
    expect(seen.length).toBeGreaterThan(0);
    for (const { bytes, ofBytes } of seen) {
      expect(ofBytes).toBe(packed.length);
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(packed.length);
    }
  });

  test("what is no stream is refused in a sentence", async () => {
    for (const wrong of [7, "text", undefined, {}, { name: "x", data: 7 }])
      await expect(streamTallies(wrong as never, tierraClara)).rejects.toMatchObject({
        code: "usage-invalid",
      });
    await expect(
      streamTallies(
        (async function* () {
          yield 7;
        })() as never,
        tierraClara,
      ),
    ).rejects.toMatchObject({ code: "usage-invalid" });
  });
});

describe("an encoding that shows late", () => {
  const small = smallElection();
  // Cyrillic in UTF-8, then a byte that is none: as a whole it can only be Windows-1252.
  const bytes = new Uint8Array([
    ...new TextEncoder().encode(`${HEAD}а,1,2\n`),
    0xd1,
    ...new TextEncoder().encode(",3,4\n"),
  ]);

  test("what can be read again is read again", async () => {
    const whole = plain(byReference({ name: "x", data: bytes }, small));
    expect(whole.sources[0]!.encoding).toBe("windows-1252");
    const blob = new Blob([bytes]);
    expect(plain(readTallies({ name: "x", data: bytes }, small).tallies)).toEqual(whole);
    expect(plain((await streamTallies({ name: "x", data: blob }, small)).tallies)).toEqual(whole);
    const file = join(folder, "late.csv");
    writeFileSync(file, bytes);
    const read = await readTalliesFile(file, small);
    expect(but(plain(read.tallies)).columns).toEqual(whole.columns);
  });

  test("a stream that cannot be read again is refused", async () => {
    await expect(streamTallies(slowly([bytes]), small)).rejects.toMatchObject({
      code: "encoding-unsupported",
      message: expect.stringContaining("line 3"),
    });
  });
});

describe("files", () => {
  /** Larger than the memory of a thread that hashes apart, with rows across all its blocks. */
  const large = (rows: number) => {
    const lines = Array.from(
      { length: rows },
      (_, at) => `H${at},${at % 97},${at % 89},${"x".repeat(400)}`,
    );
    return `station,A,B,note\n${lines.join("\n")}`;
  };

  test("a file that is hashed on another thread", async () => {
    const file = join(folder, "large.csv");
    const text = large(85_000);
    writeFileSync(file, text);
    const election = smallElection({ universe: { stations: 900_000, registeredVoters: 1e9 } });
    const { tallies } = await readTalliesFile(file, election);
    const atOnce = readTallies({ name: basename(file), data: text }, election).tallies;
    expect(tallies.sources).toEqual(atOnce.sources);
    expect(tallies.rows).toEqual(atOnce.rows);
    expect(tallies.columns.votes).toEqual(atOnce.columns.votes);
    expect(tallies.columns.stations.at(84_999)).toBe("H84999");
    expect(tallies.columns.stations.indexOf("H35000")).toBe(35_000);
    // One that fails in the middle leaves no thread behind to wait for.
    writeFileSync(file, `${text.slice(0, 35_000_000)}\n"broken`);
    await expect(readTalliesFile(file, election)).rejects.toMatchObject({
      code: "quotes-unbalanced",
    });
  });

  test("where addresses are limited, so that there is no memory for WebAssembly", async () => {
    const engine = Reflect.get(globalThis, "WebAssembly") as { Instance: () => object };
    const instance = vi.spyOn(engine, "Instance").mockImplementation(function () {
      throw new RangeError("WebAssembly.Instance(): Out of memory");
    });
    try {
      const { tallies } = await readTalliesFile(pathOf(path), tierraClara);
      expect(plain(tallies).columns).toEqual(expected.columns);
      expect(instance).toHaveBeenCalledOnce();
    } finally {
      instance.mockRestore();
    }
  });

  test.runIf(hasRealData)("the real files: as bytes, by papaparse, and from the disk", async () => {
    const bolivia = "../shared/data/bolivia-2019/";
    for (const [file, election] of [
      [realFile("V1"), venezuela2024],
      [realFile("V2"), venezuela2024],
      [`${bolivia}trep-2019-10-20-1940.csv`, bolivia2019],
      [`${bolivia}trep-2019-10-21-1829.csv`, bolivia2019],
      [`${bolivia}computo-final.csv`, bolivia2019],
    ] as const) {
      const input = { name: basename(file), data: bytesOf(file) };
      const same = (tallies: Tallies) => JSON.stringify(plain(tallies));
      const bytes = same(readTallies(input, election).tallies);
      expect(same(byReference(input, election)) === bytes).toBe(true);
      expect(same((await readTalliesFile(pathOf(file), election)).tallies) === bytes).toBe(true);
    }
  });
});
