import type { Outcome } from "../judge/verdict";
import type { IssueCode, IssueSeverity } from "../model/issue";

/**
 * A report as blocks of finished text: every figure is worked out and rounded once, and each way to
 * show a report only lays the blocks out.
 */
export interface Report {
  readonly language: "en" | "es";
  readonly title: string;
  /** What the verdicts rest on beyond the tallies, and the one certain thing. */
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  Paragraph | VerdictBlock | LabelledBlock | ClaimBlock | PairBlock | TableBlock | IssueBlock;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
}

/** A claim and whether it can be true. */
export interface VerdictBlock {
  readonly kind: "verdict";
  readonly outcome: Outcome;
  readonly label: string;
  readonly claim: string;
  readonly text: string;
  readonly note?: string;
}

/** Text after a label; of a finding, with its outcome. */
export interface LabelledBlock {
  readonly kind: "labelled";
  readonly label: string;
  readonly outcome?: Outcome;
  readonly lines: readonly string[];
}

/** The heading of a claim's details. */
export interface ClaimBlock {
  readonly kind: "claim";
  readonly claim: string;
  readonly source?: string;
}

/** A text and what is said of it. */
export interface PairBlock {
  readonly kind: "pair";
  readonly title: string;
  readonly text: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of a table: its heading and on which side its cells line up. */
export interface TableColumn {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** All issues of one code. */
export interface IssueBlock {
  readonly kind: "issue";
  readonly severity: IssueSeverity;
  readonly code: IssueCode;
  readonly text: string;
  readonly examples: readonly string[];
}

export const paragraph = (text: string): Paragraph => ({ kind: "paragraph", text });

/** Characters of a cell: a longer name would make its table as wide as it is. */
const CELL = 80;

/** A cell's text, cut with an ellipsis where it is longer than a name would be. */
export function inBrief(text: string): string {
  const characters = [...text];
  return characters.length <= CELL ? text : `${characters.slice(0, CELL - 1).join("")}…`;
}
