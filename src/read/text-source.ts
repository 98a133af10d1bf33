import type { TextColumn } from "../model/election";
import type { RowCursor, Utf8 } from "./cursor";
import { columnName, type Found, type Header } from "./header";
import { Utf8Text } from "./utf8";

/** Reads one naming text out of each row: a column, a piece of it, the row above's, or the file's. */
export class TextSource {
  /** What to call it in an issue. */
  readonly name: string;
  #above = "";
  #last = "";
  #lastRead = "";
  readonly #place: TextColumn;
  readonly #found: Found | undefined;
  readonly #fileName: string;
  /** Whether a field is taken as it is. */
  readonly #plain: boolean;
  readonly #utf8 = new Utf8Text();

  constructor(column: string | TextColumn, header: Header, file: string) {
    this.#place = typeof column === "string" ? { column } : column;
    this.#fileName = file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$|\.[^.]*\.gz$/i, "");
    this.#found = this.#place.fileName ? undefined : header.find(this.#place);
    const { split, fillDown } = this.#place;
    this.#plain = this.#found !== undefined && split === undefined && !fillDown;
    this.name = this.#found?.column ?? (columnName(this.#place) || "the file's name");
  }

  /**
   * Keeps the row's value for the rows below it; call it once for every row. After a row whose
   * fields are not where they should be, nobody knows what is above.
   */
  remember(rows: RowCursor, known: boolean): void {
    if (!this.#place.fillDown || !this.#found) return;
    if (!known) this.#above = "";
    if (!known) return;
    const text = rows.text(this.#found.position).trim();
    if (text !== "") this.#above = text;
  }

  /** The column that it reads, if it reads one. */
  get position(): number | undefined {
    return this.#found?.position;
  }

  /** The same as {@link read} in bytes, which are right where all are ASCII, perhaps with spaces around it. */
  utf8(rows: RowCursor): Utf8 {
    return this.#plain ? rows.utf8(this.#found!.position) : this.#utf8.set(this.read(rows));
  }

  read(rows: Pick<RowCursor, "text">): string {
    if (this.#plain) {
      const raw = rows.text(this.#found!.position);
      // Regions repeat from row to row.
      if (raw !== this.#last) [this.#last, this.#lastRead] = [raw, composed(raw.trim())];
      return this.#lastRead;
    }
    const { split, part = 1, fillDown } = this.#place;
    const whole = this.#found ? rows.text(this.#found.position).trim() : this.#fileName;
    const text = whole === "" && fillDown ? this.#above : whole;
    return composed(split === undefined ? text : (text.split(split, part)[part - 1]?.trim() ?? ""));
  }
}

/**
 * An accent may be written as one character or as two; the name is the same. Below U+0300 nothing
 * combines, and asking the engine about every field would take a tenth of the reading time.
 */
function composed(text: string): string {
  for (let at = 0; at < text.length; at++)
    if (text.charCodeAt(at) >= 0x300) return text.normalize("NFC");
  return text;
}
