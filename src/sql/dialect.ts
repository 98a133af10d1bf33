import { TallyError } from "../model/error";

/** The databases whose SQL is generated. */
export type SqlDialect = "duckdb" | "postgresql" | "trino" | "clickhouse";

/**
 * All that databases differ in, as far as the statement goes; everything else in it is the same for
 * all of them (`translate` is in lower case, as ClickHouse knows no other). A function takes and
 * returns SQL expressions of texts.
 */
export interface Dialect {
  readonly identifier: (name: string) => string;
  readonly literal: (text: string) => string;
  /** A column of any type as text; NULL is nothing, as an empty field is. */
  readonly text: (column: string) => string;
  /** Whether a text that is not empty is ASCII digits and nothing else. */
  readonly isDigits: (text: string) => string;
  /** Without the white space around it that JavaScript's `trim` removes. */
  readonly trim: (text: string) => string;
  /** In Unicode's normal form C. */
  readonly compose: (text: string) => string;
  /** A piece of a text, from 1; nothing where there are fewer. */
  readonly piece: (text: string, separator: string, piece: number) => string;
  /** Ends a step of the statement so that it is worked out once, and not at each use of it. */
  readonly fence: string;
  /** Whether two columns cannot differ in capitals alone. */
  readonly ignoresCase: boolean;
}

/** Code points of the white space that JavaScript's `trim` removes, as ranges. */
const SPACES = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const;

/** Written by their codes: such characters do not survive every editor or terminal. */
const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");

/** The white space as a set of single characters, each behind `prefix`. */
const spaces = (prefix: string) =>
  SPACES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => prefix + hex(first + at)),
  ).join("");

/** The same as a set of a regular expression; two databases have the same kind of these. */
const spaceSet = (backslash: string) =>
  `[${SPACES.map((ends) => ends.map((code) => `${backslash}x{${hex(code)}}`).join("-")).join("")}]`;

const doubled = (quote: string) => (text: string) =>
  quote + text.replaceAll(quote, quote + quote) + quote;
/** Where a backslash escapes within quotes. */
const escaping = (quote: string) => (text: string) => doubled(quote)(text.replaceAll("\\", "\\\\"));

const common = {
  identifier: doubled('"'),
  literal: doubled("'"),
  text: (column: string) => `COALESCE(CAST(${column} AS VARCHAR), '')`,
  // By turning digits into zeros: patterns are written differently everywhere.
  isDigits: (text: string) =>
    `TRIM(BOTH '0' FROM translate(${text}, '123456789', '000000000')) = ''`,
  compose: (text: string) => `NORMALIZE(${text}, NFC)`,
  piece: (text: string, separator: string, piece: number) =>
    `COALESCE(SPLIT_PART(${text}, ${separator}, ${piece}), '')`,
  fence: "",
  ignoresCase: false,
};

/** As text, whatever collation the column has: to some, capitals or accents are the same. */
const byCodes = (column: string, collation: string) =>
  `COALESCE(CAST(${column} AS VARCHAR) COLLATE ${collation}, '')`;

const trimOf = (spaces: string) => (text: string) => `TRIM(BOTH ${spaces} FROM ${text})`;

export const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = {
  duckdb: {
    ...common,
    text: (column) => byCodes(column, "C"),
    // Several times as fast as the portable way; and few texts have white space to remove.
    isDigits: (text) => `regexp_full_match(${text}, '[0-9]+')`,
    trim: (text) => {
      const set = spaceSet("\\");
      const bare = `regexp_replace(${text}, '^${set}+|${set}+$', '', 'g')`;
      return `CASE WHEN regexp_matches(${text}, '^${set}|${set}$') THEN ${bare} ELSE ${text} END`;
    },
    compose: (text) => `nfc_normalize(${text})`,
    ignoresCase: true,
  },
  postgresql: {
    ...common,
    // With E, a backslash is one whatever the server's settings are.
    literal: (text) => (text.includes("\\") ? ` E${escaping("'")(text)}` : doubled("'")(text)),
    text: (column) => byCodes(column, '"C"'),
    trim: trimOf(`E'${spaces("\\u")}'`),
    // Else each step's expressions are put into those of the next, and worked out there each time.
    fence: "OFFSET 0",
  },
  trino: { ...common, trim: trimOf(`U&'${spaces("\\")}'`), ignoresCase: true },
  clickhouse: {
    ...common,
    identifier: escaping('"'),
    literal: escaping("'"),
    text: (column) => `COALESCE(toString(${column}), '')`,
    isDigits: (text) => `match(${text}, '^[0-9]+$')`,
    trim: (text) => {
      const set = spaceSet("\\\\");
      return `replaceRegexpAll(${text}, '^${set}+|${set}+$', '')`;
    },
    compose: (text) => `normalizeUTF8NFC(${text})`,
    piece: (text, separator, piece) => `splitByString(${separator}, ${text})[${piece}]`,
  },
};

/** @throws TallyError `usage-invalid` for a name that is not a dialect */
export function dialectOf(name: SqlDialect): Dialect {
  if (Object.hasOwn(DIALECTS, name)) return DIALECTS[name];
  const known = Object.keys(DIALECTS).join(", ");
  throw new TallyError(
    "usage-invalid",
    `There is no dialect ${JSON.stringify(name)}. Give one of: ${known}.`,
  );
}
