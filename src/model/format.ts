/** A count as text: `1,830,358`. By hand, because making an Intl.NumberFormat takes 10 ms. */
export const formatCount = (count: number) =>
  Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");

/** A count with its noun: `1 station`, `2 stations`. */
export const countOf = (count: number, noun: string) =>
  `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/**
 * Names come from files anybody may have made: control and formatting characters, which could move
 * the cursor or reverse the text, are shown by their code.
 */
export const visible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return `<U+${code}>`;
  });
