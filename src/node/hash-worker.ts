import { parentPort, workerData } from "node:worker_threads";
import { hashOfFile } from "./file-hash";

// A thread that takes the hash of a file.
const tell = (sha256: string) => parentPort!.postMessage(sha256, []);
tell(hashOfFile(workerData as string));
