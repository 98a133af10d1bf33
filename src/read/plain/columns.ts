import type { Column } from "../../model/election";
import type { RowReader } from "../row-reader";
import { TextSource } from "../text-source";
import type { PlainRows, PlainShape } from "./plain-rows";
import type { Target } from "./taker";

/** Finds the columns, as long as each is asked for one thing. */
class Columns {
  readonly #roles = new Map<number, string>();
  /** Whether a column is asked for two things, or for one that is not in the row as it stands. */
  isUnusual = false;

  constructor(private readonly reader: RowReader) {}

  /** Where a column is; -1 for an optional one that the input lacks. */
  position(column: Column | undefined, role: string): number {
    const position =
      column === undefined ? -1 : (this.reader.fields.header.find(column)?.position ?? -1);
    return this.at(position, role);
  }

  at(position: number, role: string): number {
    if (position === -1) return -1;
    const other = this.#roles.get(position);
    // Votes of one column for two candidates would be added up once.
    if (other !== undefined && (other !== role || role === "votes")) this.isUnusual = true;
    this.#roles.set(position, role);
    return position;
  }

  of(role: string): number[] {
    return [...this.#roles].filter(([, own]) => own === role).map(([position]) => position);
  }
}

/** What rows of both shapes have in common: their station key and their regions. */
export class Places {
  readonly columns: Columns;
  readonly keys: { readonly position: number; readonly digits: number }[] = [];
  readonly #regions: readonly TextSource[];
  readonly #textOf = new Map<number, number>();
  #plain: PlainRows | undefined;
  #row = 0;
  /** Which of the texts the regions are read from, their numbers in the row that was read last, and its regions. */
  readonly #texts: number[] = [];
  readonly #numbers: number[] = [];
  #names: readonly string[] = [];
  /** The row as those that read texts need it. */
  readonly #cursor = { text: (column: number) => this.text(column) };

  constructor({ election, reader }: Target) {
    const { station, regions = [] } = election.layout;
    const { header, source } = reader.fields;
    this.columns = new Columns(reader);
    for (const column of station) {
      const position = this.columns.position(column, "key");
      if (position === -1 || column.split !== undefined || column.fileName)
        this.columns.isUnusual = true;
      this.keys.push({ position, digits: column.digits ?? 0 });
    }
    // A column cannot be two parts of a key: its field is kept once.
    if (new Set(this.keys.map(({ position }) => position)).size < station.length)
      this.columns.isUnusual = true;
    this.#regions = regions.map((region) => new TextSource(region, header, source));
    for (const { position = -1 } of this.#regions) this.columns.at(position, "text");
  }

  /** When all columns have been asked for. */
  shape(reader: RowReader, delimiter: string | undefined, leavesOut: boolean): PlainShape {
    const texts = this.columns.of("text");
    for (const [text, column] of texts.entries()) this.#textOf.set(column, text);
    for (const { position } of this.#regions)
      if (position !== undefined) this.#texts.push(this.textAt(position));
    return {
      width: reader.fields.header.width,
      delimiter: delimiter ?? ",",
      counts: this.columns.of("count"),
      votes: this.columns.of("votes"),
      keys: this.keys,
      texts,
      leavesOut,
    };
  }

  /** Stands on a row. */
  look(plain: PlainRows, row: number): void {
    this.#plain = plain;
    this.#row = row;
  }

  /** Which of the texts a column is. */
  textAt(column: number): number {
    return this.#textOf.get(column)!;
  }

  /** A text of the row. */
  text(column: number): string {
    const plain = this.#plain!;
    return plain.name(plain.texts[this.textAt(column) * plain.most + this.#row]!);
  }

  /** The regions of the row; the same array as long as they are the same. */
  regions(): readonly string[] {
    const plain = this.#plain!;
    let isSame = this.#numbers.length > 0;
    for (let at = 0; at < this.#texts.length; at++) {
      const number = plain.texts[this.#texts[at]! * plain.most + this.#row]!;
      if (this.#numbers[at] !== number) isSame = false;
      this.#numbers[at] = number;
    }
    if (isSame) return this.#names;
    return (this.#names = this.#regions.map((region) => region.read(this.#cursor)));
  }

  /** The numbers of texts begin anew. */
  forget(): void {
    this.#numbers.length = 0;
  }
}
