import { visible } from "../model/format";
import type { TableColumn } from "./model";

/** Columns of a terminal that a report may use. */
export const WIDTH = 100;

/** Width of the verdicts' labels, and the indent of the text beside them. */
export const LABEL_WIDTH = "CONTRADICTED".length;
export const LABEL_INDENT = " ".repeat(LABEL_WIDTH + 4);

/** Text in lines of at most `width` characters, each after `indent`; a longer word is broken. */
export function wrap(text: string, indent: string, width = WIDTH): string[] {
  const room = width - indent.length;
  const lines: string[] = [];
  let line = "";
  // A number and its percent sign stay on one line.
  for (const word of visible(text)
    .split(/ (?!%)/)
    .flatMap((whole) => pieces(whole, room))) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

const pieces = (word: string, size: number) =>
  word.length <= size ? [word] : word.match(new RegExp(`.{1,${size}}`, "gsu"))!;

const COLORS = { contradicted: "31", confirmed: "32", undecided: "33" } as const;

/** Text after a label, the following lines under its first word; coloured by an outcome. */
export function labelled(label: string, text: string, outcome?: keyof typeof COLORS): string[] {
  const [first = "", ...rest] = wrap(text, LABEL_INDENT);
  const gap = " ".repeat(Math.max(0, LABEL_WIDTH - label.length) + 2);
  const shown = outcome ? `\u001B[1;${COLORS[outcome]}m${label}\u001B[0m` : label;
  return [`  ${shown}${gap}${first.trimStart()}`, ...rest];
}

/** A text column is never cut to less. */
const NARROWEST = 8;

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

/** Rows of cells as lines, each column as wide as its widest cell; long texts are cut to fit. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string[] {
  const cells = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(visible));
  const widths = columns.map((_, at) =>
    cells.reduce((widest, row) => Math.max(widest, row[at]!.length), 0),
  );
  const gaps = 2 + 2 * (columns.length - 1);
  // Only texts give way, the widest first: a figure is never cut.
  for (let excess = gaps + sum(widths) - WIDTH; excess > 0; excess--) {
    const texts = widths.map((width, at) => (columns[at]!.align === "left" ? width : 0));
    const widest = texts.indexOf(Math.max(...texts));
    if (texts[widest]! <= NARROWEST) break;
    widths[widest]!--;
  }
  return cells.map((row) =>
    `  ${columns
      .map(({ align }, at) => {
        const width = widths[at]!;
        const cell = row[at]!.length > width ? `${cutAt(row[at]!, width - 1)}…` : row[at]!;
        return align === "left" ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")}`.trimEnd(),
  );
}

/** The first characters of a text, and no half of one. */
function cutAt(text: string, length: number): string {
  let cut = "";
  for (const character of text) {
    if (cut.length + character.length > length) break;
    cut += character;
  }
  return cut;
}
