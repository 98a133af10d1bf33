import { parentPort, workerData } from "node:worker_threads";
import { type Ground, replicator } from "../forensics/replicate";

// A thread that makes the replicates of the indices that it is sent.
const make = replicator(workerData as Ground);
parentPort!.on("message", (index: number) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort!.postMessage({ index, replicate: make(index) });
});
