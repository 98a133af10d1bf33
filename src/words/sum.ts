import type { Term, TermNoun } from "./kinds";

/** `5 claimed − 3 in hand = 2`: numbers that are added up or taken off, and what that makes. */
export function sumInWords(
  terms: readonly Term[],
  nouns: Readonly<Record<TermNoun, string>>,
  count: (value: number) => string,
): string {
  const written = terms.map(({ noun, value }, at) => {
    const sign = at === 0 ? "" : value <= 0 ? "− " : "+ ";
    return `${sign}${count(at === 0 ? value : Math.abs(value))} ${nouns[noun]}`;
  });
  const sum = terms.reduce((total, { value }) => total + value, 0);
  return `${written.join(" ")} = ${count(sum)}`;
}
