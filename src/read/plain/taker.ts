import type { Election } from "../../model/election";
import type { ByteRows } from "../byte-rows";
import type { OpenSheets } from "../open-sheets";
import type { RowReader } from "../row-reader";
import type { TallyTable } from "../table";
import type { PlainRows, PlainShape } from "./plain-rows";

/** What rows are read into, and who reads those that are read by themselves. */
export interface Target {
  readonly election: Election;
  readonly table: TallyTable;
  readonly sheets: OpenSheets | undefined;
  readonly reader: RowReader;
  readonly rows: ByteRows;
}

/** Takes plain rows, from the one to before the other; those that cannot be taken are told first. */
export interface Taker {
  readonly shape: PlainShape;
  readonly worth: number;
  /** Looks at the first rows that were found; 1 for each that must be read by itself. */
  check(plain: PlainRows, rows: number, isBad: Uint8Array): void;
  take(plain: PlainRows, from: number, to: number, firstLine: number): void;
  /** The numbers of texts begin anew. */
  forget(): void;
}
