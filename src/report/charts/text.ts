import { visible } from "../../model/format";

// Names come from files that anybody may have made. In a chart they are one line of harmless text.

/** Right-to-left letters: beside a number they would change places with it. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** A name as one line: nothing invisible, nothing that XML forbids, no towers of accents. */
export function plain(name: string): string {
  const text = visible(name)
    .replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/(\p{M}{3})\p{M}+/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return text;
}

/**
 * How wide text is, in pixels, at most in the usual fonts. By hand, since Vega measures text only
 * where there is a canvas, and a chart must not change with the place that it is made in. The widths
 * are those of DejaVu Sans, one of the widest.
 */
export function widthOf(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (bold ? 1.1 : 1);
}

function emsOf(character: string): number {
  if (/[ijl.,:;'|! ]/.test(character)) return 0.33;
  if (/[frtI()[\]"/-]/.test(character)) return 0.46;
  if (/[mwMW%@]/.test(character)) return 1;
  if (/[<>+=~^#&]/.test(character)) return 0.84;
  if (/[A-ZÀ-Þ]/.test(character)) return 0.74;
  if (character <= "\u024F") return 0.635;
  // Chinese, Japanese, Korean and pictures are as wide as high.
  return character >= "\u1100" && !/[\u2010-\u2044\u2212]/.test(character) ? 1.1 : 0.75;
}

/** The name, cut with an ellipsis where it would be wider than `room` pixels. */
export function shorten(name: string, room: number, size: number, bold = false): string {
  const text = plain(name);
  return isolated(widthOf(text, size, bold) <= room ? text : cut(text, room, size, bold));
}

function cut(text: string, room: number, size: number, bold: boolean): string {
  let [kept, width] = ["", widthOf("…", size, bold)];
  for (const character of text) {
    width += widthOf(character, size, bold);
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const isolated = (text: string) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

/** Text in lines of at most `room` pixels; a word that is wider is cut with an ellipsis. */
export function lines(text: string, room: number, size: number, bold = false): string[] {
  const made: string[] = [];
  // A number and its percent sign stay together.
  for (const word of text.split(/ (?![%–])/)) {
    const last = made.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size, bold) <= room) made[made.length - 1] = longer;
    else made.push(widthOf(word, size, bold) <= room ? word : cut(word, room, size, bold));
  }
  return made;
}

/** A name in at most two lines; what is left then is cut with an ellipsis. */
export function twoLines(name: string, room: number, size: number, bold = false): string[] {
  const [first = "", ...rest] = lines(plain(name), room, size, bold);
  return rest.length === 0
    ? [isolated(first)]
    : [isolated(first), shorten(rest.join(" "), room, size, bold)];
}
