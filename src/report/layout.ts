/** Columns of a terminal that a report may use. */
export const WIDTH = 100;

/** Text in lines of at most `width` characters, each after `indent`. */
export function wrap(text: string, indent: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

/** A column of a table: its heading and on which side its cells line up. */
export interface TableColumn {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** Rows of cells as lines, each column as wide as its widest cell; long texts are cut to fit. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string[] {
  const cells = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  const spare =
    WIDTH - 2 - 2 * (columns.length - 1) - widths.reduce((sum, width) => sum + width, 0);
  // Only the text columns give way: a figure is never cut.
  const text = columns.findIndex(({ align }) => align === "left");
  if (spare < 0 && text !== -1) widths[text] = Math.max(8, widths[text]! + spare);
  return cells.map((row) =>
    `  ${columns
      .map(({ align }, at) => {
        const width = widths[at]!;
        const cell = row[at]!.length > width ? `${row[at]!.slice(0, width - 1)}…` : row[at]!;
        return align === "left" ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")}`.trimEnd(),
  );
}

/**
 * Names come from files anybody may have made: control and formatting characters, which could move
 * the cursor or reverse the text, are shown by their code.
 */
export const visible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return `<U+${code}>`;
  });
