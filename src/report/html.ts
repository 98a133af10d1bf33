import { sha256 } from "@noble/hashes/sha2";
import { utf8ToBytes } from "@noble/hashes/utils";
import { escaped } from "../model/html";
import type { Verification } from "../verification";
import { reportIn } from "../words/report";
import { type Block, inBrief, type Report, type Section, type TableBlock } from "./model";
import { reportOf } from "./report-of";
import { STYLE } from "./style";

/** A chart as a picture; `svgOf` of `tallyproof/node` makes one. */
export interface Picture {
  readonly title: string;
  /** The chart in words, with its numbers. */
  readonly description: string;
  /** An `<svg>` element without scripts or references to other files. */
  readonly svg: string;
  /** The same for wide pages, where the other one is for narrow ones. */
  readonly wide?: string;
}

/** What {@link toHtml} may be given beside the verification. */
export interface HtmlOptions {
  /** Charts to show; without any, the page says how to get them. */
  readonly pictures?: readonly Picture[];
}

/**
 * A verification as one HTML page with the figures of `toText`: no script, nothing from elsewhere, and a
 * content security policy that forbids both; readable on a phone and on paper, in light and dark, and
 * by screen readers. Names from files are escaped.
 *
 * @example
 * ```ts
 * import { readTallies, toHtml, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const page = toHtml(verify(venezuela2024, readTallies(csv, venezuela2024).tallies));
 * page.slice(0, 32); // => "<!doctype html>\n<html lang=\"en\">"
 * page.includes("<script"); // => false
 * ```
 */
export function toHtml(verification: Verification, options: HtmlOptions = {}): string {
  return reportPage(reportOf(verification), options);
}

/** Any report as a page. */
export function reportPage(report: Report, options: HtmlOptions): string {
  const { language, title } = report;
  const policy = `default-src 'none'; style-src 'sha256-${base64(STYLE)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${reportFragment(report, options)}
</body>
</html>
`;
}

/**
 * The same without the page around it and its style, for notebooks and pages that have their own.
 *
 * @example
 * ```ts
 * import { readTallies, toHtmlFragment, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const part = toHtmlFragment(verify(venezuela2024, readTallies(csv, venezuela2024).tallies));
 * part.startsWith("<header>"); // => true
 * ```
 */
export function toHtmlFragment(verification: Verification, options: HtmlOptions = {}): string {
  return reportFragment(reportOf(verification), options);
}

function reportFragment(report: Report, { pictures }: HtmlOptions): string {
  const { title, lead, sections } = report;
  const [verdicts, ...rest] = sections;
  const provenance = rest.pop()!;
  return [
    "<header>",
    `<h1>${escaped(title)}</h1>`,
    ...lead.map((text) => `<p class="lead">${escaped(text)}</p>`),
    "</header>",
    "<main>",
    sectionOf(verdicts!),
    charts(report, pictures),
    ...rest.map(sectionOf),
    "</main>",
    `<footer>${sectionOf(provenance)}</footer>`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Charts where there are any; how to get them where nobody asked for a page without. */
function charts({ language }: Report, pictures: HtmlOptions["pictures"]): string {
  const words = reportIn(language);
  const heading = `<h2 id="charts">${escaped(words.charts())}</h2>`;
  const content =
    pictures === undefined
      ? `<p>${escaped(words.noCharts())}</p>`
      : pictures
          .map(
            ({ title, description, svg, wide }) =>
              `<figure><figcaption><strong>${escaped(title)}</strong></figcaption>${inWidths(svg, wide)}` +
              `<details><summary>${escaped(words.inWords())}</summary>` +
              `<p class="description">${escaped(description)}</p></details></figure>`,
          )
          .join("\n");
  return pictures?.length === 0
    ? ""
    : `<section aria-labelledby="charts">${heading}\n${content}\n</section>`;
}

const inWidths = (svg: string, wide: string | undefined) =>
  wide === undefined ? svg : `<div class="narrow">${svg}</div><div class="wide">${wide}</div>`;

function sectionOf({ id, heading, blocks }: Section): string {
  const lines = blocks.map((block, at) => {
    const item = isItem(block);
    const opens = item && !(blocks[at - 1] && isItem(blocks[at - 1]!));
    const closes = item && !(blocks[at + 1] && isItem(blocks[at + 1]!));
    return `${opens ? `<ul class="${block.kind}s">\n` : ""}${blockOf(block)}${closes ? "\n</ul>" : ""}`;
  });
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escaped(heading)}</h2>\n${lines.join("\n")}\n</section>`;
}

const isItem = ({ kind }: Block) =>
  kind === "verdict" || kind === "labelled" || kind === "pair" || kind === "issue";

function blockOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${escaped(block.text)}</p>`;
    case "verdict":
      return (
        `<li class="${block.outcome}"><strong class="label">${escaped(block.label)}</strong> ` +
        `<strong>${inHtml(block.claim)}</strong><p>${escaped(block.text)}</p>` +
        `${block.note === undefined ? "" : `<p class="note">${escaped(block.note)}</p>`}</li>`
      );
    case "claim":
      return (
        `<h3>${inHtml(block.claim)}</h3>` +
        (block.source === undefined ? "" : `<p class="note">${escaped(block.source)}</p>`)
      );
    case "labelled": {
      const [first = "", ...rest] = block.lines;
      const mark = block.outcome === undefined ? "" : ` class="${block.outcome}"`;
      return `<li${mark}><strong class="label">${escaped(block.label)}</strong> ${escaped(first)}${listOf(rest)}</li>`;
    }
    case "pair":
      return `<li>${inHtml(block.title)}<br><span class="note">${escaped(block.text)}</span></li>`;
    case "table":
      return tableOf(block);
    case "issue":
      return `<li class="${block.severity}">${escaped(block.text)}${listOf(block.examples)}</li>`;
  }
}

const listOf = (texts: readonly string[]) =>
  texts.length === 0 ? "" : `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>`;

/**
 * On a phone each row stands as a block of its own, with the headings beside the cells. The group, not
 * a landmark, is what the keyboard scrolls where the table is still too wide.
 */
function tableOf({ caption, columns, rows }: TableBlock): string {
  const mark = (at: number) => (columns[at]!.align === "right" ? ' class="number"' : "");
  const head = columns
    .map(({ heading }, at) =>
      heading === "" ? "<td></td>" : `<th scope="col"${mark(at)}>${escaped(inBrief(heading))}</th>`,
    )
    .join("");
  const body = rows.map((row) => {
    const [first = "", ...cells] = row;
    const rest = cells.map((cell, at) => {
      const heading = escaped(inBrief(columns[at + 1]!.heading));
      const shown = columns[at + 1]!.align === "left" ? nameOf(cell) : escaped(cell);
      return `<td${mark(at + 1)} data-heading="${heading}">${shown}</td>`;
    });
    return `<tr><th scope="row">${nameOf(first)}</th>${rest.join("")}</tr>`;
  });
  return (
    `<div class="scroll" role="group" tabindex="0" aria-label="${escaped(caption)}"><table>` +
    `<caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead>\n` +
    `<tbody>${body.join("\n")}</tbody></table></div>`
  );
}

/** A name of hundreds of characters is all there, but shown in some lines only: see the style. */
const nameOf = (text: string) => `<span class="name">${inHtml(text)}</span>`;

/** Text with its dates on one line each. */
const inHtml = (text: string) =>
  escaped(text).replace(/\b\d{4}-\d\d-\d\d\b/g, '<span class="date">$&</span>');

const base64 = (text: string) => btoa(String.fromCharCode(...sha256(utf8ToBytes(text))));
