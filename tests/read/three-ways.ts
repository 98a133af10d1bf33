// `readTallies` for tests: by bytes that are all there, by bytes that come in pieces, with rows one by one and
// many at a time, and by papaparse. All must give the same tallies and issues, or refuse with the same words.
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { type Election, parseElection, readTallies as read, type Tallies } from "../../src/index";
import { type BatchesOf, batchesOf } from "../../src/read/plain/batches";
import { Undecided } from "../../src/read/byte-encoding";
import { nameInputs, type TallyInputs } from "../../src/read/input";
import { Reading } from "../../src/read/reading";
import type { ReadOptions } from "../../src/read/read-tallies";
import { type ReadResult, resultOf } from "../../src/read/result";
import { readsBytes } from "../../src/read/tokenise";

/** Everything of tallies, lists of keys as arrays. */
export const plain = ({ columns, rows, issues, sources, register }: Tallies) => ({
  columns: { ...columns, stations: [...columns.stations] },
  rows,
  issues,
  sources,
  register,
});

interface Outcome {
  readonly result?: ReadResult;
  readonly error?: unknown;
}

const outcome = (make: () => ReadResult): Outcome => {
  try {
    return { result: make() };
  } catch (error) {
    return { error };
  }
};

const said = ({ result, error }: Outcome) => (result ? plain(result.tallies) : String(error));

/** `toEqual` takes longer for thousands of rows than reading them does: it only says what differs. */
function expectSame(made: Outcome, expected: Outcome): void {
  if (!isDeepStrictEqual(said(made), said(expected))) expect(said(made)).toEqual(said(expected));
}

export function byReference(inputs: TallyInputs, election: Election, options: ReadOptions = {}) {
  const reading = new Reading(parseElection(election), options.register);
  for (const { name, data, ...identity } of nameInputs(inputs))
    reading.readWhole(name, data, identity);
  return reading.finish();
}

export function inPieces(
  inputs: TallyInputs,
  election: Election,
  options: ReadOptions,
  size: number,
  batches?: BatchesOf,
): Tallies {
  const reading = new Reading(parseElection(election), options.register, batches);
  for (const { name, data, ...identity } of nameInputs(inputs)) {
    reading.begin(name);
    const piece = new Uint8Array(size);
    for (let from = 0; from < data.length; from += size) {
      const part = data.subarray(from, from + size);
      // The same memory each time, as a file's blocks have it.
      piece.set(part);
      reading.feed(piece.subarray(0, part.length));
    }
    reading.feed(new Uint8Array(0), true);
    reading.end(identity);
  }
  return reading.finish();
}

/** Pieces of a byte only where there are few: each row is put together anew for each of them. */
const sizesFor = (inputs: readonly { readonly data: Uint8Array }[]) =>
  inputs.every(({ data }) => data.length < 1 << 12) ? [1, 13] : [1009, 1 << 16];

export function readTallies(
  inputs: TallyInputs,
  election: Election,
  options: ReadOptions = {},
): ReadResult {
  const expected = outcome(() => read(inputs, election, options));
  if (!/input-repeated|given twice|same file/.test(String(expected.error))) {
    expectSame(
      outcome(() => resultOf(byReference(inputs, election, options))),
      expected,
    );
    const others = readsBytes(election.layout.encoding)
      ? [
          ...sizesFor(nameInputs(inputs)).map(
            (size) => () => inPieces(inputs, election, options, size),
          ),
          ...[29, 1 << 18].map(
            (size) => () => inPieces(inputs, election, options, size, batchesOf),
          ),
        ]
      : [];
    for (const other of others)
      expectSame(
        outcome(() => {
          try {
            return resultOf(other());
          } catch (error) {
            // Then the input is read as a whole, whoever reads it.
            if (error instanceof Undecided) return resultOf(byReference(inputs, election, options));
            throw error;
          }
        }),
        expected,
      );
  }
  if (expected.result === undefined) throw expected.error;
  return expected.result;
}
