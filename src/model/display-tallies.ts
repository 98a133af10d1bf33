import type { MimeBundle } from "./display";
import { countOf, formatCount, visible } from "./format";
import { escaped } from "./html";
import type { StationTally, Tallies } from "./tallies";

/** Stations that a notebook shows; a glance at the file, and not the file. */
const SHOWN = 10;

const COUNTS = [
  "validVotes",
  "invalidVotes",
  "blankVotes",
  "ballotsCast",
  "registeredVoters",
] as const satisfies readonly (keyof StationTally)[];

/** Where every row went, and the first stations as a table. */
export function talliesBundle(tallies: Tallies): MimeBundle {
  const account = accountOf(tallies);
  const stations = countOf(tallies.length, "station");
  const caption = tallies.length > SHOWN ? `The first ${SHOWN} of ${stations}` : stations;
  const [header, ...rows] = tableOf(tallies);
  const cells = (tag: "th" | "td", row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return {
    "text/plain": [account, caption, ...linesOf([header!, ...rows])].join("\n"),
    "text/html":
      `<p>${account}</p>\n<table>\n<caption>${caption}</caption>\n` +
      `<thead>${cells("th", header!)}</thead>\n` +
      `<tbody>\n${rows.map((row) => cells("td", row)).join("\n")}\n</tbody>\n</table>`,
  };
}

function accountOf({ rows }: Tallies): string {
  const [read, accepted, rejected, duplicate, skipped] = [
    rows.read,
    rows.accepted,
    rows.rejected,
    rows.duplicate,
    rows.skipped,
  ].map(formatCount);
  return (
    `Rows: ${read} read = ${accepted} accepted + ${rejected} rejected + ` +
    `${duplicate} duplicate + ${skipped} skipped.`
  );
}

/** A header and the first stations; a count that a sheet does not give is empty. */
function tableOf(tallies: Tallies): string[][] {
  const { candidates, regions, ...columns } = tallies.columns;
  const counts = COUNTS.filter((name) => columns[name] !== undefined);
  const first = Array.from({ length: Math.min(SHOWN, tallies.length) }, (_, at) => tallies.at(at)!);
  return [
    ["station", ...regions.map(({ name }) => name), ...candidates, ...counts],
    ...first.map((tally) => [
      tally.station,
      ...regions.map(({ name }) => tally.regions[name]!),
      ...[...candidates.map((code) => tally.votes[code]), ...counts.map((name) => tally[name])].map(
        (count) => (count === undefined ? "" : formatCount(count)),
      ),
    ]),
  ];
}

/** Rows of cells as lines, numbers to the right. */
function linesOf(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(visible));
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  const isNumber = widths.map((_, at) => cells.slice(1).every((row) => /^[\d,]*$/.test(row[at]!)));
  return cells.map((row) =>
    row
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join("  ")
      .trimEnd(),
  );
}
