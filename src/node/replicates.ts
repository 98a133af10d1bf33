import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ForensicStudy } from "../forensics/forensics";
import type { Replicate } from "../forensics/replicate";

/** Stations times elections below which starting a thread takes longer than it saves. */
const WORTH_THREADS = 500_000;
const MOST_THREADS = 8;

/**
 * All replicates of a study, on as many threads as there are processors. Which thread makes which does
 * not matter: each replicate has a seed of its own.
 */
export async function allReplicates(
  study: ForensicStudy,
  onDone: (done: number) => void,
): Promise<Replicate[]> {
  const { simulations } = study.settings;
  const work = simulations * study.ground.model.sheets.length;
  const threads = work < WORTH_THREADS ? 1 : Math.min(MOST_THREADS, availableParallelism());
  if (threads > 1) return onThreads(study, threads, onDone);
  const made: Replicate[] = [];
  for (let index = 0; index < simulations; index++) {
    made.push(study.replicate(index));
    onDone(index + 1);
  }
  return made;
}

async function onThreads(
  { ground, settings: { simulations } }: ForensicStudy,
  threads: number,
  onDone: (done: number) => void,
): Promise<Replicate[]> {
  const made: Replicate[] = [];
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL("./forensics-worker.js", import.meta.url), { workerData: ground }),
  );
  let [next, done] = [0, 0];
  try {
    await Promise.all(
      workers.map(
        async (worker) =>
          new Promise<void>((resolve, reject) => {
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
            const send = () => (next < simulations ? worker.postMessage(next++) : resolve());
            worker.on(
              "message",
              ({ index, replicate }: { index: number; replicate: Replicate }) => {
                made[index] = replicate;
                onDone(++done);
                send();
              },
            );
            worker.on("error", reject);
            // One ahead, so that a thread need not wait for the next index.
            send();
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map(async (worker) => worker.terminate()));
  }
  return made;
}
