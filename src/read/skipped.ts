import type { SkipRule } from "../model/election";
import type { RowCursor } from "./cursor";
import type { Header } from "./header";
import { TextSource } from "./text-source";

/** Line ranges named in an issue; more are counted only. */
const RANGES = 1000;

/** The rows that rules leave out, counted and listed by rule. */
export class SkippedRows {
  readonly #rules: readonly { readonly rule: SkipRule; readonly source: TextSource }[];
  /** By reason: how many rows, and on which lines. */
  readonly #lines = new Map<string, { count: number; ranges: [number, number][] }>();

  constructor(rules: readonly SkipRule[], header: Header, file: string) {
    this.#rules = rules.map((rule) => ({ rule, source: new TextSource(rule, header, file) }));
  }

  /** The texts that the rules look at. */
  get sources(): readonly TextSource[] {
    return this.#rules.map(({ source }) => source);
  }

  remember(rows: RowCursor, known: boolean): void {
    for (const { source } of this.#rules) source.remember(rows, known);
  }

  /** Why the current row is skipped, if it is. */
  reason(rows: RowCursor): string | undefined {
    for (const { rule, source } of this.#rules) {
      const text = source.read(rows);
      if (
        rule.in?.includes(text) ||
        (rule.notIn && !rule.notIn.includes(text)) ||
        rule.startsWith?.some((start) => text.startsWith(start))
      )
        return rule.reason;
    }
    return undefined;
  }

  add(reason: string, line: number): void {
    const own = this.#lines.get(reason) ?? { count: 0, ranges: [] };
    this.#lines.set(reason, own);
    own.count++;
    const last = own.ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else if (own.ranges.length <= RANGES) own.ranges.push([line, line]);
  }

  /** One entry per reason: how many rows, and on which lines. */
  summary(): { reason: string; count: number; line: number; lines: string }[] {
    return [...this.#lines].map(([reason, { count, ranges }]) => ({
      reason,
      count,
      line: ranges[0]![0],
      lines:
        ranges
          .slice(0, RANGES)
          .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
          .join(", ") + (ranges.length > RANGES ? ", …" : ""),
    }));
  }
}
