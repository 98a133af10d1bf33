import type { FieldReader } from "./fields";

/** Reads the rows of one input into the table, by the shape that the layout describes. */
export interface RowReader {
  readonly fields: FieldReader;
  /** Reads the row that the cursor stands on, and accounts for it. */
  readRow(): void;
  /** Called after the last row of the input. */
  finish(): void;
}
