import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** Seconds from start to end of a process, its output thrown away. */
export async function time([program, ...args], statuses) {
  const start = process.hrtime.bigint();
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  const [status] = await once(child, "exit");
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  requireStatus(status, statuses, args);
  return seconds;
}

/** What a process prints. */
export async function output([program, ...args], statuses) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  requireStatus(status, statuses, args);
  return printed;
}

// Node does not tell how much memory a child took; GNU time does, where it is installed.
const GNU_TIME = ["/usr/bin/time", "--format", "%M"];
const KIBIBYTE = 1024;

const canTellMemory = (() => {
  const [program, ...args] = GNU_TIME;
  return spawnSync(program, [...args, process.execPath, "--eval", "0"]).status === 0;
})();

/** Most memory a process had at once, in megabytes; undefined where nothing can tell. */
export async function peakMegabytes(command, statuses) {
  if (!canTellMemory) return time(command, statuses).then(() => undefined);
  const [program, ...args] = [...GNU_TIME, ...command];
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const [messages, [status]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  requireStatus(status, statuses, command);
  return (Number(messages.trim().split("\n").at(-1)) * KIBIBYTE) / 1e6;
}

function requireStatus(status, statuses, command) {
  if (!statuses.includes(status))
    throw new Error(`${command.join(" ")} ended with status ${status}.`);
}
