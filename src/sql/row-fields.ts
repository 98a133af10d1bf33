import type { Column, Layout, StationColumn, TextColumn } from "../model/election";
import { isOptional } from "../read/header";
import { type SqlColumn, type SqlColumns } from "./columns";
import { countOf, numberOf, type CountField } from "./counts";
import type { Dialect } from "./dialect";
import { all, type Case, word } from "./expressions";
import type { Step, StepColumn } from "./steps";

/** Takes the fields out of the rows, in the first three steps: texts, numbers, counts. */
export class RowFields {
  readonly #texts: StepColumn[] = [];
  readonly #numbers: StepColumn[] = [];
  readonly #counts: StepColumn[] = [];
  /** That the fields are what the header says: the header stands among the rows once more. */
  readonly #asHeader: string[] = [];

  constructor(
    readonly layout: Layout,
    readonly columns: SqlColumns,
    readonly dialect: Dialect,
  ) {}

  /** A column that names something, as `TextSource` of the reader reads it. */
  text(column: string | TextColumn): string {
    const { dialect } = this;
    const place = typeof column === "string" ? { column } : column;
    const { split, part = 1 } = place;
    // No text is optional: the reader asks for all of them as well.
    const found = this.columns.find(place)!;
    let text = dialect.trim(dialect.text(found.sql));
    if (split !== undefined) text = dialect.trim(dialect.piece(text, dialect.literal(split), part));
    const own = this.#addText(dialect.compose(text));
    if (split === undefined) this.#expectHeader(own, found);
    return own;
  }

  /** The column of tables with a row per candidate that says for whom; a piece of it is never meant. */
  choice(column: Column): { readonly text: string; readonly name: string } {
    const { dialect } = this;
    const found = this.columns.find(column)!;
    const text = this.#addText(dialect.compose(dialect.trim(dialect.text(found.sql))));
    this.#expectHeader(text, found);
    return { text, name: found.name };
  }

  /** A text that is trimmed only. */
  plainText(column: Column): string {
    const { dialect } = this;
    return this.#addText(dialect.trim(dialect.text(this.columns.find(column)!.sql)));
  }

  /** A column of counts; undefined where the layout or, if it is optional, the table has none. */
  count(column: Column | undefined, mayMiss?: boolean): CountField | undefined {
    const found = column && this.columns.find(column);
    if (!found) return undefined;
    const field = this.#addText(this.dialect.text(found.sql));
    const at = this.#numbers.length + 1;
    this.#numbers.push([`n${at}`, numberOf(field, this.layout.values, this.dialect)]);
    this.#counts.push([`c${at}`, countOf(`n${at}`)]);
    this.#expectHeader(field, found);
    return { count: `c${at}`, optional: mayMiss ?? isOptional(column!) };
  }

  /** What is wrong with a key's parts: the first part that is. */
  keyCases(key: readonly StationColumn[], parts: readonly string[]): Case[] {
    return key.flatMap(({ digits }, at): Case[] => {
      const part = parts[at]!;
      return [
        [`${part} = ''`, word("station-missing")],
        ...(digits === undefined
          ? []
          : ([
              [
                `LENGTH(${part}) > ${digits} OR NOT ${this.dialect.isDigits(part)}`,
                word("station-malformed"),
              ],
            ] as const)),
      ];
    });
  }

  /** The parts of a well-formed key, with the zeros in front that a spreadsheet dropped. */
  paddedKey(key: readonly StationColumn[], parts: readonly string[]): string[] {
    return parts.map((part, at) => {
      const { digits } = key[at]!;
      return digits === undefined ? part : `LPAD(${part}, ${digits}, '0')`;
    });
  }

  /** The rows that the layout leaves out, by the first rule that does. */
  skipCases(): Case[] {
    const { literal } = this.dialect;
    return (this.layout.skip ?? []).map((rule, at) => {
      const text = this.text(rule);
      const list = (values: readonly string[]) => values.map(literal).join(", ");
      const starts = (rule.startsWith ?? []).map(
        (start) => `POSITION(${literal(start)} IN ${text}) = 1`,
      );
      const condition = rule.in
        ? `${text} IN (${list(rule.in)})`
        : rule.notIn
          ? `${text} NOT IN (${list(rule.notIn)})`
          : starts.join(" OR ");
      return [condition, word(`skip ${at + 1}`)];
    });
  }

  /** Whether the row is the header once more, as far as the layout names its columns. */
  isHeader(): string {
    return all(this.#asHeader);
  }

  steps(): Step[] {
    return [
      { name: "fields", columns: this.#texts },
      { name: "numbers", columns: this.#numbers, keep: true },
      { name: "counts", columns: this.#counts, keep: true },
    ];
  }

  #addText(sql: string): string {
    const own = `t${this.#texts.length + 1}`;
    this.#texts.push([own, sql]);
    return own;
  }

  #expectHeader(field: string, { name }: SqlColumn): void {
    this.#asHeader.push(`${field} = ${this.dialect.literal(name)}`);
  }
}
