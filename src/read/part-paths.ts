/** The parts of some rows that follow each other, from the first on. */
export interface PartPath {
  readonly number: number;
  readonly parts: readonly number[];
}

interface Node extends PartPath {
  /** Part -> the path with that part behind these. */
  readonly further: Map<number, Node>;
  /** The one that came behind these the last time. */
  next: Node | undefined;
}

/** Paths that are kept; where there are more, the rows are in no order that repeats. */
const MOST = 1 << 14;
const LONGEST = 255;

const node = (number: number, parts: readonly number[]): Node => ({
  number,
  parts,
  further: new Map(),
  next: undefined,
});

/**
 * The orders in which parts stand on sheets, each once: mostly it is the same on all, so it is kept by
 * its number and not row by row.
 */
export class PartPaths {
  readonly none: PartPath = node(0, []);
  readonly all: PartPath[] = [this.none];

  /** The path with a part behind another; undefined where no more are kept. A single part is always kept. */
  follow(path: PartPath, part: number): PartPath | undefined {
    const from = path as Node;
    const { next } = from;
    if (next !== undefined && next.parts[next.parts.length - 1] === part) return next;
    let found = from.further.get(part);
    if (found === undefined) {
      if (path !== this.none && (this.all.length >= MOST || path.parts.length >= LONGEST))
        return undefined;
      found = node(this.all.length, [...path.parts, part]);
      this.all.push(found);
      from.further.set(part, found);
    }
    from.next = found;
    return found;
  }
}
