import { medianRatio, median } from "./median.mjs";

/** The results as a Markdown table; the ratio is of `ours` to each, round by round, its median. */
export function toTable(results, ours) {
  const base = results.find(({ name }) => name === ours).seconds;
  const heading = ["contestant", "median s", "min s", "max s", "peak MB", "ours ÷ this"];
  const rows = results.map(({ name, seconds, megabytes }) => [
    name,
    median(seconds).toFixed(3),
    Math.min(...seconds).toFixed(3),
    Math.max(...seconds).toFixed(3),
    megabytes?.toFixed(0) ?? "–",
    medianRatio(base, seconds).toFixed(2),
  ]);
  return markdownTable(heading, rows);
}

/** The first column to the left, the others to the right. */
export function markdownTable(heading, rows) {
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...rows].map((row) => row[column].length)),
  );
  const padded = ([name, ...numbers]) => [
    name.padEnd(widths[0]),
    ...numbers.map((cell, index) => cell.padStart(widths[index + 1])),
  ];
  const [first, ...others] = widths.map((width) => "-".repeat(width));
  const rule = [first, ...others.map((dashes) => dashes.replace(/-$/, ":"))];
  return [padded(heading), rule, ...rows.map(padded)]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
