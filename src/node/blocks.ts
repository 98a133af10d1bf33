import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import { Worker } from "node:worker_threads";

const BLOCK = 1 << 18;
/** Room in front of a block for the row that the one before it has begun. */
const HEAD = 1 << 16;
const SLOTS = 16;
/** Blocks after which the other thread is woken. */
const AT_ONCE = 4;
const LF = 0x0a;

/** Size from which hashing on a thread of its own pays: starting it takes as long as hashing this. */
const LARGE = 1 << 25;

/** A file block by block, each cut at a line end where it has one, and the hash of all of it. */
export interface Blocks {
  pieces(): Generator<Uint8Array>;
  sha256(): Promise<string>;
  close(): void;
}

/** Blocks of an open file; a block's memory is used again for a later one. */
export function blocksOf(file: number, size: number): Blocks {
  return size < LARGE ? hashedHere(file) : hashedApart(file);
}

function hashedHere(file: number): Blocks {
  const hash = createHash("sha256");
  const memory = new Uint8Array(2 * (HEAD + BLOCK));
  return {
    pieces: () =>
      cut(
        file,
        (index) => memory.subarray((index % 2) * (HEAD + BLOCK)),
        (_, bytes) => {
          hash.update(bytes);
        },
      ),
    sha256: async () => hash.digest("hex"),
    close: () => {},
  };
}

// What both threads know: how many blocks are in memory, how many of them are hashed, whether there
// are no more; and the length of each block.
const [READ, HASHED, ENDED, LENGTHS] = [0, 1, 2, 3] as const;

/** The same with the hash on a thread of its own, which is given the very bytes that are read. */
function hashedApart(file: number): Blocks {
  const shared = new SharedArrayBuffer(SLOTS * (HEAD + BLOCK));
  const state = new Int32Array(new SharedArrayBuffer(4 * (LENGTHS + SLOTS)));
  const slot = (index: number) => new Uint8Array(shared, (index % SLOTS) * (HEAD + BLOCK));
  const workerData = { shared, state, SLOTS, STRIDE: HEAD + BLOCK, HEAD };
  const worker = new Worker(HASHER, { eval: true, workerData });
  const digest = new Promise<string>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  // Whoever stops reading does not ask for it.
  digest.catch(() => {});
  return {
    *pieces() {
      yield* cut(
        file,
        (index) => {
          // A slot is written to again only when what was in it has been hashed.
          for (;;) {
            const hashed = Atomics.load(state, HASHED);
            if (index - hashed < SLOTS) break;
            Atomics.wait(state, HASHED, hashed);
          }
          return slot(index);
        },
        (index, bytes) => {
          state[LENGTHS + (index % SLOTS)] = bytes.length;
          Atomics.add(state, READ, 1);
          // Waking the other thread takes as long as hashing a quarter of a block.
          if (index % AT_ONCE === 0) Atomics.notify(state, READ);
        },
      );
      Atomics.store(state, ENDED, 1);
      Atomics.add(state, READ, 1);
      Atomics.notify(state, READ);
    },
    sha256: async () => digest,
    close: () => void worker.terminate(),
  };
}

/** The thread's program, as text, because a bundle has no file for it. */
const HASHER = `
const { parentPort, workerData } = require("node:worker_threads");
const { shared, state, SLOTS, STRIDE, HEAD } = workerData;
const hash = require("node:crypto").createHash("sha256");
for (let index = 0; ; index++) {
  while (Atomics.load(state, ${READ}) <= index) Atomics.wait(state, ${READ}, index);
  if (Atomics.load(state, ${ENDED}) === 1 && Atomics.load(state, ${READ}) === index + 1) break;
  const start = (index % SLOTS) * STRIDE + HEAD;
  hash.update(new Uint8Array(shared, start, state[${LENGTHS} + (index % SLOTS)]));
  Atomics.add(state, ${HASHED}, 1);
  Atomics.notify(state, ${HASHED});
}
parentPort.postMessage(hash.digest("hex"));
`;

/**
 * Reads the file into slots and cuts what is in them at the last line end; the rest goes in front of
 * the next block. `done` is told of each block as it is in the file.
 */
function* cut(
  file: number,
  slotOf: (index: number) => Uint8Array,
  done: (index: number, bytes: Uint8Array) => void,
): Generator<Uint8Array> {
  let rest = new Uint8Array(0) as Uint8Array;
  for (let index = 0; ; index++) {
    const slot = slotOf(index);
    const length = readSync(file, slot, HEAD, BLOCK, null);
    if (length === 0) break;
    done(index, slot.subarray(HEAD, HEAD + length));
    const start = HEAD - rest.length;
    slot.set(rest, start);
    const piece = slot.subarray(start, HEAD + length);
    const end = piece.lastIndexOf(LF) + 1;
    // A row longer than there is room for is put together by whoever reads it.
    const kept = piece.length - end > HEAD ? piece.length : end;
    rest = piece.subarray(kept);
    if (kept > 0) yield piece.subarray(0, kept);
  }
  if (rest.length > 0) yield rest;
}
