import { resized } from "./arrays";

/** Rows that are collected before their numbers are sorted into the columns. */
const BLOCK = 256;

/**
 * Rows of whole numbers, column by column. Numbers come in by the row, so some rows are collected
 * first: to write each into a place of its own in memory takes three times as long. A column in which
 * every number is the usual one takes up no memory.
 */
export class NumberColumns {
  length = 0;
  readonly #width: number;
  /** Rows that are in the columns; the others are in the block. */
  sorted = 0;
  readonly #block: Int32Array;
  capacity = BLOCK;
  /** By column, its numbers; undefined where all are the usual one. */
  readonly columns: (Int32Array | undefined)[];

  /** @param usual by column, the number that most or all of it is likely to be */
  constructor(readonly usual: readonly number[]) {
    this.#width = usual.length;
    this.#block = new Int32Array(BLOCK * usual.length);
    this.columns = usual.map(() => undefined);
  }

  /** Makes room for so many rows in all; memory is taken only for those that come. */
  reserve(rows: number): void {
    if (rows > this.capacity) this.resize(rows);
  }

  push(numbers: ArrayLike<number>): void {
    if (this.length - this.sorted === BLOCK) this.sort();
    const width = this.#width;
    const start = (this.length - this.sorted) * width;
    const block = this.#block;
    for (let column = 0; column < width; column++) block[start + column] = numbers[column]!;
    this.length++;
  }

  get(row: number, column: number): number {
    return row >= this.sorted
      ? this.#block[(row - this.sorted) * this.#width + column]!
      : (this.columns[column]?.[row] ?? this.usual[column]!);
  }

  set(row: number, column: number, value: number): void {
    if (row >= this.sorted) this.#block[(row - this.sorted) * this.#width + column] = value;
    else if (this.get(row, column) !== value)
      (this.columns[column] ?? this.made(column))[row] = value;
  }

  /** Whether every number of the column is the usual one. */
  isUsual(column: number): boolean {
    this.sort();
    return this.columns[column] === undefined;
  }

  /** The numbers of a column, which may have room for more. */
  all(column: number): Int32Array {
    this.sort();
    return this.columns[column] ?? this.made(column);
  }

  /** One column over the kept rows, in their order. */
  column(column: number, kept: Int32Array): Int32Array {
    this.sort();
    const values = this.columns[column];
    if (values === undefined) {
      const all = new Int32Array(kept.length);
      // Zeros that nobody has written take up no memory.
      return this.usual[column] === 0 ? all : all.fill(this.usual[column]!);
    }
    // All of it; what is behind it has never been touched, so it takes up no memory.
    if (kept.length === this.length) return values.subarray(0, this.length);
    const result = new Int32Array(kept.length);
    for (let index = 0; index < kept.length; index++) result[index] = values[kept[index]!]!;
    return result;
  }

  /** Moves the rows of the block into the columns. */
  sort(): void {
    const rows = this.length - this.sorted;
    if (this.length > this.capacity) this.resize(2 * this.length);
    const width = this.#width;
    const block = this.#block;
    const end = this.length;
    for (let column = 0; column < width; column++) {
      const values = this.columns[column] ?? this.#neededFor(column, rows);
      if (values === undefined) continue;
      let from = column;
      for (let row = this.sorted; row < end; row++) {
        values[row] = block[from]!;
        from += width;
      }
    }
    this.sorted = this.length;
  }

  /** The column, made if a row of the block has another number than the usual one. */
  #neededFor(column: number, rows: number): Int32Array | undefined {
    const usual = this.usual[column]!;
    for (let row = 0; row < rows; row++)
      if (this.#block[row * this.#width + column] !== usual) return this.made(column);
    return undefined;
  }

  made(column: number): Int32Array {
    const usual = this.usual[column]!;
    const values = new Int32Array(this.capacity);
    if (usual !== 0) values.fill(usual, 0, this.sorted);
    return (this.columns[column] = values);
  }

  resize(capacity: number): void {
    this.capacity = capacity;
    for (const [column, values] of this.columns.entries())
      if (values) this.columns[column] = resized(values.subarray(0, this.sorted), capacity);
  }
}

/** Codes each region once, within the region that contains it. */
export class RegionCoder {
  readonly paths: string[][] = [];
  readonly #children: Map<string, number>[] = [];

  #lastParent = -1;
  #lastName = "";
  #lastCode = 0;

  constructor(readonly name: string) {}

  /** The code of `name` inside the parent region with code `parent` (0 at the top). */
  code(parent: number, parentPath: readonly string[], name: string): number {
    // Most rows are of the same region as the one before.
    if (parent === this.#lastParent && name === this.#lastName) return this.#lastCode;
    const names = (this.#children[parent] ??= new Map());
    let code = names.get(name);
    if (code === undefined) {
      code = this.paths.push([...parentPath, name]) - 1;
      names.set(name, code);
    }
    this.#lastParent = parent;
    this.#lastName = name;
    this.#lastCode = code;
    return code;
  }
}
