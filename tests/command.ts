import { spawn } from "node:child_process";
import { pathOf } from "./fixtures";

/** What the built command did; `status` is null when it had to be stopped. */
export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** After so many seconds the command is stopped. */
  readonly seconds?: number;
  /** Megabytes of heap. */
  readonly heap?: number;
  /** What to run instead of the built command. */
  readonly script?: readonly string[];
}

/** Runs the built command as a process of its own. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const {
    cwd = pathOf("."),
    input,
    seconds = 30,
    heap,
    script = [pathOf("dist/cli.js")],
  } = options;
  const limits = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...limits, ...script, ...args], {
      cwd,
      timeout: seconds * 1000,
      killSignal: "SIGKILL",
    });
    const chunks = { out: [] as Buffer[], err: [] as Buffer[] };
    child.stdout.on("data", (chunk: Buffer) => chunks.out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.err.push(chunk));
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({
        status,
        out: Buffer.concat(chunks.out).toString(),
        err: Buffer.concat(chunks.err).toString(),
      }),
    );
    // The command may be done before it has read everything.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
