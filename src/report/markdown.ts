import { visible } from "../model/format";
import type { Verification } from "../verification";
import type { Block, Report, Section, TableBlock } from "./model";
import { reportOf } from "./report-of";

/**
 * A verification as Markdown (CommonMark with GitHub's tables), with the figures of `toText`. Names
 * from files cannot become markup: every character that would be is escaped.
 *
 * @example
 * ```ts
 * import { readTallies, toMarkdown, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const markdown = toMarkdown(verify(venezuela2024, readTallies(csv, venezuela2024).tallies));
 * markdown.split("\n")[0]; // => "# Venezuela, presidential election, 28 July 2024"
 * ```
 */
export function toMarkdown(verification: Verification): string {
  return reportToMarkdown(reportOf(verification));
}

/** Any report as Markdown. */
export function reportToMarkdown({ title, lead, sections }: Report): string {
  const parts = [
    `# ${escaped(title)}`,
    ...lead.map((text) => `**${escaped(text)}**`),
    ...sections.flatMap(sectionParts),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionParts({ heading, blocks }: Section): string[] {
  const parts = [`## ${escaped(heading)}`];
  let list: string[] = [];
  const close = () => {
    if (list.length > 0) parts.push(list.join("\n"));
    list = [];
  };
  for (const block of blocks) {
    const items = itemsOf(block);
    if (items) list.push(...items);
    else {
      close();
      parts.push(partOf(block));
    }
  }
  close();
  return parts;
}

/** The lines of a block that is an item of a list; undefined for what stands alone. */
function itemsOf(block: Block): string[] | undefined {
  switch (block.kind) {
    case "verdict":
      return [
        `- **${escaped(block.label.toUpperCase())}** – ${escaped(block.claim)}\\`,
        `  ${escaped(block.text)}${block.note === undefined ? "" : "\\"}`,
        ...(block.note === undefined ? [] : [`  ${escaped(block.note)}`]),
      ];
    case "labelled": {
      const [first = "", ...rest] = block.lines;
      return [
        `- **${escaped(block.label)}:** ${escaped(first)}`,
        ...rest.map((text) => `  - ${escaped(text)}`),
      ];
    }
    case "pair":
      return [`- ${escaped(block.title)}\\`, `  ${escaped(block.text)}`];
    case "issue":
      return [`- ${escaped(block.text)}`, ...block.examples.map((text) => `  - ${escaped(text)}`)];
    default:
      return undefined;
  }
}

function partOf(block: Block): string {
  switch (block.kind) {
    case "claim":
      return [
        `### ${escaped(block.claim)}`,
        ...(block.source === undefined ? [] : [escaped(block.source)]),
      ].join("\n\n");
    case "table":
      return tableOf(block);
    default:
      return "text" in block ? escaped(block.text) : "";
  }
}

function tableOf({ columns, rows }: TableBlock): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = columns.map(({ align }) => (align === "right" ? "---:" : "---"));
  return [
    line(columns.map(({ heading }) => heading)),
    `| ${rule.join(" | ")} |`,
    ...rows.map(line),
  ].join("\n");
}

/**
 * Text that stays text: markup, HTML, entities and addresses are escaped; also what only counts at a
 * line's start, or, in a heading, at its end.
 */
const escaped = (text: string) =>
  visible(text)
    .replace(/[\\`*_[\]|~<>&]/g, (character) => ENTITIES[character] ?? `\\${character}`)
    .replace(/:\/\//g, "\\://")
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/^(\s*)([#+=-])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/(#+)(\s*)$/, (_, signs: string, space: string) => signs.replace(/#/g, "\\#") + space);

/** A backslash before these is not enough for every reader of Markdown. */
const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };
