/** Rows of whole numbers, all of one width, side by side in one array that grows. */
export class NumberRows {
  #values = new Int32Array(0);
  length = 0;

  constructor(readonly width: number) {}

  /** Makes room for one more row and returns the index of its first number. */
  #room(): number {
    const start = this.length * this.width;
    if (start + this.width > this.#values.length) {
      const larger = new Int32Array(Math.max(1024 * this.width, 2 * this.#values.length));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.length++;
    return start;
  }

  push(numbers: ArrayLike<number>): void {
    const start = this.#room();
    const values = this.#values;
    for (let column = 0; column < this.width; column++) values[start + column] = numbers[column]!;
  }

  get(row: number, column: number): number {
    return this.#values[row * this.width + column]!;
  }

  set(row: number, column: number, value: number): void {
    this.#values[row * this.width + column] = value;
  }

  /** One column over the kept rows, in their order. */
  column(column: number, kept: Int32Array): Int32Array {
    const { width } = this;
    const values = this.#values;
    const result = new Int32Array(kept.length);
    for (let index = 0; index < kept.length; index++)
      result[index] = values[kept[index]! * width + column]!;
    return result;
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
