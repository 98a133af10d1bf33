/** Characters that move the cursor, turn the direction of text or are not seen at all. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** JSON as it is written to files: unseen characters stand as `\uXXXX`, so they are data and nothing else. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2).replace(UNSEEN, escapes)}\n`;

const escapes = (character: string) =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
