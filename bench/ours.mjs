import { fileURLToPath } from "node:url";
import { SHAPES } from "./shapes.mjs";

export const OURS = "tallyproof";
export const OUR_CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

/** A generated file has its election beside it. */
const electionOf = (file, kind) =>
  kind === "v2" ? "venezuela-2024" : file.replace(/\.csv$/, ".json");

/** The command as users run it: with all checks, all claims judged, and the whole report. */
export function ourCommand(cli, file, kind) {
  const election = ["--election", electionOf(file, kind), "--by", SHAPES[kind].region];
  return [process.execPath, cli, "verify", file, ...election];
}

/** tallyproof as a contestant on files of one kind. */
export function ours(cli, kind) {
  const command = (file) => ourCommand(cli, file, kind);
  return {
    name: OURS,
    exact: true,
    command,
    totalsCommand: (file) => [...command(file), "--json"],
    toTotals: totalsFor(kind),
    // Status 1 says that a claim is contradicted, which is a result.
    statuses: [0, 1],
  };
}

/** From the JSON report what all others print. */
function totalsFor(kind) {
  const isLong = SHAPES[kind].rows === "long";
  const named = ({ stations, validVotes, invalidVotes, blankVotes, candidates }) => ({
    stations,
    ...(isLong ? { blank: blankVotes.sum } : { valid: validVotes }),
    invalid: invalidVotes.sum,
    ...Object.fromEntries(candidates.map(({ code, votes }) => [code, votes])),
  });
  return ({ rows, count, regions }) => ({
    failed: rows.read - rows.accepted,
    overall: named(count),
    byRegion: Object.fromEntries(
      regions.map(({ region, count: part }) => [region[0], named(part)]),
    ),
  });
}
