import { visible } from "./format";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that stays text in HTML; a number and its percent sign stay on one line. */
export const escaped = (text: string) =>
  visible(text)
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!)
    .replace(/(?<=\d) (?=%)/g, "\u00A0");
