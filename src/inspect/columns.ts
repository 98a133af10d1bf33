/** What a column holds, over all rows. */
export interface ColumnProfile {
  readonly name: string;
  /** The name, or one with the position where the name is empty or not the only one. */
  readonly label: string;
  /** From 1, as layouts count. */
  readonly position: number;
  /**
   * `count`: digits only; `code`: digits that are no number, with zeros in front or very many;
   * `mixed`: mostly digits, some not; `text`; `link`; `empty`.
   */
  readonly kind: "count" | "code" | "mixed" | "text" | "link" | "empty";
  readonly distinct: number;
  readonly missing: number;
  readonly examples: readonly string[];
  /** Of `mixed` columns: what is not digits, the first few. */
  readonly odd: readonly string[];
}

/** Part of the filled fields that must be digits for a column to be one of counts with exceptions. */
const MOSTLY = 0.8;

export function profileColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnProfile[] {
  const names = header.map((name) => name.replace(/\s+/g, " ").trim());
  return names.map((name, at) => {
    const values = rows.map((row) => (row[at] ?? "").trim());
    const filled = values.filter((value) => value !== "");
    const odd = filled.filter((value) => !/^[0-9]+$/.test(value));
    const distinct = new Set(filled);
    return {
      name,
      label: labelOf(names, at),
      position: at + 1,
      kind: kindOf(filled, odd),
      distinct: distinct.size,
      missing: values.length - filled.length,
      examples: [...distinct].slice(0, 3),
      odd: [...new Set(odd)].slice(0, 5),
    };
  });
}

function labelOf(names: readonly string[], at: number): string {
  const name = names[at]!;
  if (name === "") return `column ${at + 1}`;
  const only = names.indexOf(name) === at && names.lastIndexOf(name) === at;
  return only ? name : `${name} (column ${at + 1})`;
}

function kindOf(filled: readonly string[], odd: readonly string[]): ColumnProfile["kind"] {
  if (filled.length === 0) return "empty";
  if (odd.length === 0)
    return filled.some((value) => /^0[0-9]|^[0-9]{7}/.test(value)) ? "code" : "count";
  if (filled.every((value) => /^https?:/.test(value))) return "link";
  return filled.length - odd.length >= MOSTLY * filled.length ? "mixed" : "text";
}
