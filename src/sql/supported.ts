import type { Layout } from "../model/election";
import { TallyError } from "../model/error";
import { SHEET_COUNTS } from "../model/tallies";
import { textColumns } from "./columns";

const refuse = (what: string) => {
  throw new TallyError("usage-invalid", what);
};

/**
 * Refuses what a layout may say and a table cannot follow. How a file becomes rows (delimiter, line of
 * the header) is done with when there is a table, and not asked about.
 *
 * @throws TallyError `usage-invalid`
 */
export function requireSupported(layout: Layout): void {
  if (textColumns(layout).some(({ fillDown }) => fillDown))
    refuse(
      "The layout has `fillDown`: rows of a table have no order, so none is above another. " +
        "Fill the column in when loading the table, and leave `fillDown` out.",
    );
  if (textColumns(layout).some(({ fileName }) => fileName))
    refuse(
      "The layout takes a name from the file (`fileName`), and a table is no file. " +
        "Load the name into a column, and give that column.",
    );
  const { encoding, rows } = layout;
  // Names read by a wrong encoding look like other names, and nothing would tell.
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
    refuse(
      `The layout says that the file is ${encoding}; a table holds text. ` +
        "Load the table from that encoding, and leave `encoding` out.",
    );
  for (const name of ["validVotes", ...SHEET_COUNTS] as const)
    if (rows?.[name] !== undefined && layout[name] !== undefined)
      refuse(
        `The layout has ${name} as a column and as a value of the candidate column, and the order of ` +
          "rows would decide between them. Leave one of them out.",
      );
}
