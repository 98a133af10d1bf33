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

function mostFrequent(values: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  let best = 0;
  for (const [value, count] of times) if (count > (times.get(best) ?? 0)) best = value;
  return best;
}
