import type { RowCursor } from "./cursor";
import { PlainRows } from "./plain-rows";
import { QuotedRows } from "./quoted-rows";

/**
 * CSV text to rows. Line ends may be LF, CRLF or CR, mixed; a line end inside a quoted field is
 * read as LF.
 *
 * A quote that never ends swallows rows, so that their votes would vanish: broken quotes are
 * refused, with the line of the first.
 *
 * @throws TallyError `quotes-unbalanced`
 */
export function tokenise(text: string, delimiter: string, name: string): RowCursor {
  return text.includes('"')
    ? new QuotedRows(text, delimiter, name)
    : new PlainRows(text, delimiter);
}
