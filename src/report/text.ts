import { visible } from "../model/format";
import type { Verification } from "../verification";
import { LABEL_INDENT, labelled, table, wrap } from "./layout";
import type { Block, Report, Section } from "./model";
import { reportOf } from "./report-of";

/** How {@link toText} prints. */
export interface TextOptions {
  /** Whether to mark verdicts with ANSI colours; off unless given. */
  readonly color?: boolean;
}

/**
 * A verification as text for a terminal, at most 100 columns wide: the answer first, then totals,
 * coverage, claim by claim, distances, rows and issues; in the language of the verification.
 *
 * @example
 * ```ts
 * import { readTallies, toText, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const text = toText(verify(venezuela2024, readTallies(csv, venezuela2024).tallies));
 * text.split("\n")[0]; // => "Venezuela, presidential election, 28 July 2024"
 * ```
 */
export function toText(verification: Verification, { color = false }: TextOptions = {}): string {
  return reportToText(reportOf(verification), color);
}

/** Any report as text. */
export function reportToText({ title, lead, sections }: Report, color: boolean): string {
  return [
    ...wrap(title, ""),
    "",
    ...lead.flatMap((text) => [...wrap(text, ""), ""]),
    ...sections.flatMap((section) => sectionLines(section, color)),
  ]
    .join("\n")
    .trimEnd();
}

function sectionLines({ heading, blocks }: Section, color: boolean): string[] {
  return [
    ...wrap(heading, ""),
    ...blocks.flatMap((block, at) => [
      ...(isApart(block, blocks[at - 1]) ? [""] : []),
      ...blockLines(block, color),
    ]),
    "",
  ];
}

/** An empty line before each claim's details, before the verdicts, and after them. */
function isApart(block: Block, before: Block | undefined): boolean {
  if (block.kind === "claim") return true;
  return (block.kind === "verdict") !== (before?.kind === "verdict");
}

function blockLines(block: Block, color: boolean): string[] {
  switch (block.kind) {
    case "paragraph":
      return wrap(block.text, "  ");
    case "verdict":
      return [
        ...labelled(block.label.toUpperCase(), block.claim, color ? block.outcome : undefined),
        ...wrap(block.text, LABEL_INDENT),
        ...(block.note === undefined ? [] : wrap(block.note, LABEL_INDENT)),
      ];
    case "claim":
      return [
        ...wrap(block.claim, ""),
        ...(block.source === undefined ? [] : wrap(block.source, "  ")),
      ];
    case "labelled": {
      const [first = "", ...rest] = block.lines;
      return [
        ...labelled(block.label, first, color ? block.outcome : undefined),
        ...rest.flatMap((text) => wrap(text, LABEL_INDENT)),
      ];
    }
    case "pair":
      return [...wrap(block.title, "  "), ...wrap(block.text, "    ")];
    case "table":
      return table(block.columns, block.rows);
    case "issue":
      return [
        ...wrap(block.text, "  "),
        ...block.examples.flatMap((text) => wrap(visible(text), "    ")),
      ];
  }
}
