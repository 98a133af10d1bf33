import type { Election } from "../model/election";
import { SHEET_COUNTS } from "../model/tallies";
import { type Meaning, meaningsOf } from "./meanings";

/** A value of the candidate column together with the row's modes: it may stand once on a sheet. */
export interface Part {
  readonly number: number;
  readonly meaning: Exclude<Meaning, { readonly kind: "ignored" }>;
  /** The value and the modes as they are written. */
  readonly label: readonly string[];
}

/** What a part counts, as columns have it: a candidate, the valid votes, then `SHEET_COUNTS`. */
export function columnOf({ meaning }: Part, candidates: number): number {
  if (meaning.kind === "candidate") return meaning.candidate;
  const { name } = meaning;
  return candidates + (name === "validVotes" ? 0 : 1 + SHEET_COUNTS.indexOf(name));
}

/** A value that the layout explains. */
interface Value {
  readonly text: string;
  readonly meaning: Meaning;
  /** Mode -> further mode -> ... -> part. */
  readonly parts: Branch;
}

/** What stands in the file for a value, and what stood there in the row after it the last time. */
interface Written {
  readonly text: string;
  readonly value: Value | undefined;
  next: Written | undefined;
}

interface Branch {
  part: Part | undefined;
  readonly further: Map<string, Branch>;
}

const branch = (): Branch => ({ part: undefined, further: new Map() });

/** Numbers the parts of all sheets as they are met. */
export class Parts {
  readonly all: Part[] = [];
  readonly #values: ReadonlyMap<string, Value>;
  /** The same by what stands in the file, perhaps with spaces around it. */
  readonly #written = new Map<string, Written>();
  /** The one that was asked for last. */
  #last: Written = { text: "", value: undefined, next: undefined };

  constructor(election: Election) {
    this.#values = new Map(
      [...meaningsOf(election)].map(([text, meaning]) => [
        text,
        { text, meaning, parts: branch() },
      ]),
    );
  }

  /** What a field of the candidate column stands for, if the layout says it. */
  value(text: string): Value | undefined {
    // Candidates mostly come in the same order on every sheet.
    const { next } = this.#last;
    if (next?.text === text) {
      this.#last = next;
      return next.value;
    }
    let written = this.#written.get(text);
    if (written === undefined) {
      const value = this.#values.get(text.trim().normalize("NFC"));
      if (value === undefined) return undefined;
      written = { text, value, next: undefined };
      this.#written.set(text, written);
    }
    this.#last.next = written;
    this.#last = written;
    return written.value;
  }

  /** The part of a value that is not ignored. */
  part({ text, meaning, parts }: Value, modes: readonly string[]): Part {
    let at = parts;
    for (const mode of modes) {
      let next = at.further.get(mode);
      if (next === undefined) at.further.set(mode, (next = branch()));
      at = next;
    }
    if (at.part === undefined) {
      at.part = {
        number: this.all.length,
        meaning: meaning as Part["meaning"],
        label: [text, ...modes],
      };
      this.all.push(at.part);
    }
    return at.part;
  }
}
