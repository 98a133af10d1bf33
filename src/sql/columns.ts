import type { Column, Layout, TextColumn } from "../model/election";
import { TallyError } from "../model/error";
import { COUNT_MISSING, type RowCursor } from "../read/cursor";
import { columnName, Header, isOptional } from "../read/header";
import { sheetColumns } from "../read/sheet-reader";
import type { Dialect } from "./dialect";
import { sqlText } from "./table";

/** A column of the table: as SQL, and what its header is called. */
export interface SqlColumn {
  readonly sql: string;
  readonly name: string;
}

/** Name of the table within the first step of the statement. */
export const TABLE = "tallyproof_table";

/** Columns that name something: of the station, the regions, the skip rules, the centre. */
export const textColumns = ({ station, regions = [], skip = [], centre }: Layout): TextColumn[] =>
  [...station, ...(centre?.key ?? []), ...regions, ...skip].map((column) =>
    typeof column === "string" ? { column } : column,
  );

/** Columns of counts, and those of tables with a row per candidate. */
const countColumns = (layout: Layout): Column[] => {
  const { candidates, rows, validVotes, invalidVotes, blankVotes, ballotsCast } = layout;
  const own = [validVotes, invalidVotes, blankVotes, ballotsCast, layout.registeredVoters];
  return [
    ...(rows
      ? [rows.candidate, rows.votes, ...(rows.sumOver ?? [])]
      : (Object.values(candidates) as Column[])),
    ...[...own, layout.centre?.registeredVoters].filter((column) => column !== undefined),
  ];
};

const isPlain = (column: Column) =>
  typeof column === "string" ||
  (typeof column.column === "string" && column.optional !== true && column.position === undefined);

/** Whether the layout leaves it to the file which columns there are, and where. */
export const asksForColumns = (layout: Layout) =>
  ![...countColumns(layout), ...textColumns(layout)].every(isPlain);

/** Whether the layout has columns by position, which the names alone do not tell. */
export const asksForPositions = (layout: Layout) =>
  [...countColumns(layout), ...textColumns(layout)].some(
    (column) => typeof column !== "string" && column.position !== undefined,
  );

/** Finds the columns of the layout in the table, as the reader finds them in a header. */
export class SqlColumns {
  /** Optional columns that the table does not have. */
  absent = 0;
  readonly #names: readonly string[] | undefined;
  readonly #header: Header | undefined;
  readonly #dialect: Dialect;

  constructor(
    layout: Layout,
    table: string,
    names: readonly string[] | undefined,
    dialect: Dialect,
  ) {
    this.#dialect = dialect;
    const wanted = [...countColumns(layout), ...textColumns(layout)];
    if (dialect.ignoresCase) refuseAlike(wanted);
    if (names === undefined) {
      if (asksForColumns(layout))
        throw new TallyError(
          "usage-invalid",
          "The layout has columns that are optional, by position or by several names. " +
            "Say in `columns` what the table's columns are called, in their order.",
        );
      return;
    }
    if (!Array.isArray(names) || names.some((name) => typeof name !== "string"))
      throw new TallyError("usage-invalid", "Give `columns` as a list of names.");
    this.#names = names;
    const shown = dialect.ignoresCase ? names.map((name) => asWritten(name, wanted)) : names;
    this.#header = new Header(headerRow(shown), {}, table);
    const { candidates, rows } = layout;
    const own = rows
      ? [rows.candidate, rows.votes, ...(rows.sumOver ?? [])]
      : (Object.values(candidates) as Column[]).filter((column) => !isOptional(column));
    this.#header.require([...textColumns(layout), ...own, ...sheetColumns(layout)]);
  }

  /** The column; undefined for an optional one that the table does not have, which is noted. */
  find(column: Column | TextColumn): SqlColumn | undefined {
    const found = this.#header?.find(column);
    if (this.#header && !found) {
      this.absent++;
      return undefined;
    }
    // Other columns may be called what SQL cannot say.
    const own = sqlText(found ? this.#names![found.position] : columnName(column), "A column");
    return {
      sql: `${TABLE}.${this.#dialect.identifier(own)}`,
      name: found?.column ?? columnName(column),
    };
  }
}

/** Names as the only row of an input. */
const headerRow = (names: readonly string[]): RowCursor => {
  let line = 0;
  return {
    next: () => ++line === 1,
    counts: undefined,
    width: names.length,
    get line() {
      return line;
    },
    swallows: false,
    strayQuote: false,
    text: (column) => names[column] ?? "",
    utf8: () => ({ bytes: new Uint8Array(0), from: 0, to: 0 }),
    count: () => COUNT_MISSING,
    expect: () => {},
  };
};

const namesIn = (column: Column): readonly string[] =>
  typeof column === "string" ? [column] : [column.column ?? []].flat();

/** A name without regard to capitals, and to what the reader's headers do not regard. */
const folded = (name: string) => name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** A name as the layout writes it, where the database writes it in other capitals. */
function asWritten(name: string, wanted: readonly Column[]): string {
  const all = wanted.flatMap(namesIn);
  if (all.includes(name)) return name;
  return all.find((own) => folded(own) === folded(name)) ?? name;
}

/** To the database such columns would be one, and one candidate's votes counted for another. */
function refuseAlike(wanted: readonly Column[]): void {
  const seen = new Map<string, string>();
  for (const column of wanted) {
    const names = namesIn(column);
    for (const name of names) {
      const other = seen.get(folded(name));
      if (other !== undefined && other !== name)
        throw new TallyError(
          "column-ambiguous",
          `The columns "${other}" and "${name}" differ in capitals only, and to this database they ` +
            "are one. Rename one of them, in the table and in the layout.",
        );
    }
    // Several names of one column may be alike.
    for (const name of names) seen.set(folded(name), name);
  }
}
