import type { InputSource } from "../../model/tallies";
import type { Section } from "../model";

/** What was read, so that anyone can repeat it. */
export function sourcesSection(
  sources: readonly InputSource[],
  version: string,
  words: {
    readBy(version: string): string;
    file(name: string, bytes: number, encoding: string): string;
  },
): Section {
  const seen = new Set<string>();
  const files = sources.filter(({ name, sha256 }) => {
    const key = `${sha256} ${name}`;
    if (seen.has(key)) return false;
    return seen.add(key);
  });
  return {
    id: "provenance",
    heading: words.readBy(version),
    blocks: files.map(({ name, sha256, bytes, encoding }) => ({
      kind: "pair",
      title: words.file(name, bytes, encoding),
      text: `sha256 ${sha256}`,
    })),
  };
}
