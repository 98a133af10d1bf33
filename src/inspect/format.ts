const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Lines looked at to tell the delimiter. */
const SAMPLE = 200;

/** The delimiter that gives most lines the same number of fields, and the most fields. */
export function guessDelimiter(text: string): (typeof DELIMITERS)[number] {
  // Quoted parts are left out: a comma in a name is no delimiter.
  const lines = text
    .slice(0, 1 << 20)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n?|\n/)
    .filter((line) => line !== "")
    .slice(0, SAMPLE);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length);
    const usual = mostFrequent(counts);
    const share = counts.filter((count) => count === usual).length / lines.length;
    return { delimiter, score: usual > 1 ? share * Math.log(usual) : 0 };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** Index of the row that looks like a header: as wide as most, and words rather than numbers. */
export function guessHeaderLine(rows: readonly (readonly string[])[]): number {
  const usual = mostFrequent(rows.slice(0, SAMPLE).map(({ length }) => length));
  const found = rows.findIndex(
    (fields) =>
      fields.length === usual &&
      fields.filter((field) => /\p{L}/u.test(field)).length > fields.length / 2,
  );
  return found === -1 ? 0 : found;
}

const SEPARATORS = [".", ",", " ", "'", "\u00A0", "\u202F"] as const;
export type Thousands = (typeof SEPARATORS)[number];

/** Fields that must be written so before the separator is believed. */
const ENOUGH = 3;

const grouped = (separator: Thousands) => {
  const mark = separator === "." ? "\\." : separator;
  return new RegExp(`^[1-9][0-9]{0,2}(${mark}[0-9]{3})+$`);
};

/**
 * What separates groups of three digits, if anything: only in columns that have nothing but such and
 * plain numbers, so that a decimal point is not taken for it.
 */
export function guessThousands(rows: readonly (readonly string[])[]): Thousands | undefined {
  const width = rows[0]?.length ?? 0;
  return SEPARATORS.find((separator) => {
    const pattern = grouped(separator);
    for (let column = 0; column < width; column++) {
      const values = rows.map((row) => (row[column] ?? "").trim()).filter((value) => value !== "");
      const found = values.filter((value) => pattern.test(value)).length;
      const plain = values.filter((value) => /^[0-9]{1,3}$/.test(value)).length;
      if (found >= ENOUGH && found + plain >= 0.9 * values.length) return true;
    }
    return false;
  });
}

export function withoutThousands(
  rows: readonly (readonly string[])[],
  separator: Thousands,
): string[][] {
  const pattern = grouped(separator);
  return rows.map((row) =>
    row.map((field) =>
      pattern.test(field.trim()) ? field.trim().split(separator).join("") : field,
    ),
  );
}

function mostFrequent(values: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  let best = 0;
  for (const [value, count] of times) if (count > (times.get(best) ?? 0)) best = value;
  return best;
}
